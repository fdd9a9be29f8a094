import type { CoGovernance, CoGovernanceCommand, Which } from "../co-governance/index.ts"
import type { Covenant, CovenantCommand } from "../covenant/index.ts"
import type { MatterStanding } from "../deliberation/index.ts"
import type { Following } from "./reaction.ts"

const both: ReadonlyArray<Which> = ["self-governance", "joint"]

const hasEnded = ({ endedOn }: MatterStanding): boolean => endedOn !== null

/** A matter of deliberation with its id. */
export interface MatterKnown {
  readonly matter: string
  readonly standing: MatterStanding
}

/**
 * A matter has ended that is attached to one of co-governance, or one that has ended was attached: what it came to is taken over
 * (REACTION-13). Nothing where it runs, is not attached, or was taken over already.
 */
export const outcomeFollows = (
  { matter, standing }: MatterKnown,
  { deliberations, status }: CoGovernance,
): ReadonlyArray<Following<CoGovernanceCommand>> => {
  if (status !== "deliberating" || !hasEnded(standing)) return []
  return both.flatMap((which): ReadonlyArray<Following<CoGovernanceCommand>> => {
    const known = deliberations[which]
    return known.matter === matter && known.outcome === null
      ? [{ rule: "REACTION-13", command: { _tag: "RecordOutcome", which } }]
      : []
  })
}

/** A matter has ended with which the draft of a covenant lies, or the draft was put to one that has: the consequence is drawn (REACTION-14). */
export const decisionFollows = (
  { matter, standing }: MatterKnown,
  { draft }: Covenant,
): ReadonlyArray<Following<CovenantCommand>> =>
  hasEnded(standing) && draft?.submission?.matter === matter
    ? [{ rule: "REACTION-14", command: { _tag: "RecordDecision" } }]
    : []
