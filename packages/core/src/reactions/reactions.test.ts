import { describe, expect, it } from "vitest"
import { type Conference, type ConferenceEvent, jointConference } from "../joint-conference/index.ts"
import type { Term } from "../rotating-chair/index.ts"
import { type Rota, rotaPolicyDefaults, rotatingChair } from "../rotating-chair/index.ts"
import { chairFollowsConference, conferenceFollowsChair, presiderOf } from "./index.ts"

const seat = (unit: string, position: number) => ({
  ...{ unit, position, queued: position, seatedAt: 0, lastTurn: 0, lastRound: 0, lateIn: 0 },
})
const term = (ordinal: number, unit: string | null, from: Term["from"], until: Term["until"]): Term => ({
  ...{ ordinal, unit, from, until, round: 1, counts: unit !== null, because: [] },
})
const rota: Rota = {
  ...rotatingChair.initial,
  status: "open",
  policies: [{ policy: rotaPolicyDefaults, effectiveFrom: "2026-01-01" }],
  seats: [seat("school", 1), seat("clinic", 2), seat("station", 3)],
  serving: 1,
  terms: [
    term(1, "school", "2026-01-01", "2026-04-01"),
    term(2, "clinic", "2026-04-01", "2026-07-01"),
    term(3, null, "2026-07-01", "2026-10-01"),
  ],
}
const unit = { kind: "school", delegate: "p-1", alternate: null, on: "2026-02-01" } as const
const counted: Rota = {
  ...rota,
  policies: [{ policy: { ...rotaPolicyDefaults, term: { _tag: "Meetings", count: 2 } }, effectiveFrom: "2026-01-01" }],
}

describe("REACTION-1 the members of a conference are the units of its rota", () => {
  it("seats a member and no observer", () => {
    const admitted = { _tag: "UnitAdmitted", unit: "park", capacity: "member", ...unit } as const
    expect(chairFollowsConference(admitted, rota)).toEqual([
      { rule: "REACTION-1", command: { _tag: "SeatUnit", unit: "park" } },
    ])
    expect(chairFollowsConference({ ...admitted, capacity: "observer" }, rota)).toEqual([])
  })

  it("REACTION-1 seats nobody twice: a rota may have been opened with the unit before this is read", () => {
    const admitted = { _tag: "UnitAdmitted", unit: "school", capacity: "member", ...unit } as const
    expect(chairFollowsConference(admitted, rota)).toEqual([])
  })

  it("unseats who is released, if it had a seat", () => {
    const released = { _tag: "UnitReleased", unit: "school", reason: "moved", on: "2026-02-01" } as const
    expect(chairFollowsConference(released, rota).map(({ command }) => command)).toEqual([
      { _tag: "UnseatUnit", unit: "school" },
    ])
    expect(chairFollowsConference({ ...released, unit: "park" }, rota)).toEqual([])
  })

  it("merges two seats, or takes the one seat that goes with a merger into another unit's name", () => {
    const merged: ConferenceEvent = {
      _tag: "MemberUnitsMerged",
      units: ["school", "clinic"],
      unit: "campus",
      capacity: "member",
      ...unit,
    }
    expect(chairFollowsConference(merged, rota).map(({ command }) => command)).toEqual([
      { _tag: "MergeUnits", units: ["school", "clinic"], into: "campus" },
    ])
  })

  it("keeps the seat of a member that takes in an observer, under whichever name", () => {
    const joined = {
      _tag: "MemberUnitsMerged",
      units: ["school", "club"],
      unit: "club",
      capacity: "member",
      ...unit,
    } as const
    expect(chairFollowsConference(joined, rota).map(({ command }) => command)).toEqual([
      { _tag: "MergeUnits", units: ["school", "club"], into: "club" },
    ])
    expect(chairFollowsConference({ ...joined, units: ["hall", "club"] }, rota)).toEqual([])
  })

  it("does nothing to a rota that is not open", () => {
    const released = { _tag: "UnitReleased", unit: "school", reason: "moved", on: "2026-02-01" } as const
    expect(chairFollowsConference(released, { ...rota, status: "unopened" })).toEqual([])
    expect(chairFollowsConference(released, { ...rota, status: "closed" })).toEqual([])
  })
})

describe("REACTION-2 a meeting counts where terms are counted in meetings", () => {
  const cadence = { since: "2026-02-01", before: "2026-05-01", callBefore: "2026-04-25" } as const
  const held: ConferenceEvent = {
    _tag: "MeetingHeld",
    meeting: "m",
    heldOn: "2026-02-01",
    minutesBefore: "2026-02-12",
    cadence,
  }
  it("and nowhere else", () => {
    expect(chairFollowsConference(held, rota)).toEqual([])
    expect(chairFollowsConference(held, counted)).toEqual([
      { rule: "REACTION-2", command: { _tag: "CountMeeting", meeting: "m", heldOn: "2026-02-01" } },
    ])
  })
})

describe("REACTION-3 a called meeting gets the chair of its day", () => {
  const meeting: Conference["meetings"][number] = {
    ...{
      meeting: "m",
      on: "2026-05-10" as const,
      minuteOfDay: 540,
      place: "hall",
      status: "scheduled" as const,
      chairUnit: "school",
    },
    ...{
      noticeBefore: "2026-05-06",
      agenda: [],
      frozen: null,
      reconvened: false,
      attendance: [],
      texts: [],
      actions: [],
    },
    ...{ minutesBefore: null, minutesReminded: false },
  }
  const conference: Conference = { ...jointConference.initial, meetings: [meeting] }
  const moved = { _tag: "TurnsSwapped", first: 2, second: 3 } as const
  const follow = (meets: Conference, today: "2026-05-10" | "2026-05-11" = "2026-05-10") =>
    conferenceFollowsChair(moved, rota, { conference: meets, today })

  it("when the turn passed to another unit", () => {
    expect(follow(conference)).toEqual([
      { rule: "REACTION-3", command: { _tag: "ReplaceChairUnit", meeting: "m", chairUnit: "clinic" } },
    ])
    expect(follow({ ...conference, meetings: [{ ...meeting, on: "2026-08-01" }] })[0]?.command).toMatchObject({
      chairUnit: null,
    })
  })

  it("also when terms that are counted in meetings begin and are published", () => {
    const begun = { _tag: "TermBegun", term: 2, unit: "clinic", on: "2026-04-01", handOverBefore: null } as const
    expect(conferenceFollowsChair(begun, rota, { conference, today: "2026-04-01" })).toHaveLength(1)
  })

  it("and not when it has that chair, is past, has begun, or nothing changed hands", () => {
    expect(follow({ ...conference, meetings: [{ ...meeting, chairUnit: "clinic" }] })).toEqual([])
    expect(follow(conference, "2026-05-11")).toEqual([])
    expect(follow({ ...conference, meetings: [{ ...meeting, status: "quorate" }] })).toEqual([])
    const declared = { _tag: "InterestDeclared", item: "fees", unit: "clinic" } as const
    expect(conferenceFollowsChair(declared, rota, { conference, today: "2026-04-01" })).toEqual([])
  })
})

describe("REACTION-4 a conference that is dissolved closes its rota", () => {
  it("by the reactor", () => {
    const dissolved = { _tag: "ConferenceDissolved", reason: "merged", on: "2026-02-01" } as const
    expect(chairFollowsConference(dissolved, rota)).toEqual([{ rule: "REACTION-4", command: { _tag: "CloseRota" } }])
  })
})

describe("REACTION-5 who presides on a day is read from the rota", () => {
  it.each([
    ["2026-01-01", "school"],
    ["2026-03-31", "school"],
    ["2026-04-01", "clinic"],
    ["2026-06-30", "clinic"],
  ] as const)("on %s it is the %s", (day, unitOfDay) => {
    expect(presiderOf(rota, day, null)).toEqual({ _tag: "Unit", unit: unitOfDay })
  })

  it("is the convenor where a term is vacant or no term is published", () => {
    expect(presiderOf(rota, "2026-07-01", null)).toEqual({ _tag: "Convenor" })
    expect(presiderOf(rota, "2027-07-01", null)).toEqual({ _tag: "Convenor" })
  })

  it("is a substitute for a chair with an interest, and the convenor when every unit has one", () => {
    const interest = (...units: ReadonlyArray<string>) => ({
      ...rota,
      interests: units.map((one) => ({ item: "fees", unit: one })),
    })
    expect(presiderOf(interest("school"), "2026-02-01", "fees")).toEqual({ _tag: "Unit", unit: "clinic" })
    expect(presiderOf(interest("school"), "2026-02-01", "other")).toEqual({ _tag: "Unit", unit: "school" })
    expect(presiderOf(interest("school", "clinic", "station"), "2026-02-01", "fees")).toEqual({ _tag: "Convenor" })
  })

  it("is nobody's question where no rota is kept", () => {
    expect(presiderOf(rotatingChair.initial, "2026-02-01", null)).toBeUndefined()
  })
})
