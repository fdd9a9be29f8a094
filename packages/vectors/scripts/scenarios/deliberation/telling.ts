import type {
  ArrivedBallot,
  BoxCount,
  DeliberationCircumstances,
  DeliberationCommand,
  DeliberationEvent,
  Matter,
  MatterPlan,
} from "@jinlin/core/deliberation"
import { authority } from "@jinlin/core/deliberation"
import { type Actor, authorize, type DecisionRules } from "@jinlin/core/kernel"
import { on } from "@jinlin/testkit"
import { type Line, mustDoAsItSays, type Script } from "../lines.ts"
import { type Asked, type Told, tell } from "../scenario.ts"
import { deliberation } from "../subjects.ts"
import { lawOf, type Said } from "./law.ts"

/** A line of a scenario of a matter. */
export interface MatterLine extends Line<DeliberationCommand> {
  /** The law that is handed in. Unless it is said: that of the set and of the day, where the command asks for one. */
  readonly law?: DecisionRules | null
  /** What differs in that law from what the scenarios usually say. */
  readonly changes?: Said
  /** The list that the charter has under the name of the plan. Unless it is said: the plan itself. */
  readonly plan?: MatterPlan | null | undefined
  readonly ballots?: ReadonlyArray<ArrivedBallot>
  readonly box?: ReadonlyArray<BoxCount>
  /** What stands in the log before it, and that no command would bring there. */
  readonly given?: ReadonlyArray<DeliberationEvent>
  /** Who asks, where it is not somebody who may. */
  readonly by?: Actor
}

const post = (person: string, name: string, within: string, onBehalfOf?: string): Actor =>
  onBehalfOf === undefined
    ? { _tag: "Post", person, post: name, within }
    : { _tag: "Post", person, post: name, within, onBehalfOf }

/** Somebody who may ask this of a matter; the system where nobody of these may. */
export const whoMayAskMatter = (
  command: DeliberationCommand,
  state: Matter,
  around: Omit<DeliberationCircumstances, "actor">,
): Actor => {
  const bodies = state.plan?.steps.map(({ body }) => body) ?? []
  const known = [
    post("p-proposer", "proposer", "party-committee"),
    ...(bodies.length > 0 ? bodies : ["party-committee"]).map((body) => post("p-overseer", "overseer", body)),
    ...bodies.flatMap((body) => [
      post(`p-${body}`, "presider", body),
      post("p-secretary", "secretary", body),
      post("p-secretary", "secretary", body, `p-${body}`),
    ]),
  ]
  return (
    known.find((actor) => authorize(authority, command, state, { ...around, actor }).ok) ?? {
      _tag: "System",
      rule: "DELIBERATION-17",
    }
  )
}

/** The law that the shell would resolve for a command: of the set that it names, or of that of the sitting. */
const resolved = (state: Matter, { ask, changes, law, on: day }: MatterLine): DecisionRules | null | undefined => {
  if (law !== undefined) return law
  if (ask._tag === "CallStep") return lawOf(ask.set, day, changes)
  const asks = ["OpenBallot", "DecideStep", "RecordOpinion", "RebaseStep"].includes(ask._tag)
  return asks && state.sitting !== null ? lawOf(state.sitting.rules.set, day, changes) : undefined
}

/** The list that the shell would find in the charter for a command that names one. */
const listed = (line: MatterLine): MatterPlan | null | undefined => {
  if ("plan" in line) return line.plan
  return line.ask._tag === "OpenMatter" ? line.ask.plan : undefined
}

/** Tells a scenario of a matter that is written by hand. */
export const tellMatterScript = (script: Script<DeliberationCommand, MatterLine>): Told => {
  const told = tell(deliberation, script, function* (state: () => Matter): Generator<
    Asked<DeliberationCommand, DeliberationCircumstances, DeliberationEvent>
  > {
    for (const line of script.lines) {
      const { ask: command, ballots, box, by, given = [], minute, on: day, says } = line
      const around = { now: on(day, minute), law: resolved(state(), line), plan: listed(line), ballots, box }
      yield { says, command, given, around: { actor: by ?? whoMayAskMatter(command, state(), around), ...around } }
    }
  })
  mustDoAsItSays(script, told)
  return told
}
