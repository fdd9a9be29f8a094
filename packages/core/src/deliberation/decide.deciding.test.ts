import { given, play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  cited,
  type DeliberationStep,
  fourSteps,
  matterAt,
  plainRules,
  type Stage,
  sceneSteps,
  sceneVoters,
  sittingDay,
  someText,
  stageLaw,
} from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import { type ArrivedBallot, type BoxCount, deliberation } from "./index.ts"

const after = (steps: ReadonlyArray<DeliberationStep>, next: DeliberationStep) =>
  given(deliberation, play(deliberation, steps).history).when(...next)

interface Arrived {
  readonly ballots?: ReadonlyArray<ArrivedBallot>
  readonly box?: ReadonlyArray<BoxCount>
}
const decide = (told: Stage = {}, day: CivilDate = sittingDay, arrived: Arrived = {}) =>
  at(
    day,
    { _tag: "DecideStep" },
    { law: stageLaw(told)(told.plan?.steps[0].sets[0] ?? "party-committee", day), minuteOfDay: 700, ...arrived },
  )
const decided = (told: Stage = {}, arrived: Arrived = {}) => {
  const day = told.closesOn === undefined || told.closesOn === sittingDay ? sittingDay : "2026-03-13"
  return after(matterAt("closed", told), decide(told, day, arrived))
}

const ballot = (voter: string, choice: ArrivedBallot["choice"], more: Partial<ArrivedBallot> = {}): ArrivedBallot => ({
  voter,
  choice,
  castBy: voter,
  channel: "online",
  at: matterAt("balloting").at(-1)?.[1].now.instant ?? 0,
  kept: "counts",
  ...more,
})

describe("deciding", () => {
  it("DELIBERATION-17 a step is decided after the close of its ballot", () => {
    expect(after(matterAt("attended"), decide()).refusals).toMatchObject([{ _tag: "BallotNotClosed", phase: "called" }])
    expect(after(matterAt("recorded"), decide()).refusals).toMatchObject([{ _tag: "BallotNotClosed", phase: "open" }])
    const { events, history } = after(matterAt("closed"), decide())
    expect(events).toMatchObject([
      {
        _tag: "StepPassed",
        round: 1,
        step: "propose",
        text: someText(1),
        revision: 1,
        lawChange: null,
        on: sittingDay,
      },
    ])
    const again = given(deliberation, history).when(...decide())
    expect([again.refusals, again.events]).toEqual([[], []])
  })

  it.each<readonly [yes: number, passes: boolean]>([
    [1, false],
    [2, false],
    [3, true],
  ])("DELIBERATION-17 of four who are present more than half must be for it: %i", (yes, passes) => {
    expect(decided({ for: yes }).events.map(({ _tag }) => _tag)[0]).toBe(passes ? "StepPassed" : "StepLost")
  })

  it("DELIBERATION-17 for want of a quorum nothing is decided, whatever the list says of a lost vote", () => {
    const told: Stage = { rules: { quorumCounts: "participating" }, present: 2, for: 2 }
    const { events, state } = decided(told)
    expect(events).toMatchObject([
      { _tag: "StepLost", consequence: { _tag: "Stays" }, judgement: { findings: [{ shortBy: 1 }, { holds: true }] } },
    ])
    expect(state).toMatchObject({ status: "open", at: "propose", sitting: null })
    expect(decided({ ...told, present: 3, for: 1 }).state.status).toBe("rejected")
  })

  it("DELIBERATION-17 a motion to amend or to send back that is lost leaves the matter where it was", () => {
    const amending: Stage = { for: 1, motion: { _tag: "Amend", text: someText(2) } }
    expect(decided(amending).events).toMatchObject([{ _tag: "StepLost", consequence: { _tag: "Stays" } }])
    expect(decided(amending).state).toMatchObject({ status: "open", text: someText(1), revision: 1 })
    const plan = { ...fourSteps, steps: [{ ...fourSteps.steps[0], returnsTo: ["propose"] }] as const }
    const returning: Stage = { plan, for: 1, motion: { _tag: "Return", to: "propose" } }
    expect(decided(returning).events).toMatchObject([{ _tag: "StepLost", consequence: { _tag: "Stays" } }])
  })

  it("DELIBERATION-18 an amendment restarts at the first step whose approval lapses, though the list names a later one", () => {
    const { consult: second, propose: first } = sceneSteps
    const plan = { ...fourSteps, steps: [first, { ...second, amendedRestartsAt: "consult" }] as const }
    const passed = [...matterAt("closed", { plan }), decide({ plan })]
    const { state } = play(deliberation, passed)
    expect(state.passed.map(({ step }) => step)).toEqual(["propose"])
    const law = (day: CivilDate) => ({ law: stageLaw({})("two-committees", day) })
    const amended = play({ ...deliberation, initial: state }, [
      at(
        "2026-03-10",
        { _tag: "CallStep", step: "consult", set: "two-committees", sitsOn: "2026-03-20", urgent: null },
        law("2026-03-10"),
      ),
      at("2026-03-10", { _tag: "EnterRoll", voters: [{ voter: "v", person: null, heads: 1, area: 0, kind: null }] }),
      at("2026-03-20", { _tag: "RecordHeadcount", present: 1 }),
      at(
        "2026-03-20",
        {
          _tag: "OpenBallot",
          motion: { _tag: "Amend", text: someText(2) },
          mode: "show-of-hands",
          closesOn: "2026-03-20",
        },
        law("2026-03-20"),
      ),
      at("2026-03-20", { _tag: "RecordCounts", for: 1, against: 0, abstain: 0, void: 0 }),
      at("2026-03-20", { _tag: "CloseBallot" }),
      at("2026-03-20", { _tag: "DecideStep" }, law("2026-03-20")),
    ])
    expect(amended.refused).toEqual([])
    expect(amended.history.at(-1)).toMatchObject({ restartsAt: "propose", lapsed: ["propose"] })
    expect(amended.state).toMatchObject({ at: "propose", passed: [], text: someText(2), revision: 2 })
  })

  it("DELIBERATION-17 papers and logins together: one counted ballot a voter, the others kept with a reason", () => {
    const told: Stage = { mode: "open", present: 2, for: 1, rules: { quorum: [] } }
    const { events } = decided(told, {
      ballots: [
        ballot("voter-3", "against"),
        ballot("voter-3", "for"),
        ballot("voter-4", "for", { kept: "void" }),
        ballot("stranger", "for"),
        ballot("voter-5", "for", { castBy: "voter-4" }),
        ballot("voter-5", "for", { kept: "late" }),
      ],
    })
    expect(events[0]).toMatchObject({
      judgement: {
        tally: { for: { heads: 2 }, against: { heads: 1 }, cast: { heads: 4 }, valid: { heads: 3 } },
        setAside: [
          { voter: "stranger", reason: "not-on-roll" },
          { voter: "voter-3", reason: "superseded" },
          { voter: "voter-4", reason: "void" },
          { voter: "voter-5", reason: "late" },
          { voter: "voter-5", reason: "not-entitled-to-cast" },
        ],
      },
    })
  })

  it("DELIBERATION-17 nobody counts ballots that were not handed in", () => {
    for (const [mode, arrived, missing] of [
      ["open", {}, "ballots"],
      ["secret", {}, "ballots"],
      ["secret", { ballots: [] }, "box"],
    ] as const) {
      const told: Stage = { mode, closesOn: "2026-03-12" }
      const steps = [...matterAt("balloting", told), at("2026-03-13", { _tag: "CloseBallot" })]
      expect(after(steps, decide(told, "2026-03-13", arrived)).refusals).toEqual([
        { _tag: "BallotsNotGathered", rule: "DELIBERATION-17", round: 1, missing },
      ])
    }
  })

  it("DELIBERATION-17 what lies beside another kind of ballot counts for nothing", () => {
    const told: Stage = { mode: "open", present: 3, for: 3 }
    const { events } = decided(told, { ballots: [], box: [{ choice: "against", count: 5 }] })
    expect(events).toMatchObject([{ _tag: "StepPassed", judgement: { tally: { against: { heads: 0 } } } }])
    expect(decided({}, { ballots: [ballot("voter-5", "against")] }).events).toMatchObject([
      { judgement: { tally: { cast: { heads: 4 } } } },
    ])
  })

  it("DELIBERATION-17 in a secret ballot there lies one choice in the box for each who voted, or nobody decides", () => {
    const told: Stage = { mode: "secret", closesOn: "2026-03-12" }
    const steps = [...matterAt("balloting", told), at("2026-03-13", { _tag: "CloseBallot" })]
    const voted = ["voter-1", "voter-2", "voter-3"].map((voter) => ballot(voter, null, { at: 0 }))
    const cast = voted.map((one) => ({ ...one, at: matterAt("balloting", told).at(-1)?.[1].now.instant ?? 0 }))
    const box = (yes: number, no: number) => [
      { choice: "for", count: yes },
      { choice: "against", count: no },
      { choice: "abstain", count: 0 },
    ]
    const counted = after(steps, decide(told, "2026-03-13", { ballots: cast, box: box(3, 0) }))
    expect(counted.events).toMatchObject([{ _tag: "StepPassed", judgement: { tally: { for: { heads: 3 } } } }])
    expect(after(steps, decide(told, "2026-03-13", { ballots: cast, box: box(3, 1) })).refusals).toEqual([
      { _tag: "BoxDisagrees", rule: "DELIBERATION-17", round: 1, voted: 3, inBox: 4 },
    ])
    expect(after(steps, decide(told, "2026-03-13", { ballots: cast, box: box(1, 1) })).refusals).toMatchObject([
      { voted: 3, inBox: 2 },
    ])
  })

  it("DELIBERATION-17 owners decide in heads and in area, each by its own number", () => {
    const roll = sceneVoters(4).map((voter, index) => ({ ...voter, area: index === 0 ? 3_000_000 : 1_000_000 }))
    const both = (share: `${number}/${number}`) => [
      cited(share, { base: "participating", comparison: "more-than" }),
      cited(share, { base: "participating", comparison: "more-than", measure: "area" }),
    ]
    const told: Stage = { roll, mode: "open", present: 4, rules: { quorum: [], approval: both("1/2") } }
    const votes = (yes: ReadonlyArray<string>) => {
      const steps = [
        ...matterAt("balloting", told),
        at(sittingDay, {
          _tag: "RecordVotes",
          for: yes,
          against: roll.map(({ voter }) => voter).filter((voter) => !yes.includes(voter)),
          abstain: [],
          void: [],
        }),
        at(sittingDay, { _tag: "CloseBallot" }),
      ]
      return after(steps, decide(told, sittingDay, { ballots: [] })).events
    }
    // Three of four heads, and half of the area: not more than half.
    expect(votes(["voter-2", "voter-3", "voter-4"])).toMatchObject([
      { _tag: "StepLost", judgement: { findings: [{ holds: true }, { holds: false, shortBy: 1 }] } },
      {},
    ])
    // Half of the heads, and two thirds of the area.
    expect(votes(["voter-1", "voter-2"])[0]).toMatchObject({
      judgement: { findings: [{ shortBy: 1 }, { holds: true }] },
    })
    expect(votes(["voter-1", "voter-2", "voter-3"])[0]).toMatchObject({ _tag: "StepPassed" })
  })
})

describe("being heard", () => {
  const heard: Stage = { rules: { approval: [], quorum: [] } }
  const record = (told: Stage, day: CivilDate = sittingDay, set = "party-committee") =>
    at(
      day,
      { _tag: "RecordOpinion", opinion: someText(8), favours: false, reason: "the lamps are too bright" },
      { law: stageLaw(told)(set, day) },
    )

  it.each<readonly [CivilDate, boolean]>([
    ["2026-03-09", false],
    ["2026-03-10", true],
    ["2026-03-11", true],
  ])("DELIBERATION-19 from the day of the sitting on, 2026-03-10: %s", (day, granted) => {
    const { events, refusals, state } = after(matterAt("called", heard), record(heard, day))
    expect([events.length, refusals.map(({ _tag }) => _tag)]).toEqual(granted ? [1, []] : [0, ["SittingNotBegun"]])
    expect(state.at).toBe(granted ? "consult" : "propose")
  })

  it("DELIBERATION-19 a body with a threshold of approval decides, and one with a quorum is there", () => {
    expect(after(matterAt("attended"), record({})).refusals).toEqual([
      { _tag: "BodyDecides", rule: "DELIBERATION-19", step: "propose", set: "party-committee" },
    ])
    const quorate: Stage = { rules: { approval: [] } }
    expect(after(matterAt("attended", { ...quorate, present: 2 }), record(quorate)).refusals).toMatchObject([
      { _tag: "NoQuorum", findings: [{ shortBy: 1 }] },
    ])
    expect(after(matterAt("attended", { ...quorate, present: 3 }), record(quorate)).events).toHaveLength(1)
  })

  it("DELIBERATION-6 neither is it heard under a law that has changed", () => {
    const other: Stage = { rules: { approval: [], quorum: [], notice: { ...plainRules.notice, days: 4 } } }
    expect(after(matterAt("called", heard), record(other)).refusals).toMatchObject([{ _tag: "LawHasChanged" }])
    const chosen = [
      ...matterAt("called", heard),
      at(
        "2026-03-05",
        { _tag: "RebaseStep", onto: "law-of-call", reason: "they are called" },
        { law: stageLaw(other)("party-committee", "2026-03-05") },
      ),
    ]
    expect(after(chosen, record(other)).events).toMatchObject([{ lawChange: { facts: { changed: "notice" } } }])
  })

  it("DELIBERATION-19 a matter does not end with a hearing when nobody decided it, and does when somebody did", () => {
    const { consult: second, propose: first } = sceneSteps
    const alone = { ...fourSteps, steps: [first] as const }
    expect(after(matterAt("called", { ...heard, plan: alone }), record(heard)).refusals).toEqual([
      { _tag: "NobodyDecided", rule: "DELIBERATION-19", step: "propose", sets: ["party-committee"] },
    ])
    const plan = { ...fourSteps, steps: [first, second] as const }
    const law = (day: CivilDate) => ({ law: stageLaw(heard)("two-committees", day) })
    const steps = [
      ...matterAt("closed", { plan }),
      decide({ plan }),
      at(
        "2026-03-10",
        { _tag: "CallStep", step: "consult", set: "two-committees", sitsOn: "2026-03-20", urgent: null },
        law("2026-03-10"),
      ),
    ]
    const ended = after(steps, record(heard, "2026-03-20", "two-committees"))
    expect(ended.events.map(({ _tag }) => _tag)).toEqual(["OpinionRecorded", "MatterDecided"])
    expect(ended.state.status).toBe("decided")
  })
})

describe("registers", () => {
  const file = (round: number, digit = 5) =>
    at("2026-04-01", { _tag: "FileRegister", round, register: someText(digit) })
  const over = [...matterAt("closed", { for: 1 }), decide()]

  it("DELIBERATION-21 of a sitting that was held, also after the end; a corrected one takes its place", () => {
    expect(play(deliberation, over).state.status).toBe("rejected")
    const { events, history, state } = after(over, file(1))
    expect(events).toEqual([
      { _tag: "RegisterFiled", round: 1, step: "propose", register: someText(5), on: "2026-04-01" },
    ])
    expect(state.closed).toMatchObject([{ round: 1, outcome: "lost", register: someText(5) }])
    expect(given(deliberation, history).when(...file(1))).toMatchObject({ events: [], refusals: [] })
    expect(given(deliberation, history).when(...file(1, 6)).state.closed).toMatchObject([{ register: someText(6) }])
  })

  it("DELIBERATION-21 not of one that is not over, was cancelled, or never was", () => {
    const cancelled = [...matterAt("called"), at("2026-03-03", { _tag: "CancelCall", reason: "a typhoon" })]
    expect(after(over, file(2)).refusals).toEqual([
      { _tag: "RoundNotOver", rule: "DELIBERATION-21", round: 2, rounds: [1] },
    ])
    expect(after(cancelled, file(1)).refusals).toMatchObject([{ rounds: [] }])
    expect(after(matterAt("closed"), file(1)).refusals).toMatchObject([{ rounds: [] }])
  })
})
