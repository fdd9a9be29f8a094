import { given, play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  type DeliberationStep,
  decisionRules,
  matterAt,
  opening,
  plainRules,
  type Stage,
  sceneLaw,
  sceneSteps,
  sittingDay,
  someText,
  stageLaw,
  untilResolve,
} from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import type { MatterPlan } from "./index.ts"
import { deliberation } from "./index.ts"

const after = (steps: ReadonlyArray<DeliberationStep>, next: DeliberationStep) =>
  given(deliberation, play(deliberation, steps).history).when(...next)
const refusals = (steps: ReadonlyArray<DeliberationStep>, next: DeliberationStep) =>
  after(steps, next).refusals.map(({ _tag }) => _tag)

const { consult: second, propose: first, resolve: last } = sceneSteps
const planned = (steps: MatterPlan["steps"]): MatterPlan => ({ list: "some-steps", steps })

describe("putting a matter forward", () => {
  it("DELIBERATION-1 it is put forward once, by a person; the proposer is who did it, in which body", () => {
    const { state } = play(deliberation, [opening("2026-03-02")])
    expect(state).toMatchObject({
      status: "open",
      at: "propose",
      revision: 1,
      proposer: { person: "person-0", within: "party-committee" },
    })
    expect(after([opening("2026-03-02")], opening("2026-03-03")).refusals).toEqual([
      { _tag: "MatterAlreadyOpened", rule: "DELIBERATION-1", status: "open" },
    ])
    const bySystem = at("2026-03-02", opening("2026-03-02")[0], { actor: { _tag: "System", rule: "DELIBERATION-1" } })
    expect(after([], bySystem).refusals).toEqual([
      { _tag: "ProposerMissing", rule: "DELIBERATION-1", allowed: ["proposer"] },
    ])
  })

  it("DELIBERATION-1 nothing happens to a matter that nobody has put forward", () => {
    expect(after([], at("2026-03-02", { _tag: "CloseBallot" })).refusals).toEqual([
      { _tag: "MatterNotOpen", rule: "DELIBERATION-1", status: "unopened" },
    ])
    expect(refusals([], at("2026-03-02", { _tag: "FileRegister", round: 1, register: someText(3) }))).toEqual([
      "MatterNotOpen",
    ])
  })

  it("DELIBERATION-2 steps bear names of their own and never send a matter forward; all that is wrong is said at once", () => {
    const twice = opening("2026-03-02", planned([first, { ...second, step: first.step }]))
    expect(after([], twice).refusals).toEqual([{ _tag: "StepNamedTwice", rule: "DELIBERATION-2", step: "propose" }])
    const forward = planned([
      { ...first, whenLost: { _tag: "Return", to: "consult" }, returnsTo: ["nowhere"], amendedRestartsAt: "consult" },
      second,
    ])
    const stray = { _tag: "NoEarlierStep", rule: "DELIBERATION-2", step: "propose", allowed: ["propose"] }
    expect(after([], opening("2026-03-02", forward)).refusals).toEqual([
      { ...stray, place: "returnsTo", to: "nowhere" },
      { ...stray, place: "whenLost", to: "consult" },
      { ...stray, place: "amendedRestartsAt", to: "consult" },
    ])
  })
})

const call = (
  day: CivilDate,
  sitsOn: CivilDate,
  more: { step?: string; set?: string; urgent?: string; law?: Stage } = {},
) => {
  const { law = {}, set = "party-committee", step = "propose", urgent = null } = more
  return at(day, { _tag: "CallStep", step, set, sitsOn, urgent }, { law: stageLaw(law)(set, day) })
}
const opened = matterAt("opened")

describe("calling a body", () => {
  it("DELIBERATION-3 only the step whose turn it is, under one of its sets, and one sitting at a time", () => {
    expect(after(opened, call("2026-03-02", "2026-03-10", { step: "consult" })).refusals).toMatchObject([
      { _tag: "NotItsTurn", step: "consult", at: "propose" },
    ])
    expect(after(opened, call("2026-03-02", "2026-03-10", { set: "two-committees" })).refusals).toMatchObject([
      { _tag: "SetNotOfStep", sets: ["party-committee"] },
    ])
    expect(after(matterAt("called"), call("2026-03-02", "2026-03-10")).refusals).toMatchObject([
      { _tag: "SittingNotOver", round: 1, step: "propose" },
    ])
  })

  it("DELIBERATION-3 rounds are numbered through, those that were cancelled as well", () => {
    const cancelled = [...matterAt("called"), at("2026-03-03", { _tag: "CancelCall", reason: "a typhoon" })]
    expect(play(deliberation, cancelled).state).toMatchObject({
      sitting: null,
      at: "propose",
      closed: [{ round: 1, outcome: "cancelled", register: null }],
    })
    expect(after(cancelled, call("2026-03-03", "2026-03-10")).events).toMatchObject([{ _tag: "StepCalled", round: 2 }])
    expect(refusals(cancelled, at("2026-03-03", { _tag: "CancelCall", reason: "again" }))).toEqual(["NoSitting"])
    expect(after(matterAt("balloting"), at(sittingDay, { _tag: "CancelCall", reason: "late" })).refusals).toEqual([
      { _tag: "BallotAlreadyOpened", rule: "DELIBERATION-14", round: 1, openedOn: sittingDay },
    ])
  })

  it.each<readonly [days: number, sitsOn: CivilDate, granted: boolean]>([
    [3, "2026-03-05", false],
    [3, "2026-03-06", true],
    [3, "2026-03-07", true],
    [10, "2026-03-12", false],
    [10, "2026-03-13", true],
    [10, "2026-03-14", true],
    [1, "2026-03-03", false],
    [1, "2026-03-04", true],
    [0, "2026-03-01", false],
    [0, "2026-03-02", true],
    [0, "2026-03-03", true],
  ])("DELIBERATION-4 called on 2026-03-02 with %i full days between, for %s: %s", (days, sitsOn, granted) => {
    const law = { rules: { notice: { ...plainRules.notice, days } } }
    const { events, refusals: against } = after(opened, call("2026-03-02", sitsOn, { law }))
    expect([events.length, against.length]).toEqual(granted ? [1, 0] : [0, 1])
    const [refusal] = against
    if (refusal?._tag !== "NoticeTooShort") return
    // The evidence is the remedy.
    expect(after(opened, call("2026-03-02", refusal.earliest, { law })).events.length).toBe(1)
    expect(refusal.earliest > sitsOn).toBe(true)
  })

  it("DELIBERATION-4 a reason shortens the notice where the rules let it, and is kept only where it was needed", () => {
    const law = { rules: { notice: { ...plainRules.notice, days: 10, urgent: true } } }
    expect(after(opened, call("2026-03-02", "2026-03-02", { law, urgent: "a burst pipe" })).events).toMatchObject([
      { _tag: "StepCalled", urgent: "a burst pipe" },
    ])
    expect(after(opened, call("2026-03-02", "2026-03-20", { law, urgent: "a burst pipe" })).events).toMatchObject([
      { urgent: null },
    ])
    expect(after(opened, call("2026-03-02", "2026-03-01", { law, urgent: "a burst pipe" })).refusals).toMatchObject([
      { _tag: "NoticeTooShort", earliest: "2026-03-02", urgent: true },
    ])
    expect(after(opened, call("2026-03-02", "2026-03-02", { urgent: "a burst pipe" })).refusals).toMatchObject([
      { _tag: "NoticeTooShort", earliest: "2026-03-06", urgent: false },
    ])
  })

  it("DELIBERATION-5 the Party organization has passed the text as it stands before the residents are called", () => {
    const required = { partyStudy: { ...plainRules.partyStudy, required: true } }
    const law = (day: CivilDate) => decisionRules("representatives-meeting", day, required)
    const resolve = (steps: ReadonlyArray<DeliberationStep>) =>
      after(
        steps,
        at(
          "2026-03-30",
          { _tag: "CallStep", step: "resolve", set: "representatives-meeting", sitsOn: "2026-04-08", urgent: null },
          { law: law("2026-03-30") },
        ),
      )
    expect(resolve(untilResolve).events).toMatchObject([{ _tag: "StepCalled", step: "resolve" }])
    const alone = planned([{ ...last, returnsTo: [], amendedRestartsAt: null }])
    expect(resolve([opening("2026-03-02", alone)]).refusals).toMatchObject([
      { _tag: "PartyStudyMissing", text: someText(1), steps: [] },
    ])
    const unstudied = planned([first, { ...last, returnsTo: ["propose"], amendedRestartsAt: "resolve" }])
    const { state } = play(deliberation, [opening("2026-03-02", unstudied)])
    const passedAnotherText = {
      ...state,
      at: "resolve",
      passed: [{ step: "propose", round: 1, text: someText(7), on: sittingDay }],
    }
    const refused = given({ ...deliberation, initial: passedAnotherText }, []).when(
      { _tag: "CallStep", step: "resolve", set: "representatives-meeting", sitsOn: "2026-04-08", urgent: null },
      { ...opening("2026-03-30")[1], law: law("2026-03-30") },
    )
    expect(refused.refusals).toMatchObject([{ _tag: "PartyStudyMissing", steps: ["propose"] }])
  })

  it("DELIBERATION-6 a set that the community does not have, or that contradicts itself, calls nobody", () => {
    const unresolved = at(
      "2026-03-02",
      { _tag: "CallStep", step: "propose", set: "party-committee", sitsOn: "2026-03-10", urgent: null },
      { law: null },
    )
    expect(refusals(opened, unresolved)).toEqual(["LawUnresolved"])
    const ofAnother = at("2026-03-02", unresolved[0], { law: sceneLaw("two-committees", "2026-03-02") })
    expect(refusals(opened, ofAnother)).toEqual(["LawUnresolved"])
  })
})

describe("the law of today for a sitting", () => {
  const rebase = (onto: "law-of-call" | "law-of-today", day: CivilDate, law: Stage | null) =>
    at(
      day,
      { _tag: "RebaseStep", onto, reason: "as was chosen" },
      { law: law === null ? null : stageLaw(law)("party-committee", day) },
    )
  const called = matterAt("called")
  const stricter: Stage = { rules: { notice: { ...plainRules.notice, days: 7 } } }
  const tooStrict: Stage = { rules: { notice: { ...plainRules.notice, days: 8 } } }

  it("DELIBERATION-6 there is something to choose only where the law has changed", () => {
    expect(refusals(called, rebase("law-of-call", "2026-03-05", {}))).toEqual(["LawHasNotChanged"])
    expect(refusals(called, rebase("law-of-today", "2026-03-05", {}))).toEqual(["LawHasNotChanged"])
    expect(refusals(opened, rebase("law-of-call", "2026-03-05", {}))).toEqual(["NoSitting"])
  })

  it("DELIBERATION-6 seven full days lie between the 2nd and the 10th: eight are too many", () => {
    const { events, state } = after(called, rebase("law-of-today", "2026-03-05", stricter))
    expect(events).toMatchObject([{ _tag: "StepRebased", changed: ["notice"], rules: { notice: { days: 7 } } }])
    expect(state.sitting?.rebased).toMatchObject({ onto: "law-of-today", on: "2026-03-05", changed: ["notice"] })
    expect(after(called, rebase("law-of-today", "2026-03-05", tooStrict)).refusals).toMatchObject([
      { _tag: "NoticeNotKept", days: 8, earliest: "2026-03-11" },
    ])
  })

  it("DELIBERATION-6 where there is no such law nobody chooses, until a ballot was opened", () => {
    for (const onto of ["law-of-today", "law-of-call"] as const)
      expect(refusals(called, rebase(onto, "2026-03-05", null))).toEqual(["LawUnresolved"])
    const opened = matterAt("recorded")
    expect(refusals(opened, rebase("law-of-today", sittingDay, null))).toEqual(["LawUnresolved"])
    const { events, state } = after(opened, rebase("law-of-call", sittingDay, null))
    expect(events).toMatchObject([{ changed: ["set"], against: null }])
    expect(state.sitting?.rebased).toMatchObject({ against: null, ofCall: { day: "2026-03-02" } })
  })

  it("DELIBERATION-6 whoever keeps to the law of the call stays with it, and says so anew when the law changes again", () => {
    const kept = [...matterAt("enrolled"), rebase("law-of-call", "2026-03-05", stricter)]
    expect(after(kept, rebase("law-of-today", "2026-03-06", tooStrict)).refusals).toEqual([
      { _tag: "KeepsToItsCall", rule: "DELIBERATION-6", round: 1 },
    ])
    const open = (law: Stage) =>
      at(
        sittingDay,
        { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: sittingDay },
        { law: stageLaw(law)("party-committee", sittingDay) },
      )
    const there = [...kept, at(sittingDay, { _tag: "RecordHeadcount", present: 5 })]
    expect(refusals(there, open(stricter))).toEqual([])
    expect(after(there, open(tooStrict)).refusals).toMatchObject([{ _tag: "LawHasChanged", changed: ["notice"] }])
    const again = [...there, rebase("law-of-call", sittingDay, tooStrict)]
    expect(refusals(again, open(tooStrict))).toEqual([])
    expect(refusals(again, open({}))).toEqual([])
    expect(refusals(again, rebase("law-of-call", sittingDay, {}))).toEqual(["LawHasNotChanged"])
  })

  it("DELIBERATION-6 a decision says in what the law of its day differs from that of the call", () => {
    const modes: Stage = { rules: { ...stricter.rules, repeated: { ...plainRules.repeated, counts: "first" } } }
    const kept = [
      ...matterAt("enrolled"),
      rebase("law-of-call", "2026-03-05", stricter),
      ...matterAt("closed").slice(3, 4),
      at(
        sittingDay,
        { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: sittingDay },
        { law: stageLaw(stricter)("party-committee", sittingDay) },
      ),
      ...matterAt("closed").slice(5),
    ]
    const decide = (law: Stage) =>
      at(sittingDay, { _tag: "DecideStep" }, { law: stageLaw(law)("party-committee", sittingDay), minuteOfDay: 700 })
    expect(after(kept, decide(stricter)).events).toMatchObject([{ lawChange: { facts: { changed: "notice" } } }])
    expect(refusals(kept, decide(modes))).toEqual(["LawHasChanged"])
    const again = [...kept, rebase("law-of-call", sittingDay, modes)]
    expect(after(again, decide(modes)).events).toMatchObject([
      { lawChange: { facts: { changed: "notice, repeated" } } },
    ])
  })

  it("DELIBERATION-23 what was chosen already is granted and changes nothing", () => {
    for (const onto of ["law-of-call", "law-of-today"] as const) {
      const chosen = [...called, rebase(onto, "2026-03-05", stricter)]
      const again = after(chosen, rebase(onto, "2026-03-05", stricter))
      expect([again.events, again.refusals]).toEqual([[], []])
    }
  })

  it("DELIBERATION-6 a law that changes once more after the law of today was chosen asks for a new choice", () => {
    const chosen = [...matterAt("enrolled"), rebase("law-of-today", "2026-03-05", stricter)]
    const open = at(
      sittingDay,
      { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: sittingDay },
      { law: stageLaw({})("party-committee", sittingDay) },
    )
    expect(refusals(chosen, open)).toContain("LawHasChanged")
  })

  it("DELIBERATION-6 a sitting that came under a later law keeps to that law, and not to the one of its call", () => {
    const modes: Stage = { rules: { ...stricter.rules, repeated: { ...plainRules.repeated, counts: "first" } } }
    const under = [...matterAt("enrolled"), rebase("law-of-today", "2026-03-05", stricter)]
    const { events, state } = after(under, rebase("law-of-call", "2026-03-06", modes))
    expect(events).toMatchObject([
      {
        ...{ _tag: "StepRebased", onto: "law-of-call", changed: ["repeated"] },
        rules: { day: "2026-03-05", notice: { days: 7 }, repeated: { counts: "last" } },
      },
    ])
    expect(state.sitting).toMatchObject({
      rules: { day: "2026-03-05", notice: { days: 7 } },
      rebased: { onto: "law-of-call", ofCall: { day: "2026-03-02", notice: { days: 3 } } },
    })
  })

  it("DELIBERATION-9 proxies that the law of today does not let are revoked before it is chosen", () => {
    const cap = (most: number): Stage => ({ rules: { proxies: { ...plainRules.proxies, cap: most } } })
    const granted = [
      ...matterAt("enrolled", cap(2)),
      at("2026-03-03", { _tag: "GrantProxy", voter: "voter-2", by: "voter-1" }),
      at("2026-03-03", { _tag: "GrantProxy", voter: "voter-3", by: "voter-1" }),
    ]
    expect(after(granted, rebase("law-of-today", "2026-03-05", cap(1))).refusals).toMatchObject([
      { _tag: "ProxyCapReached", by: "voter-1", cap: 1, holds: ["voter-2", "voter-3"] },
    ])
    const revoked = [...granted, at("2026-03-04", { _tag: "RevokeProxy", voter: "voter-3" })]
    expect(refusals(revoked, rebase("law-of-today", "2026-03-05", cap(1)))).toEqual([])
  })
})

describe("taking a matter back", () => {
  const withdraw = at("2026-03-20", { _tag: "WithdrawMatter", reason: "it is not needed" })

  it("DELIBERATION-20 before anybody is called, and with a call that is then cancelled", () => {
    expect(after(opened, withdraw).events.map(({ _tag }) => _tag)).toEqual(["MatterWithdrawn"])
    const { events, state } = after(matterAt("attended"), withdraw)
    expect(events.map(({ _tag }) => _tag)).toEqual(["CallCancelled", "MatterWithdrawn"])
    expect(state).toMatchObject({ status: "withdrawn", at: null, sitting: null, closed: [{ outcome: "cancelled" }] })
  })

  it("DELIBERATION-20 not while a ballot is open or closed and undecided", () => {
    for (const stage of ["balloting", "recorded", "closed"] as const)
      expect(after(matterAt(stage), withdraw).refusals).toEqual([
        { _tag: "BallotUndecided", rule: "DELIBERATION-20", round: 1, step: "propose" },
      ])
  })

  it("DELIBERATION-1 what has ended has ended", () => {
    const over = [...opened, withdraw]
    expect(after(over, withdraw).refusals).toEqual([
      { _tag: "MatterNotOpen", rule: "DELIBERATION-1", status: "withdrawn" },
    ])
    expect(refusals(over, opening("2026-03-21"))).toEqual(["MatterAlreadyOpened"])
  })
})
