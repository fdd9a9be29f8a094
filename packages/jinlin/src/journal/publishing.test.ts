import { chinaWorkCalendar } from "@jinlin/rule-packs/calendars"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { readCharter } from "../charter/charter.ts"
import { journalDocuments, readJournal } from "./read.ts"
import { runJournal } from "./run.ts"
import type { Story } from "./story.ts"
import { tellJournal } from "./tell.ts"

const residents = "compound-residents"
const joint = "joint-conference"
const sets: Readonly<Record<string, string>> = {
  [residents]: "compound-residents-meeting",
  [joint]: "joint-conference",
}
const listOf = (body: string) => ({
  list: body,
  title: { "zh-Hans": "会议", en: "A meeting" },
  citation: { instrument: "the compound's own rules", certainty: "our-default" },
  steps: [
    {
      ...{ step: "meeting", body, standing: "council", sets: [sets[body]] },
      ...{ whenLost: { _tag: "Reject" }, returnsTo: [], amendedRestartsAt: null },
    },
  ],
})
const yes = { _tag: "Flag", flag: true }
const input = {
  ...{ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, until: "2026-03-31" },
  policies: { together: { process: "co-governance", choices: {} } },
  rules: {
    packs: ["jinlin.two-deliberations-two-appraisals-two-disclosures@2025-01-01"],
    choices: [
      { key: "residents-covenant/made-by.compound-residents-meeting", value: yes },
      { key: "residents-covenant/filing", value: yes },
    ],
    stepLists: [listOf(residents), listOf(joint)],
    uses: [residents, joint],
  },
  members: { "compound-party-branch": ["p-anna", "p-bert"], "owners-committee": ["p-bert"] },
}
const read = readCharter(input)
if (!read.ok) throw new Error(JSON.stringify(read.refusal))
const charter = read.value

type Row = Readonly<Record<string, string>>
const cell = (text = ""): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (...rows: ReadonlyArray<Row>) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(","))
  return { format: "csv", content: [names.join(","), ...lines].join("\n") } as const
}

const salt = "0123456789abcdef0123456789abcdef"
const sections = JSON.stringify([
  { name: "what", text: "A new gate." },
  { name: "who", text: "Asked for by 2-301.", salt },
])
const at = (when: string, command: string, fields: Row): Row => {
  const [date = "", time = "09:00"] = when.split(" ")
  return { date, time, command, actor: "proposer", actorUnit: residents, ...fields }
}
const writing = (document = "gate", fields: Row = {}): Row =>
  at("2026-01-05 08:00", "WriteDocument", { document, sections, ...fields })

const sitting = (matter: string, body: string, day: string): ReadonlyArray<Row> => {
  const chair = { matter, actor: "presider", actorUnit: body }
  const roll = JSON.stringify(["a", "b", "c"].map((voter) => ({ voter, heads: 1, area: 0 })))
  return [
    at("2026-01-05", "OpenMatter", { matter, title: "Gate", text: "document:gate", plan: body }),
    at("2026-01-05", "CallStep", { ...chair, step: "meeting", set: sets[body] ?? "", sitsOn: day }),
    at(`${day} 09:00`, "EnterRoll", { ...chair, actor: "secretary", voters: roll }),
    at(`${day} 09:10`, "RecordHeadcount", { ...chair, actor: "secretary", present: "3" }),
    at(`${day} 09:20`, "OpenBallot", { ...chair, motion: "Adopt", mode: "show-of-hands", closesOn: day }),
    at(`${day} 09:30`, "RecordCounts", { ...chair, for: "3", against: "0", abstain: "0", void: "0" }),
    at(`${day} 09:40`, "CloseBallot", chair),
  ]
}
const attaching = (which: string, matter: string, coGovernance = "gate"): Row =>
  at("2026-01-05 09:00", "AttachDeliberation", { coGovernance, which, matter })
const opening = (coGovernance = "gate"): Row =>
  at("2026-01-05 09:00", "OpenCoGovernance", { coGovernance, title: "Gate", combine: "both", touched: "" })

/** Both bodies decide on the ninth. */
const decided: ReadonlyArray<Row> = [
  writing(),
  opening(),
  ...sitting("m-1", residents, "2026-01-09").slice(0, 2),
  attaching("self-governance", "m-1"),
  ...sitting("m-2", joint, "2026-01-09").slice(0, 2),
  attaching("joint", "m-2"),
  ...sitting("m-1", residents, "2026-01-09").slice(2),
  ...sitting("m-2", joint, "2026-01-09")
    .slice(2)
    .map((row) => ({ ...row, time: `1${row["time"]?.slice(1)}` })),
]

const of = (disclosure: string, when: string, command: string, fields: Row = {}): Row =>
  at(when, command, { disclosure, actor: "discloser", ...fields })
const preparing = (disclosure: string, when: string, fields: Row = {}): ReadonlyArray<Row> => [
  of(disclosure, when, "PrepareDisclosure", {
    ...{ matter: "gate", what: "decision", sections: "document:gate", audience: "residents" },
    ...fields,
  }),
  of(disclosure, when, "ConfirmCheck", { actor: "checker", document: "document:gate", preparation: "1" }),
  of(disclosure, when, "PostDisclosure", { channel: "notice-board", place: "gate", on: when.slice(0, 10) }),
]
const objecting = (disclosure: string, when: string): Row =>
  of(disclosure, when, "RaiseObjection", { actor: "resident", objection: "o-1", text: "text:Why?", receivedOn: when })
const answering = (disclosure: string, when: string): Row =>
  of(disclosure, when, "AnswerObjection", { objection: "o-1", answer: "text:So." })

const told = (...rows: ReadonlyArray<Row>): Story => {
  const story = runJournal(charter, csv(...rows))
  if (!story.ok) throw new Error(JSON.stringify(story.refusal))
  return story.value
}
const refusals = (...rows: ReadonlyArray<Row>) => {
  const story = runJournal(charter, csv(...rows))
  return story.ok ? [] : story.refusal.map(({ field, line, refusal }) => [line, field, refusal._tag])
}
const faults = (...rows: ReadonlyArray<Row>) =>
  readJournal(csv(...rows), charter).refused.map(({ field, line, refusal }) => [line, field, refusal._tag])
const systemIn = ({ entries }: Story) =>
  entries.flatMap(({ actor, cause, event, moment }) =>
    actor._tag === "System" && "rule" in cause ? [[moment.civilDate, event._tag, cause._tag, cause.rule]] : [],
  )

/** A story without what a store keeps otherwise: the order of fields, and fields that hold nothing. */
const plain = (story: Story): unknown =>
  JSON.parse(
    JSON.stringify(story, (_name, value: unknown) => {
      if (value instanceof Map) return [...value]
      const isRecord = typeof value === "object" && value !== null && !Array.isArray(value)
      return isRecord
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value
    }),
  )

describe("JOURNAL-12 a row is asked of the stream that it names", () => {
  it("of a matter with two deliberations, a covenant or a disclosure, and `matter` is a field there", () => {
    const row = (fields: Row) => readJournal(csv(writing(), fields), charter).rows[0]
    expect(row(attaching("joint", "m-2"))).toMatchObject({
      ...{ process: "co-governance", subject: "gate", conference: "willow" },
      command: { _tag: "AttachDeliberation", which: "joint", matter: "m-2" },
    })
    expect(row(at("2026-01-06", "SubmitDraft", { covenant: "pact", matter: "m-3" }))).toMatchObject({
      ...{ process: "covenant", subject: "pact", command: { _tag: "SubmitDraft", matter: "m-3", corrects: [] } },
    })
    expect(row(preparing("d-1", "2026-01-06")[0] ?? {})).toMatchObject({
      ...{ process: "disclosure", subject: "d-1", command: { matter: "gate", corrects: null } },
    })
    expect(
      row(at("2026-01-06", "LinkDisclosure", { coGovernance: "gate", what: "result", disclosure: "d-1" })),
    ).toMatchObject({ process: "co-governance", command: { what: "result", disclosure: "d-1" } })
  })

  it("asks for the column without which nothing of the name can be asked", () => {
    const without = (row: Row, name: string): Row => ({ ...row, [name]: "" })
    expect(faults(without(opening(), "coGovernance"))).toEqual([[2, "coGovernance", "MissingField"]])
    expect(faults(at("2026-01-05", "CloseComments", {}))).toEqual([[2, "covenant", "MissingField"]])
    expect(faults(at("2026-01-05", "CompleteDisclosure", { matter: "m-1" }))).toEqual([
      [2, "disclosure", "MissingField"],
    ])
  })

  it("refuses a stream that the command does not know, each cell by its column", () => {
    expect(faults(of("d-1", "2026-01-06", "CompleteDisclosure", { matter: "m-1" }))).toEqual([
      [2, "matter", "UnknownField"],
    ])
    expect(faults({ ...opening(), conference: "willow" })).toEqual([[2, "conference", "UnknownField"]])
    expect(faults({ ...at("2026-01-05", "AdvanceRota", {}), covenant: "pact" })).toEqual([
      [2, "covenant", "UnknownField"],
    ])
    expect(faults({ ...opening(), coGovernance: "大门" })).toEqual([[2, "coGovernance", "InvalidId"]])
  })
})

describe("JOURNAL-16 a document is written down once, by a row of its own, and named elsewhere", () => {
  it("stands for its sections in the column of that name, and for its digest in every other", () => {
    const { refused, rows } = readJournal(
      csv(
        writing(),
        at("2026-01-06", "DraftRevision", { covenant: "pact", sections: "document:gate" }),
        at("2026-01-06", "ReportResult", {
          coGovernance: "gate",
          report: "document:gate",
          implementedOn: "2026-01-06",
        }),
      ),
      charter,
    )
    expect(refused).toEqual([])
    const [document] = journalDocuments(csv(writing()))
    expect(document?.sections).toEqual([
      { name: "what", salt: "", text: "A new gate." },
      { name: "who", salt, text: "Asked for by 2-301." },
    ])
    expect(rows.map(({ command }) => command)).toMatchObject([
      { sections: document?.commitments.map(({ commitment, name }) => ({ name, commitment })) },
      { report: document?.digest },
    ])
  })

  it("asks nothing of anybody: nothing happens by it", () => {
    expect(told(writing()).entries).toEqual([])
  })

  it("refuses a name that no row writes down, with those that there are, and one that two do", () => {
    const row = at("2026-01-06", "DraftRevision", { covenant: "pact", sections: "document:door" })
    expect(readJournal(csv(writing(), row), charter).refused).toMatchObject([
      { line: 3, field: "sections", refusal: { _tag: "UnwrittenDocument", document: "door", known: ["gate"] } },
    ])
    expect(faults(writing(), writing())).toEqual([[3, "document", "DocumentTwice"]])
  })

  it("refuses a row that lacks its name or its words, or has more", () => {
    expect(faults(writing("门"))).toEqual([[2, "document", "InvalidId"]])
    expect(faults(writing("gate", { sections: "[]" }))).toEqual([[2, "sections.0", "MissingField"]])
    expect(faults(writing("gate", { sections: "[{" }))).toEqual([[2, "sections", "InvalidJson"]])
    expect(faults(writing("gate", { sections: '[{"name":"what"}]' }))).toEqual([[2, "sections.0.text", "MissingField"]])
    expect(faults(writing("gate", { reason: "because" }))).toEqual([[2, "reason", "UnknownField"]])
  })

  it("lies in the order of the days like every row, and has an actor", () => {
    expect(faults(opening(), writing())).toEqual([[3, "date", "ClockWentBack"]])
    expect(faults(writing("gate", { date: "2026-02-30" }))).toEqual([[2, "date", "InvalidDate"]])
  })
})

describe("JOURNAL-17 a section is blacked out where the row says so, and never without a salt", () => {
  const prepared = (sections: string): Row => ({ ...preparing("d-1", "2026-01-06")[0], sections })

  it("stands as its commitment, and the others are shown", () => {
    const { rows } = readJournal(csv(writing(), prepared("document:gate without who")), charter)
    expect(rows[0]?.command).toMatchObject({
      sections: [
        { name: "what", shown: true },
        { name: "who", shown: false },
      ],
    })
  })

  it("refuses what the document does not have, and what could be guessed", () => {
    expect(faults(writing(), prepared("document:gate without when"))).toEqual([[3, "sections", "UnknownSection"]])
    expect(faults(writing(), prepared("document:gate without what"))).toEqual([[3, "sections", "UnsaltedSection"]])
  })
})

describe("JOURNAL-18 what a journal needs to know beside its rows is in its charter, and in the calendar", () => {
  const appraised = (appraisers: string): ReadonlyArray<Row> => [
    ...decided,
    ...preparing("d-1", "2026-01-09 19:50"),
    at("2026-01-10", "BeginImplementation", { coGovernance: "gate" }),
    at("2026-01-10", "ReportResult", { coGovernance: "gate", report: "document:gate", implementedOn: "2026-01-10" }),
    at("2026-01-11", "RecordAppraisal", {
      ...{ coGovernance: "gate", actor: "appraiser", actorUnit: "compound-party-branch" },
      ...{ which: "internal-bodies", appraisal: "a-1", result: "text:Good", by: "compound-party-branch" },
      ...{ appraised: "owners-committee", appraisers },
    }),
  ]

  it("says who belongs to which body: nobody appraises his own, nor unknown", () => {
    expect(told(...appraised("p-anna")).coGovernances.get("gate")?.appraisals["internal-bodies"]).not.toBeNull()
    expect(refusals(...appraised("p-bert"))).toMatchObject([[expect.any(Number), null, expect.any(String)]])
    expect(refusals(...appraised("p-carl"))).toMatchObject([[expect.any(Number), null, expect.any(String)]])
  })

  it("counts by the calendar that is given: the fifteenth day gives way where it is a day of rest", () => {
    const rows = [...decided, ...preparing("d-1", "2026-01-16 10:00")]
    const lastDay = (story: ReturnType<typeof runJournal>) =>
      story.ok && story.value.disclosures.get("d-1")?.period?.lastDay
    // 31 January 2026 is a Saturday, and so is no working day; made one, the period ends on it.
    expect(lastDay(runJournal(charter, csv(...rows)))).toBe("2026-02-02")
    const years = chinaWorkCalendar.years.map((year) =>
      year.year === 2026 ? { ...year, work: [...year.work, "2026-01-31"] as const } : year,
    )
    expect(lastDay(runJournal(charter, csv(...rows), { calendar: { ...chinaWorkCalendar, years } }))).toBe("2026-01-31")
  })
})

describe("JOURNAL-19 what follows and falls due happens by itself, as in the shell", () => {
  const corrected: ReadonlyArray<Row> = [
    ...decided,
    ...preparing("d-1", "2026-01-12 10:00"),
    objecting("d-1", "2026-01-13"),
    ...preparing("d-2", "2026-01-14 10:00", { sections: "document:gate without who", corrects: "d-1" }),
    answering("d-2", "2026-02-10"),
  ]

  it("both deliberations are taken over, a correction takes its place with what is objected, and it completes with the answer", () => {
    const story = told(...corrected)
    expect(story.tasks).toEqual([])
    expect(systemIn(story).filter(([, , , rule]) => !rule?.startsWith("DELIBERATION"))).toEqual([
      ["2026-01-09", "OutcomeRecorded", "Reaction", "REACTION-13"],
      ["2026-01-09", "OutcomeRecorded", "Reaction", "REACTION-13"],
      ["2026-01-09", "MatterResolved", "Reaction", "REACTION-13"],
      ["2026-01-12", "DisclosureLinked", "Reaction", "REACTION-15"],
      ["2026-01-14", "DisclosureSuperseded", "Reaction", "REACTION-16"],
      ["2026-01-14", "DisclosureLinked", "Reaction", "REACTION-15"],
      ["2026-02-10", "DisclosureCompleted", "Due", "DISCLOSURE-13"],
    ])
    expect(story.disclosures.get("d-1")?.status).toBe("superseded")
    expect(story.coGovernances.get("gate")?.disclosures.decision).toMatchObject({ disclosure: "d-2" })
  })

  it("completes nothing while an objection waits, and closes nothing before", () => {
    const waiting = corrected.slice(0, -1)
    expect(told(...waiting).disclosures.get("d-2")?.status).toBe("posted")
    const close = at("2026-02-11", "CloseCoGovernance", { coGovernance: "gate" })
    expect(refusals(...waiting, close)).toEqual([[waiting.length + 2, null, expect.any(String)]])
  })

  it("a second disclosure that corrects nothing is refused, and whoever is the first is named", () => {
    const rows = [...decided, ...preparing("d-1", "2026-01-12 10:00"), ...preparing("d-2", "2026-01-13 10:00")]
    expect(runJournal(charter, csv(...rows))).toMatchObject({
      refusal: [{ line: rows.length - 1, refusal: { _tag: "ClaimTaken", holder: "disclosure/d-1" } }],
    })
  })

  it("a matter is attached to one alone, and whoever has it is named", () => {
    const rows = [...decided.slice(0, 5), opening("lamp"), attaching("self-governance", "m-1", "lamp")]
    const story = runJournal(charter, csv(...rows))
    expect(story).toMatchObject({
      refusal: [{ line: 8, refusal: { _tag: "ClaimTaken", holder: "co-governance/gate" } }],
    })
  })

  it("a covenant is adopted when its matter is decided, and reminded of on the last day for filing", () => {
    const pact = (when: string, command: string, fields: Row = {}): Row =>
      at(when, command, { covenant: "pact", actor: "drafter", actorUnit: "willow", ...fields })
    const clauses = JSON.stringify([{ name: "party-leadership", text: "The Party leads." }])
    const matter = sitting("m-3", residents, "2026-01-30").map((row, index) => ({
      ...row,
      ...(index < 2 ? { date: "2026-01-26", time: "09:00" } : {}),
      ...(index === 0 ? { text: "document:pact-text" } : {}),
    }))
    const story = told(
      writing("pact-text", { sections: clauses }),
      pact("2026-01-05", "OpenCovenant", { kind: "residents-covenant", title: "Pact" }),
      pact("2026-01-05", "DraftRevision", { sections: "document:pact-text" }),
      pact("2026-01-05", "OpenComments", { until: "2026-01-20" }),
      pact("2026-01-21", "CheckLegality", {
        ...{ actor: "legal-reviewer", actorUnit: "street", document: "document:pact-text" },
        ...{ conforms: "yes", opinion: "text:It does.", against: "" },
      }),
      ...matter.slice(0, 2),
      pact("2026-01-26 10:00", "SubmitDraft", { matter: "m-3" }),
      ...matter.slice(2),
    )
    expect(systemIn(story).filter(([, , , rule]) => !rule?.startsWith("DELIBERATION"))).toEqual([
      ["2026-01-21", "CommentsClosed", "Due", "COVENANT-3"],
      ["2026-01-30", "VersionAdopted", "Reaction", "REACTION-14"],
      ["2026-03-01", "FilingReminded", "Due", "COVENANT-13"],
    ])
  })

  it("JOURNAL-7 JOURNAL-8 told to a store it is the same story, and told again nothing is written", async () => {
    const store = openMemoryStore()
    const first = await tellJournal(charter, csv(...corrected), { store, tenant: "town" })
    if (!first.ok) throw new Error(JSON.stringify(first.refusal))
    expect(plain(first.value.story)).toEqual(plain(told(...corrected)))
    const again = await tellJournal(charter, csv(...corrected), { store, tenant: "town" })
    expect(again).toMatchObject({ ok: true, value: { written: 0, known: first.value.written } })
  })
})
