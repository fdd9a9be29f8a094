import type { DeliberationCircumstances, DeliberationCommand, MatterPlan, Voter } from "@jinlin/core/deliberation"
import type { Actor, DecisionRules } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { on } from "../moments.ts"
import { decisionRules, plainRules, type RulesBody } from "./rules.ts"

/** A command and the circumstances in which it comes: what `play` takes. */
export type Step = readonly [DeliberationCommand, DeliberationCircumstances]

/** The digest of a document, to hand in where any will do. */
export const someText = (digit: number): `${string}:${string}` => `sha-256:${String(digit).repeat(64)}`

/** Who put the matter of the scene forward. */
export const proposer: Actor = { _tag: "Post", person: "person-0", post: "proposer", within: "party-committee" }

/** The steps of the scene: proposed, talked over, reviewed, decided. */
export const sceneSteps: {
  readonly [Step in "propose" | "consult" | "review" | "resolve"]: MatterPlan["steps"][number]
} = {
  propose: {
    step: "propose",
    body: "party-committee",
    standing: "party",
    sets: ["party-committee"],
    whenLost: { _tag: "Reject" },
    returnsTo: [],
    amendedRestartsAt: "propose",
  },
  consult: {
    step: "consult",
    body: "two-committees",
    standing: "committee",
    sets: ["two-committees"],
    whenLost: { _tag: "Return", to: "propose" },
    returnsTo: ["propose"],
    amendedRestartsAt: "propose",
  },
  review: {
    step: "review",
    body: "consultation-council",
    standing: "council",
    sets: ["consultation-council"],
    whenLost: { _tag: "Stay" },
    returnsTo: [],
    amendedRestartsAt: null,
  },
  resolve: {
    step: "resolve",
    body: "representatives-meeting",
    standing: "residents",
    sets: ["representatives-meeting", "residents-assembly"],
    whenLost: { _tag: "Stay" },
    returnsTo: ["propose", "consult"],
    amendedRestartsAt: "propose",
  },
}

/** The four steps in their order. */
export const fourSteps: MatterPlan = {
  list: "four-steps",
  steps: [sceneSteps.propose, sceneSteps.consult, sceneSteps.review, sceneSteps.resolve],
}

/** The rules of each set of the scene, on every day. */
export const sceneRules: { readonly [set: string]: RulesBody } = {
  "party-committee": plainRules,
  "two-committees": plainRules,
  "consultation-council": { ...plainRules, quorum: [], approval: [] },
  "representatives-meeting": { ...plainRules, partyStudy: { ...plainRules.partyStudy, required: true } },
  "residents-assembly": { ...plainRules, notice: { ...plainRules.notice, days: 10, urgent: true } },
}

/** The law of the scene for a set on a day; null: it has no such set. */
export const sceneLaw = (set: string, day: CivilDate): DecisionRules | null => {
  const body = sceneRules[set]
  return body === undefined ? null : decisionRules(set, day, body)
}

/** So many voters of one head each, the first ones representatives. */
export const voters = (count: number, representatives = count): ReadonlyArray<Voter> =>
  Array.from({ length: count }, (_, index) => ({
    voter: `voter-${index + 1}`,
    person: `person-${index + 1}`,
    heads: 1,
    area: 0,
    kind: index < representatives ? "representative" : null,
  }))

/** What a step is told besides the command: who acts, the law of the day, the ballots that arrived. */
export type Around = Partial<DeliberationCircumstances> & { readonly minuteOfDay?: number }

/** A command that comes on a day, at nine unless another minute is given, from whoever may give it; a plan is that of the charter. */
export const step = (day: CivilDate, command: DeliberationCommand, around: Around = {}): Step => {
  const { minuteOfDay, ...more } = around
  const actor = command._tag === "OpenMatter" ? proposer : ({ _tag: "System", rule: "DELIBERATION-22" } as const)
  const plan = command._tag === "OpenMatter" ? { plan: command.plan } : {}
  return [command, { actor, now: on(day, minuteOfDay ?? 540), ...plan, ...more }]
}

/** The matter of the scene is put forward, with text 1 and these steps, about nothing that a law assigns unless it is said. */
export const opening = (day: CivilDate, plan: MatterPlan = fourSteps, about: string | null = null): Step =>
  step(day, { _tag: "OpenMatter", title: "Lights at the gate", about, text: someText(1), plan })

/** One sitting from its call to its result: whom it is called for, how they vote, and by which law. */
export interface Session {
  readonly step: string
  readonly set: string
  readonly calledOn: CivilDate
  readonly sitsOn: CivilDate
  /** Of so many voters the first `for` raise their hand for it, the next `against` against it; the others do not come. */
  readonly voters: number
  readonly for: number
  readonly against: number
  readonly motion?: Extract<DeliberationCommand, { readonly _tag: "OpenBallot" }>["motion"]
  /** The law that is handed in on the day of the call and on that of the sitting; that of the scene unless given. */
  readonly law?: (set: string, day: CivilDate) => DecisionRules | null
}

/** The commands of a sitting whose body decides by raised hands, on one day. */
export const session = (told: Session): ReadonlyArray<Step> => {
  const { calledOn, law = sceneLaw, set, sitsOn } = told
  const roll = voters(told.voters)
  const names = roll.map(({ voter }) => voter)
  const came = names.slice(0, told.for + told.against)
  const ofToday = { law: law(set, sitsOn) }
  const [first, ...others] = came
  const [one, ...rest] = roll
  return [
    step(calledOn, { _tag: "CallStep", step: told.step, set, sitsOn, urgent: null }, { law: law(set, calledOn) }),
    ...(one === undefined ? [] : [step(calledOn, { _tag: "EnterRoll", voters: [one, ...rest] })]),
    ...(first === undefined ? [] : [step(sitsOn, { _tag: "RecordAttendance", present: [first, ...others] })]),
    step(
      sitsOn,
      { _tag: "OpenBallot", motion: told.motion ?? { _tag: "Adopt" }, mode: "show-of-hands", closesOn: sitsOn },
      ofToday,
    ),
    step(sitsOn, {
      _tag: "RecordVotes",
      for: names.slice(0, told.for),
      against: names.slice(told.for, told.for + told.against),
      abstain: [],
      void: [],
    }),
    step(sitsOn, { _tag: "CloseBallot" }, { minuteOfDay: 600 }),
    step(sitsOn, { _tag: "DecideStep" }, { ...ofToday, minuteOfDay: 601 }),
  ]
}

/** A body that is only heard: called, and its opinion recorded. */
export const hearing = (told: {
  readonly step: string
  readonly set: string
  readonly calledOn: CivilDate
  readonly sitsOn: CivilDate
  readonly favours: boolean
}): ReadonlyArray<Step> => [
  step(
    told.calledOn,
    { _tag: "CallStep", step: told.step, set: told.set, sitsOn: told.sitsOn, urgent: null },
    { law: sceneLaw(told.set, told.calledOn) },
  ),
  step(
    told.sitsOn,
    { _tag: "RecordOpinion", opinion: someText(9), favours: told.favours, reason: "as was said" },
    { law: sceneLaw(told.set, told.sitsOn) },
  ),
]

/** The first three steps of the scene, passed and heard: propose on 2026-03-10, consult on the 20th, review on the 30th. */
export const untilResolve: ReadonlyArray<Step> = [
  opening("2026-03-02"),
  ...session({
    step: "propose",
    set: "party-committee",
    calledOn: "2026-03-02",
    sitsOn: "2026-03-10",
    voters: 5,
    for: 4,
    against: 1,
  }),
  ...session({
    step: "consult",
    set: "two-committees",
    calledOn: "2026-03-10",
    sitsOn: "2026-03-20",
    voters: 5,
    for: 3,
    against: 1,
  }),
  ...hearing({
    step: "review",
    set: "consultation-council",
    calledOn: "2026-03-20",
    sitsOn: "2026-03-30",
    favours: true,
  }),
]
