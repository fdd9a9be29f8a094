import { given, play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  type DeliberationStep,
  matterAt,
  plainRules,
  type Stage,
  sceneVoters,
  sittingDay,
} from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import type { DeliberationCommand, Voter } from "./index.ts"
import { deliberation } from "./index.ts"

const after = (steps: ReadonlyArray<DeliberationStep>, command: DeliberationCommand, day = sittingDay) =>
  given(deliberation, play(deliberation, steps).history).when(...at(day, command))
const refusals = (steps: ReadonlyArray<DeliberationStep>, command: DeliberationCommand, day = sittingDay) =>
  after(steps, command, day).refusals.map(({ _tag }) => _tag)

const one: Voter = { voter: "voter-1", person: "person-1", heads: 1, area: 0, kind: "representative" }
const enter = (...voters: readonly [Voter, ...ReadonlyArray<Voter>]): DeliberationCommand => ({
  _tag: "EnterRoll",
  voters,
})
const recuse = (voter: string): DeliberationCommand => ({ _tag: "RecuseVoter", voter, reason: "it is his wall" })
const grant = (voter: string, by: string): DeliberationCommand => ({ _tag: "GrantProxy", voter, by })
const proxies = (cap: number): Stage => ({ rules: { proxies: { ...plainRules.proxies, cap } } })

describe("the roll", () => {
  const called = matterAt("called")

  it("DELIBERATION-7 a voter that is entered again stands as entered last, in its place", () => {
    const entered = [...called, at("2026-03-02", enter(one, { ...one, voter: "voter-2" }))]
    const { events, state } = after(entered, enter({ ...one, heads: 2 }))
    expect(events).toMatchObject([{ _tag: "RollEntered", voters: [{ voter: "voter-1", heads: 2 }] }])
    expect(state.sitting?.roll.map(({ heads, voter }) => [voter, heads])).toEqual([
      ["voter-1", 2],
      ["voter-2", 1],
    ])
  })

  it("DELIBERATION-23 whoever stands there so already is left out; a roll that is sent again changes nothing", () => {
    const entered = [...called, at("2026-03-02", enter(one))]
    expect(after(entered, enter(one))).toMatchObject({ events: [], refusals: [] })
    expect(after(entered, enter(one, { ...one, voter: "voter-2" })).events).toMatchObject([
      { voters: [{ voter: "voter-2" }] },
    ])
  })

  it("DELIBERATION-7 nobody stands twice in one command, and weights count exactly", () => {
    expect(after(called, enter(one, one)).refusals).toEqual([
      { _tag: "VoterNamedTwice", rule: "DELIBERATION-7", voter: "voter-1" },
    ])
    expect(after(called, enter({ ...one, area: 1_000_000_000_000 })).refusals).toEqual([])
    expect(after(called, enter({ ...one, heads: 1_000_001, area: 1_000_000_000_001 })).refusals).toMatchObject([
      { _tag: "WeightTooLarge", measure: "heads", atMost: 1_000_000 },
      { _tag: "WeightTooLarge", measure: "area", atMost: 1_000_000_000_000 },
    ])
  })

  it("DELIBERATION-7 all voters together weigh no more than counts exactly", () => {
    // 9,007 voters of 10^12 cm² are 9.007 × 10^15, and 2^53 − 1 is 9.00719… × 10^15: one more is too many.
    const huge = Array.from({ length: 9007 }, (_, index) => ({ ...one, voter: `h-${index}`, area: 1_000_000_000_000 }))
    const entered = [...called, at("2026-03-02", enter(one, ...huge))]
    expect(after(entered, enter({ ...one, voter: "last", area: 199_254_740_991 })).refusals).toEqual([])
    expect(after(entered, enter({ ...one, voter: "last", area: 199_254_740_992 })).refusals).toEqual([
      { _tag: "RollTooLarge", rule: "DELIBERATION-7", measure: "area", atMost: 9_007_199_254_740_991 },
    ])
  })

  it("DELIBERATION-7 who is struck leaves with presence and proxies", () => {
    const there = [
      ...matterAt("enrolled", proxies(2)),
      at("2026-03-03", grant("voter-2", "voter-1")),
      at("2026-03-03", grant("voter-3", "voter-1")),
      at("2026-03-03", recuse("voter-4")),
      at(sittingDay, { _tag: "RecordAttendance", present: ["voter-1", "voter-4"] }),
    ]
    const { events, state } = after(there, { _tag: "StrikeFromRoll", voters: ["voter-1", "voter-4"], reason: "moved" })
    expect(events.map(({ _tag }) => _tag)).toEqual(["ProxyRevoked", "ProxyRevoked", "RollStruck"])
    expect(state.sitting).toMatchObject({ present: [], proxies: [] })
    expect(state.sitting?.roll.map(({ voter }) => voter)).toEqual(["voter-2", "voter-3", "voter-5"])
    expect(after(there, { _tag: "StrikeFromRoll", voters: ["nobody", "voter-1"], reason: "moved" }).refusals).toEqual([
      { _tag: "NotOnRoll", rule: "DELIBERATION-7", voters: ["nobody"] },
    ])
  })

  it("DELIBERATION-8 who was recused is recused still when it is struck and entered again", () => {
    const back = [
      ...matterAt("enrolled", proxies(2)),
      at("2026-03-03", recuse("voter-1")),
      at("2026-03-03", { _tag: "StrikeFromRoll", voters: ["voter-1"], reason: "moved" }),
      at("2026-03-04", enter(one)),
    ]
    expect(after(back, grant("voter-1", "voter-2")).refusals).toEqual([
      { _tag: "VoterIsRecused", rule: "DELIBERATION-8", voter: "voter-1" },
    ])
    expect(refusals(back, { _tag: "RecordHeadcount", present: 5 })).toEqual(["MorePresentThanEntitled"])
    expect(after(back, recuse("voter-1"))).toMatchObject({ events: [], refusals: [] })
  })

  it.each<readonly [string, DeliberationCommand]>([
    ["EnterRoll", enter({ ...one, voter: "late" })],
    ["StrikeFromRoll", { _tag: "StrikeFromRoll", voters: ["voter-1"], reason: "moved" }],
    ["RecuseVoter", recuse("voter-1")],
    ["GrantProxy", grant("voter-2", "voter-1")],
    ["RevokeProxy", { _tag: "RevokeProxy", voter: "voter-2" }],
  ])("DELIBERATION-7 stands from the opening of the ballot: %s", (_tag, command) => {
    for (const stage of ["balloting", "recorded", "closed"] as const)
      expect(after(matterAt(stage), command).refusals).toEqual([
        { _tag: "RollIsFrozen", rule: "DELIBERATION-7", round: 1, openedOn: sittingDay },
      ])
    expect(refusals(matterAt("opened"), command)).toEqual(["NoSitting"])
  })

  it("DELIBERATION-7 the opening says by a digest who stands on it; another weight is another digest", () => {
    const digestOf = (roll: ReadonlyArray<Voter>) => {
      const opened = play(deliberation, matterAt("balloting", { roll })).history.at(-1)
      return opened?._tag === "BallotOpened" ? opened : undefined
    }
    const [plain, heavier, same] = [
      sceneVoters(5),
      sceneVoters(5).map((voter) => ({ ...voter, area: 1 })),
      sceneVoters(5),
    ]
    expect(digestOf(plain)).toMatchObject({ roll: 5 })
    expect(digestOf(plain)?.digest).toBe(digestOf(same)?.digest)
    expect(digestOf(plain)?.digest).not.toBe(digestOf(heavier)?.digest)
  })
})

describe("recusals and proxies", () => {
  const enrolled = matterAt("enrolled", proxies(2))

  it("DELIBERATION-8 the proxies in which somebody stands fall with the recusal, and none comes after", () => {
    const granted = [...enrolled, at("2026-03-03", grant("voter-2", "voter-1"))]
    for (const voter of ["voter-1", "voter-2"]) {
      const { events, history, state } = after(granted, recuse(voter))
      expect(events.map(({ _tag }) => _tag)).toEqual(["ProxyRevoked", "VoterRecused"])
      expect(state.sitting?.proxies).toEqual([])
      const again = given(deliberation, history).when(...at(sittingDay, grant("voter-2", "voter-1")))
      expect(again.refusals).toEqual([{ _tag: "VoterIsRecused", rule: "DELIBERATION-8", voter }])
    }
    expect(refusals(enrolled, recuse("nobody"))).toEqual(["NotOnRoll"])
  })

  it("DELIBERATION-23 a recusal, a proxy and a revocation that are so already change nothing", () => {
    const so = [...enrolled, at("2026-03-03", recuse("voter-5")), at("2026-03-03", grant("voter-2", "voter-1"))]
    for (const command of [
      recuse("voter-5"),
      grant("voter-2", "voter-1"),
      { _tag: "RevokeProxy", voter: "voter-3" } as const,
    ])
      expect(after(so, command)).toMatchObject({ events: [], refusals: [] })
  })

  it("DELIBERATION-9 no chain, no cycle, nobody twice, nobody for itself", () => {
    const granted = [...enrolled, at("2026-03-03", grant("voter-2", "voter-1"))]
    const grants = [{ voter: "voter-2", by: "voter-1" }]
    expect(after(granted, grant("voter-3", "voter-2")).refusals).toMatchObject([{ _tag: "ProxyChain", grants }])
    expect(after(granted, grant("voter-1", "voter-3")).refusals).toMatchObject([{ _tag: "ProxyChain", grants }])
    expect(after(granted, grant("voter-1", "voter-2")).refusals).toMatchObject([{ _tag: "ProxyChain", grants }])
    expect(after(granted, grant("voter-2", "voter-3")).refusals).toMatchObject([
      { _tag: "ProxyGivenAlready", voter: "voter-2", by: "voter-1" },
    ])
    expect(refusals(granted, grant("voter-3", "voter-3"))).toEqual(["ProxyForItself"])
    expect(after(granted, grant("voter-3", "nobody")).refusals).toMatchObject([
      { _tag: "NotOnRoll", voters: ["nobody"] },
    ])
  })

  it("DELIBERATION-9 nobody holds more than the cap: one below, at it, one above", () => {
    const holding = (count: number) =>
      Array.from({ length: count }, (_, index) => at("2026-03-03", grant(`voter-${index + 2}`, "voter-1")))
    expect(refusals([...enrolled, ...holding(0)], grant("voter-4", "voter-1"))).toEqual([])
    expect(refusals([...enrolled, ...holding(1)], grant("voter-4", "voter-1"))).toEqual([])
    expect(after([...enrolled, ...holding(2)], grant("voter-4", "voter-1")).refusals).toMatchObject([
      { _tag: "ProxyCapReached", by: "voter-1", cap: 2, holds: ["voter-2", "voter-3"] },
    ])
    expect(after(matterAt("enrolled"), grant("voter-4", "voter-1")).refusals).toMatchObject([
      { _tag: "ProxyCapReached", cap: 0, holds: [] },
    ])
  })

  it("DELIBERATION-9 a proxy that is taken back makes room for another", () => {
    const revoked = [
      ...enrolled,
      at("2026-03-03", grant("voter-2", "voter-1")),
      at("2026-03-04", { _tag: "RevokeProxy", voter: "voter-2" }),
    ]
    expect(refusals(revoked, grant("voter-1", "voter-2"))).toEqual([])
    expect(refusals(revoked, { _tag: "RevokeProxy", voter: "nobody" })).toEqual(["NotOnRoll"])
  })
})

describe("attendance", () => {
  const enrolled = matterAt("enrolled")
  const come = (...present: readonly [string, ...ReadonlyArray<string>]): DeliberationCommand => ({
    _tag: "RecordAttendance",
    present,
  })
  const headcount = (present: number): DeliberationCommand => ({ _tag: "RecordHeadcount", present })

  it.each<readonly [CivilDate, boolean]>([
    ["2026-03-09", false],
    ["2026-03-10", true],
    ["2026-03-11", true],
  ])("DELIBERATION-10 is taken from the day of the sitting on, 2026-03-10: %s", (day, granted) => {
    const expected = granted ? [] : ["SittingNotBegun"]
    expect(refusals(enrolled, come("voter-1"), day)).toEqual(expected)
    expect(refusals(enrolled, headcount(3), day)).toEqual(expected)
  })

  it("DELIBERATION-10 is taken until the ballot opens, of people of the roll", () => {
    expect(after(matterAt("attended"), come("voter-5", "voter-1")).events).toMatchObject([{ present: ["voter-5"] }])
    for (const stage of ["balloting", "recorded", "closed"] as const)
      for (const command of [come("voter-5"), headcount(5)])
        expect(after(matterAt(stage), command).refusals).toEqual([
          { _tag: "PresenceIsFrozen", rule: "DELIBERATION-10", round: 1, openedOn: sittingDay },
        ])
    expect(refusals(enrolled, come("voter-1", "nobody"))).toEqual(["NotOnRoll"])
    expect(refusals(matterAt("opened"), headcount(1))).toEqual(["NoSitting"])
  })

  it("DELIBERATION-10 is taken by name or by count, not both", () => {
    expect(after(matterAt("attended"), headcount(4)).refusals).toMatchObject([
      { _tag: "AttendanceTakenOtherwise", taken: "by-name" },
    ])
    expect(after([...enrolled, at(sittingDay, headcount(4))], come("voter-1")).refusals).toMatchObject([
      { _tag: "AttendanceTakenOtherwise", taken: "by-count" },
    ])
  })

  it("DELIBERATION-10 a count is not above those entitled, and nobody lowers it when the votes are known", () => {
    const counted = [...matterAt("enrolled"), at("2026-03-03", recuse("voter-5"))]
    expect(refusals(counted, headcount(4))).toEqual([])
    expect(after(counted, headcount(5)).refusals).toMatchObject([
      { _tag: "MorePresentThanEntitled", present: 5, atMost: 4 },
    ])
    const law = matterAt("balloting")[4]?.[1].law
    const voted = [
      ...matterAt("enrolled"),
      at(sittingDay, headcount(4)),
      at(
        sittingDay,
        { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: sittingDay },
        { law },
      ),
      at(sittingDay, { _tag: "RecordCounts", for: 2, against: 1, abstain: 0, void: 0 }),
    ]
    for (const other of [3, 5]) expect(refusals(voted, headcount(other))).toEqual(["PresenceIsFrozen"])
  })

  it("DELIBERATION-23 who was taken down before, and the count that stands, change nothing", () => {
    expect(after(matterAt("attended"), come("voter-1", "voter-2"))).toMatchObject({ events: [], refusals: [] })
    expect(after([...enrolled, at(sittingDay, headcount(3))], headcount(3))).toMatchObject({ events: [], refusals: [] })
  })
})
