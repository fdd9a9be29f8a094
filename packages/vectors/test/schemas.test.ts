import * as ballot from "@jinlin/core/ballot"
import * as coGovernance from "@jinlin/core/co-governance"
import * as covenant from "@jinlin/core/covenant"
import * as deliberation from "@jinlin/core/deliberation"
import * as disclosure from "@jinlin/core/disclosure"
import * as conference from "@jinlin/core/joint-conference"
import { decodeStrictly } from "@jinlin/core/kernel"
import * as chair from "@jinlin/core/rotating-chair"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it } from "vitest"
import type { Json, JsonObject } from "../scripts/json-text.ts"
import { facts } from "../scripts/schemas/kernel.ts"
import { processes } from "../scripts/schemas/processes.ts"
import { publishedCases, publishedHistories, publishedSchemas, readPublished } from "./published.ts"

/** An independent validator. Formats are asserted only where a validator is told how; this one takes what has the shape. */
const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
for (const schema of publishedSchemas) {
  const { path: _, ...document } = schema
  ajv.addSchema(document)
}

const faultsOf = (id: string, value: unknown): ReadonlyArray<string> => {
  const validate = ajv.getSchema(`urn:jinlin:schema:${id}`)
  if (validate === undefined) return [`There is no schema ${id}.`]
  return validate(value) === true ? [] : [`${id} does not hold for ${JSON.stringify(value).slice(0, 300)}`]
}

const readers = {
  "joint-conference": {
    commands: decodeStrictly(conference.ConferenceCommand),
    events: decodeStrictly(conference.ConferenceEvent),
    refusals: decodeStrictly(conference.ConferenceRefusal),
    state: decodeStrictly(conference.Conference),
  },
  "rotating-chair": {
    commands: decodeStrictly(chair.RotaCommand),
    events: decodeStrictly(chair.RotaEvent),
    refusals: decodeStrictly(chair.RotaRefusal),
    state: decodeStrictly(chair.Rota),
  },
  ballot: {
    commands: decodeStrictly(ballot.BallotCommand),
    events: decodeStrictly(ballot.BallotEvent),
    refusals: decodeStrictly(ballot.BallotRefusal),
    state: decodeStrictly(ballot.Ballot),
  },
  deliberation: {
    commands: decodeStrictly(deliberation.DeliberationCommand),
    events: decodeStrictly(deliberation.DeliberationEvent),
    refusals: decodeStrictly(deliberation.DeliberationRefusal),
    state: decodeStrictly(deliberation.Matter),
  },
  disclosure: {
    commands: decodeStrictly(disclosure.DisclosureCommand),
    events: decodeStrictly(disclosure.DisclosureEvent),
    refusals: decodeStrictly(disclosure.DisclosureRefusal),
    state: decodeStrictly(disclosure.Disclosure),
  },
  "co-governance": {
    commands: decodeStrictly(coGovernance.CoGovernanceCommand),
    events: decodeStrictly(coGovernance.CoGovernanceEvent),
    refusals: decodeStrictly(coGovernance.CoGovernanceRefusal),
    state: decodeStrictly(coGovernance.CoGovernance),
  },
  covenant: {
    commands: decodeStrictly(covenant.CovenantCommand),
    events: decodeStrictly(covenant.CovenantEvent),
    refusals: decodeStrictly(covenant.CovenantRefusal),
    state: decodeStrictly(covenant.Covenant),
  },
}
type Kind = keyof (typeof readers)["rotating-chair"]

/** Everything of one kind that stands in the files of one process. */
const found = (process: (typeof processes)[number], kind: Kind): ReadonlyArray<Json> => {
  const cases = publishedCases
    .filter((file) => file.process === process && file.asks !== "authority")
    .flatMap((file) => file.cases)
  const events = publishedHistories
    .filter((history) => history.process === process)
    .flatMap((history) => history.events)
  switch (kind) {
    case "commands":
      return cases.flatMap(({ command }) => (command === undefined ? [] : [command]))
    case "events":
      return [...events, ...cases.flatMap(({ expect: { events: expected = [] } }) => expected)]
    case "refusals":
      return cases.flatMap(({ expect: { refusals = [] } }) => refusals)
    case "state":
      return cases.flatMap(({ expect: { state } }) => (state === undefined ? [] : [state]))
  }
}

const everything = processes.flatMap((process) =>
  (["commands", "events", "refusals", "state"] as const).map((kind) => ({
    process,
    kind,
    values: found(process, kind),
  })),
)

describe("the published schemas", () => {
  it("are named after where they lie, and hold for a strict validator", () => {
    for (const { $id, path } of publishedSchemas) {
      expect($id).toBe(`urn:jinlin:schema:${path.slice("schemas/".length, -".json".length).replaceAll("/", ":")}`)
      expect(() => ajv.getSchema($id)).not.toThrow()
    }
    expect(publishedSchemas).toHaveLength(38)
  })

  it.each(everything)(
    "VECTORS-3 hold for every one of the $process $kind in the vectors",
    ({ kind, process, values }) => {
      expect(values.length).toBeGreaterThan(12)
      expect(values.flatMap((value) => faultsOf(`${process}:${kind}`, value))).toEqual([])
    },
  )

  it.each(everything)("VECTORS-3 our own reader reads every one of the $process $kind", ({ kind, process, values }) => {
    const unread = values.filter((value) => !readers[process][kind](value).ok)
    expect(unread).toEqual([])
  })

  it("VECTORS-3 hold for circumstances, grounds and the refusals of authority", () => {
    const faults = publishedCases.flatMap((file) =>
      file.cases.flatMap(({ circumstances, expect: { grounds, refusals = [] } }) => [
        ...(circumstances === undefined ? [] : faultsOf(`${file.process}:circumstances`, circumstances)),
        ...(grounds === undefined ? [] : faultsOf("kernel:grounds", grounds)),
        ...(file.asks === "authority" ? refusals.flatMap((refusal) => faultsOf("kernel:forbidden", refusal)) : []),
      ]),
    )
    expect(faults).toEqual([])
  })

  it("VECTORS-3 hold for the form of every file", () => {
    const paths = [...publishedCases, ...publishedHistories].map(({ path }) => path)
    expect(paths.flatMap((path) => faultsOf("vectors", readPublished(path)))).toEqual([])
  })
})

/** One value of each tag that stands in the vectors; of states the longest. */
const samples = everything.flatMap(({ kind, process, values }) => {
  const byTag = new Map(values.map((value) => [(value as { _tag?: string })._tag ?? "", value as JsonObject]))
  return [...byTag].map(([tag, value]) => ({ process, kind, tag, value }))
})

/** The value with a field too many, and without each of its fields, at every place that is an object. */
const spoilt = (value: Json): ReadonlyArray<Json> => {
  if (Array.isArray(value))
    return value.flatMap((item: Json, at) => spoilt(item).map((inside) => value.with(at, inside) as Json))
  if (typeof value !== "object" || value === null) return []
  const object = value as JsonObject
  return [
    { ...object, nobodyDeclaredThis: 1 },
    ...Object.keys(object).map((name) =>
      Object.fromEntries(Object.entries(object).filter(([other]) => other !== name)),
    ),
    ...Object.entries(object).flatMap(([name, inside]) =>
      spoilt(inside).map((worse) => ({ ...object, [name]: worse })),
    ),
  ]
}

describe("what our reader refuses", () => {
  it.each(samples)(
    "VECTORS-4 the schema refuses too: $process $kind $tag with a field too many or too few",
    (sample) => {
      const { kind, process, value } = sample
      const read = readers[process][kind]
      const unlike = spoilt(value)
        .map((worse) => ({ worse, reader: read(worse).ok, schema: faultsOf(`${process}:${kind}`, worse).length === 0 }))
        .filter(({ reader, schema }) => reader !== schema)
      expect(unlike).toEqual([])
    },
  )

  it.each([
    ["rotating-chair:commands", { _tag: "SeatUnit", unit: "a b" }],
    ["rotating-chair:commands", { _tag: "SeatUnit", unit: "" }],
    ["rotating-chair:commands", { _tag: "RecordNoShow", term: 0 }],
    ["rotating-chair:commands", { _tag: "RecordNoShow", term: 1.5 }],
    ["rotating-chair:commands", { _tag: "RecordNoShow", term: "1" }],
    ["rotating-chair:commands", { _tag: "Recordnoshow", term: 1 }],
    ["rotating-chair:commands", { _tag: "MergeUnits", units: ["a"], into: "b" }],
    ["rotating-chair:commands", { _tag: "MergeUnits", units: ["a", "b", "c"], into: "b" }],
    ["rotating-chair:events", { _tag: "RotaClosed", on: "20260101" }],
    ["joint-conference:commands", { _tag: "FileMinutes", meeting: "m", digest: "sha-256:00" }],
    ["joint-conference:commands", { _tag: "RemindAction", resolution: "r", stage: "later" }],
    ["deliberation:commands", { _tag: "EnterRoll", voters: [] }],
    ["deliberation:commands", { _tag: "RecordHeadcount", present: -1 }],
    ["ballot:commands", { _tag: "EnterVoidBallot", matter: "m", round: 0, voter: "v", reason: "r" }],
    ["disclosure:commands", { _tag: "TakeDown", posting: 1, on: "2026-09-01", reason: "" }],
    ["disclosure:commands", { _tag: "AnswerObjection", objection: "o" }],
    ["co-governance:commands", { _tag: "DeclareTouchedUnits", units: [], reason: "r" }],
    ["co-governance:commands", { _tag: "OpenCoGovernance", title: "t", combine: "either", touched: [] }],
    ["covenant:commands", { _tag: "DraftRevision", sections: [], reasons: [] }],
    ["covenant:events", { _tag: "DraftAbandoned", draft: 1, on: "2026-03-02" }],
    ["ballot:events", { _tag: "Voted", matter: "m", round: 1, voter: "v", castBy: "v", choice: "for" }],
  ])("VECTORS-4 the schema refuses too: %s %j", (id, value) => {
    expect(faultsOf(id, value)).toHaveLength(1)
  })
})

const now = { instant: 1_767_229_200_000, zone: "Asia/Shanghai", civilDate: "2026-01-01", minuteOfDay: 540 }
const person = { _tag: "Post", person: "p-1", post: "convenor", within: "conference" }
const system = { _tag: "System", rule: "CHAIR-10" }
const voter = { person: "p-1", recused: false }
const step = {
  ...{ step: "vote", body: "owners", standing: "owners", sets: ["owners-special"] },
  ...{ whenLost: { _tag: "Stay" }, returnsTo: [], amendedRestartsAt: null },
}
const open = { phase: "open", mode: "open", closesOn: "2026-01-08" }
const anyDigest = `sha-256:${"0".repeat(64)}`
const round = { round: 1, ...open, voter, proxy: { voter: "v-2", person: null }, body: "owners" }
const subject = { matter: "m", what: "decision", digest: anyDigest, since: "2026-01-01", law: null, recourse: null }
const calendar = { id: "c", version: "1", years: [] }
const disclosed = {
  ...{ disclosure: "d", ofThisMatter: true, what: "result", proves: anyDigest, status: "posted", from: "2026-01-01" },
  ...{ ends: { date: "2026-01-17", minute: 0 }, corrects: [], supersededBy: null, openObjections: 0 },
}
const deliberated = {
  ...{ matter: "m", status: "open", text: anyDigest, body: "b", set: null },
  ...{ openedOn: "2026-01-01", endedOn: null },
}
const outcome = { matter: "m", status: "decided", text: anyDigest, decidedOn: "2026-01-01", set: "s" }

describe("circumstances, whose schema is written by hand", () => {
  it.each([
    ["rotating-chair", { actor: person, now }],
    ["rotating-chair", { actor: { ...person, onBehalfOf: "p-2" }, now }],
    ["rotating-chair", { actor: system, now, members: ["a", "b"] }],
    ["rotating-chair", { actor: system, now, members: [] }],
    ["joint-conference", { actor: person, now, presider: { _tag: "Unit", unit: "a" } }],
    ["joint-conference", { actor: person, now, presider: { _tag: "Convenor" } }],
    ["deliberation", { actor: person, now }],
    ["deliberation", { actor: person, now, law: null }],
    ["deliberation", { actor: person, now, plan: null }],
    ["deliberation", { actor: person, now, plan: { list: "one", steps: [step] } }],
    ["deliberation", { actor: person, now, ballots: [], box: [{ choice: "for", count: 1 }] }],
    ["disclosure", { actor: person, now, disclosure: "d", subject, corrected: null }],
    ["disclosure", { actor: person, now, subject: null, rules: null, calendar }],
    ["co-governance", { actor: person, now, policy: null }],
    ["co-governance", { actor: person, now, deliberation: deliberated, disclosures: [disclosed] }],
    ["co-governance", { actor: person, now, memberships: [{ person: "p-1", bodies: [] }] }],
    ["covenant", { actor: person, now, rules: null, outcome }],
    ["covenant", { actor: system, now, outcome: null }],
    ["ballot", { actor: person, now, round: null }],
    ["ballot", { actor: person, now, round }],
    ["ballot", { actor: person, now, round: { ...round, phase: "annulled", mode: null, closesOn: null, voter: null } }],
  ])("VECTORS-3 of %s may be %j", (process, value) => {
    expect(faultsOf(`${process}:circumstances`, value)).toEqual([])
  })

  it.each([
    ["rotating-chair", { now }],
    ["rotating-chair", { actor: person }],
    ["rotating-chair", { actor: { ...person, post: undefined }, now }],
    ["rotating-chair", { actor: { ...person, name: "Mr Lin" }, now }],
    ["rotating-chair", { actor: { ...system, rule: "chair" }, now }],
    ["rotating-chair", { actor: { ...person, _tag: "Person" }, now }],
    ["rotating-chair", { actor: person, now: { ...now, minuteOfDay: 1440 } }],
    ["rotating-chair", { actor: person, now: "2026-01-01" }],
    ["rotating-chair", { actor: person, now, members: "a" }],
    ["rotating-chair", { actor: person, now, presider: { _tag: "Convenor" } }],
    ["joint-conference", { actor: person, now, presider: { _tag: "Unit" } }],
    ["joint-conference", { actor: person, now, presider: null }],
    ["deliberation", { actor: person, now, law: { set: "s" } }],
    ["deliberation", { actor: person, now, plan: { list: "one", steps: [] } }],
    ["deliberation", { actor: person, now, plan: { list: "one", steps: [{ ...step, body: undefined }] } }],
    ["deliberation", { actor: person, now, box: [{ choice: "for", count: -1 }] }],
    ["deliberation", { actor: person, now, ballots: [{ voter: "v" }] }],
    ["disclosure", { actor: person, now, subject: { ...subject, what: "vote" } }],
    ["disclosure", { actor: person, now, rules: { day: "2026-01-01" } }],
    ["disclosure", { actor: person, now, calendar: { ...calendar, years: undefined } }],
    ["co-governance", { actor: person, now, policy: { combines: ["both"] } }],
    ["co-governance", { actor: person, now, disclosures: [{ ...disclosed, status: "torn" }] }],
    ["co-governance", { actor: person, now, deliberation: { ...deliberated, set: undefined } }],
    ["covenant", { actor: person, now, outcome: { ...outcome, status: "unknown" } }],
    ["covenant", { actor: person, now, rules: { kind: "residents-covenant" } }],
    ["ballot", { actor: person, now }],
    ["ballot", { actor: person, now, round: { ...round, phase: "over" } }],
    ["ballot", { actor: person, now, round: { ...round, closesOn: "soon" } }],
    ["ballot", { actor: person, now, round: { ...round, closesOn: undefined } }],
    ["ballot", { actor: person, now, round: { ...round, voter: { person: "p-1" } } }],
  ])("VECTORS-4 of %s may not be %j", (process, value) => {
    expect(faultsOf(`${process}:circumstances`, JSON.parse(JSON.stringify(value)))).toHaveLength(1)
  })

  it("VECTORS-3 tell of every fact that the process declares, and of no other", () => {
    const declared = {
      "joint-conference": conference.circumstances,
      "rotating-chair": chair.circumstances,
      ballot: ballot.circumstances,
      deliberation: deliberation.circumstances,
      disclosure: disclosure.circumstances,
      "co-governance": coGovernance.circumstances,
      covenant: covenant.circumstances,
    }
    // Resolved from the community's own charter and read from its own box, and from no stream of another process.
    const ownFacts: Readonly<Record<string, ReadonlyArray<string>>> = {
      deliberation: ["law", "plan", "box"],
      disclosure: ["disclosure", "rules", "calendar"],
      "co-governance": ["coGovernance", "policy", "memberships"],
      covenant: ["covenant", "rules"],
    }
    for (const process of processes) {
      const own = ownFacts[process] ?? []
      const told = [...new Set(declared[process].map(({ fact }) => fact)), ...own]
      expect(Object.keys(facts[process]).toSorted()).toEqual(told.toSorted())
    }
  })
})
