// Commands as the scenarios of a matter ask for them: each takes what differs, and fills in what does not matter.
import type { DeliberationCommand, MatterPlan, Motion, Voter } from "@jinlin/core/deliberation"
import type { BallotMode, StepPlan } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"

export type Of<Tag extends DeliberationCommand["_tag"]> = Extract<DeliberationCommand, { readonly _tag: Tag }>

const text = (digit: number): `${string}:${string}` => `sha-256:${String(digit).repeat(64)}`

const step = (changes: Partial<StepPlan> & Pick<StepPlan, "step" | "body" | "standing" | "sets">): StepPlan => ({
  whenLost: { _tag: "Stay" },
  returnsTo: [],
  amendedRestartsAt: null,
  ...changes,
})

export const propose = step({
  step: "propose",
  body: "party-committee",
  standing: "party",
  sets: ["party-committee"],
  whenLost: { _tag: "Reject" },
})
export const consult = step({
  step: "consult",
  body: "two-committees",
  standing: "committee",
  sets: ["two-committees"],
  whenLost: { _tag: "Return", to: "propose" },
  returnsTo: ["propose"],
  amendedRestartsAt: "propose",
})
export const review = step({
  step: "review",
  body: "consultation-council",
  standing: "council",
  sets: ["consultation-council"],
})
export const resolve = step({
  step: "resolve",
  body: "representatives-meeting",
  standing: "residents",
  sets: ["representatives-meeting"],
  returnsTo: ["propose", "consult"],
  amendedRestartsAt: "consult",
})

/** The four steps, each by its shortest name. */
const fourSteps: MatterPlan = { list: "four-steps", steps: [propose, consult, review, resolve] }

/** One body and one step: owners of an estate. */
export const ownersAlone: MatterPlan = {
  list: "owners",
  steps: [
    step({
      step: "vote",
      body: "owners-assembly",
      standing: "owners",
      sets: ["owners-special"],
      whenLost: { _tag: "Reject" },
    }),
  ],
}

export const open = (plan: MatterPlan = fourSteps, about: string | null = null): DeliberationCommand => ({
  _tag: "OpenMatter",
  title: "A lift for building 3",
  about,
  text: text(1),
  plan,
})

export const call = (
  step: string,
  set: string,
  sitsOn: CivilDate,
  urgent: string | null = null,
): DeliberationCommand => ({ _tag: "CallStep", step, set, sitsOn, urgent })

export const cancel: DeliberationCommand = { _tag: "CancelCall", reason: "a typhoon" }

export const voter = (name: string, changes: Partial<Voter> = {}): Voter => ({
  voter: name,
  person: `p-${name}`,
  heads: 1,
  area: 0,
  kind: null,
  ...changes,
})

export const enter = (...voters: readonly [Voter, ...ReadonlyArray<Voter>]): DeliberationCommand => ({
  _tag: "EnterRoll",
  voters,
})

/** Voters of one head each by their names. */
export const heads = (...names: readonly [string, ...ReadonlyArray<string>]): DeliberationCommand => {
  const [first, ...others] = names
  return enter(voter(first), ...others.map((name) => voter(name)))
}

export const strike = (...voters: readonly [string, ...ReadonlyArray<string>]): DeliberationCommand => ({
  _tag: "StrikeFromRoll",
  voters,
  reason: "moved away",
})

export const recuse = (of: string): DeliberationCommand => ({
  _tag: "RecuseVoter",
  voter: of,
  reason: "sells the lift",
})
export const grant = (of: string, by: string): DeliberationCommand => ({ _tag: "GrantProxy", voter: of, by })
export const revoke = (of: string): DeliberationCommand => ({ _tag: "RevokeProxy", voter: of })
export const come = (...present: readonly [string, ...ReadonlyArray<string>]): DeliberationCommand => ({
  _tag: "RecordAttendance",
  present,
})
export const headcount = (present: number): DeliberationCommand => ({ _tag: "RecordHeadcount", present })

export const adopt: Motion = { _tag: "Adopt" }
export const amend = (digit: number): Motion => ({ _tag: "Amend", text: text(digit) })
export const sendTo = (to: string): Motion => ({ _tag: "Return", to })

export const put = (mode: BallotMode, closesOn: CivilDate, motion: Motion = adopt): DeliberationCommand => ({
  _tag: "OpenBallot",
  motion,
  mode,
  closesOn,
})

export const votes = (taken: Partial<Omit<Of<"RecordVotes">, "_tag">>): DeliberationCommand => ({
  _tag: "RecordVotes",
  for: [],
  against: [],
  abstain: [],
  void: [],
  ...taken,
})

export const counts = (yes: number, no: number, abstain = 0, spoilt = 0): DeliberationCommand => ({
  _tag: "RecordCounts",
  for: yes,
  against: no,
  abstain,
  void: spoilt,
})

export const extend = (closesOn: CivilDate): DeliberationCommand => ({
  _tag: "ExtendBallot",
  closesOn,
  reason: "too few have voted",
})
export const close: DeliberationCommand = { _tag: "CloseBallot" }
export const annul: DeliberationCommand = { _tag: "AnnulBallot", reason: "the last day is a slip of the pen" }
export const decideIt: DeliberationCommand = { _tag: "DecideStep" }
export const opinion = (favours: boolean): DeliberationCommand => ({
  _tag: "RecordOpinion",
  opinion: text(8),
  favours,
  reason: "noise on the fourth floor",
})
export const rebase = (onto: "law-of-call" | "law-of-today"): DeliberationCommand => ({
  _tag: "RebaseStep",
  onto,
  reason: "the presider has weighed it",
})
export const withdraw: DeliberationCommand = { _tag: "WithdrawMatter", reason: "another way was found" }
export const file = (round: number): DeliberationCommand => ({ _tag: "FileRegister", round, register: text(9) })
