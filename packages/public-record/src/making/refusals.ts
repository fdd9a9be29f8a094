/** A history that begins with nothing, or is of nothing that was ever begun: there is nothing to make a record of. Rule RECORD-1. */
export interface NothingOnRecord {
  readonly _tag: "NothingOnRecord"
  readonly rule: "RECORD-1"
  readonly of: "deliberation" | "co-governance" | "covenant" | "matter"
  readonly id: string
}

/** Two histories of the same id, so that nobody could say which one the record is of. Rule RECORD-1. */
export interface HistoryTwice {
  readonly _tag: "HistoryTwice"
  readonly rule: "RECORD-1"
  readonly of: "deliberation" | "disclosure"
  readonly id: string
}

/** A section that a disclosure blacks out, and that somebody asks to be shown all the same. Rule RECORD-6. */
export interface BlackedOut {
  readonly _tag: "BlackedOut"
  readonly rule: "RECORD-6"
  readonly document: string
  readonly section: string
}

/** A text of the record that holds a name which the host knows. Where it stands is told, the name never. Rule RECORD-7. */
export interface NameOnRecord {
  readonly _tag: "NameOnRecord"
  readonly rule: "RECORD-7"
  /** Such as `deliberations.0.sittings.2.because`. */
  readonly place: string
}

/** What was handed in is no plain data of the right shape, so that it could not be written in the one way. Rule RECORD-2. */
export interface NotWritable {
  readonly _tag: "NotWritable"
  readonly rule: "RECORD-2"
  readonly place: string
}

/** The file of the record would have more bytes than are read, so that nobody could check it. Rule RECORD-2. */
export interface RecordTooLong {
  readonly _tag: "RecordTooLong"
  readonly rule: "RECORD-2"
  readonly bytes: number
  readonly limit: number
  /** The document of which most is shown; null: no document is in it. */
  readonly document: string | null
}

/** Why no record is made. */
export type RecordRefusal = NothingOnRecord | HistoryTwice | BlackedOut | NameOnRecord | NotWritable | RecordTooLong
