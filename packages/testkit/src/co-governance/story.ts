import type {
  CoGovernance,
  CoGovernanceCircumstances,
  CoGovernanceCommand,
  CoGovernanceEvent,
  CoGovernancePolicy,
  CoGovernanceRefusal,
  Combine,
} from "@jinlin/core/co-governance"
import type { Actor, Decider, Moment } from "@jinlin/core/kernel"
import { replay } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { on } from "../moments.ts"
import { commandFor } from "./command-for.ts"
import type { Move } from "./moves.ts"
import { convenor, opener } from "./scene.ts"
import {
  complete,
  dispute,
  end,
  memberships,
  nothingDone,
  publish,
  putForward,
  revocation,
  type Surroundings,
  whichOf,
} from "./surroundings.ts"

/** The decider of a matter with two deliberations: ours, or a vendor's that answers to the same commands. */
export type CoGovernanceDecider = Decider<
  CoGovernanceCircumstances,
  CoGovernance,
  CoGovernanceCommand,
  CoGovernanceEvent,
  CoGovernanceRefusal
>

/** A story before it is told: how the matter is opened, under which policy, and what is tried. */
export interface CoGovernanceStory {
  readonly combine: Combine
  readonly touched: ReadonlyArray<string>
  readonly policy: CoGovernancePolicy
  readonly moves: ReadonlyArray<Move>
}

/** One command of a story that was tried, with what it came to. */
export interface Chapter {
  readonly now: Moment
  readonly command: CoGovernanceCommand
  readonly around: CoGovernanceCircumstances
  /** What others had done by then. */
  readonly surroundings: Surroundings
  readonly before: CoGovernance
  readonly after: CoGovernance
  readonly events: ReadonlyArray<CoGovernanceEvent>
  readonly refusals: ReadonlyArray<CoGovernanceRefusal>
}

/** A story told: every chapter, and the whole history. */
export interface Told {
  readonly chapters: ReadonlyArray<Chapter>
  readonly history: ReadonlyArray<CoGovernanceEvent>
  readonly matter: CoGovernance
}

/** The matter of deliberation that a command is about. */
const namedBy = (command: CoGovernanceCommand, state: CoGovernance): string | null => {
  if (command._tag === "AttachDeliberation") return command.matter
  if (command._tag === "RevokeResolution") return command.by
  if (command._tag === "RecordOutcome" || command._tag === "DetachDeliberation")
    return state.deliberations[command.which].matter
  return null
}

const actorOf = ({ bits }: Move, command: CoGovernanceCommand): Actor => {
  if (command._tag === "SkipJoint") return convenor
  return command._tag === "RejectCoGovernance" && bits % 2 === 0 ? { _tag: "System", rule: "COGOVERNANCE-10" } : opener
}

/** What others do in a move. */
const goOn = (
  surroundings: Surroundings,
  move: Move,
  { state, today }: { readonly state: CoGovernance; readonly today: CivilDate },
): Surroundings => {
  switch (move.kind) {
    case "attach":
      return putForward(surroundings, move, { state, today })
    case "end":
      return end(surroundings, move, { matter: state.deliberations[whichOf(move)].matter, today })
    case "publish":
      return publish(surroundings, move, { state, today })
    case "complete":
      return complete(surroundings, move, today)
    case "object":
      return dispute(surroundings, move)
    case "revoke":
      // Somebody decides something, which may revoke the resolution.
      return end(revocation(surroundings, move, { state, today }), move, {
        matter: `matter-${surroundings.deliberations.length + 1}`,
        today,
      })
    default:
      return surroundings
  }
}

const first: Move = { days: 0, kind: "open-again", which: 0, other: 0, bits: 1 }

/** Tell a story to a decider: a matter is opened, then the moves are made day by day. */
export const tell = (decider: CoGovernanceDecider, { combine, moves, policy, touched }: CoGovernanceStory): Told => {
  const chapters: Array<Chapter> = []
  let today: CivilDate = "2026-01-05"
  let minute = 540
  let state = decider.initial
  let surroundings = nothingDone
  const attempt = (command: CoGovernanceCommand, move: Move) => {
    minute = Math.min(minute + 1, 1439)
    const named = namedBy(command, state)
    const around: CoGovernanceCircumstances = {
      actor: actorOf(move, command),
      now: on(today, minute),
      coGovernance: "co-governance-1",
      policy,
      deliberation: surroundings.deliberations.find(({ matter }) => matter === named),
      disclosures: surroundings.disclosures,
      memberships,
    }
    const decided = decider.decide(command, state, around)
    const events = Result.isSuccess(decided) ? decided.success : []
    const refusals = Result.isFailure(decided) ? decided.failure : []
    const after = replay(decider, events, state)
    chapters.push({ now: around.now, command, around, surroundings, before: state, after, events, refusals })
    state = after
  }
  attempt({ _tag: "OpenCoGovernance", title: "Lights at the gate", combine, touched }, first)
  for (const move of moves) {
    if (move.days > 0) minute = 540
    today = addDays(today, move.days)
    surroundings = goOn(surroundings, move, { state, today })
    const command = commandFor(move, { state, around: surroundings, today })
    if (command !== undefined) attempt(command, move)
  }
  return { chapters, history: chapters.flatMap(({ events }) => events), matter: state }
}
