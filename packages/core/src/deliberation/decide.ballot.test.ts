import { given, play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  cited,
  type DeliberationStep,
  fourSteps,
  matterAt,
  plainRules,
  type Stage,
  sceneVoters,
  sittingDay,
  someText,
  stageLaw,
} from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import type { Actor } from "../kernel/authority.ts"
import type { DeliberationCommand } from "./index.ts"
import { deliberation } from "./index.ts"

type OpenBallot = Extract<DeliberationCommand, { readonly _tag: "OpenBallot" }>

const after = (steps: ReadonlyArray<DeliberationStep>, next: DeliberationStep) =>
  given(deliberation, play(deliberation, steps).history).when(...next)
const open = (told: Stage = {}, asked: Partial<OpenBallot> = {}, day: CivilDate = sittingDay) =>
  at(
    day,
    { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: day, ...asked },
    { law: stageLaw(told)("party-committee", day) },
  )
const opening = (told: Stage = {}, asked: Partial<OpenBallot> = {}, day: CivilDate = sittingDay) =>
  after(matterAt("attended", told), open(told, asked, day))

describe("opening a ballot", () => {
  it.each<readonly [CivilDate, boolean]>([
    ["2026-03-09", false],
    ["2026-03-10", true],
    ["2026-03-11", true],
  ])("DELIBERATION-14 a ballot opens on the day of the sitting or later, 2026-03-10: %s", (day, granted) => {
    const told: Stage = { rules: { quorum: [] } }
    const { events, refusals } = after(matterAt("enrolled", told), open(told, {}, day))
    expect([events.length, refusals.map(({ _tag }) => _tag)]).toEqual(granted ? [1, []] : [0, ["SittingNotBegun"]])
  })

  it("DELIBERATION-14 it closes today or later, and a sitting takes one", () => {
    expect(opening({}, { closesOn: "2026-03-09" }).refusals).toEqual([
      { _tag: "ClosesInPast", rule: "DELIBERATION-14", closesOn: "2026-03-09", earliest: sittingDay },
    ])
    expect(opening({}, { closesOn: "2026-03-11" }).events).toHaveLength(1)
    for (const stage of ["balloting", "closed"] as const)
      expect(after(matterAt(stage), open()).refusals).toEqual([
        { _tag: "BallotAlreadyOpened", rule: "DELIBERATION-14", round: 1, openedOn: sittingDay },
      ])
    expect(after(matterAt("opened"), open()).refusals).toMatchObject([{ _tag: "NoSitting", at: "propose" }])
  })

  it("DELIBERATION-14 what is opened says from when it runs, for how long, and about what", () => {
    const { events } = opening({}, { closesOn: "2026-03-12" })
    expect(events).toMatchObject([
      {
        ballot: {
          mode: "show-of-hands",
          motion: { _tag: "Adopt" },
          openedOn: sittingDay,
          openedAt: open()[1].now.instant,
          closesOn: "2026-03-12",
          extended: 0,
          closedAt: null,
          closedOn: null,
        },
      },
    ])
  })

  it.each<readonly [present: number, granted: boolean, shortBy: number | undefined]>([
    [2, false, 1],
    [3, true, undefined],
    [4, true, undefined],
  ])("DELIBERATION-11 of five members more than half must be there: %i", (present, granted, shortBy) => {
    const { events, refusals } = opening({ present })
    expect(events).toHaveLength(granted ? 1 : 0)
    if (!granted) expect(refusals).toMatchObject([{ _tag: "NoQuorum", findings: [{ shortBy }] }])
  })

  it("DELIBERATION-11 whoever is recused is not there for the quorum, and stays among the members", () => {
    const steps = (present: number) => [
      ...matterAt("enrolled"),
      at("2026-03-03", { _tag: "RecuseVoter", voter: "voter-1", reason: "it is his wall" }),
      ...matterAt("attended", { present }).slice(-1),
    ]
    expect(after(steps(3), open()).refusals).toMatchObject([{ _tag: "NoQuorum", findings: [{ shortBy: 1 }] }])
    expect(after(steps(4), open()).events).toHaveLength(1)
  })

  it("DELIBERATION-11 where those who take part make the quorum nobody has to be there before", () => {
    const told: Stage = { rules: { quorumCounts: "participating" } }
    expect(after(matterAt("enrolled", told), open(told)).events).toHaveLength(1)
  })

  it.each<readonly [representatives: number, granted: boolean]>([
    [3, false],
    [4, true],
    [5, true],
  ])("DELIBERATION-11 of five members at least four fifths are representatives: %i", (representatives, granted) => {
    const composition = cited("4/5", { base: "members" })
    const { events, refusals } = opening({ rules: { composition }, roll: sceneVoters(5, representatives) })
    expect(events).toHaveLength(granted ? 1 : 0)
    if (!granted)
      expect(refusals).toMatchObject([{ _tag: "CompositionFails", finding: { shortBy: 1, facts: { of: 5 } } }])
  })

  it("DELIBERATION-7 nobody votes on an empty roll, nor with more present than are left on it", () => {
    expect(after(matterAt("called"), open()).refusals).toEqual([
      { _tag: "RollIsEmpty", rule: "DELIBERATION-7", round: 1 },
    ])
    const counted = [
      ...matterAt("enrolled"),
      at(sittingDay, { _tag: "RecordHeadcount", present: 5 }),
      at(sittingDay, { _tag: "StrikeFromRoll", voters: ["voter-5"], reason: "moved" }),
    ]
    expect(after(counted, open()).refusals.map(({ _tag }) => _tag)).toContain("MorePresentThanEntitled")
  })

  it("DELIBERATION-12 the rules say how a body may vote", () => {
    const told: Stage = { rules: { ballot: { ...plainRules.ballot, modes: ["open"] } } }
    expect(opening(told).refusals).toMatchObject([{ _tag: "ModeNotAllowed", mode: "show-of-hands", modes: ["open"] }])
    expect(opening(told, { mode: "open" }).events).toHaveLength(1)
  })

  it("DELIBERATION-12 nobody votes secretly among voters of different weight, or where area is asked for", () => {
    const unequal = sceneVoters(5).map((voter, index) => (index === 0 ? { ...voter, heads: 2 } : voter))
    const wide = sceneVoters(5).map((voter, index) => (index === 0 ? { ...voter, area: 1 } : voter))
    const large = sceneVoters(5).map((voter) => ({ ...voter, area: 500_000 }))
    const byArea = { approval: [cited("1/2", { base: "members", measure: "area" })] }
    const refused = { _tag: "WeightsIdentify", modes: ["show-of-hands", "open"] }
    expect(opening({ roll: unequal }, { mode: "secret" }).refusals).toMatchObject([refused])
    expect(opening({ roll: wide }, { mode: "secret" }).refusals).toMatchObject([refused])
    expect(opening({ roll: large, rules: byArea }, { mode: "secret" }).refusals).toMatchObject([refused])
    expect(opening({ roll: large }, { mode: "secret" }).events).toHaveLength(1)
    expect(opening({ roll: unequal }, { mode: "secret-papers" }).refusals).toMatchObject([refused])
    expect(opening({ roll: wide }, { mode: "secret-papers" }).events).toHaveLength(1)
    expect(opening({ roll: unequal }, { mode: "open" }).events).toHaveLength(1)
  })

  it("DELIBERATION-13 a body that is only heard opens no ballot", () => {
    expect(opening({ rules: { approval: [] } }).refusals).toEqual([
      { _tag: "BodyIsHeard", rule: "DELIBERATION-13", step: "propose", set: "party-committee" },
    ])
  })

  it("DELIBERATION-13 it amends where it may, into another text, and sends back where the list says", () => {
    expect(opening({}, { motion: { _tag: "Amend", text: someText(2) } }).events).toHaveLength(1)
    expect(opening({}, { motion: { _tag: "Amend", text: someText(1) } }).refusals).toEqual([
      { _tag: "TextUnchanged", rule: "DELIBERATION-13", text: someText(1) },
    ])
    const plan = { ...fourSteps, steps: [{ ...fourSteps.steps[0], amendedRestartsAt: null }] as const }
    expect(opening({ plan }, { motion: { _tag: "Amend", text: someText(2) } }).refusals).toEqual([
      { _tag: "BodyMayNotAmend", rule: "DELIBERATION-13", step: "propose" },
    ])
    expect(opening({}, { motion: { _tag: "Return", to: "propose" } }).refusals).toEqual([
      { _tag: "MayNotReturnTo", rule: "DELIBERATION-13", step: "propose", to: "propose", allowed: [] },
    ])
  })

  it("DELIBERATION-23 everything that stands against it is said at once", () => {
    const told: Stage = {
      present: 1,
      rules: { composition: cited("4/5", { base: "members" }) },
      roll: sceneVoters(5, 1),
    }
    const { refusals } = opening(told, { closesOn: "2026-03-01", motion: { _tag: "Return", to: "nowhere" } })
    expect(refusals.map(({ _tag }) => _tag)).toEqual(["ClosesInPast", "MayNotReturnTo", "CompositionFails", "NoQuorum"])
  })
})

const votes = (more: Partial<Extract<DeliberationCommand, { readonly _tag: "RecordVotes" }>> = {}) =>
  at(sittingDay, { _tag: "RecordVotes", for: ["voter-1"], against: ["voter-2"], abstain: [], void: [], ...more })
const counts = (yes: number, no: number) =>
  at(sittingDay, { _tag: "RecordCounts", for: yes, against: no, abstain: 0, void: 0 })

describe("taking votes down", () => {
  const balloting = matterAt("balloting")

  it("DELIBERATION-14 each voter once, from the roll; a void paper may be anybody's", () => {
    expect(after(balloting, votes()).events).toMatchObject([{ _tag: "VotesRecorded", onBehalfOf: null }])
    expect(after(balloting, votes({ abstain: ["voter-1"] })).refusals).toMatchObject([
      { _tag: "VoterNamedTwice", voter: "voter-1" },
    ])
    const both = { void: [{ voter: "voter-2", reason: "two marks" }] }
    expect(after(balloting, votes(both)).refusals).toMatchObject([{ _tag: "VoterNamedTwice", voter: "voter-2" }])
    expect(after(balloting, votes({ for: ["nobody", "voter-1"] })).refusals).toMatchObject([
      { _tag: "NotOnRoll", voters: ["nobody"] },
    ])
    expect(after(balloting, votes({ void: [{ voter: "nobody", reason: "not of here" }] })).events).toHaveLength(1)
  })

  it("DELIBERATION-8 nobody who is recused votes", () => {
    const steps = [
      ...matterAt("enrolled"),
      at("2026-03-03", { _tag: "RecuseVoter", voter: "voter-5", reason: "it is his wall" }),
      ...matterAt("balloting").slice(-2),
    ]
    expect(after(steps, votes({ for: ["voter-5"] })).refusals).toEqual([
      { _tag: "VoterIsRecused", rule: "DELIBERATION-8", voter: "voter-5" },
    ])
  })

  it("DELIBERATION-14 a record stands: the same again is quiet, another one is refused", () => {
    const recorded = [...balloting, votes()]
    expect(after(recorded, votes())).toMatchObject({ events: [], refusals: [] })
    expect(after(recorded, votes({ for: ["voter-3"] })).refusals).toMatchObject([
      { _tag: "VotesAlreadyRecorded", round: 1 },
    ])
    expect(after(recorded, counts(1, 1)).refusals).toMatchObject([{ _tag: "VotesAlreadyRecorded" }])
    const counted = [...balloting, counts(3, 1)]
    expect(after(counted, counts(3, 1))).toMatchObject({ events: [], refusals: [] })
    expect(after(counted, counts(3, 0)).refusals).toMatchObject([{ _tag: "VotesAlreadyRecorded" }])
  })

  it("DELIBERATION-22 a secretary who types votes says for whom, and is told so where that is missing", () => {
    const secretary = { _tag: "Post", person: "person-9", post: "secretary", within: "party-committee" } as const
    const missing = { _tag: "OnBehalfMissing", rule: "DELIBERATION-22", post: "secretary", within: "party-committee" }
    for (const [command, around] of [votes(), counts(3, 1)]) {
      const asked = (actor: Actor) => after(balloting, [command, { ...around, actor }])
      expect(asked(secretary).refusals).toEqual([missing])
      expect(asked({ ...secretary, onBehalfOf: "person-8" }).events).toMatchObject([{ onBehalfOf: "person-8" }])
      expect(asked({ ...secretary, post: "presider" }).refusals).toEqual([])
    }
  })

  it("DELIBERATION-14 only while a ballot is open", () => {
    expect(after(matterAt("attended"), votes()).refusals).toEqual([
      { _tag: "BallotNotOpen", rule: "DELIBERATION-14", round: 1, phase: "called" },
    ])
    expect(after(matterAt("closed"), counts(1, 1)).refusals).toMatchObject([{ _tag: "BallotNotOpen", phase: "closed" }])
  })

  it("DELIBERATION-14 four are present: four votes, and no fifth", () => {
    expect(after(balloting, counts(3, 1)).events).toHaveLength(1)
    expect(after(balloting, counts(3, 2)).refusals).toMatchObject([
      { _tag: "MoreVotesThanVoters", votes: 5, atMost: 4 },
    ])
    const told: Stage = { rules: { quorum: [] } }
    const nobodyNoted = [...matterAt("enrolled", told), open(told)]
    expect(after(nobodyNoted, counts(3, 2)).events).toHaveLength(1)
    expect(after(nobodyNoted, counts(3, 3)).refusals).toMatchObject([{ votes: 6, atMost: 5 }])
    const counted = [...matterAt("enrolled"), at(sittingDay, { _tag: "RecordHeadcount", present: 3 }), open()]
    expect(after(counted, counts(3, 1)).refusals).toMatchObject([{ _tag: "MoreVotesThanVoters", votes: 4, atMost: 3 }])
  })

  it("DELIBERATION-10 whoever votes by name came later and is present, though three were counted and others taken down", () => {
    const counted = [...matterAt("enrolled"), at(sittingDay, { _tag: "RecordHeadcount", present: 3 }), open()]
    const four = votes({ for: ["voter-1", "voter-3"], abstain: ["voter-5"] })
    const law = { law: stageLaw({})("party-committee", sittingDay), minuteOfDay: 601 }
    const present = (steps: ReadonlyArray<DeliberationStep>) =>
      play(deliberation, [
        ...steps,
        four,
        at(sittingDay, { _tag: "CloseBallot" }, { minuteOfDay: 600 }),
        at(sittingDay, { _tag: "DecideStep" }, law),
      ]).history.flatMap((event) => (event._tag === "StepPassed" || event._tag === "StepLost" ? [event] : []))
    expect(present(counted)).toMatchObject([{ judgement: { tally: { present: { heads: 4 }, cast: { heads: 4 } } } }])
    expect(present(balloting)).toMatchObject([{ judgement: { tally: { present: { heads: 5 }, cast: { heads: 4 } } } }])
  })

  it.each<readonly [mode: "show-of-hands" | "open" | "secret" | "secret-papers", votes: boolean, counts: boolean]>([
    ["show-of-hands", true, true],
    ["open", true, false],
    ["secret", false, false],
    ["secret-papers", false, true],
  ])("DELIBERATION-12 by names or by counts, as the mode has it: %s", (mode, byName, byCount) => {
    const steps = matterAt("balloting", { mode })
    expect(after(steps, votes()).events).toHaveLength(byName ? 1 : 0)
    expect(after(steps, counts(1, 1)).events).toHaveLength(byCount ? 1 : 0)
    if (!byName)
      expect(after(steps, votes()).refusals).toMatchObject([
        { _tag: "NotRecordedThisWay", mode, modes: ["show-of-hands", "open"] },
      ])
    if (!byCount)
      expect(after(steps, counts(1, 1)).refusals).toMatchObject([{ modes: ["show-of-hands", "secret-papers"] }])
  })

  it("DELIBERATION-12 hands that weigh differently are taken down by name", () => {
    const roll = sceneVoters(5).map((voter, index) => (index === 4 ? { ...voter, heads: 2 } : voter))
    const steps = matterAt("balloting", { roll })
    expect(after(steps, counts(1, 1)).refusals).toMatchObject([{ _tag: "CountsNeedEqualHeads", round: 1 }])
    expect(after(steps, votes()).events).toHaveLength(1)
  })

  it("DELIBERATION-22 a clerk's record says for whom it was typed", () => {
    const actor = {
      _tag: "Post",
      person: "p",
      post: "secretary",
      within: "party-committee",
      onBehalfOf: "person-9",
    } as const
    expect(after(balloting, at(sittingDay, counts(3, 1)[0], { actor })).events).toMatchObject([
      { onBehalfOf: "person-9" },
    ])
  })
})

describe("the end of a ballot", () => {
  const extension = { ...plainRules.extension, times: 2, days: 3 }
  const told: Stage = { mode: "open", closesOn: "2026-03-12", rules: { extension } }
  const balloting = matterAt("balloting", told)
  const extend = (day: CivilDate, closesOn: CivilDate) =>
    at(day, { _tag: "ExtendBallot", closesOn, reason: "too few so far" })
  const close = (day: CivilDate) => at(day, { _tag: "CloseBallot" })

  it.each<readonly [today: CivilDate, closesOn: CivilDate, refusal: string | undefined]>([
    ["2026-03-11", "2026-03-15", undefined],
    ["2026-03-12", "2026-03-15", undefined],
    ["2026-03-13", "2026-03-15", "BallotPeriodOver"],
    ["2026-03-11", "2026-03-13", undefined],
    ["2026-03-11", "2026-03-16", "ExtensionTooLong"],
    ["2026-03-11", "2026-03-11", "ExtensionNotLater"],
  ])("DELIBERATION-15 asked on %s, a ballot until 2026-03-12 is put off to %s", (today, closesOn, refusal) => {
    const { events, refusals } = after(balloting, extend(today, closesOn))
    expect(refusals.map(({ _tag }) => _tag)).toEqual(refusal === undefined ? [] : [refusal])
    if (refusal === undefined)
      expect(events).toMatchObject([{ before: "2026-03-12", closesOn, on: today, reason: "too few so far" }])
  })

  it("DELIBERATION-15 as often as the rules let, and the latest day that is named would do", () => {
    const twice = [...balloting, extend("2026-03-11", "2026-03-13"), extend("2026-03-11", "2026-03-14")]
    expect(after(twice, extend("2026-03-11", "2026-03-15")).refusals).toMatchObject([
      { _tag: "NoExtensionLeft", times: 2 },
    ])
    expect(after(matterAt("balloting"), extend(sittingDay, "2026-03-11")).refusals.map(({ _tag }) => _tag)).toEqual([
      "NoExtensionLeft",
      "ExtensionTooLong",
    ])
    const [tooLong] = after(balloting, extend("2026-03-11", "2026-03-20")).refusals
    if (tooLong?._tag !== "ExtensionTooLong") throw new Error("not too long")
    expect(after(balloting, extend("2026-03-11", tooLong.latest)).events).toHaveLength(1)
  })

  it("DELIBERATION-23 put off to its own last day, and closed when it is closed, changes nothing", () => {
    expect(after(balloting, extend("2026-03-11", "2026-03-12"))).toMatchObject({ events: [], refusals: [] })
    expect(after([...balloting, close("2026-03-13")], close("2026-03-14"))).toMatchObject({ events: [], refusals: [] })
  })

  it.each<readonly [CivilDate, boolean]>([
    ["2026-03-11", false],
    ["2026-03-12", false],
    ["2026-03-13", true],
    ["2026-03-14", true],
  ])("DELIBERATION-16 a ballot until 2026-03-12 is closed on %s: %s", (day, granted) => {
    const { events, refusals } = after(balloting, close(day))
    if (granted) expect(events).toMatchObject([{ _tag: "BallotClosed", on: day, closedAt: close(day)[1].now.instant }])
    else expect(refusals).toMatchObject([{ _tag: "BallotStillRuns", closesOn: "2026-03-12", earliest: "2026-03-13" }])
  })

  it("DELIBERATION-16 one that opens and ends on one day is closed on that day", () => {
    const sameDay = matterAt("balloting", { ...told, closesOn: sittingDay })
    expect(after(sameDay, close(sittingDay)).events).toHaveLength(1)
    const longer = [...sameDay, extend(sittingDay, "2026-03-11")]
    expect(after(longer, close(sittingDay)).refusals).toMatchObject([
      { _tag: "BallotStillRuns", earliest: "2026-03-12" },
    ])
  })

  it("DELIBERATION-16 a vote that only a record can tell is not closed without one", () => {
    for (const mode of ["show-of-hands", "secret-papers"] as const) {
      const steps = matterAt("balloting", { mode })
      expect(after(steps, close(sittingDay)).refusals).toEqual([
        { _tag: "VotesMissing", rule: "DELIBERATION-16", round: 1, mode },
      ])
      expect(after([...steps, counts(3, 1)], close(sittingDay)).events).toHaveLength(1)
    }
    expect(after(matterAt("attended"), close(sittingDay)).refusals).toMatchObject([
      { _tag: "BallotNotOpen", phase: "called" },
    ])
  })

  it("DELIBERATION-15 nothing is put off when it is closed", () => {
    expect(after([...balloting, close("2026-03-13")], extend("2026-03-13", "2026-03-15")).refusals).toMatchObject([
      { _tag: "BallotNotOpen", phase: "closed" },
    ])
  })
})
