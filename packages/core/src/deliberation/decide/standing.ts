import * as Result from "effect/Result"
import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Decision } from "../../kernel/decider.ts"
import type { StepPlan } from "../../kernel/step-list.ts"
import type { DeliberationCircumstances } from "../circumstances.ts"
import type { DeliberationCommand } from "../commands.ts"
import type { DeliberationEvent } from "../events.ts"
import type { Matter, MatterPlan, OpenBallot, Sitting } from "../model.ts"
import type { DeliberationRefusal } from "../refusals.ts"

/** A matter that is open: it has a plan, a text, and a step whose turn it is. */
export interface OpenMatter extends Matter {
  readonly plan: MatterPlan
  readonly text: `${string}:${string}`
  readonly at: string
}

/** Where a command finds an open matter: the step whose turn it is, and what the decision is told. */
export interface Standing {
  readonly matter: OpenMatter
  readonly step: StepPlan
  readonly today: CivilDate
  readonly around: DeliberationCircumstances
}

/** A sitting whose ballot was opened. */
export type BallotSitting = Sitting & { readonly ballot: OpenBallot }

/** One kind of command. */
export type Command<Tag extends DeliberationCommand["_tag"]> = Extract<DeliberationCommand, { readonly _tag: Tag }>

/** What a command on a matter comes to. */
export type DeliberationDecision = Decision<DeliberationEvent, DeliberationRefusal>

/** An objection, or nothing against it. */
export type Objection = DeliberationRefusal | undefined

/** Granted, and nothing happens: it is so already (DELIBERATION-23). */
export const quiet: DeliberationDecision = Result.succeed([])

/** Which sitting an event happened in. */
export const placeOf = ({ round, step }: Sitting): { readonly round: number; readonly step: string } => ({
  round,
  step,
})

/** The person who asks; null: the system does. */
export const personAsking = ({ actor }: DeliberationCircumstances): string | null =>
  actor._tag === "Post" ? actor.person : null

/** The sitting that is not over, or that nobody was called (DELIBERATION-3). */
export const sittingIn = ({ matter }: Standing): Checked<Sitting, DeliberationRefusal> =>
  matter.sitting === null
    ? refuse({ _tag: "NoSitting", rule: "DELIBERATION-3", at: matter.at })
    : accept(matter.sitting)

/** The sitting while roll, recusals and proxies may still change (DELIBERATION-7). */
export const rollIn = (standing: Standing): Checked<Sitting, DeliberationRefusal> => {
  const found = sittingIn(standing)
  if (!found.ok || found.value.ballot === null) return found
  const { ballot, round } = found.value
  return refuse({ _tag: "RollIsFrozen", rule: "DELIBERATION-7", round, openedOn: ballot.openedOn })
}

/** The sitting whose ballot was opened and is not closed (DELIBERATION-14). */
export const ballotIn = (standing: Standing): Checked<BallotSitting, DeliberationRefusal> => {
  const found = sittingIn(standing)
  if (!found.ok) return found
  const { ballot, round } = found.value
  if (ballot !== null && ballot.closedAt === null) return accept({ ...found.value, ballot })
  const phase = ballot === null ? "called" : "closed"
  return refuse({ _tag: "BallotNotOpen", rule: "DELIBERATION-14", round, phase })
}
