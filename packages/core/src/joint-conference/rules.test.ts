import { describe, expect, it } from "vitest"
import {
  allActionsClosed,
  cadenceAfter,
  cadenceFrom,
  cadenceHeld,
  cast,
  convenorOn,
  conferencePolicyDefaults as defaults,
  earliestAfter,
  exactly,
  findMajority,
  findQuorum,
  firstDayAfter,
  lastDayBefore,
  type Meeting,
  membersOf,
  missingFrom,
  noticeBefore,
  openActions,
  policyOn,
  presentMembers,
  presidingOn,
  quorumRule,
  reminderFrom,
  remindOn,
  type Seat,
  type Sitting,
  seatOn,
  speakerFor,
  speaksFor,
  unitOf,
} from "./index.ts"

const seat = (unit: string, capacity: Seat["capacity"] = "member", alternate: string | null = `${unit}:a`): Seat => ({
  unit,
  capacity,
  delegate: `${unit}:d`,
  alternate,
})
const roll = [seat("a"), seat("b"), seat("c", "member", null), seat("d"), seat("o", "observer")]
const came = (unit: string, by = "d") => ({ unit, delegate: by.includes("d"), alternate: by.includes("a") })
const sitting = (...attendance: Sitting["attendance"]): Sitting => ({
  frozen: { policy: defaults, roll },
  attendance,
  reconvened: false,
})

describe("full days between", () => {
  it.each([
    ["2026-03-10", 3, "2026-03-06", "2026-03-07"],
    ["2026-03-10", 0, "2026-03-09", "2026-03-10"],
    ["2026-03-02", 3, "2026-02-26", "2026-02-27"],
    ["2028-03-02", 3, "2028-02-27", "2028-02-28"],
    ["2026-01-04", 15, "2025-12-19", "2025-12-20"],
  ] as const)(
    "CONFERENCE-6 for %s with %i days between the last day is %s and the first too late %s",
    (on, days, last, late) => {
      expect(lastDayBefore(on, days)).toBe(last)
      expect(noticeBefore(on, days)).toBe(late)
      expect(earliestAfter(last, days)).toBe(on)
    },
  )

  it("CONFERENCE-17 ten days after the 20th end with the 30th, so the 31st is the first day too late", () => {
    expect(firstDayAfter("2026-03-20", 10)).toBe("2026-03-31")
    expect(firstDayAfter("2026-02-20", 8)).toBe("2026-03-01")
  })
})

describe("who is who on a day", () => {
  const convenors = [
    { person: "p-1", from: "2026-01-05" },
    { person: "p-2", from: "2026-02-01" },
  ] as const

  it.each([
    ["2026-01-04", undefined],
    ["2026-01-05", "p-1"],
    ["2026-01-31", "p-1"],
    ["2026-02-01", "p-2"],
    ["2030-01-01", "p-2"],
  ] as const)("CONFERENCE-2 on %s it is %s who convenes", (day, person) => {
    expect(convenorOn({ convenors }, day)).toBe(person)
  })

  const policies = [
    { policy: defaults, effectiveFrom: "2026-01-05" },
    { policy: { ...defaults, noticeDays: 5 }, effectiveFrom: "2026-02-01" },
    { policy: { ...defaults, noticeDays: 7 }, effectiveFrom: "2026-02-01" },
  ] as const

  it.each([
    ["2026-01-04", 3],
    ["2026-01-31", 3],
    ["2026-02-01", 7],
    ["2026-02-02", 7],
  ] as const)("CONFERENCE-5 on %s the notice period is %i days", (day, noticeDays) => {
    expect(policyOn({ policies }, day)?.noticeDays).toBe(noticeDays)
  })

  it("CONFERENCE-5 knows no policy before one is adopted", () => {
    expect(policyOn({ policies: [] }, "2026-01-05")).toBeUndefined()
  })

  it("CONFERENCE-3 finds units, members, and the unit that a person speaks for", () => {
    const units = roll.map((one) => ({ ...one, kind: "school" }))
    expect(unitOf({ units }, "b")?.delegate).toBe("b:d")
    expect(unitOf({ units }, "z")).toBeUndefined()
    expect(membersOf(roll)).toEqual(["a", "b", "c", "d"])
    expect(speaksFor(roll, "b:d")).toBe("b")
    expect(speaksFor(roll, "b:a")).toBe("b")
    expect(speaksFor(roll, "b:a", ["b"])).toBeUndefined()
    expect(speaksFor(roll, "nobody")).toBeUndefined()
  })
})

describe("who is there", () => {
  it.each([
    ["the delegate", came("a", "d"), "a:d"],
    ["the alternate", came("a", "a"), "a:a"],
    ["both", came("a", "da"), "a:d"],
    ["neither", came("a", ""), undefined],
    ["an alternate where none is named", came("c", "a"), undefined],
  ] as const)("CONFERENCE-9 when %s came, that is who speaks for the unit", (_who, record, person) => {
    expect(speakerFor(sitting(record), record.unit)).toBe(person)
  })

  it("CONFERENCE-9 an alternate does not speak where the policy lets none count, and a delegate does", () => {
    const never = (record: ReturnType<typeof came>): Sitting => ({
      ...sitting(record),
      frozen: { policy: { ...defaults, alternates: "never" }, roll },
    })
    expect(speakerFor(never(came("a", "a")), "a")).toBeUndefined()
    expect(speakerFor(never(came("a", "da")), "a")).toBe("a:d")
  })

  it("CONFERENCE-8 nobody speaks for a unit that is not on the roll", () => {
    expect(speakerFor(sitting(came("z")), "z")).toBeUndefined()
    expect(seatOn({ roll }, "z")).toBeUndefined()
    expect(seatOn({ roll }, "a")?.unit).toBe("a")
  })

  it("CONFERENCE-9 observers speak and are never counted", () => {
    const all = sitting(came("a"), came("o"))
    expect(speakerFor(all, "o")).toBe("o:d")
    expect(presentMembers(all)).toEqual(["a"])
  })
})

describe("quorum", () => {
  it.each([
    [[came("a"), came("b")], false, 2, 4, 1],
    [[came("a"), came("b"), came("c")], true, 3, 4, undefined],
    [[came("a"), came("b"), came("o")], false, 2, 4, 1],
    [[], false, 0, 4, 3],
  ] as const)("CONFERENCE-10 more than half of four: %j", (attendance, holds, count, of, shortBy) => {
    const finding = findQuorum(sitting(...attendance))
    expect(finding).toMatchObject({ rule: "CONFERENCE-10", holds, facts: { count, of, needed: 3, base: "members" } })
    expect(finding.shortBy).toBe(shortBy)
  })

  it("CONFERENCE-10 whoever is recused is in neither number", () => {
    const three = sitting(came("a"), came("b"), came("c"))
    expect(findQuorum(three, ["a"])).toMatchObject({ holds: true, facts: { count: 2, of: 3, needed: 2 } })
    expect(findQuorum(three, ["a", "b"])).toMatchObject({ holds: false, facts: { count: 1, of: 2 }, shortBy: 1 })
  })

  it("CONFERENCE-16 a meeting that was called once more is judged by its own quorum, where the policy has one", () => {
    const third = { ...defaults.quorum, share: { numerator: "1", denominator: "3" } }
    const policy = { ...defaults, reconvening: { quorum: third, noticeDays: 1 } }
    const frozen = { policy, roll }
    expect(quorumRule({ frozen, reconvened: false })).toEqual(defaults.quorum)
    expect(quorumRule({ frozen, reconvened: true })).toEqual(third)
    expect(quorumRule({ frozen: { policy: defaults, roll }, reconvened: true })).toEqual(defaults.quorum)
  })

  it("CONFERENCE-10 a share that cannot be read is never reached", () => {
    const broken = { ...defaults.quorum, share: { numerator: "1", denominator: "0" } }
    expect(exactly(broken)).toEqual({
      share: { numerator: 1n, denominator: 1n },
      comparison: "more-than",
      measure: "heads",
      base: "members",
    })
    expect(exactly(defaults.quorum)).toMatchObject({
      share: { numerator: 1n, denominator: 2n },
      comparison: "more-than",
    })
  })
})

describe("the majority", () => {
  const all = sitting(came("a"), came("b"), came("c"), came("d"))
  const votes = (
    approving: ReadonlyArray<string>,
    against: ReadonlyArray<string> = [],
    abstain: ReadonlyArray<string> = [],
  ) => ({
    for: approving,
    against,
    abstain,
  })
  const by = (base: "present" | "members" | "participating", one: Sitting = all): Sitting => ({
    ...one,
    frozen: { roll, policy: { ...defaults, majority: { ...defaults.majority, base } } },
  })
  const three = sitting(came("a"), came("b"), came("c"))

  it.each([
    ["present", by("present"), votes(["a", "b"]), false, 2, 4],
    ["present", by("present"), votes(["a", "b", "c"], ["d"]), true, 3, 4],
    ["present", by("present", three), votes(["a", "b"], [], ["c"]), true, 2, 3],
    ["members", by("members", three), votes(["a", "b"], ["c"]), false, 2, 4],
    ["members", by("members", three), votes(["a", "b", "c"]), true, 3, 4],
    ["participating", by("participating"), votes(["a"], [], []), true, 1, 1],
    ["participating", by("participating"), votes(["a"], ["b"], []), false, 1, 2],
    ["participating", by("participating"), votes(["a"], [], ["b"]), false, 1, 2],
    ["participating", by("participating"), votes(["a", "b"], ["c"], []), true, 2, 3],
    ["participating", by("participating"), votes([]), false, 0, 0],
  ] as const)("CONFERENCE-12 of those %s: %#", (base, one, cast_, holds, count, of) => {
    const finding = findMajority(one, { votes: cast_, recused: [] })
    expect(finding).toMatchObject({ rule: "CONFERENCE-12", holds, facts: { count, of, base } })
  })

  it.each([
    ["present", 3],
    ["members", 3],
    ["participating", 2],
  ] as const)("CONFERENCE-12 one who is recused is not among those %s", (base, of) => {
    const finding = findMajority(by(base), { votes: votes(["a", "b"]), recused: ["d"] })
    expect(finding.facts).toMatchObject({ count: 2, of })
  })

  it("CONFERENCE-11 a vote counts once, and only of somebody in the base", () => {
    const finding = findMajority(by("present"), { votes: votes(["a", "a", "z", "o"]), recused: [] })
    expect(finding.facts).toMatchObject({ count: 1, of: 4 })
    expect(cast(votes(["a"], ["b"], ["c"]))).toEqual(["a", "b", "c"])
  })
})

describe("who presides", () => {
  const three = sitting(came("a"), came("b"), came("c"), came("o"))

  it.each([
    ["a", [], { _tag: "Only", unit: "a" }],
    ["a", ["b"], { _tag: "Only", unit: "a" }],
    ["a", ["a"], { _tag: "AnyOf", units: ["b", "c"] }],
    ["d", [], { _tag: "AnyOf", units: ["a", "b", "c"] }],
    ["a", ["a", "b", "c"], { _tag: "AnyOf", units: [] }],
    [null, [], { _tag: "Only", unit: null }],
    [null, ["a"], { _tag: "Only", unit: null }],
  ] as const)("CONFERENCE-13 with %s in the chair and %j recused", (chairUnit, recused, expected) => {
    expect(presidingOn({ ...three, chairUnit }, recused)).toEqual(expected)
  })
})

describe("what is to be done", () => {
  const action = {
    resolution: "r",
    unit: "a",
    dueOn: "2026-03-31",
    remindOn: "2026-03-28",
    reminded: [],
    closed: false,
  } as const

  it("CONFERENCE-18 the first reminder goes out so many days before the due day, the second the day after it", () => {
    expect(remindOn("2026-03-31", { actionReminderDays: 3 })).toBe("2026-03-28")
    expect(reminderFrom(action, "before-due")).toBe("2026-03-28")
    expect(reminderFrom(action, "overdue")).toBe("2026-04-01")
  })

  it("CONFERENCE-18 knows what is open, over all meetings", () => {
    const meeting = (...actions: Meeting["actions"]): Pick<Meeting, "actions"> => ({ actions })
    expect(allActionsClosed(meeting())).toBe(true)
    expect(allActionsClosed(meeting({ ...action, closed: true }))).toBe(true)
    expect(allActionsClosed(meeting({ ...action, closed: true }, action))).toBe(false)
    const meetings = [meeting(action), meeting({ ...action, closed: true })].map((one) => ({ ...scheduled, ...one }))
    expect(openActions({ meetings })).toEqual([action])
  })
})

const scheduled: Meeting = {
  meeting: "m",
  on: "2026-03-20",
  minuteOfDay: 540,
  place: "hall",
  status: "scheduled",
  chairUnit: null,
  noticeBefore: "2026-03-17",
  agenda: [],
  frozen: null,
  reconvened: false,
  attendance: [],
  texts: [],
  actions: [],
  minutesBefore: null,
  minutesReminded: false,
}

describe("the rhythm of meetings", () => {
  it.each([
    ["2026-01-05", 3, 3, "2026-04-06", "2026-04-02"],
    ["2026-01-31", 1, 3, "2026-03-01", "2026-02-25"],
    ["2028-01-31", 1, 3, "2028-03-01", "2028-02-26"],
    ["2025-11-30", 3, 1, "2026-03-01", "2026-02-27"],
  ] as const)(
    "CONFERENCE-19 after %s, every %i months with %i days' notice, the next is held before %s and called before %s",
    (since, meetingMonths, noticeDays, before, callBefore) => {
      expect(cadenceFrom(since, { meetingMonths, noticeDays })).toEqual({ since, before, callBefore })
    },
  )

  it("CONFERENCE-19 periods that are missed do not wander: the 31st comes back after February", () => {
    const rhythm = { meetingMonths: 1, noticeDays: 3 }
    const february = cadenceFrom("2026-01-31", rhythm)
    const march = cadenceAfter(february, rhythm)
    const april = cadenceAfter(march, rhythm)
    expect([february.before, march.before, april.before]).toEqual(["2026-03-01", "2026-04-01", "2026-05-01"])
    expect(march).toEqual({ since: "2026-01-31", before: "2026-04-01", callBefore: "2026-03-28" })
  })

  it("CONFERENCE-19 an earlier meeting that is closed late does not begin the period anew", () => {
    const cadence = cadenceFrom("2026-03-20", defaults)
    expect(cadenceHeld({ cadence }, "2026-03-10", defaults)).toEqual(cadence)
    expect(cadenceHeld({ cadence }, "2026-03-20", { ...defaults, meetingMonths: 1 })).toEqual(cadence)
    expect(cadenceHeld({ cadence }, "2026-03-21", defaults)).toEqual(cadenceFrom("2026-03-21", defaults))
    expect(cadenceHeld({ cadence: null }, "2026-03-10", defaults)).toEqual(cadenceFrom("2026-03-10", defaults))
  })

  const cadence = { since: "2026-01-05", before: "2026-04-06", callBefore: "2026-04-02" } as const
  const missing = (...meetings: ReadonlyArray<Partial<Meeting>>) =>
    missingFrom({ cadence, meetings: meetings.map((meeting) => ({ ...scheduled, ...meeting })) })

  it.each([
    ["none is called", [], "2026-04-02"],
    ["one is set early", [{}], "2026-04-02"],
    ["one is set for the last day", [{ on: "2026-04-05", noticeBefore: "2026-04-03" }], "2026-04-03"],
    ["one is set for the day after", [{ on: "2026-04-06", noticeBefore: "2026-04-20" }], "2026-04-02"],
    ["one is noticed for the last day", [{ on: "2026-04-05", status: "noticed" }], "2026-04-06"],
    ["one was noticed for a day before", [{ on: "2026-04-01", status: "noticed" }], "2026-04-02"],
    ["one sits", [{ on: "2026-04-01", status: "quorate" }], null],
    ["one sits after the period", [{ on: "2026-04-06", status: "quorate" }], "2026-04-02"],
    ["one was inquorate", [{ on: "2026-04-05", status: "inquorate" }], "2026-04-02"],
  ] as const)("CONFERENCE-19 when %s", (_when, meetings, from) => {
    expect(missing(...meetings)).toBe(from)
  })

  it("CONFERENCE-19 nothing is missing where no period runs", () => {
    expect(missingFrom({ cadence: null, meetings: [] })).toBeNull()
  })
})
