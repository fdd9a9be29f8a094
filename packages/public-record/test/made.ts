import { type PublicRecord, publicRecord, type RecordHistories, type RecordSurroundings } from "../src/index.ts"

/** What a record is made with, where nothing else is said. */
export const plainly: RecordSurroundings = { community: "willow", asOf: "2026-12-31" }

/** A record that is made without a refusal. */
export const made = (histories: Partial<RecordHistories>, around: RecordSurroundings = plainly): PublicRecord => {
  const record = publicRecord({ deliberations: [], disclosures: [], ...histories }, around)
  if (!record.ok) throw new Error(JSON.stringify(record.refusal))
  return record.value
}
