import { object, unless } from "../../kernel/decider.ts"
import type { DisclosureStanding } from "../circumstances.ts"
import type { Disclosure } from "../model.ts"
import { notCarried } from "../rules/index.ts"
import { type Against, type Command, type DisclosureDecision, mustBe, quiet, type Standing } from "./standing.ts"

/** What a correction shares with the disclosure that it corrects. */
type Kept = Pick<DisclosureStanding, "matter" | "what" | "audience">

/** A correction is of the same matter, of the same kind and for the same audience (DISCLOSURE-14). */
const mustMatch = (disclosure: string, expected: Kept, got: Kept): ReadonlyArray<Against> =>
  (["matter", "what", "audience"] as const).map((field): Against => {
    const must = expected[field]
    return must === null || must === got[field]
      ? undefined
      : { _tag: "CorrectionDiffers", rule: "DISCLOSURE-14", disclosure, field, expected: must }
  })

/** What a correction corrects was posted, and nothing else has taken its place (DISCLOSURE-14). */
export const mustBeCorrectable = (
  corrects: string | null,
  correction: Kept,
  { around }: Standing,
): ReadonlyArray<Against> => {
  if (corrects === null) return []
  const { corrected } = around
  if (corrected?.disclosure !== corrects)
    return [{ _tag: "DisclosureUnknown", rule: "DISCLOSURE-14", disclosure: corrects }]
  const { status, supersededBy: by } = corrected
  const stands = status === "posted" || status === "completed"
  const notStanding: Against = stands
    ? undefined
    : { _tag: "NotCorrectable", rule: "DISCLOSURE-14", disclosure: corrects, status, by }
  return [notStanding, ...mustMatch(corrects, corrected, correction)]
}

/** It is the correction of this very disclosure, and it is up. */
const mustHaveTakenOver = (
  correction: DisclosureStanding,
  { around, disclosure }: Standing,
): ReadonlyArray<Against> => {
  const { corrects, disclosure: by, postedOn, status } = correction
  const self = around.disclosure
  const elsewhere: Against =
    self === undefined || corrects === self
      ? undefined
      : { _tag: "CorrectionDiffers", rule: "DISCLOSURE-14", disclosure: by, field: "corrects", expected: self }
  const notUp: Against =
    postedOn === null ? { _tag: "CorrectionNotPosted", rule: "DISCLOSURE-14", by, status } : undefined
  return [elsewhere, notUp, ...mustMatch(by, disclosure, correction)]
}

/** An objection is not shaken off by a correction: it knows every one that is open (DISCLOSURE-15). */
const mustKnowObjections = ({ disclosure: by, objections }: DisclosureStanding, known: Disclosure): Against => {
  const lost = notCarried(known.objections, objections)
  return lost.length === 0 ? undefined : { _tag: "ObjectionsNotCarried", rule: "DISCLOSURE-15", by, objections: lost }
}

/** The correction is posted, and takes the place of this disclosure from now on (DISCLOSURE-14). */
export const supersede = ({ by }: Command<"SupersedeDisclosure">, standing: Standing): DisclosureDecision => {
  const { around, disclosure, today: on } = standing
  if (disclosure.supersededBy === by) return quiet
  if (disclosure.supersededBy !== null)
    return object({ _tag: "AlreadyCorrected", rule: "DISCLOSURE-14", by: disclosure.supersededBy })
  const stage = mustBe(disclosure, "posted", "completed")
  if (stage !== undefined) return object(stage)
  const { correction } = around
  if (correction?.disclosure !== by) return object({ _tag: "DisclosureUnknown", rule: "DISCLOSURE-14", disclosure: by })
  const objections = [...mustHaveTakenOver(correction, standing), mustKnowObjections(correction, disclosure)]
  return unless(objections, () => [{ _tag: "DisclosureSuperseded", by, on }])
}
