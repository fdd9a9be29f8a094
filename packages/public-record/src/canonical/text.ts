import { canonicalJson } from "@jinlin/core/kernel"
import type { PublicRecord } from "../model/record.ts"

/**
 * The file of a record: canonical JSON (RFC 8785) and a line feed, so that the same record is the same bytes wherever it is written.
 * A record that `publicRecord` or `readRecord` gave always has one; of anything else it may be empty. Rule RECORD-8.
 */
export const recordText = (record: PublicRecord): string => {
  const text = canonicalJson(record)
  return text.ok ? `${text.value}\n` : ""
}
