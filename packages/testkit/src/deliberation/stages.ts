import type { DeliberationCommand, MatterPlan, Voter } from "@jinlin/core/deliberation"
import type { BallotMode, DecisionRules } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import { decisionRules, type RulesBody } from "./rules.ts"
import { fourSteps, opening, type Step, step, voters } from "./scene.ts"

/** Where the first sitting of a matter stands. */
export const sittingStages = ["opened", "called", "enrolled", "attended", "balloting", "recorded", "closed"] as const
/** One of them. */
export type SittingStage = (typeof sittingStages)[number]

/** What of the scene is otherwise. */
export interface Stage {
  /** The rules of every set on every day; the plain ones but for these. */
  readonly rules?: Partial<RulesBody>
  readonly plan?: MatterPlan
  readonly roll?: ReadonlyArray<Voter>
  /** How many of the roll come, and of them how many raise their hand for it; the others are against it. */
  readonly present?: number
  readonly for?: number
  readonly mode?: BallotMode
  readonly motion?: Extract<DeliberationCommand, { readonly _tag: "OpenBallot" }>["motion"]
  readonly closesOn?: CivilDate
}

/** The day of the sitting: it is called on 2026-03-02. */
export const sittingDay: CivilDate = "2026-03-10"

/** The law of a stage for a set on a day. */
export const stageLaw =
  ({ rules }: Stage) =>
  (set: string, day: CivilDate): DecisionRules =>
    decisionRules(set, day, rules)

/**
 * The commands that lead a matter to a stage of its first sitting: opened and called on 2026-03-02, sitting on the 10th, five
 * voters of whom four come and three raise their hand for it, unless the stage says otherwise.
 */
export const matterAt = (stage: SittingStage, told: Stage = {}): ReadonlyArray<Step> => {
  const { closesOn = sittingDay, mode = "show-of-hands", plan = fourSteps, roll = voters(5) } = told
  const { present = 4, for: yes = 3, motion = { _tag: "Adopt" } } = told
  const [first] = plan.steps
  const [set] = first.sets
  const law = stageLaw(told)
  const came = roll.slice(0, present).map(({ voter }) => voter)
  const [one, ...others] = came
  const [voter, ...rest] = roll
  const ended = closesOn === sittingDay ? closesOn : addDays(closesOn, 1)
  const all: { readonly [Named in SittingStage]: ReadonlyArray<Step> } = {
    opened: [opening("2026-03-02", plan)],
    called: [
      step(
        "2026-03-02",
        { _tag: "CallStep", step: first.step, set, sitsOn: sittingDay, urgent: null },
        { law: law(set, "2026-03-02") },
      ),
    ],
    enrolled: voter === undefined ? [] : [step("2026-03-02", { _tag: "EnterRoll", voters: [voter, ...rest] })],
    attended: one === undefined ? [] : [step(sittingDay, { _tag: "RecordAttendance", present: [one, ...others] })],
    balloting: [step(sittingDay, { _tag: "OpenBallot", motion, mode, closesOn }, { law: law(set, sittingDay) })],
    recorded: [
      step(
        sittingDay,
        mode === "secret-papers"
          ? { _tag: "RecordCounts", for: yes, against: present - yes, abstain: 0, void: 0 }
          : { _tag: "RecordVotes", for: came.slice(0, yes), against: came.slice(yes), abstain: [], void: [] },
        { minuteOfDay: 560 },
      ),
    ],
    closed: [step(ended, { _tag: "CloseBallot" }, { minuteOfDay: 600 })],
  }
  return sittingStages.slice(0, sittingStages.indexOf(stage) + 1).flatMap((reached) => all[reached])
}
