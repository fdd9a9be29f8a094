import { accept, type Checked, decodeStrictly, refuse } from "@jinlin/core/kernel"
import { sealed } from "../canonical/sealing.ts"
import { PublicRecord } from "../model/record.ts"
import { contentsOf } from "./contents.ts"
import type { History, RecordHistories, RecordSurroundings } from "./given.ts"
import { nameIn } from "./names.ts"
import type { RecordRefusal } from "./refusals.ts"

type Result = Checked<PublicRecord, RecordRefusal>

const twice = (histories: ReadonlyArray<Pick<History<never>, "id">>): string | undefined => {
  const ids = histories.map(({ id }) => id)
  return ids.find((id, place) => ids.indexOf(id) !== place)
}

/** Whatever came in, only what reads back as a record goes out. */
const readBack = (record: unknown): Result => {
  const read = decodeStrictly(PublicRecord)(record)
  if (read.ok) return accept(read.value)
  return refuse({ _tag: "NotWritable", rule: "RECORD-2", place: read.refusal[0].path.join(".") })
}

/**
 * The public record of a matter: everything that anybody may know of it, nobody who took part in it, and what is needed to recompute
 * what came of it. Pure: the same histories and documents give the same record. Rules RECORD-1 to RECORD-8.
 */
export const publicRecord = (histories: RecordHistories, around: RecordSurroundings): Result => {
  const [same, told] = [twice(histories.deliberations), twice(histories.disclosures)]
  if (same !== undefined) return refuse({ _tag: "HistoryTwice", rule: "RECORD-1", of: "deliberation", id: same })
  if (told !== undefined) return refuse({ _tag: "HistoryTwice", rule: "RECORD-1", of: "disclosure", id: told })
  const contents = contentsOf(histories, around)
  if (!contents.ok) return contents
  const place = around.holdsName === undefined ? undefined : nameIn(contents.value, around.holdsName)
  if (place !== undefined) return refuse({ _tag: "NameOnRecord", rule: "RECORD-7", place })
  return readBack(sealed(contents.value))
}
