import { describe, expect, it } from "vitest"
import { type CoGovernance, coGovernance, coGovernancePolicyDefaults } from "../co-governance/index.ts"
import { type Covenant, covenant } from "../covenant/index.ts"
import { type DeliberationEvent, type MatterStanding, matterStanding } from "../deliberation/index.ts"
import { type Disclosure, type DisclosureEvent, disclosure, disclosureDefaults } from "../disclosure/index.ts"
import type { StepPlan } from "../kernel/step-list.ts"
import {
  bodiesOfMatter,
  decisionFollows,
  deliberationFact,
  disclosureFact,
  matterOutcome,
  outcomeFollows,
  postingFollows,
  postingReplaces,
  toPublish,
} from "./index.ts"

const digest = (digit: string) => `sha-256:${digit.repeat(64)}` as const
const running: MatterStanding = {
  ...{ status: "open", text: digest("1"), body: "residents", set: null, openedOn: "2026-01-05", endedOn: null },
}
const decided: MatterStanding = { ...running, status: "decided", set: "by-heads", endedOn: "2026-01-09" }
const rejected: MatterStanding = { ...running, status: "rejected", endedOn: "2026-01-09" }

const held: CoGovernance = {
  ...coGovernance.initial,
  ...{ status: "deliberating", policy: coGovernancePolicyDefaults, combine: "both" },
  deliberations: {
    "self-governance": { matter: "m-1", outcome: null, past: [] },
    joint: { matter: "m-2", outcome: { _tag: "Decided", text: digest("1"), set: "joint", on: "2026-01-08" }, past: [] },
  },
}

describe("REACTION-13 a matter that has ended is taken over where it is attached", () => {
  const known = (standing: MatterStanding, matter = "m-1") => ({ matter, standing })
  const record = { rule: "REACTION-13", command: { _tag: "RecordOutcome", which: "self-governance" } }

  it.each([decided, rejected, { ...decided, status: "withdrawn" as const }])(
    "REACTION-13 when it is %j",
    (standing) => {
      expect(outcomeFollows(known(standing), held)).toEqual([record])
    },
  )

  it("REACTION-13 and not while it runs, elsewhere, or when it was taken over", () => {
    expect(outcomeFollows(known(running), held)).toEqual([])
    expect(outcomeFollows(known(decided, "m-3"), held)).toEqual([])
    expect(outcomeFollows(known(decided, "m-2"), held)).toEqual([])
    expect(outcomeFollows(known(decided), { ...held, status: "withdrawn" })).toEqual([])
  })

  it("REACTION-13 and is told as it stands", () => {
    expect(deliberationFact("m-1", decided)).toEqual({ matter: "m-1", ...decided })
  })
})

describe("REACTION-14 a covenant draws the consequence", () => {
  const lying = (matter: string | null): Covenant => ({
    ...covenant.initial,
    draft: {
      ...({} as NonNullable<Covenant["draft"]>),
      submission: matter === null ? null : { matter, document: digest("1"), corrects: [], since: "2026-01-06" },
    },
  })
  const known = (standing: MatterStanding) => ({ matter: "m-1", standing })

  it("REACTION-14 when the matter has ended with which its draft lies, and of no other", () => {
    const follows = [{ rule: "REACTION-14", command: { _tag: "RecordDecision" } }]
    expect(decisionFollows(known(decided), lying("m-1"))).toEqual(follows)
    expect(decisionFollows(known(rejected), lying("m-1"))).toEqual(follows)
    expect(decisionFollows(known(running), lying("m-1"))).toEqual([])
    expect(decisionFollows(known(decided), lying("m-2"))).toEqual([])
    expect(decisionFollows(known(decided), lying(null))).toEqual([])
    expect(decisionFollows(known(decided), covenant.initial)).toEqual([])
  })

  it("REACTION-14 it is told what was decided, on which day and by whom, and nothing of that where nothing was", () => {
    const nothing = { text: null, decidedOn: null, set: null }
    expect(matterOutcome("m-1", decided)).toEqual({
      ...{ matter: "m-1", status: "decided", text: digest("1"), decidedOn: "2026-01-09", set: "by-heads" },
    })
    expect(matterOutcome("m-1", rejected)).toEqual({ matter: "m-1", status: "rejected", ...nothing })
    expect(matterOutcome("m-1", running)).toEqual({ matter: "m-1", status: "open", ...nothing, text: running.text })
    expect(matterOutcome("m-1", matterStanding.initial)).toBeNull()
  })
})

const posting = {
  number: 1,
  channel: "notice-board",
  place: "gate",
  on: "2026-01-09",
  evidence: null,
  enteredOn: "2026-01-09",
  takenDown: null,
} as const
const up: Disclosure = {
  ...disclosure.initial,
  ...{ status: "posted", matter: "c-1", what: "decision", document: digest("1"), postings: [posting] },
}
const firstPosting: DisclosureEvent = {
  ...{ _tag: "DisclosurePosted", posting, period: null, carried: [], law: null, recourse: null, on: "2026-01-09" },
  rules: disclosureDefaults("2026-01-09"),
}
const objection = (id: string, answered: boolean): Disclosure["objections"][number] => ({
  ...{
    objection: id,
    text: digest("a"),
    receivedOn: "2026-01-10",
    evidence: null,
    on: "2026-01-10",
    by: "p-1",
    from: null,
  },
  answered: answered ? { answer: digest("b"), on: "2026-01-11" } : null,
})

describe("REACTION-15 what is put up", () => {
  const around = { posted: { disclosure: "d-2", state: up }, coGovernance: held }
  const link = {
    ...{ rule: "REACTION-15", subject: "c-1" },
    command: { _tag: "LinkDisclosure", what: "decision", disclosure: "d-2" },
  }

  it("REACTION-15 is linked when it is put up for the first time, where there is a matter of co-governance", () => {
    expect(postingFollows(firstPosting, around)).toEqual([link])
    expect(postingFollows({ ...firstPosting, rules: null } as DisclosureEvent, around)).toEqual([])
    expect(postingFollows(firstPosting, { ...around, coGovernance: coGovernance.initial })).toEqual([])
    const replaced = { disclosure: "d-2", state: { ...up, supersededBy: "d-3" } }
    expect(postingFollows(firstPosting, { ...around, posted: replaced })).toEqual([])
    expect(postingFollows({ _tag: "DisclosureAbandoned", reason: "x", on: "2026-01-09" }, around)).toEqual([])
  })
})

describe("REACTION-16 a correction that is put up", () => {
  const correction = { disclosure: "d-2", state: { ...up, corrects: "d-1" } }

  it("REACTION-16 replaces what it corrects with its first posting, and with no other event", () => {
    expect(postingReplaces([firstPosting], correction)).toEqual({
      ...{ rule: "REACTION-16", subject: "d-1" },
      command: { _tag: "SupersedeDisclosure", by: "d-2" },
    })
    expect(postingReplaces([{ ...firstPosting, rules: null } as DisclosureEvent], correction)).toBeUndefined()
    expect(postingReplaces([], correction)).toBeUndefined()
    expect(postingReplaces([firstPosting], { disclosure: "d-2", state: up })).toBeUndefined()
  })
})

describe("REACTION-17 what there is to publish", () => {
  const of = { matter: "m-1", coGovernance: coGovernance.initial, deliberation: decided }

  it("REACTION-17 is of a deliberation what it decided, from that day, and no report", () => {
    expect(toPublish(of, "decision")).toEqual({
      ...{ matter: "m-1", what: "decision", digest: digest("1"), since: "2026-01-09", sets: ["by-heads"] },
    })
    expect(toPublish(of, "result")).toBeUndefined()
    for (const deliberation of [running, rejected, matterStanding.initial])
      expect(toPublish({ ...of, deliberation }, "decision")).toBeUndefined()
  })

  it("REACTION-17 is of co-governance the resolution and the report, whatever a deliberation of that id decided", () => {
    expect(toPublish({ ...of, coGovernance: held }, "decision")).toBeUndefined()
    const resolved: CoGovernance = {
      ...{ ...held, status: "implemented" },
      resolution: { text: digest("2"), since: "2026-01-12", on: "2026-01-13" },
      result: { report: digest("3"), implementedOn: "2026-02-01" },
    }
    const both = { ...of, coGovernance: resolved }
    expect(toPublish(both, "decision")).toMatchObject({ digest: digest("2"), since: "2026-01-12", sets: ["joint"] })
    expect(toPublish(both, "result")).toMatchObject({ digest: digest("3"), since: "2026-02-01" })
  })
})

describe("REACTION-18 a disclosure as a matter is told of it", () => {
  const line = new Map<string, Disclosure>([
    ["d-2", { ...up, corrects: "d-1" }],
    ["d-1", { ...up, corrects: null }],
  ])

  it("REACTION-18 with the whole line that it corrects, the nearest first, and no further than is known", () => {
    const known = { disclosure: "d-3", state: { ...up, corrects: "d-2", objections: [objection("o-1", false)] } }
    expect(disclosureFact("c-1", known, line)).toMatchObject({
      ...{ disclosure: "d-3", ofThisMatter: true, corrects: ["d-2", "d-1"], openObjections: 1 },
      ...{ from: "2026-01-09", proves: digest("1") },
    })
    expect(disclosureFact("c-2", known, new Map())).toMatchObject({ ofThisMatter: false, corrects: ["d-2"] })
  })

  it("REACTION-18 a line that would bite its tail ends, and what nobody drew up is nothing", () => {
    const round = new Map<string, Disclosure>([["d-1", { ...up, corrects: "d-1" }]])
    const biting = { disclosure: "d-2", state: { ...up, corrects: "d-1" } }
    expect(disclosureFact("c-1", biting, round)?.corrects).toEqual(["d-1"])
    const none = { disclosure: "d-1", state: disclosure.initial }
    expect(disclosureFact("c-1", none, line)).toBeUndefined()
  })
})

describe("REACTION-19 the bodies of a matter", () => {
  it("REACTION-19 are those that decide in it and the one that opened it, or the one that decides last", () => {
    const alone = { coGovernance: coGovernance.initial, deliberation: decided }
    expect(bodiesOfMatter(alone)).toEqual(["residents"])
    expect(bodiesOfMatter({ ...alone, deliberation: matterStanding.initial })).toEqual([])
    const policy = { ...coGovernancePolicyDefaults, selfGovernanceBodies: ["residents"] as const }
    const opened = { ...held, policy, proposer: { person: "p-1", within: "compound" } }
    expect(bodiesOfMatter({ ...alone, coGovernance: opened })).toEqual(["residents", "joint-conference", "compound"])
  })
})

describe("a matter as it is told to others", () => {
  const told = (...events: ReadonlyArray<Partial<DeliberationEvent>>): MatterStanding =>
    (events as ReadonlyArray<DeliberationEvent>).reduce(matterStanding.evolve, matterStanding.initial)
  const step = (body: string): StepPlan => ({
    ...{ step: body, body, standing: "council", sets: ["by-heads"] },
    ...{ whenLost: { _tag: "Reject" }, returnsTo: [], amendedRestartsAt: null },
  })
  const opened: DeliberationEvent = {
    ...{ _tag: "MatterOpened", title: "a gate", about: null, text: digest("1"), on: "2026-01-05" },
    plan: { list: "l", steps: [step("party"), step("residents")] },
    proposer: { person: "p-1", within: "residents" },
  }

  it("REACTION-13 REACTION-14 has its last body, its text as it was amended, and the set under which it was passed last", () => {
    expect(told()).toMatchObject({ status: "unopened", text: null })
    expect(told(opened)).toEqual(running)
    const passed = { _tag: "StepPassed", set: "by-heads", on: "2026-01-08" } as const
    const amended = { _tag: "TextAmended", newText: digest("2") } as const
    expect(told(opened, amended, passed)).toMatchObject({ text: digest("2"), set: "by-heads", endedOn: null })
    const over = told(opened, passed, { _tag: "MatterDecided", on: "2026-01-09" })
    expect(over).toEqual(decided)
    expect(told(opened, { _tag: "MatterWithdrawn", on: "2026-01-09" })).toMatchObject({ status: "withdrawn" })
    expect(told(opened, { _tag: "MatterRejected", on: "2026-01-09" })).toEqual(rejected)
  })
})
