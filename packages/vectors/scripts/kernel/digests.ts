import { createHash } from "node:crypto"
import { canonicalJson, type DigestAlgorithm, digestOf, readDigest, readJson } from "@jinlin/core/kernel"
import type { Json } from "../json-text.ts"
import { ask, checked, type KernelFile, type Put } from "./question.ts"

const sm3: DigestAlgorithm = { name: "sm3", hash: (bytes) => createHash("sm3").update(bytes).digest() }

const nested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`

/** Texts of JSON as somebody may send them; what is read is written canonically. */
const texts: ReadonlyArray<Put<string>> = [
  { says: "Nothing.", input: "null" },
  { says: "An empty object.", input: "{ }" },
  { says: "An empty list.", input: "[ ]" },
  { says: "Keys in order, at every level.", input: '{ "b": 1, "a": { "d": [3, 2, 1], "c": true } }' },
  {
    says: "The example of RFC 8785 section 3.2.3: keys by UTF-16 code units, not by code points.",
    input:
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
  },
  {
    says: "The example of RFC 8785 section 3.2.2.",
    input:
      '{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}',
  },
  { says: "Whole numbers.", input: "[0, -1, 10, 9007199254740991]" },
  {
    says: "Beyond 9007199254740991 a number is the nearest double.",
    input: "[9007199254740993, 12345678901234567890]",
  },
  { says: "Numbers with a fraction.", input: "[0.1, -0.5, 1.250, 100.001]" },
  { says: "Minus zero is zero.", input: "[-0, -0.0, 0e5]" },
  {
    says: "Where the exponent begins: from 10 to the 21st on, and below 10 to the minus 6th.",
    input: "[1e20, 1e21, 1e-6, 1e-7, 123456789012345678901234]",
  },
  { says: "The smallest and the largest number.", input: "[5e-324, 1.7976931348623157e308]" },
  {
    says: "Control characters have escapes, short ones where there are any.",
    input: '"\\u0000\\b\\t\\n\\f\\r\\u001F"',
  },
  { says: "DEL has none.", input: '"\\u007f"' },
  { says: "Nor has U+2028.", input: '"\\u2028\\u2029"' },
  { says: "Chinese stays as it is.", input: '"\\u8f6e值主席"' },
  { says: "A character beyond the first plane.", input: '"\\ud842\\udfb7"' },
  { says: "Quotes and backslashes; a solidus needs none.", input: '"\\"\\\\\\/"' },
  { says: "What looks alike is not normalized.", input: '["\\u00e9", "e\\u0301"]' },
  { says: "A lone surrogate is no text.", input: '"a\\ud800"' },
  { says: "Nor in a key.", input: '{"\\udc00": 1}' },
  { says: "Nor is a noncharacter.", input: '"\\ufffe"' },
  { says: "A field is named once.", input: '{"a": 1, "a": 2}' },
  { says: "64 levels.", input: nested(64) },
  { says: "65 levels.", input: nested(65) },
  {
    says: "An event.",
    input: '{"_tag": "TermBegun", "term": 2, "unit": "clinic", "on": "2026-02-01", "handOverBefore": "2026-02-12"}',
  },
]

const zeros = "0".repeat(64)
const written: ReadonlyArray<Put<Json>> = [
  { says: "SHA-256.", input: `sha-256:${zeros}` },
  { says: "SM3.", input: `sm3:${zeros}` },
  { says: "Without an algorithm.", input: zeros },
  { says: "Of an unknown one.", input: `md5:${zeros}` },
  { says: "A digit short.", input: `sha-256:${zeros.slice(1)}` },
  { says: "Upper case.", input: `sha-256:${"A".repeat(64)}` },
  { says: "A number.", input: 0 },
]

/** Canonical JSON and digests. */
export const digestFiles: ReadonlyArray<KernelFile> = [
  ask({
    name: "canonical-json",
    asks: "read JSON, write it canonically and digest it",
    says: "The value is the canonical text (RFC 8785); beside it the digests of its UTF-8 bytes by SHA-256 and by SM3.",
    rules: ["DIGEST-1"],
    puts: texts,
    answer: (input) => {
      const read = readJson(input)
      if (!read.ok) return checked(read)
      const text = canonicalJson(read.value)
      if (!text.ok) return checked(text)
      const both = [digestOf(read.value), digestOf(read.value, sm3)]
      const digests = both.map((digest) => (digest.ok ? digest.value : null))
      return { value: text.value, digests }
    },
  }),
  ask({
    name: "digests",
    asks: "read a digest",
    says: "The text is the value when it is accepted.",
    rules: ["DIGEST-3"],
    puts: written,
    answer: (input) => checked(readDigest(input)),
  }),
]
