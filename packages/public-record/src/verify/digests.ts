import { digestedIn, digestIn, partsOf } from "../canonical/digests.ts"
import type { PublicRecord } from "../model/record.ts"
import { type Check, checkOf } from "./check.ts"

/** Each part against its digest, the whole against its own, and that against one from elsewhere, such as the paper notice. Rule RECORD-8. */
export const digestsHold = (record: PublicRecord, given: string | undefined): ReadonlyArray<Check> => {
  const whole = digestIn(digestedIn(record)) ?? ""
  const expected = given?.trim().toLowerCase()
  return [
    ...partsOf(record.parts).map(({ content, digest, part }) => {
      const got = digestIn(content) ?? ""
      return checkOf({ check: "part-digest", part }, got === digest, { got, expected: digest })
    }),
    checkOf({ check: "record-digest", part: "record" }, whole === record.digest, {
      got: whole,
      expected: record.digest,
    }),
    ...(expected === undefined
      ? []
      : [checkOf({ check: "given-digest", part: "record" }, whole === expected, { got: whole, expected })]),
  ]
}
