import * as Result from "effect/Result"
import type { Actor } from "../../kernel/authority.ts"
import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Decision } from "../../kernel/decider.ts"
import type { CovenantCircumstances, MatterOutcome } from "../circumstances.ts"
import type { CovenantCommand } from "../commands.ts"
import type { CovenantEvent } from "../events.ts"
import type { Covenant, Draft, Submission, Version } from "../model.ts"
import type { CovenantKind, CovenantRules } from "../policy.ts"
import type { CovenantRefusal } from "../refusals.ts"
import { commentsCloseOn, rulesFor } from "../rules/index.ts"

/** Where a command finds a covenant that was begun, and what the decision is told. */
export interface Standing {
  readonly covenant: Covenant
  readonly kind: CovenantKind
  readonly today: CivilDate
  readonly around: CovenantCircumstances
}

/** One kind of command. */
export type Command<Tag extends CovenantCommand["_tag"]> = Extract<CovenantCommand, { readonly _tag: Tag }>

/** What a command on a covenant comes to. */
export type CovenantDecision = Decision<CovenantEvent, CovenantRefusal>

/** An objection, or nothing against it. */
export type Objection = CovenantRefusal | undefined

/** Granted, and nothing happens: it is so already (COVENANT-18). */
export const quiet: CovenantDecision = Result.succeed([])

/** Who answers for what is done: the person for whom a clerk types, else who does it; nobody for the system itself. */
export const answerable = (actor: Actor): string | null =>
  actor._tag === "System" ? null : (actor.onBehalfOf ?? actor.person)

/** The text that is being made (COVENANT-2). */
export const draftIn = ({ covenant }: Standing): Checked<Draft, CovenantRefusal> =>
  covenant.draft === null
    ? refuse({ _tag: "NoDraft", rule: "COVENANT-2", drafts: covenant.drafts })
    : accept(covenant.draft)

/** The draft while it lies with no body (COVENANT-9). */
export const workableIn = (standing: Standing): Checked<Draft, CovenantRefusal> => {
  const found = draftIn(standing)
  if (!found.ok || found.value.submission === null) return found
  return refuse({ _tag: "DraftLiesWithBody", rule: "COVENANT-9", matter: found.value.submission.matter })
}

/** The draft while its text may change: it neither lies with a body nor open for comments (COVENANT-3). */
export const changeableIn = (standing: Standing): Checked<Draft, CovenantRefusal> => {
  const found = workableIn(standing)
  if (!found.ok || found.value.phase !== "commenting" || found.value.round === null) return found
  const { round } = found.value
  const earliest = commentsCloseOn(round)
  return refuse({ _tag: "TextLiesOpen", rule: "COVENANT-3", round: round.round, until: round.until, earliest })
}

/** The draft that lies with a body, and with which (COVENANT-10). */
export const submittedIn = (
  standing: Standing,
): Checked<Draft & { readonly submission: Submission }, CovenantRefusal> => {
  const found = draftIn(standing)
  if (!found.ok) return found
  const { phase, submission } = found.value
  return submission === null
    ? refuse({ _tag: "DraftNotSubmitted", rule: "COVENANT-10", phase })
    : accept({ ...found.value, submission })
}

/** A version by its number (COVENANT-11). */
export const versionIn = ({ covenant }: Standing, version: number): Checked<Version, CovenantRefusal> => {
  const found = covenant.versions.find((one) => one.version === version)
  const versions = covenant.versions.map((one) => one.version)
  return found === undefined ? refuse({ _tag: "NoSuchVersion", rule: "COVENANT-11", version, versions }) : accept(found)
}

/** The rules of a day for this kind of covenant (COVENANT-20). */
export const rulesOn = ({ around, kind }: Standing, on: CivilDate): Checked<CovenantRules, CovenantRefusal> => {
  const rules = rulesFor(around.rules, { kind, on })
  return rules === undefined
    ? refuse({ _tag: "CovenantRulesUnresolved", rule: "COVENANT-20", kind, on })
    : accept(rules)
}

/** What became of a matter, once it has ended (COVENANT-10). */
export const endedMatter = (
  { around: { outcome } }: Standing,
  matter: string,
): Checked<MatterOutcome & { readonly status: "decided" | "rejected" | "withdrawn" }, CovenantRefusal> => {
  if (outcome === null || outcome === undefined || outcome.matter !== matter)
    return refuse({ _tag: "MatterUndecided", rule: "COVENANT-10", matter, status: "unknown" })
  const { status } = outcome
  return status === "open"
    ? refuse({ _tag: "MatterUndecided", rule: "COVENANT-10", matter, status })
    : accept({ ...outcome, status })
}
