import { play } from "@jinlin/testkit"
import {
  conferenceStep as at,
  conferenceAt,
  conferencePolicies,
  conferenceStories,
  foundedConference,
  someDigest,
  someResolution,
  tellConference,
} from "@jinlin/testkit/joint-conference"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays } from "../kernel/date-arithmetic.ts"
import { project } from "../kernel/projection.ts"
import {
  type Audience,
  actionList,
  convenorOn,
  convenors,
  convenorsFor,
  covers,
  conferencePolicyDefaults as defaults,
  jointConference,
  meetingBoard,
  personFor,
  resolutionRegister,
  roster,
  rosterOn,
} from "./index.ts"

const history = (...steps: ReadonlyArray<ReturnType<typeof at>>) =>
  play(jointConference, [...foundedConference(defaults), ...steps]).history
const stories = fc.record({
  policy: conferencePolicies(),
  members: fc.integer({ min: 1, max: 5 }),
  moves: conferenceStories(),
})

describe("the roster", () => {
  it("CONFERENCE-3 shows who belonged on each day, with whom they sent", () => {
    const roll = project(
      roster,
      history(
        at("2026-02-01", { _tag: "NameDelegate", unit: "school", delegate: "p-1", alternate: null }),
        at("2026-03-01", { _tag: "ReleaseUnit", unit: "school", reason: "it moved" }),
      ),
    )
    const school = (day: "2026-01-04" | "2026-01-05" | "2026-01-31" | "2026-02-01" | "2026-02-28" | "2026-03-01") =>
      rosterOn(roll, day, "parties").find(({ unit }) => unit === "school")?.delegate
    expect(school("2026-01-04")).toBeUndefined()
    expect([school("2026-01-05"), school("2026-01-31")]).toEqual(["school:delegate", "school:delegate"])
    expect([school("2026-02-01"), school("2026-02-28")]).toEqual(["p-1", "p-1"])
    expect(school("2026-03-01")).toBeUndefined()
  })

  it("CONFERENCE-4 shows a merged unit in the place of the two", () => {
    const merged = {
      _tag: "MergeMemberUnits",
      units: ["school", "clinic"],
      into: "both",
      delegate: "p-1",
      alternate: null,
    } as const
    const roll = project(roster, history(at("2026-02-01", merged)))
    const units = (day: "2026-01-31" | "2026-02-01") => rosterOn(roll, day, "staff").map(({ unit }) => unit)
    expect(units("2026-01-31")).toContain("school")
    expect(units("2026-02-01")).toEqual(["estate-services", "coast-station", "judicial-office", "newspaper", "both"])
  })

  it("CONFERENCE-1 is empty after the dissolution, and drops what lasted no day", () => {
    const roll = project(
      roster,
      history(
        at("2026-02-01", { _tag: "NameDelegate", unit: "school", delegate: "p-1", alternate: null }),
        at("2026-02-01", { _tag: "NameDelegate", unit: "school", delegate: "p-2", alternate: null }),
        at("2026-02-02", { _tag: "DissolveConference", reason: "over" }),
      ),
    )
    expect(rosterOn(roll, "2026-02-01", "auditor")).toHaveLength(6)
    expect(rosterOn(roll, "2026-02-02", "auditor")).toEqual([])
    expect(roll.filter(({ unit }) => unit === "school").map(({ delegate }) => delegate)).toEqual([
      "school:delegate",
      "p-2",
    ])
  })

  it("CONFERENCE-22 shows today what the state holds today, after any history, and of the past what was shown then", () => {
    fc.assert(
      fc.property(stories, ({ members, moves, policy }) => {
        const { chapters, history: events } = tellConference(jointConference, { members, moves, policy })
        const whole = project(roster, events)
        let known = 0
        for (const { after, events: added, now } of chapters) {
          known += added.length
          const then = project(roster, events.slice(0, known))
          const units = rosterOn(then, now.civilDate, "auditor").map(({ from: _from, until: _until, ...unit }) => unit)
          expect(units.toSorted(byUnit)).toEqual([...after.units].toSorted(byUnit))
          const yesterday = addDays(now.civilDate, -1)
          const names = (roll: typeof whole) =>
            rosterOn(roll, yesterday, "auditor").map(({ delegate, unit }) => [unit, delegate])
          expect(names(whole)).toEqual(names(then))
        }
      }),
      { numRuns: 40 },
    )
  })
})

const byUnit = (one: { readonly unit: string }, other: { readonly unit: string }) => (one.unit < other.unit ? -1 : 1)

describe("the convenors", () => {
  it("CONFERENCE-2 tile the time from the founding on, whoever is put in between", () => {
    const assign = (person: string, from: "2026-02-10" | "2026-03-01" | "2026-04-01") =>
      at("2026-02-01", { _tag: "AssignConvenor", person, from })
    const terms = project(
      convenors,
      history(assign("p-3", "2026-04-01"), assign("p-2", "2026-03-01"), assign("p-4", "2026-04-01")),
    )
    expect(terms).toEqual([
      { person: "leader-1", from: "2026-01-05", until: "2026-03-01" },
      { person: "p-2", from: "2026-03-01", until: "2026-04-01" },
      { person: "p-4", from: "2026-04-01", until: null },
    ])
    expect(convenorsFor(terms, "public").map(({ person }) => person)).toEqual([null, null, null])
    expect(convenorsFor(terms, "parties")).toEqual(terms)
  })

  it("CONFERENCE-2 end with the conference", () => {
    const dissolve = at("2026-03-01", { _tag: "DissolveConference", reason: "over" })
    const assign = (person: string, from: "2026-02-10" | "2026-03-01" | "2026-04-01") =>
      at("2026-02-01", { _tag: "AssignConvenor", person, from })
    expect(project(convenors, history(assign("p-2", "2026-02-10"), assign("p-3", "2026-04-01"), dissolve))).toEqual([
      { person: "leader-1", from: "2026-01-05", until: "2026-02-10" },
      { person: "p-2", from: "2026-02-10", until: "2026-03-01" },
    ])
    expect(project(convenors, history(assign("p-2", "2026-03-01"), dissolve))).toEqual([
      { person: "leader-1", from: "2026-01-05", until: "2026-03-01" },
    ])
  })

  it("CONFERENCE-2 are those of the state on every day, after any history", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { conference, foundedOn, history: events, today } = tellConference(jointConference, story)
        const terms = project(convenors, events)
        for (let day = foundedOn; day <= addDays(today, 45); day = addDays(day, 1))
          expect(terms.filter((term) => covers(term, day)).map(({ person }) => person)).toEqual([
            convenorOn(conference, day),
          ])
      }),
      { numRuns: 40 },
    )
  })
})

describe("the meetings", () => {
  const card = (status: Parameters<typeof conferenceAt>[0]) =>
    project(meetingBoard, play(jointConference, conferenceAt(status, defaults)).history)

  it.each([
    "scheduled",
    "noticed",
    "quorate",
    "inquorate",
    "held",
    "minuted",
    "settled",
    "cancelled",
    "adjourned",
  ] as const)("CONFERENCE-15 are on the board as %s", (status) => {
    expect(card(status)[0]).toMatchObject({ meeting: "spring", status, chairUnit: "clinic", on: "2026-03-20" })
  })

  it("CONFERENCE-14 show their agenda, their quorum and what they resolved", () => {
    expect(card("settled")).toEqual([
      {
        meeting: "spring",
        on: "2026-03-20",
        minuteOfDay: 540,
        place: "the service centre",
        status: "settled",
        chairUnit: "clinic",
        continues: null,
        agenda: [{ item: "street-lights", title: "Lights at the school gate", proposedBy: "school" }],
        noticedOn: "2026-03-10",
        quorum: expect.objectContaining({ holds: true }),
        adopted: ["lights"],
        lost: [],
        because: null,
      },
    ])
  })

  it("CONFERENCE-16 show why they were called off, or to what they were put off", () => {
    expect(card("cancelled")[0]?.because).toBe("a typhoon")
    expect(card("adjourned")).toMatchObject([
      { status: "adjourned", because: "spring-again", quorum: { holds: false } },
      { meeting: "spring-again", status: "scheduled", continues: "spring", agenda: [{ item: "street-lights" }] },
    ])
  })

  it("CONFERENCE-7 CONFERENCE-13 show items withdrawn, another chair, a lost text and a second call", () => {
    const third = { ...defaults.quorum, share: { numerator: "1", denominator: "3" } }
    const patient = { ...defaults, reconvening: { quorum: third, noticeDays: 1 } }
    const called = play(jointConference, [
      ...conferenceAt("inquorate", patient),
      at("2026-03-20", {
        _tag: "ReconveneMeeting",
        meeting: "spring",
        on: "2026-03-30",
        minuteOfDay: 600,
        place: "the school",
      }),
      at("2026-03-21", { _tag: "ReplaceChairUnit", meeting: "spring", chairUnit: "school" }),
      at("2026-03-21", { _tag: "WithdrawAgendaItem", meeting: "spring", item: "street-lights" }),
    ]).history
    expect(project(meetingBoard, called)).toMatchObject([
      { status: "noticed", on: "2026-03-30", minuteOfDay: 600, place: "the school", chairUnit: "school", agenda: [] },
    ])
    const lost = play(jointConference, [
      ...conferenceAt("quorate", defaults),
      at("2026-03-20", { ...someResolution, votes: { for: [], against: [], abstain: [] } }),
    ]).history
    expect(project(meetingBoard, lost)).toMatchObject([{ adopted: [], lost: ["lights"] }])
  })

  it("CONFERENCE-7 show an item that was added, on its own meeting only", () => {
    const two = play(jointConference, [
      ...conferenceAt("scheduled", defaults),
      at("2026-03-02", {
        _tag: "ScheduleMeeting",
        meeting: "summer",
        on: "2026-06-20",
        minuteOfDay: 0,
        place: "hall",
        chairUnit: null,
      }),
      at("2026-03-02", {
        _tag: "AddAgendaItem",
        meeting: "summer",
        item: "pool",
        title: "The pool",
        proposedBy: "school",
      }),
    ]).history
    expect(project(meetingBoard, two).map(({ agenda }) => agenda.map(({ item }) => item))).toEqual([
      ["street-lights"],
      ["pool"],
    ])
  })
})

describe("the resolutions", () => {
  const register = (...steps: ReadonlyArray<ReturnType<typeof at>>) =>
    project(resolutionRegister, play(jointConference, [...conferenceAt("held", defaults), ...steps]).history)

  it("CONFERENCE-14 stand in the register with result, responsible unit, due day and evidence", () => {
    expect(register()).toEqual([
      {
        resolution: "lights",
        meeting: "spring",
        item: "street-lights",
        on: "2026-03-20",
        textDigest: someDigest(1),
        result: "adopted",
        presided: { _tag: "Chair", unit: "clinic" },
        recused: [],
        votes: someResolution.votes,
        quorum: expect.objectContaining({ holds: true }),
        majority: expect.objectContaining({ holds: true }),
        responsibleUnit: "estate-services",
        dueOn: "2026-04-30",
        closedOn: null,
        evidence: null,
      },
    ])
    const done = at("2026-04-20", { _tag: "CloseAction", resolution: "lights", evidence: someDigest(3) })
    expect(register(done)).toMatchObject([{ closedOn: "2026-04-20", evidence: someDigest(3) }])
  })

  const extend = at("2026-04-20", { _tag: "ExtendAction", resolution: "lights", dueOn: "2026-05-31", reason: "late" })
  const reassign = at("2026-04-20", { _tag: "ReassignAction", resolution: "lights", unit: "clinic", reason: "near" })
  const done = at("2026-04-21", { _tag: "CloseAction", resolution: "lights", evidence: someDigest(3) })
  const merge = at("2026-04-22", {
    _tag: "MergeMemberUnits",
    units: ["estate-services", "school"],
    into: "both",
    delegate: "p-1",
    alternate: null,
  })

  it("CONFERENCE-18 follow a due day that is put off and a unit that takes over or merges, while they are open", () => {
    expect(register(extend, reassign)).toMatchObject([{ dueOn: "2026-05-31", responsibleUnit: "clinic" }])
    expect(register(merge)).toMatchObject([{ responsibleUnit: "both" }])
    expect(register(done, merge)).toMatchObject([{ responsibleUnit: "estate-services" }])
    expect(register(reassign, merge)).toMatchObject([{ responsibleUnit: "clinic" }])
  })

  it("CONFERENCE-18 are listed while they are open, overdue from the day after the due day", () => {
    const listed = { resolution: "lights", unit: "estate-services", dueOn: "2026-04-30" }
    expect(actionList(register(), "2026-04-30")).toEqual([{ ...listed, isOverdue: false }])
    expect(actionList(register(), "2026-05-01")).toEqual([{ ...listed, isOverdue: true }])
    expect(actionList(register(done), "2026-05-01")).toEqual([])
    const lost = play(jointConference, [
      ...conferenceAt("quorate", defaults),
      at("2026-03-20", { ...someResolution, votes: { for: [], against: [], abstain: [] } }),
    ]).history
    expect(project(resolutionRegister, lost)).toMatchObject([{ result: "lost" }])
    expect(actionList(project(resolutionRegister, lost), "2026-05-01")).toEqual([])
  })

  it("CONFERENCE-18 are listed by due day, and otherwise as they were resolved", () => {
    const [entry] = register()
    if (entry === undefined) throw new Error("nothing was resolved")
    const entries = (["2026-05-02", "2026-05-01", "2026-05-02", "2026-04-30"] as const).map((dueOn, index) => ({
      ...entry,
      resolution: `r${index}`,
      dueOn,
    }))
    expect(actionList(entries, "2026-01-01").map(({ resolution }) => resolution)).toEqual(["r3", "r1", "r0", "r2"])
  })

  it("CONFERENCE-18 are open in the register exactly where they are open in the state, after any history", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { conference, history: events, today } = tellConference(jointConference, story)
        const open = conference.meetings
          .flatMap(({ actions }) => actions)
          .filter(({ closed }) => !closed)
          .map(({ dueOn, resolution, unit }) => `${resolution} ${unit} ${dueOn}`)
        const listed = actionList(project(resolutionRegister, events), today)
        expect(listed.map(({ dueOn, resolution, unit }) => `${resolution} ${unit} ${dueOn}`).toSorted()).toEqual(
          open.toSorted(),
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe("audiences", () => {
  it.each([
    ["public", null],
    ["parties", "p-1"],
    ["staff", "p-1"],
    ["auditor", "p-1"],
  ] as const satisfies ReadonlyArray<readonly [Audience, string | null]>)(
    "CONFERENCE-3 the %s sees %s for a person",
    (audience, seen) => {
      expect(personFor(audience, "p-1")).toBe(seen)
    },
  )

  it("CONFERENCE-3 the public sees no reference to a person in any view", () => {
    const events = play(jointConference, conferenceAt("settled", defaults)).history
    const seen = [
      rosterOn(project(roster, events), "2026-03-20", "public"),
      convenorsFor(project(convenors, events), "public"),
      project(meetingBoard, events),
      project(resolutionRegister, events),
    ]
    expect(JSON.stringify(seen)).not.toMatch(/:delegate|:alternate|leader-|clerk-/)
  })
})
