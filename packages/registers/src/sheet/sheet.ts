/** One line of a part: a sentence, and whether it says that something is met. */
export interface SheetLine {
  readonly text: string
  readonly holds: boolean | null
}

/** A table of a part. Every row has as many cells as the head. */
export interface SheetTable {
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  /** The last column is empty and to be written in by hand. */
  readonly isForm?: boolean
  /** How much room a pen needs: a line for a sentence, or a wide one for strokes. */
  readonly room?: "sentence" | "strokes"
  /** The column that gets the room, from 0. */
  readonly wide?: number
}

/** One day of a count: what stands on it, the day, and whether it counts. */
export interface SheetDay {
  readonly over: string
  readonly under: string
  readonly isCounted: boolean
}

/** One part of a register: facts, sentences and a table under a heading. */
export interface SheetPart {
  readonly heading: string
  readonly facts: ReadonlyArray<readonly [label: string, value: string]>
  readonly lines: ReadonlyArray<SheetLine>
  readonly table: SheetTable | null
  /** Days in a row, as they are counted. */
  readonly days?: ReadonlyArray<SheetDay>
}

/** A register in words, before it becomes a page, a table or a document. Rule REGISTER-6: all three are made of this. */
export interface Sheet {
  readonly language: string
  readonly title: string
  readonly subtitle: string
  readonly parts: ReadonlyArray<SheetPart>
  readonly signatures: {
    readonly heading: string
    readonly posts: ReadonlyArray<string>
    readonly signature: string
    readonly date: string
  }
}
