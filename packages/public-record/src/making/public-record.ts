import { accept, type Checked, decodeStrictly, refuse } from "@jinlin/core/kernel"
import { sealed } from "../canonical/sealing.ts"
import { recordText } from "../canonical/text.ts"
import { PublicRecord, type PublicText } from "../model/record.ts"
import { largestRecord } from "../policy.ts"
import { bytesOf, readRecord } from "../verify/reading.ts"
import { contentsOf } from "./contents.ts"
import type { History, RecordHistories, RecordSurroundings } from "./given.ts"
import { nameIn } from "./names.ts"
import type { RecordRefusal } from "./refusals.ts"

/** A record, or why none is made. */
export type RecordResult = Checked<PublicRecord, RecordRefusal>

const twice = (histories: ReadonlyArray<Pick<History<never>, "id">>): string | undefined => {
  const ids = histories.map(({ id }) => id)
  return ids.find((id, place) => ids.indexOf(id) !== place)
}

const lengthOf = ({ sections }: PublicText): number =>
  sections.reduce((sum, { shown }) => sum + (shown?.text.length ?? 0), 0)

/** The document of which most is shown. */
const longestIn = ({ parts: { texts } }: PublicRecord): string | null =>
  texts.map(({ content }) => content).toSorted((one, other) => lengthOf(other) - lengthOf(one))[0]?.document ?? null

/** Whatever came in, only what reads back as a record goes out, measured as its reader measures it: in bytes. */
const readBack = (given: unknown): RecordResult => {
  const decoded = decodeStrictly(PublicRecord)(given)
  if (!decoded.ok) return refuse({ _tag: "NotWritable", rule: "RECORD-2", place: decoded.refusal[0].path.join(".") })
  const record = decoded.value
  const file = recordText(record)
  const bytes = bytesOf(file)
  if (bytes > largestRecord)
    return refuse({
      ...{ _tag: "RecordTooLong", rule: "RECORD-2", bytes, limit: largestRecord },
      document: longestIn(record),
    })
  const read = readRecord(file)
  if (read.ok) return accept(record)
  return refuse({ _tag: "NotWritable", rule: "RECORD-2", place: read.refusal[0]?.part ?? "record" })
}

/**
 * The public record of a matter: everything that anybody may know of it, nobody who took part in it, and what is needed to recompute
 * what came of it. Pure: the same histories and documents give the same record. Rules RECORD-1 to RECORD-8.
 */
export const publicRecord = (histories: RecordHistories, around: RecordSurroundings): RecordResult => {
  const [same, told] = [twice(histories.deliberations), twice(histories.disclosures)]
  if (same !== undefined) return refuse({ _tag: "HistoryTwice", rule: "RECORD-1", of: "deliberation", id: same })
  if (told !== undefined) return refuse({ _tag: "HistoryTwice", rule: "RECORD-1", of: "disclosure", id: told })
  const contents = contentsOf(histories, around)
  if (!contents.ok) return contents
  const place = around.holdsName === undefined ? undefined : nameIn(contents.value, around.holdsName)
  if (place !== undefined) return refuse({ _tag: "NameOnRecord", rule: "RECORD-7", place })
  return readBack(sealed(contents.value))
}
