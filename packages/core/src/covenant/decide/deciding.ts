import { object, unless } from "../../kernel/decider.ts"
import type { MatterOutcome } from "../circumstances.ts"
import type { ReturnedBecause, Submission } from "../model.ts"
import { filingDuty, whyNotAdopted } from "../rules/index.ts"
import { type CovenantDecision, endedMatter, rulesOn, type Standing, submittedIn } from "./standing.ts"

const returned = (
  { draft, submission }: { readonly draft: number; readonly submission: Submission },
  { set, text }: Pick<MatterOutcome, "set" | "text">,
  { because, standing }: { readonly because: ReturnedBecause; readonly standing: Standing },
): CovenantDecision => {
  const what = { matter: submission.matter, because, text, set }
  return unless([], () => [{ _tag: "DraftReturned", draft, ...what, on: standing.today }])
}

/**
 * The matter has ended: the text that was submitted is a version, if a body that may make it decided exactly this text after it
 * was submitted; else the draft comes back with the reason (COVENANT-10). The law of the day of the decision counts.
 */
export const recordDecision = (standing: Standing): CovenantDecision => {
  const found = submittedIn(standing)
  if (!found.ok) return object(found.refusal)
  const { draft, submission } = found.value
  const { document, matter } = submission
  const ended = endedMatter(standing, matter)
  if (!ended.ok) return object(ended.refusal)
  const outcome = ended.value
  const { decidedOn, set, status } = outcome
  if (status !== "decided") return returned(found.value, { set: null, text: null }, { because: status, standing })
  const rules = rulesOn(standing, decidedOn ?? standing.today)
  if (!rules.ok) return object(rules.refusal)
  const because = whyNotAdopted(outcome, submission, rules.value)
  if (because !== undefined || decidedOn === null || set === null)
    return returned(found.value, outcome, { because: because ?? "another-body", standing })
  const { makers, packs } = rules.value
  const version = (standing.covenant.versions.at(-1)?.version ?? 0) + 1
  const what = { draft, version, document, matter, set, madeUnder: makers.citation, packs }
  const filing = filingDuty(rules.value, decidedOn)
  return unless([], () => [{ _tag: "VersionAdopted", ...what, filing, decidedOn, on: standing.today }])
}
