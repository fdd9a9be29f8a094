import { describe, expect, it } from "vitest"
import { readCharter } from "../charter/charter.ts"
import { momentIn } from "../hosting/moment.ts"
import { runJournal } from "./run.ts"

const read = readCharter({
  charter: 1,
  community: "willow",
  zone: "Asia/Shanghai",
  names: { school: { "zh-Hans": "小学", en: "School" } },
  policies: {
    chair: { process: "rotating-chair", choices: { term: { _tag: "Quarter" }, horizonTerms: 2 } },
    meetings: { process: "joint-conference", choices: {} },
  },
})
if (!read.ok) throw new Error(JSON.stringify(read.refusal))
const charter = read.value

const header = "date,time,command,actor,actorUnit,policy,units,startsOn,unit,term,first,second,reason,onBehalfOf"
const journal = (...rows: ReadonlyArray<string>) => ({ format: "csv", content: [header, ...rows].join("\n") }) as const
const opened = "2026-01-01,,OpenRota,convenor,,chair,school|clinic|station,2026-01-01,,,,,,"
const swapped = "2026-01-10,,SwapTurns,delegate,clinic,,,,,,2,3,,"

/** A conference whose resolution is due on the day after it was adopted: its reminder was due before. */
const story = () => {
  const columns = `${header},level,convenor,kind,capacity,delegate,actorPerson,meeting,on,minuteOfDay,place,chairUnit,item,title,proposedBy,by,person,resolution,textDigest,presidedBy,votes.for,responsibleUnit,dueOn,body`
  const names = columns.split(",")
  const row = (fields: Record<string, string>) => names.map((name) => fields[name] ?? "").join(",")
  const convenor = { actor: "convenor", actorUnit: "district", actorPerson: "p-1" }
  const delegate = { actor: "delegate", actorUnit: "school", actorPerson: "p-2", meeting: "m" }
  const meeting = { meeting: "m", on: "2026-06-03", minuteOfDay: "540", place: "hall", chairUnit: "school" }
  const rows = [
    {
      date: "2026-05-01",
      command: "FoundConference",
      actor: "superior",
      policy: "meetings",
      level: "community",
      convenor: "p-1",
    },
    {
      date: "2026-05-01",
      command: "AdmitUnit",
      ...convenor,
      unit: "school",
      kind: "school",
      capacity: "member",
      delegate: "p-2",
    },
    { date: "2026-05-02", command: "ScheduleMeeting", ...convenor, ...meeting },
    {
      date: "2026-05-02",
      command: "AddAgendaItem",
      ...convenor,
      meeting: "m",
      item: "i",
      title: "Gate",
      proposedBy: "school",
    },
    { date: "2026-05-20", command: "GiveNotice", ...convenor, meeting: "m" },
    {
      date: "2026-06-03",
      command: "RecordAttendance",
      ...convenor,
      meeting: "m",
      unit: "school",
      by: "delegate",
      person: "p-2",
    },
    { date: "2026-06-03", time: "09:30", command: "CallToOrder", ...delegate },
    {
      date: "2026-06-03",
      time: "09:40",
      command: "AdoptResolution",
      ...delegate,
      resolution: "r",
      item: "i",
      textDigest: "text:Mend the gate",
      presidedBy: "school",
      "votes.for": "school",
      responsibleUnit: "school",
      dueOn: "2026-06-04",
    },
    { date: "2026-06-03", time: "09:50", command: "CloseMeeting", ...delegate },
  ]
  const content = [columns, ...rows.map(row)].join("\n")
  const told = runJournal({ ...charter, until: "2026-06-30" }, { format: "csv", content })
  if (!told.ok) throw new Error(JSON.stringify(told.refusal))
  return told.value
}

const refusalsOf = (...rows: ReadonlyArray<string>) => {
  const told = runJournal(charter, journal(...rows))
  return told.ok ? [] : told.refusal.map(({ field, line, refusal }) => [line, field, refusal._tag])
}

describe("JOURNAL-3 rows say when, in order, and what falls due in between happens by itself", () => {
  it("begins terms on their days, as system under the rule that says so", () => {
    const told = runJournal(charter, journal(opened, "2026-07-02,,AdvanceRota,secretary,,,,,,,,,,"))
    const begun = told.ok ? told.value.entries.filter(({ event }) => event._tag === "TermBegun") : []
    expect(
      begun.map(({ actor, cause, moment }) => [moment.civilDate, moment.minuteOfDay, cause._tag, actor._tag]),
    ).toEqual([
      ["2026-01-01", 540, "Row", "Post"],
      ["2026-04-01", 0, "Due", "System"],
      ["2026-07-01", 0, "Due", "System"],
    ])
  })

  it("never goes back: what was due before it came about is done at once", () => {
    const instants = story().entries.map(({ moment }) => moment.instant)
    expect(instants).toEqual(instants.toSorted((left, right) => left - right))
  })

  it("refuses times that are none and rows that go back", () => {
    expect(refusalsOf(opened.replace(",,OpenRota", ",25:00,OpenRota"))).toEqual([[2, "time", "InvalidTimeOfDay"]])
    expect(refusalsOf(opened.replace(",,OpenRota", ",9:00,OpenRota"))).toEqual([[2, "time", "InvalidTimeOfDay"]])
    expect(refusalsOf(swapped, opened)).toEqual([[3, "date", "ClockWentBack"]])
    expect(
      refusalsOf(
        opened.replace("2026-01-01,,", "2026-01-01,10:00,"),
        "2026-01-01,09:59,AdvanceRota,secretary,,,,,,,,,,",
      ),
    ).toEqual([[3, "date", "ClockWentBack"]])
  })

  it("refuses a row that lies years after the one above it, for a slip of the pen", () => {
    expect(refusalsOf(opened, swapped.replace("2026-01-10", "9026-01-10"))).toEqual([[3, "date", "ClockJumped"]])
    expect(refusalsOf(opened, swapped.replace("2026-01-10", "2036-01-02"))).not.toContainEqual([
      3,
      "date",
      "ClockJumped",
    ])
    expect(refusalsOf(opened, swapped.replace("2026-01-10", "2036-01-03"))).toEqual([[3, "date", "ClockJumped"]])
  })

  it("puts a wall time of a zone on the right instant, over changes of the clock too", () => {
    expect(momentIn("Asia/Shanghai", "2026-11-23", 600).instant).toBe(Date.UTC(2026, 10, 23, 2, 0))
    expect(momentIn("Asia/Shanghai", "1988-07-01", 600).instant).toBe(Date.UTC(1988, 6, 1, 1, 0))
    expect(momentIn("America/New_York", "2026-03-08", 60).instant).toBe(Date.UTC(2026, 2, 8, 6, 0))
    expect(momentIn("America/New_York", "2026-03-08", 240).instant).toBe(Date.UTC(2026, 2, 8, 8, 0))
    expect(momentIn("UTC", "0999-01-01", 0).instant).toBe(Date.parse("0999-01-01T00:00:00Z"))
  })
})

describe("JOURNAL-4 cells become fields of the command, and a policy is named in the charter", () => {
  it("refuses a policy that the charter does not have, and names those it has", () => {
    const told = runJournal(charter, journal(opened.replace("chair,school", "chairs,school")))
    expect(told).toMatchObject({
      ok: false,
      refusal: [
        {
          line: 2,
          field: "policy",
          refusal: { _tag: "UnknownPolicy", policy: "chairs", known: ["chair"] },
        },
      ],
    })
  })

  it("refuses a policy of the other process as one that is not there", () => {
    expect(refusalsOf(opened.replace("chair,school", "meetings,school"))).toEqual([[2, "policy", "UnknownPolicy"]])
  })

  it("says what is wrong with a command: its name, a field too few, one too many, one of the wrong kind", () => {
    expect(refusalsOf(opened.replace("OpenRota", "OpenRoto"))).toEqual([[2, "command", "UnknownTag"]])
    expect(refusalsOf(opened.replace("2026-01-01,,,,,,", ",,,,,,"))).toEqual([[2, "startsOn", "MissingField"]])
    expect(refusalsOf(opened.replace("2026-01-01,,,,,,", "2026-01-01,school,,,,,"))).toEqual([
      [2, "unit", "UnknownField"],
    ])
    expect(refusalsOf(opened, swapped.replace("2,3", "two,3"))).toEqual([[3, "first", "WrongType"]])
    expect(refusalsOf(opened.replace("2026-01-01,,,,", "2026-02-30,,,,"))).toEqual([[2, "startsOn", "InvalidDate"]])
  })

  it("lists every fault of every row at once", () => {
    const bad = "2026-02-30,26:00,SwapTurns,delegate,clinic,,,,,,2,,,"
    expect(refusalsOf(bad, bad)).toEqual([
      [2, "date", "InvalidDate"],
      [2, "time", "InvalidTimeOfDay"],
      [2, "second", "MissingField"],
      [3, "date", "InvalidDate"],
      [3, "time", "InvalidTimeOfDay"],
      [3, "second", "MissingField"],
    ])
  })
})

describe("JOURNAL-6 who acts is named by ids", () => {
  it("refuses a name, a number or a trick where an id belongs", () => {
    expect(refusalsOf(opened, swapped.replace("clinic", "张三"))).toEqual([[3, "actorUnit", "InvalidId"]])
    expect(refusalsOf(opened, `${swapped}__proto__`)).toEqual([[3, "onBehalfOf", "InvalidId"]])
  })

  it("refuses a charter in a time zone that there is not", () => {
    const away = readCharter({ ...charter, zone: "Asia/Nowhere" })
    expect(away).toMatchObject({ ok: false, refusal: [{ path: ["zone"], refusal: { _tag: "UnknownZone" } }] })
  })
})

describe("JOURNAL-5 the whole file, or nothing of it", () => {
  const early = "2026-01-05,,SkipTurn,delegate,school,,,,,1,,,audit,"

  it("applies nothing when a rule refuses a row, and says which one and why", () => {
    expect(runJournal(charter, journal(opened, early, swapped))).toMatchObject({
      ok: false,
      refusal: [
        { line: 3, command: "SkipTurn", refusal: { _tag: "TermAlreadyBegun", rule: "CHAIR-5", term: 1, firstOpen: 2 } },
      ],
    })
  })

  it("with partial leaves that row out and lists it", () => {
    const told = runJournal(charter, journal(opened, early, swapped), { partial: true })
    if (!told.ok) throw new Error("told in part")
    expect(told.value.refused.map(({ line }) => line)).toEqual([3])
    expect(told.value.entries.some(({ event }) => event._tag === "TurnsSwapped")).toBe(true)
    expect(told.value.standings.get("willow")?.rota.owed).toEqual([])
  })

  it("refuses whoever may not, by name of the posts that may", () => {
    expect(runJournal(charter, journal(opened.replace("convenor", "secretary")))).toMatchObject({
      ok: false,
      refusal: [{ line: 2, refusal: { _tag: "Forbidden", allowed: ["convenor", "system"] } }],
    })
  })

  it("REACTION-6 leaves what goes too deep to a person, as a task with its rule", () => {
    const named = `${header},level,convenor,kind,capacity,delegate,actorPerson`
    const rows = [
      "2026-01-01,,OpenRota,convenor,,chair,school|clinic,2026-01-01,,,,,,,,,,,,",
      "2026-01-01,,FoundConference,superior,district,meetings,,,,,,,,,community,p-1,,,,",
      "2026-01-02,,AdmitUnit,convenor,district,,,,park,,,,,,,,enterprise,member,p-2,p-1",
    ]
    const file = { format: "csv", content: [named, ...rows].join("\n") } as const
    const free = runJournal(charter, file)
    expect(free.ok && free.value.tasks).toEqual([])
    const capped = runJournal(charter, file, { deepestReaction: 0 })
    expect(capped.ok && capped.value.tasks).toMatchObject([
      { rule: "REACTION-1", command: "SeatUnit", refusals: [{ _tag: "ReactionTooDeep", limit: 0 }] },
    ])
  })
})
