import { describe, expect, it } from "vitest"
import { type Charter, readCharter } from "../charter/charter.ts"
import { readJournal } from "./read.ts"
import { runJournal } from "./run.ts"

const half = { share: { numerator: "1", denominator: "2" }, comparison: "more-than", measure: "heads", base: "present" }
const step = { step: "decide", body: "council", standing: "council", sets: ["council"] }
const oneStep = {
  list: "one-step",
  title: { "zh-Hans": "一步", en: "One step" },
  steps: [{ ...step, whenLost: { _tag: "Stay" }, returnsTo: [], amendedRestartsAt: "decide" }],
  citation: { instrument: "Charter of the community", certainty: "our-default" },
}
const input = {
  charter: 1,
  community: "willow",
  zone: "Asia/Shanghai",
  names: {},
  policies: { chair: { process: "rotating-chair", choices: {} } },
  rules: {
    packs: ["jinlin.four-step@2025-01-01"],
    choices: [{ key: "council/approval.heads", value: { _tag: "Threshold", threshold: half } }],
    stepLists: [oneStep],
    uses: ["four-step"],
  },
}

const charterOf = (from: unknown): Charter => {
  const read = readCharter(from)
  if (read.ok) return read.value
  throw new Error(JSON.stringify(read.refusal))
}
const charter = charterOf(input)

const columns =
  "date,time,conference,matter,command,actor,actorUnit,title,about,text,plan,step,set,sitsOn,voters,present,motion.to,motion,motion.text,mode,closesOn,for,against,abstain,void,opinion,favours,reason,onBehalfOf".split(
    ",",
  )
type Row = Readonly<Record<string, string>>
const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (...rows: ReadonlyArray<Row>) => {
  const lines = rows.map((row) => columns.map((name) => quoted(row[name] ?? "")).join(","))
  return { format: "csv", content: [columns.join(","), ...lines].join("\n") } as const
}

const of = (matter: string, date: string, command: string, fields: Row = {}): Row => ({
  ...{ date, matter, command, actor: "presider", actorUnit: "council" },
  ...fields,
})
const opening = (matter: string, fields: Row = {}): Row =>
  of(matter, "2026-03-02", "OpenMatter", {
    actor: "proposer",
    title: "Gate",
    text: "text:Mend it",
    plan: "one-step",
    ...fields,
  })
const calling = (matter: string): Row =>
  of(matter, "2026-03-02", "CallStep", { step: "decide", set: "council", sitsOn: "2026-03-06" })
const voters = JSON.stringify(["a", "b", "c"].map((voter) => ({ voter, heads: 1, area: 0 })))
const sitting = (matter: string): ReadonlyArray<Row> => [
  opening(matter),
  calling(matter),
  of(matter, "2026-03-06", "EnterRoll", { voters }),
  of(matter, "2026-03-06", "RecordAttendance", { present: "a|b|c" }),
  of(matter, "2026-03-06", "OpenBallot", { motion: "Adopt", mode: "show-of-hands", closesOn: "2026-03-08" }),
  of(matter, "2026-03-06", "RecordCounts", { for: "2", against: "1", abstain: "0", void: "0" }),
]

const refusalsOf = (told: ReturnType<typeof runJournal>) =>
  told.ok ? [] : told.refusal.map(({ field, line, refusal }) => [line, field, refusal._tag])

const commandIn = (row: Row, from = charter): unknown => {
  const read = readJournal(csv(row), from)
  return read.rows[0]?.command ?? read.refused
}

describe("JOURNAL-12 a row is asked of a conference and its rota, or of a matter, and never of both", () => {
  it("refuses a row that names both, with both", () => {
    const { refused } = readJournal(csv({ ...opening("gate"), conference: "willow" }), charter)
    expect(refused).toEqual([
      {
        ...{ line: 2, field: "matter", command: "OpenMatter" },
        refusal: { _tag: "TwoStreams", rule: "JOURNAL-12", conference: "willow", matter: "gate" },
      },
    ])
  })

  it("asks for the matter where only a matter can be asked for that", () => {
    const { matter: _, ...without } = calling("gate")
    expect(readJournal(csv(without), charter).refused).toMatchObject([
      { line: 2, field: "matter", refusal: { _tag: "MissingField", field: "matter" } },
    ])
  })

  it("knows no command of a rota where a matter is named, and takes what both have as the matter's", () => {
    expect(readJournal(csv(of("gate", "2026-03-02", "AdvanceRota")), charter).refused).toMatchObject([
      { field: "command", refusal: { _tag: "UnknownTag" } },
    ])
    const { rows } = readJournal(csv(of("gate", "2026-03-02", "RecordAttendance", { present: "a" })), charter)
    expect(rows).toMatchObject([
      { process: "deliberation", subject: "gate", conference: "willow", command: { present: ["a"] } },
    ])
  })

  it("refuses a name where the id of a matter belongs", () => {
    expect(readJournal(csv(opening("大门")), charter).refused).toMatchObject([
      { field: "matter", refusal: { _tag: "InvalidId" } },
    ])
  })

  it("keeps each matter in a stream of its own", () => {
    const told = runJournal(charter, csv(opening("gate"), opening("lamp"), calling("gate"), calling("lamp")))
    if (!told.ok) throw new Error(JSON.stringify(told.refusal))
    expect(
      told.value.entries.map((entry) => [entry.process === "deliberation" && entry.matter, entry.revision]),
    ).toEqual([
      ["gate", 1],
      ["lamp", 1],
      ["gate", 2],
      ["lamp", 2],
    ])
    expect([...told.value.matters.keys()]).toEqual(["gate", "lamp"])
    expect([...told.value.standings.keys()]).toEqual([])
  })
})

describe("JOURNAL-13 a cell is read as what the command wants there", () => {
  const on = "2026-03-02"

  it("takes a matter as about nothing that a law assigns where the cell is empty or there is no such column", () => {
    const about = "use-of-maintenance-funds"
    expect(commandIn(opening("gate"))).toMatchObject({ _tag: "OpenMatter", about: null })
    expect(commandIn(opening("gate", { about }))).toMatchObject({ _tag: "OpenMatter", about })
    const [header, row] = csv(opening("gate")).content.split("\n")
    const column = header?.split(",").indexOf("about") ?? -1
    const without = [header, row].map((line) => line?.split(",").toSpliced(column, 1).join(","))
    expect(readJournal({ format: "csv", content: without.join("\n") }, charter).rows[0]?.command).toMatchObject({
      about: null,
    })
  })

  it("a whole number, yes and no", () => {
    expect(commandIn(of("gate", on, "RecordHeadcount", { present: "12" }))).toEqual({
      ...{ _tag: "RecordHeadcount", present: 12 },
    })
    const heard = (favours: string) =>
      commandIn(of("gate", on, "RecordOpinion", { opinion: "text:Yes", favours, reason: "so" }))
    expect([heard("yes"), heard("no")]).toMatchObject([{ favours: true }, { favours: false }])
    expect(heard("perhaps")).toMatchObject([{ field: "favours", refusal: { _tag: "WrongType" } }])
  })

  it("a list with | between, and a list of records in JSON, with what is left out as null", () => {
    const votes = { for: "a|b", void: '[{"voter":"c","reason":"two marks"}]' }
    expect(commandIn(of("gate", on, "RecordVotes", votes))).toEqual({
      ...{ _tag: "RecordVotes", for: ["a", "b"], against: [], abstain: [] },
      void: [{ voter: "c", reason: "two marks" }],
    })
    expect(commandIn(of("gate", on, "EnterRoll", { voters: '[{"voter":"a","heads":1,"area":893200}]' }))).toEqual({
      ...{ _tag: "EnterRoll" },
      voters: [{ voter: "a", person: null, heads: 1, area: 893200, kind: null }],
    })
  })

  it("the name of a case, with its fields behind a dot, in whichever order the columns stand", () => {
    const opened = (fields: Row) => commandIn(of("gate", on, "OpenBallot", { mode: "open", closesOn: on, ...fields }))
    expect(opened({ motion: "Adopt" })).toMatchObject({ motion: { _tag: "Adopt" } })
    expect(opened({ motion: "Return", "motion.to": "decide" })).toMatchObject({
      motion: { _tag: "Return", to: "decide" },
    })
    expect(opened({ motion: "Amend", "motion.text": "text:New" })).toMatchObject({
      motion: { _tag: "Amend", text: expect.stringMatching(/^sha-256:/) },
    })
    expect(opened({ motion: "Adjourn" })).toMatchObject([{ field: "motion._tag", refusal: { _tag: "UnknownTag" } }])
  })

  it("a text that begins with a bracket stays a text, and JSON that is broken is refused where it stands", () => {
    expect(commandIn(opening("gate", { title: "[urgent] Gate" }))).toMatchObject({ title: "[urgent] Gate" })
    expect(commandIn(of("gate", on, "EnterRoll", { voters: '[{"voter":"a"' }))).toMatchObject([
      { field: "voters", refusal: { _tag: "InvalidJson" } },
    ])
    expect(commandIn(of("gate", on, "EnterRoll", { voters: '[{"voter":"a","voter":"b"}]' }))).toMatchObject([
      { field: "voters", refusal: { _tag: "DuplicateKey" } },
    ])
  })
})

describe("JOURNAL-14 a plan is a list of steps that the charter uses on that day", () => {
  it("its own, or one of its rule packs", () => {
    expect(commandIn(opening("gate"))).toMatchObject({ plan: { list: "one-step", steps: [{ step: "decide" }] } })
    expect(commandIn(opening("gate", { plan: "four-step" }))).toMatchObject({
      plan: { steps: [{ step: "propose" }, { step: "consult" }, { step: "review" }, { step: "resolve" }] },
    })
  })

  it("refuses another, and names those that there are", () => {
    expect(commandIn(opening("gate", { plan: "six-step" }))).toMatchObject([
      { field: "plan", refusal: { _tag: "UnknownStepList", list: "six-step", known: ["four-step", "one-step"] } },
    ])
    const { rules: _, ...lawless } = input
    expect(commandIn(opening("gate"), charterOf(lawless))).toMatchObject([
      { field: "plan", refusal: { _tag: "UnknownStepList", known: [] } },
    ])
  })

  it("says why the rules of a charter cannot be resolved", () => {
    const packs = ["jinlin.nowhere@2025-01-01"]
    expect(commandIn(opening("gate"), charterOf({ ...input, rules: { ...input.rules, packs } }))).toMatchObject([
      { field: "plan", refusal: { _tag: "PackUnknown" } },
    ])
  })

  it("looks them up in the packs that are given, where some are", () => {
    const { refused } = readJournal(csv(opening("gate")), charter, [])
    expect(refused).toMatchObject([{ field: "plan", refusal: { _tag: "PackUnknown" } }])
  })
})

describe("JOURNAL-15 a matter is decided by the law of the day, and what falls due in it happens by itself", () => {
  it("closes a ballot on the day after its last one, counts it on that day, and decides the matter", () => {
    const told = runJournal({ ...charter, until: "2026-03-31" }, csv(...sitting("gate")))
    if (!told.ok) throw new Error(JSON.stringify(told.refusal))
    const system = told.value.entries.filter(({ actor }) => actor._tag === "System")
    expect(system.map(({ cause, event, moment }) => [moment.civilDate, moment.minuteOfDay, event._tag, cause])).toEqual(
      [
        ["2026-03-09", 0, "BallotClosed", { _tag: "Due", rule: "DELIBERATION-16" }],
        ["2026-03-09", 0, "StepPassed", { _tag: "Due", rule: "DELIBERATION-17" }],
        ["2026-03-09", 0, "MatterDecided", { _tag: "Due", rule: "DELIBERATION-17" }],
      ],
    )
    expect(told.value.matters.get("gate")?.status).toBe("decided")
  })

  it("does so for several matters in the order of the days and of their streams", () => {
    const rows = [...sitting("lamp"), ...sitting("gate")]
    const inTime = rows.toSorted((one, other) => (one["date"] ?? "").localeCompare(other["date"] ?? ""))
    const told = runJournal({ ...charter, until: "2026-03-31" }, csv(...inTime))
    if (!told.ok) throw new Error(JSON.stringify(told.refusal))
    const system = told.value.entries.filter(({ actor }) => actor._tag === "System")
    expect(system.map((entry) => [entry.process === "deliberation" && entry.matter, entry.event._tag])).toEqual([
      ["gate", "BallotClosed"],
      ["gate", "StepPassed"],
      ["gate", "MatterDecided"],
      ["lamp", "BallotClosed"],
      ["lamp", "StepPassed"],
      ["lamp", "MatterDecided"],
    ])
  })

  it("refuses a call for which the charter has no law, and says of what and when", () => {
    const choices = [{ key: "council/notice-days", value: { _tag: "Count", count: 3, unit: "calendar-day" } }]
    const lawless = charterOf({ ...input, rules: { ...input.rules, choices } })
    expect(runJournal(lawless, csv(opening("gate"), calling("gate")))).toMatchObject({
      refusal: [{ line: 3, refusal: { _tag: "LawUnresolved", set: "council", on: "2026-03-02" } }],
    })
  })

  it("refuses what the rules of a matter refuse, and applies nothing", () => {
    const early = { ...calling("gate"), sitsOn: "2026-03-05" }
    expect(refusalsOf(runJournal(charter, csv(opening("gate"), early)))).toEqual([[3, null, "NoticeTooShort"]])
  })
})
