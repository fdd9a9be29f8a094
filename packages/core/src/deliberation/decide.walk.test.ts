import { on, walk } from "@jinlin/testkit"
import {
  decisionRules,
  fourSteps,
  plainRules,
  proposer,
  type RulesBody,
  sceneVoters,
  someText,
} from "@jinlin/testkit/deliberation"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "../kernel/index.ts"
import {
  type DeliberationCircumstances,
  DeliberationCommand,
  DeliberationEvent,
  DeliberationRefusal,
  deliberation,
  Matter,
  type MatterPlan,
} from "./index.ts"

const [first] = fourSteps.steps
const plan: MatterPlan = {
  list: "two-steps",
  steps: [
    { ...first, sets: ["assembly"] },
    {
      ...first,
      step: "resolve",
      sets: ["assembly", "council"],
      whenLost: { _tag: "Return", to: "propose" },
      returnsTo: ["propose"],
    },
  ],
}

/** Calls need no notice, so that a whole matter fits into one day. */
const rules: RulesBody = {
  ...plainRules,
  notice: { ...plainRules.notice, days: 0 },
  ballot: { ...plainRules.ballot, modes: ["show-of-hands"] },
}
const today = "2026-03-02"
const [one, two] = sceneVoters(2)
const digest = someText(2)

/** Everything that can be asked of a matter, with few choices each. */
const everything = (matter: Matter): ReadonlyArray<DeliberationCommand> => [
  { _tag: "OpenMatter", title: "Lights", about: null, text: someText(1), plan },
  { _tag: "CallStep", step: matter.at ?? "propose", set: "assembly", sitsOn: today, urgent: null },
  { _tag: "CallStep", step: "resolve", set: "council", sitsOn: today, urgent: null },
  { _tag: "CancelCall", reason: "a typhoon" },
  ...(one === undefined || two === undefined ? [] : [{ _tag: "EnterRoll", voters: [one, two] } as const]),
  { _tag: "StrikeFromRoll", voters: ["voter-2"], reason: "moved" },
  { _tag: "RecuseVoter", voter: "voter-2", reason: "it is his wall" },
  { _tag: "GrantProxy", voter: "voter-2", by: "voter-1" },
  { _tag: "RevokeProxy", voter: "voter-2" },
  { _tag: "RecordAttendance", present: ["voter-1", "voter-2"] },
  { _tag: "RecordHeadcount", present: 2 },
  { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: today },
  { _tag: "OpenBallot", motion: { _tag: "Amend", text: digest }, mode: "show-of-hands", closesOn: today },
  { _tag: "OpenBallot", motion: { _tag: "Return", to: "propose" }, mode: "show-of-hands", closesOn: today },
  { _tag: "RecordVotes", for: ["voter-1", "voter-2"], against: [], abstain: [], void: [] },
  { _tag: "RecordCounts", for: 0, against: 2, abstain: 0, void: 0 },
  { _tag: "ExtendBallot", closesOn: "2026-03-03", reason: "too few" },
  { _tag: "CloseBallot" },
  { _tag: "AnnulBallot", reason: "a wrong day" },
  { _tag: "DecideStep" },
  { _tag: "RecordOpinion", opinion: digest, favours: true, reason: "as was said" },
  { _tag: "RebaseStep", onto: "law-of-call", reason: "as was chosen" },
  { _tag: "RebaseStep", onto: "law-of-today", reason: "as was chosen" },
  { _tag: "WithdrawMatter", reason: "not needed" },
  { _tag: "FileRegister", round: 1, register: digest },
]

const overseer = { _tag: "Post", person: "person-8", post: "overseer", within: first.body } as const

const around = (matter: Matter, command: DeliberationCommand): DeliberationCircumstances => {
  const set = command._tag === "CallStep" ? command.set : (matter.sitting?.rules.set ?? "assembly")
  const law = set === "council" ? { ...rules, quorum: [], approval: [] } : rules
  const actor = command._tag === "AnnulBallot" ? overseer : proposer
  return { actor, now: on(today), law: decisionRules(set, today, law), plan, ballots: [], box: [] }
}

const readMatter = decodeStrictly(Matter)
const readEvent = decodeStrictly(DeliberationEvent)
const readRefusal = decodeStrictly(DeliberationRefusal)

/** A step and its sitting in a word: what a reader of the walk sees. */
const look = ({ at, sitting, status }: Matter): string => {
  if (status !== "open") return status
  if (sitting === null) return `${at}: waiting`
  const { ballot } = sitting
  const asleep = sitting.rules.approval.length === 0 ? "called to be heard" : "called"
  return `${at}: ${ballot === null ? asleep : ballot.closedAt === null ? "voting" : "counting"}`
}

describe("every state that a small matter can come to", () => {
  /** Rounds would go on for ever: the walk ends where the matter has had three sittings or another text. */
  const isDeep = ({ closed, revision }: Matter): boolean => closed.length >= 3 || revision > 1
  const seen: Array<Matter> = []
  const walked = walk({
    decider: deliberation,
    commands: (matter) => {
      seen.push(matter)
      return isDeep(matter) ? [] : everything(matter)
    },
    circumstances: around,
    view: look,
    limit: 40_000,
  })

  it("DELIBERATION-1 is walked to its end, and from an end there is no way", () => {
    expect(walked.complete).toBe(true)
    for (const end of ["decided", "rejected", "withdrawn"]) {
      expect(walked.looks).toContain(end)
      const ways = walked.transitions.filter(({ from }) => from === end)
      // Whoever decided asks again for what is so, and nothing happens; a matter that was taken back was perhaps never voted on.
      const again = ["FileRegister", "CloseBallot", "DecideStep"]
      for (const { command, to } of ways) expect([again.includes(command), to]).toEqual([true, end])
      expect(ways).toContainEqual({ from: end, command: "FileRegister", to: end })
    }
  })

  it("DELIBERATION-3 each look leads where it may, and nowhere else", () => {
    const ways = new Map<string, Set<string>>()
    for (const { from, to } of walked.transitions)
      if (from !== to) ways.set(from, (ways.get(from) ?? new Set()).add(to))
    const listed = Object.fromEntries([...ways].map(([from, to]) => [from, [...to].toSorted()]))
    expect(listed).toEqual({
      unopened: ["propose: waiting"],
      "propose: waiting": ["propose: called", "withdrawn"],
      "propose: called": ["propose: voting", "propose: waiting", "withdrawn"],
      "propose: voting": ["propose: counting", "propose: waiting"],
      "propose: counting": ["propose: waiting", "rejected", "resolve: waiting"],
      "resolve: waiting": ["resolve: called", "resolve: called to be heard", "withdrawn"],
      "resolve: called": ["resolve: voting", "resolve: waiting", "withdrawn"],
      "resolve: called to be heard": ["decided", "resolve: waiting", "withdrawn"],
      "resolve: voting": ["resolve: counting", "resolve: waiting"],
      "resolve: counting": ["decided", "propose: waiting", "resolve: waiting"],
    })
  })

  it("DELIBERATION-26 from every state that is open some command leads on", () => {
    const stuck = walked.looks.filter(
      (look) => look.includes(":") && !walked.transitions.some(({ from, to }) => from === look && to !== look),
    )
    expect(stuck).toEqual([])
    for (const step of ["propose", "resolve"])
      for (const phase of ["voting", "counting"])
        expect(walked.transitions).toContainEqual({
          ...{ from: `${step}: ${phase}`, command: "AnnulBallot", to: `${step}: waiting` },
        })
  })

  it("DELIBERATION-23 in every state every command acts or refuses with a typed reason, and all of it can be stored", () => {
    const kinds = new Set<string>()
    const stands = seen.filter((_, index) => index < 300 || index % 37 === 0)
    for (const matter of stands) {
      expect(readMatter(matter).ok).toBe(true)
      for (const command of everything(matter)) {
        const decided = deliberation.decide(command, matter, around(matter, command))
        if (Result.isSuccess(decided)) for (const event of decided.success) expect(readEvent(event).ok).toBe(true)
        else
          for (const refusal of decided.failure) {
            kinds.add(refusal._tag)
            expect(readRefusal(refusal)).toMatchObject({ ok: true })
          }
      }
    }
    expect(stands.length).toBeGreaterThan(200)
    expect(kinds.size).toBeGreaterThan(20)
  })

  it("DELIBERATION-23 every command there is was tried", () => {
    const tried = new Set(everything(deliberation.initial).map(({ _tag }) => _tag))
    expect(
      DeliberationCommand.members.map((member) => member.fields._tag.schema.literal).filter((tag) => !tried.has(tag)),
    ).toEqual([])
  })
})
