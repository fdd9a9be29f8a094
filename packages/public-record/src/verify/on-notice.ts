import { accept, type Checked, type Digest, refuse } from "@jinlin/core/kernel"
import { verifyRecord } from "./verify.ts"

/** The file of a record does not hold, and so proves nothing on a notice. Rule RECORD-19. */
export interface RecordDoesNotHold {
  readonly _tag: "RecordDoesNotHold"
  readonly rule: "RECORD-19"
  /** The first part in which something does not hold, such as `deliberations.0`. */
  readonly part: string
}

/** Nothing in the record is wrong, and it lacks something on which an end rests that it claims. Rule RECORD-19. */
export interface RecordIncomplete {
  readonly _tag: "RecordIncomplete"
  readonly rule: "RECORD-19"
  /** The first part that needs what is missing, such as `coGovernance`. */
  readonly part: string
}

/** The record is of something else than the notice: these are the matters that it is of. Rule RECORD-19. */
export interface RecordOfAnother {
  readonly _tag: "RecordOfAnother"
  readonly rule: "RECORD-19"
  readonly matter: string
  readonly of: ReadonlyArray<string>
}

/**
 * The digest that a notice on a matter prints, so that a file proves against paper: of a record that holds and is of that matter. It
 * is of the record as it stood when the notice was drawn up: keep that file, for a later record of the matter has another digest.
 * Rule RECORD-19.
 */
export const digestOnNotice = (
  file: string | Uint8Array,
  matter: string,
): Checked<Digest, RecordDoesNotHold | RecordIncomplete | RecordOfAnother> => {
  const { checks, outcome, record, unchecked } = verifyRecord(file)
  if (outcome === "does-not-hold" || record === null) {
    const part = checks.find((check) => !check.holds)?.part ?? "record"
    return refuse({ _tag: "RecordDoesNotHold", rule: "RECORD-19", part })
  }
  const missing = unchecked.find(({ needed }) => needed)
  if (missing !== undefined) return refuse({ _tag: "RecordIncomplete", rule: "RECORD-19", part: missing.part })
  const { coGovernance, covenant, deliberations, matter: about } = record.parts.matter.content
  const ids = [
    about,
    ...deliberations,
    ...(coGovernance === null ? [] : [coGovernance]),
    ...(covenant === null ? [] : [covenant]),
  ]
  const of = [...new Set(ids)]
  return of.includes(matter)
    ? accept(record.digest)
    : refuse({ _tag: "RecordOfAnother", rule: "RECORD-19", matter, of })
}
