import { accept, type Checked, decodeStrictly, type Located, readJson, refuse } from "@jinlin/core/kernel"
import { partAt, placeIn } from "../canonical/place.ts"
import { recordText } from "../canonical/text.ts"
import { PublicRecord } from "../model/record.ts"
import { largestRecord } from "../policy.ts"
import { type Check, checkOf } from "./check.ts"

/** Bytes that are no UTF-8, so that nobody can say which text stands there. Rule RECORD-9. */
export interface RecordNotUtf8 {
  readonly _tag: "RecordNotUtf8"
  readonly rule: "RECORD-9"
  /** The place of the first such byte, from 0. */
  readonly byte: number
}

/** A file that is larger than any record. Rule RECORD-9. */
export interface RecordTooLarge {
  readonly _tag: "RecordTooLarge"
  readonly rule: "RECORD-9"
  readonly bytes: number
  readonly limit: number
}

const unreadable = (part: string, refusal: Located): Check => ({
  ...checkOf({ check: "reading", part }, false, { place: refusal.path.join(".") }),
  refusal,
})

const decoded = (bytes: Uint8Array, length = bytes.length): string | undefined => {
  try {
    // A byte order mark stays, and is then no JSON: the same record is the same bytes.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
      stream: length < bytes.length,
    })
  } catch {
    return undefined
  }
}

/** How many bytes can be decoded before the first that cannot. */
const soundBytes = (bytes: Uint8Array): number => {
  let [sound, broken] = [0, bytes.length]
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1
    if (decoded(bytes, middle) === undefined) broken = middle
    else sound = middle
  }
  return sound
}

/** How many bytes a file has or would have; a text that has too many characters anyway is not written out to be measured. */
export const bytesOf = (input: string | Uint8Array): number =>
  typeof input !== "string" || input.length > largestRecord ? input.length : new TextEncoder().encode(input).length

const textIn = (input: string | Uint8Array): Checked<string, Check> => {
  const size = bytesOf(input)
  if (size > largestRecord) {
    const refusal: RecordTooLarge = { _tag: "RecordTooLarge", rule: "RECORD-9", bytes: size, limit: largestRecord }
    return refuse(unreadable("record", { path: [], refusal }))
  }
  if (typeof input === "string") return accept(input)
  const text = decoded(input)
  if (text !== undefined) return accept(text)
  const byte = soundBytes(input)
  const path = placeIn(decoded(input, byte) ?? "")
  const refusal: RecordNotUtf8 = { _tag: "RecordNotUtf8", rule: "RECORD-9", byte }
  return refuse(unreadable(partAt(path), { path, refusal }))
}

/** Where two texts begin to differ. */
const firstDifference = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  return at
}

/** A record as it was read, and that it is written in the one way that there is. */
export interface ReadRecord {
  readonly record: PublicRecord
  readonly canonical: Check
}

/** Reads the file of a record strictly: nothing that nobody declared, nothing named twice, no byte otherwise. Rule RECORD-9. */
export const readRecord = (input: string | Uint8Array): Checked<ReadRecord, ReadonlyArray<Check>> => {
  const text = textIn(input)
  if (!text.ok) return refuse([text.refusal])
  const json = readJson(text.value)
  if (!json.ok) {
    const path = json.refusal._tag === "DuplicateKey" ? json.refusal.within : placeIn(text.value)
    return refuse([unreadable(partAt(path), { path, refusal: json.refusal })])
  }
  const read = decodeStrictly(PublicRecord)(json.value)
  if (!read.ok) return refuse(read.refusal.map((located) => unreadable(partAt(located.path), located)))
  const record = read.value
  const written = recordText(record)
  const holds = written === text.value
  const part = holds ? "record" : partAt(placeIn(text.value, firstDifference(text.value, written)))
  return accept({ record, canonical: checkOf({ check: "canonical", part }, holds) })
}
