import * as Result from "effect/Result"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Decision } from "../../kernel/decider.ts"
import type { CoGovernanceCircumstances, DeliberationFact } from "../circumstances.ts"
import type { CoGovernanceCommand } from "../commands.ts"
import type { CoGovernanceEvent } from "../events.ts"
import type { CoGovernance, Status } from "../model.ts"
import type { CoGovernancePolicy, Combine } from "../policy.ts"
import type { CoGovernanceRefusal } from "../refusals.ts"

/** A matter that was opened: how its deliberations combine is settled. */
interface OpenedMatter extends CoGovernance {
  readonly policy: CoGovernancePolicy
  readonly combine: Combine
}

/** Where a command finds a matter that was opened, and what the decision is told. */
export interface Standing {
  readonly matter: OpenedMatter
  readonly today: CivilDate
  readonly around: CoGovernanceCircumstances
}

/** One kind of command. */
export type Command<Tag extends CoGovernanceCommand["_tag"]> = Extract<CoGovernanceCommand, { readonly _tag: Tag }>

/** What a command comes to. */
export type CoGovernanceDecision = Decision<CoGovernanceEvent, CoGovernanceRefusal>

/** An objection, or nothing against it. */
export type Objection = CoGovernanceRefusal | undefined

/** Granted, and nothing happens: it is so already (COGOVERNANCE-22). */
export const quiet: CoGovernanceDecision = Result.succeed([])

/** The matter must stand at one of these stages (COGOVERNANCE-1). */
export const mustStandAt = ({ status }: CoGovernance, ...needs: ReadonlyArray<Status>): Objection =>
  needs.includes(status) ? undefined : { _tag: "NotAtThisStage", rule: "COGOVERNANCE-1", status, needs }

/** What is known of this matter of deliberation, if it was handed in. */
export const factOf = ({ deliberation }: CoGovernanceCircumstances, matter: string): DeliberationFact | undefined =>
  deliberation?.matter === matter ? deliberation : undefined
