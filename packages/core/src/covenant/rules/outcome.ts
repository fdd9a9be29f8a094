import { compareCivilDates } from "../../kernel/arithmetic.ts"
import type { MatterOutcome } from "../circumstances.ts"
import type { ReturnedBecause, Submission } from "../model.ts"
import type { CovenantRules } from "../policy.ts"
import { mayMake } from "./law.ts"

/** Why a decision makes no version of the text that was submitted; nothing: it does (COVENANT-10). */
export const whyNotAdopted = (
  { decidedOn, set, text }: Pick<MatterOutcome, "decidedOn" | "set" | "text">,
  { document, since }: Pick<Submission, "document" | "since">,
  rules: CovenantRules,
): ReturnedBecause | undefined => {
  if (!mayMake(rules, set)) return "another-body"
  if (decidedOn === null || compareCivilDates(decidedOn, since) < 0) return "decided-before"
  return text === document ? undefined : "another-text"
}
