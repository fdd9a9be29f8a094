import { type DeliberationCommand, deliberation, due, type Matter, type MatterPlan } from "@jinlin/core/deliberation"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { on, type Walked, walk } from "@jinlin/testkit"
import { decisionRules, sceneRules } from "@jinlin/testkit/deliberation"

const text = (digit: number): `${string}:${string}` => `sha-256:${String(digit).repeat(64)}`

/** Two bodies: one that decides, may amend and may send the matter back, and one that is only heard. */
const plan: MatterPlan = {
  list: "two-steps",
  steps: [
    {
      step: "decide",
      body: "committees",
      standing: "committee",
      sets: ["two-committees"],
      whenLost: { _tag: "Reject" },
      returnsTo: ["decide"],
      amendedRestartsAt: "decide",
    },
    {
      step: "hear",
      body: "council",
      standing: "council",
      sets: ["consultation-council"],
      whenLost: { _tag: "Stay" },
      returnsTo: [],
      amendedRestartsAt: null,
    },
  ],
}

const called: CivilDate = "2026-03-02"
const sits: CivilDate = "2026-03-06"
const ends: CivilDate = "2026-03-07"

const voters = ["a", "b", "c"]
const roll = voters.map((voter) => ({ voter, person: null, heads: 1, area: 0, kind: null }))
const [one, ...others] = roll

/** The sets of the scene, with ballots that may be put off once. */
const lawOf = (set: string, day: CivilDate) => {
  const rules = sceneRules[set]
  if (rules === undefined) return null
  return decisionRules(set, day, { ...rules, extension: { ...rules.extension, times: 1, days: 2 } })
}

const votes = { _tag: "RecordVotes", abstain: [], void: [] } as const

const before: ReadonlyArray<DeliberationCommand> = [
  { _tag: "CancelCall", reason: "typhoon" },
  ...(one === undefined ? [] : [{ _tag: "EnterRoll", voters: [one, ...others] } as const]),
  { _tag: "RecordAttendance", present: ["a", "b"] },
  { _tag: "OpenBallot", mode: "show-of-hands", closesOn: ends, motion: { _tag: "Adopt" } },
  { _tag: "OpenBallot", mode: "show-of-hands", closesOn: ends, motion: { _tag: "Amend", text: text(2) } },
  { _tag: "OpenBallot", mode: "show-of-hands", closesOn: ends, motion: { _tag: "Return", to: "decide" } },
  { _tag: "RecordOpinion", opinion: text(8), favours: true, reason: "as was said" },
]

const after: ReadonlyArray<DeliberationCommand> = [
  { ...votes, for: ["a", "b"], against: [] },
  { ...votes, for: ["a"], against: ["b"] },
  { _tag: "ExtendBallot", closesOn: "2026-03-08", reason: "too few have come" },
  { _tag: "AnnulBallot", reason: "the roll was another" },
]

/** A matter is followed through three sittings, which is as many as every way of ending needs. */
const commands = (matter: Matter): ReadonlyArray<DeliberationCommand> => {
  if (matter.status === "unopened") return [{ _tag: "OpenMatter", title: "lamps", about: null, text: text(1), plan }]
  const { at, closed, sitting } = matter
  if (matter.status !== "open" || (closed.length > 2 && sitting === null)) return []
  const set = at === "decide" ? "two-committees" : "consultation-council"
  const calling: DeliberationCommand = { _tag: "CallStep", step: at ?? "", set, sitsOn: sits, urgent: null }
  const ending: DeliberationCommand = { _tag: "WithdrawMatter", reason: "another way was found" }
  if (sitting === null) return [calling, ending]
  return [...(sitting.ballot === null ? [...before, ending] : after), ...due(matter).map(({ command }) => command)]
}

/** A call is made days before; people come on the day; what waits for its day comes on it. */
const dayOf = (matter: Matter, command: DeliberationCommand): CivilDate =>
  due(matter).find((one) => one.command._tag === command._tag)?.on ??
  (matter.sitting === null || command._tag === "EnterRoll" ? called : sits)

/** Where the matter stands. */
const view = ({ sitting, status }: Matter): string => {
  if (status !== "open") return status
  if (sitting === null) return "waiting"
  if (sitting.ballot === null) return "called"
  return sitting.ballot.closedAt === null ? "voting" : "closed"
}

/** The life of a matter in a list of two steps, under one law. */
export const deliberationWorld = (): Walked =>
  walk({
    decider: deliberation,
    commands,
    circumstances: (matter, command) => {
      const day = dayOf(matter, command)
      const set = command._tag === "CallStep" ? command.set : (matter.sitting?.rules.set ?? "")
      const actor = { _tag: "Post", person: "p-1", post: "proposer", within: "committees" } as const
      return { actor, now: on(day), plan, law: lawOf(set, day), ballots: [], box: [] }
    },
    view,
    limit: 20_000,
  })
