import {
  type ArrivedBallot,
  type DeliberationEvent,
  deliberation,
  type MatterPlan,
  type Voter,
} from "@jinlin/core/deliberation"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { play } from "@jinlin/testkit"
import {
  cited,
  decisionRules,
  plainRules,
  type RulesBody,
  deliberationStep as step,
} from "@jinlin/testkit/deliberation"
import { moment } from "./moments.ts"

type Step = ReturnType<typeof step>
type Mode = "show-of-hands" | "open" | "secret" | "secret-papers"
type Motion = Extract<Step[0], { readonly _tag: "OpenBallot" }>["motion"]

const special: RulesBody = {
  ...plainRules,
  packs: ["cn.civil-code@2021-01-01"],
  quorum: [cited("2/3", { base: "whole-estate" }), cited("2/3", { base: "whole-estate", measure: "area" })],
  quorumCounts: "participating",
  approval: [cited("3/4", { base: "participating" }), cited("3/4", { base: "participating", measure: "area" })],
}

/** The sets of rules of the story. */
const sets: Readonly<Record<string, RulesBody>> = {
  "party-committee": plainRules,
  "two-committees": plainRules,
  council: { ...plainRules, quorum: [], approval: [] },
  "residents-meeting": { ...plainRules, extension: { ...plainRules.extension, times: 1, days: 5 } },
  "owners-special": special,
  "joint-conference": plainRules,
}

const stepOf = (
  name: string,
  body: string,
  set: string,
  more: Partial<MatterPlan["steps"][number]> = {},
): MatterPlan["steps"][number] => ({
  ...{ step: name, body, standing: "residents", sets: [set], whenLost: { _tag: "Stay" }, returnsTo: [] },
  amendedRestartsAt: null,
  ...more,
})

/** Proposed, talked over (where it may be amended), heard, voted on secretly, decided by the owners. */
export const selfGovernance: MatterPlan = {
  list: "estate-steps",
  steps: [
    stepOf("propose", "party-committee", "party-committee", { standing: "party" }),
    stepOf("consult", "two-committees", "two-committees", { amendedRestartsAt: "propose" }),
    stepOf("review", "council", "council"),
    stepOf("residents", "residents-meeting", "residents-meeting"),
    stepOf("owners", "owners-assembly", "owners-special"),
  ],
}

/** One step of a conference of a few. */
export const joint: MatterPlan = {
  list: "conference-steps",
  steps: [stepOf("confer", "joint-conference", "joint-conference", { standing: "council" })],
}

/** So many voters, each with an area if one is given. People are `person-…`, who must never be seen. */
export const rollOf = (
  prefix: string,
  count: number,
  area: (index: number) => number = () => 0,
): ReadonlyArray<Voter> =>
  Array.from({ length: count }, (_, index) => ({
    ...{ voter: `${prefix}-${index + 1}`, person: `person-${prefix}-${index + 1}`, heads: 1, area: area(index) },
    kind: null,
  }))

/** One sitting: who is on the roll, how they vote, and when. */
export interface Session {
  readonly step: string
  readonly set: string
  readonly calledOn: CivilDate
  readonly sitsOn: CivilDate
  readonly roll: ReadonlyArray<Voter>
  readonly mode: Mode
  readonly for: number
  readonly against: number
  readonly motion?: Motion
  readonly recused?: ReadonlyArray<string>
  readonly rules?: RulesBody
}

const law = ({ rules, set }: Session, day: CivilDate) => decisionRules(set, day, rules ?? sets[set] ?? plainRules)

const voting = (told: Session): ReadonlyArray<Step> => {
  const able = told.roll.map(({ voter }) => voter).filter((voter) => told.recused?.includes(voter) !== true)
  const [yes, no] = [able.slice(0, told.for), able.slice(told.for, told.for + told.against)]
  const around = { law: law(told, told.sitsOn) }
  const closed = step(told.sitsOn, { _tag: "CloseBallot" }, { minuteOfDay: 600 })
  const decide = (more = {}) => step(told.sitsOn, { _tag: "DecideStep" }, { ...around, ...more, minuteOfDay: 601 })
  if (told.mode === "show-of-hands")
    return [
      step(told.sitsOn, { _tag: "RecordVotes", for: [...yes], against: [...no], abstain: [], void: [] }),
      ...[closed, decide()],
    ]
  if (told.mode === "secret-papers")
    return [
      step(told.sitsOn, { _tag: "RecordCounts", for: yes.length, against: no.length, abstain: 0, void: 0 }),
      ...[closed, decide()],
    ]
  const isSecret = told.mode === "secret"
  const ballots = [...yes, ...no].map(
    (voter, index): ArrivedBallot => ({
      ...{ voter, choice: isSecret ? null : index < yes.length ? "for" : "against", castBy: voter },
      ...{ at: moment(told.sitsOn, 560).instant, channel: "online", kept: "counts" },
    }),
  )
  const box = isSecret
    ? [
        { choice: "for", count: yes.length },
        { choice: "against", count: no.length },
      ]
    : []
  return [closed, decide({ ballots, box: box.filter(({ count }) => count > 0) })]
}

/** The commands of a sitting from its call to its result. */
export const sitting = (told: Session): ReadonlyArray<Step> => {
  const [first, ...others] = told.roll
  const able = told.roll.map(({ voter }) => voter).filter((voter) => told.recused?.includes(voter) !== true)
  const [one, ...rest] = able.slice(0, told.for + told.against)
  const around = { law: law(told, told.sitsOn) }
  return [
    step(
      told.calledOn,
      { _tag: "CallStep", step: told.step, set: told.set, sitsOn: told.sitsOn, urgent: null },
      { law: law(told, told.calledOn) },
    ),
    ...(first === undefined ? [] : [step(told.calledOn, { _tag: "EnterRoll", voters: [first, ...others] })]),
    ...(told.recused ?? []).map((voter) =>
      step(told.calledOn, { _tag: "RecuseVoter", voter, reason: "builds the garage" }),
    ),
    ...(one === undefined ? [] : [step(told.sitsOn, { _tag: "RecordAttendance", present: [one, ...rest] })]),
    step(
      told.sitsOn,
      { _tag: "OpenBallot", motion: told.motion ?? { _tag: "Adopt" }, mode: told.mode, closesOn: told.sitsOn },
      around,
    ),
    ...voting(told),
  ]
}

/** A body that is only heard. */
export const hearing = (
  told: Pick<Session, "calledOn" | "set" | "sitsOn" | "step">,
  opinion: `${string}:${string}`,
): ReadonlyArray<Step> => {
  const around = (day: CivilDate) => ({ law: decisionRules(told.set, day, sets[told.set] ?? plainRules) })
  return [
    step(
      told.calledOn,
      { _tag: "CallStep", step: told.step, set: told.set, sitsOn: told.sitsOn, urgent: null },
      around(told.calledOn),
    ),
    step(
      told.sitsOn,
      { _tag: "RecordOpinion", opinion, favours: true, reason: "the gate is narrow" },
      around(told.sitsOn),
    ),
  ]
}

/** What happened, if nothing of it was refused. */
export const historyOf = (steps: ReadonlyArray<Step>): ReadonlyArray<DeliberationEvent> => {
  const { history, refused } = play(deliberation, steps)
  if (refused.length > 0) throw new Error(JSON.stringify(refused[0]))
  return history
}
