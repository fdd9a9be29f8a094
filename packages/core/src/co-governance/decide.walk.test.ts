import { on, walk } from "@jinlin/testkit"
import {
  coGovernancePolicy,
  decidedFact,
  deliberationFact,
  disclosureFact,
  coGovernanceOpener as opener,
  revokingText,
  sceneConvenor,
  someDocument,
} from "@jinlin/testkit/co-governance"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { decodeStrictly, digestOfSections } from "../kernel/index.ts"
import {
  CoGovernance,
  type CoGovernanceCircumstances,
  CoGovernanceCommand,
  CoGovernanceEvent,
  CoGovernanceRefusal,
  coGovernance,
  combined,
  type DeliberationFact,
  type DisclosureFact,
  due,
} from "./index.ts"

const today = "2026-03-20"
const reason = "as things are"

/** Everything there is around the matter, on one day: what was decided, what was lost, what is disclosed. */
const facts: ReadonlyArray<DeliberationFact> = [
  decidedFact("self-governance", "s-1", { endedOn: today, openedOn: today }),
  deliberationFact("self-governance", "s-2", { status: "open", openedOn: today }),
  decidedFact("joint", "j-1", { endedOn: today, openedOn: today }),
  decidedFact("joint", "j-2", { endedOn: today, openedOn: today, text: someDocument(2) }),
  deliberationFact("joint", "j-3", { status: "rejected", openedOn: today, endedOn: today }),
]

const over = (what: "decision" | "result", notice: string, corrects: ReadonlyArray<string>): DisclosureFact =>
  disclosureFact(what, notice, { from: today, status: "completed", ends: null, corrects })

const disclosures: ReadonlyArray<DisclosureFact> = [
  over("decision", "notice-1", []),
  over("decision", "notice-2", ["notice-1"]),
  over("result", "notice-3", []),
  over("result", "notice-4", ["notice-3"]),
]

const open = (combine: "both" | "first-then-second" | "second-if-touched"): CoGovernanceCommand => ({
  _tag: "OpenCoGovernance",
  title: "Lights",
  combine,
  touched: [],
})

const appraise: CoGovernanceCommand = {
  _tag: "RecordAppraisal",
  which: "internal-bodies",
  appraisal: "appraisal-1",
  result: someDocument(8),
  by: "compound-party-branch",
  appraised: ["owners-committee"],
  appraisers: ["person-5"],
}

/** Everything that can be asked of a matter, with few choices each. */
const everything: ReadonlyArray<CoGovernanceCommand> = [
  open("both"),
  open("first-then-second"),
  open("second-if-touched"),
  { _tag: "AttachDeliberation", which: "self-governance", matter: "s-1" },
  { _tag: "AttachDeliberation", which: "self-governance", matter: "s-2" },
  { _tag: "AttachDeliberation", which: "joint", matter: "j-1" },
  { _tag: "AttachDeliberation", which: "joint", matter: "j-2" },
  { _tag: "DetachDeliberation", which: "self-governance", reason },
  { _tag: "RecordOutcome", which: "self-governance" },
  { _tag: "RecordOutcome", which: "joint" },
  { _tag: "DeclareTouchedUnits", units: ["unit-1"], reason },
  { _tag: "SkipJoint", reason },
  { _tag: "ReturnToDeliberation", which: "self-governance", reason },
  { _tag: "ReturnToDeliberation", which: "joint", reason },
  { _tag: "RejectCoGovernance", which: "self-governance", reason },
  { _tag: "RejectCoGovernance", which: "joint", reason },
  { _tag: "WithdrawCoGovernance", reason },
  { _tag: "BeginImplementation" },
  { _tag: "ReportResult", report: someDocument(9), implementedOn: today },
  { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" },
  { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-2" },
  { _tag: "LinkDisclosure", what: "result", disclosure: "notice-3" },
  { _tag: "LinkDisclosure", what: "result", disclosure: "notice-4" },
  appraise,
  { _tag: "SkipAppraisal", which: "co-building-units", reason },
  { _tag: "CloseCoGovernance" },
  { _tag: "RevokeResolution", by: "r-1", sections: revokingText },
]

const named = (command: CoGovernanceCommand, state: CoGovernance): DeliberationFact | undefined => {
  if (command._tag === "RevokeResolution")
    return decidedFact("self-governance", "r-1", { endedOn: today, text: digestOfSections(revokingText) })
  const matter =
    command._tag === "AttachDeliberation"
      ? command.matter
      : command._tag === "RecordOutcome" || command._tag === "DetachDeliberation"
        ? state.deliberations[command.which].matter
        : null
  const found = facts.find((fact) => fact.matter === matter)
  // What runs when it is attached is lost when its outcome is asked for.
  return command._tag === "RecordOutcome" && found?.status === "open"
    ? { ...found, status: "rejected", endedOn: today }
    : found
}

const around = (state: CoGovernance, command: CoGovernanceCommand): CoGovernanceCircumstances => ({
  actor: command._tag === "SkipJoint" ? sceneConvenor : opener,
  now: on(today),
  coGovernance: "co-governance-1",
  policy: coGovernancePolicy,
  deliberation: named(command, state),
  disclosures,
  memberships: [{ person: "person-5", bodies: ["compound-party-branch"] }],
})

const look = (state: CoGovernance): string =>
  state.status === "deliberating" ? `deliberating: ${combined(state)._tag.toLowerCase()}` : state.status

const readState = decodeStrictly(CoGovernance)
const readEvent = decodeStrictly(CoGovernanceEvent)
const readRefusal = decodeStrictly(CoGovernanceRefusal)

describe("every state that a small matter can come to", () => {
  const seen: Array<CoGovernance> = []
  const walked = walk({
    decider: coGovernance,
    commands: (state) => {
      seen.push(state)
      return everything
    },
    circumstances: around,
    view: look,
    limit: 30_000,
  })

  it("COGOVERNANCE-1 is walked to its end, and from an end only what is owed is filed", () => {
    expect(walked.complete).toBe(true)
    for (const end of ["closed", "rejected", "withdrawn", "revoked"]) {
      expect(walked.looks).toContain(end)
      const ways = walked.transitions.filter(({ from }) => from === end)
      expect(ways.map(({ to }) => to).filter((to) => to !== end)).toEqual([])
      const filed = new Set(ways.map(({ command }) => command))
      const quiet = ["LinkDisclosure", "ReportResult"]
      expect([...filed].filter((command) => !quiet.includes(command))).toEqual([])
    }
  })

  it("COGOVERNANCE-6 COGOVERNANCE-8 COGOVERNANCE-20 each look leads where it may, and nowhere else", () => {
    const ways = new Map<string, Set<string>>()
    for (const { from, to } of walked.transitions)
      if (from !== to) ways.set(from, (ways.get(from) ?? new Set()).add(to))
    const listed = Object.fromEntries([...ways].map(([from, to]) => [from, [...to].toSorted()]))
    expect(listed).toEqual({
      unopened: ["deliberating: waiting"],
      "deliberating: waiting": ["deliberating: differing", "deliberating: lost", "resolved", "withdrawn"],
      "deliberating: lost": ["deliberating: waiting", "rejected", "withdrawn"],
      "deliberating: differing": ["deliberating: waiting", "withdrawn"],
      resolved: ["deliberating: waiting", "implementing", "revoked"],
      implementing: ["deliberating: waiting", "implemented", "revoked"],
      implemented: ["closed", "deliberating: waiting", "revoked"],
    })
  })

  it("COGOVERNANCE-24 from every state that is no end some command leads on, and what falls due is granted", () => {
    const isEnd = ({ status }: CoGovernance): boolean => ["closed", "rejected", "withdrawn", "revoked"].includes(status)
    const acts = (state: CoGovernance, command: CoGovernanceCommand): boolean => {
      const decided = coGovernance.decide(command, state, around(state, command))
      return Result.isSuccess(decided) && decided.success.length > 0
    }
    // There are only so many matters in this small world: whoever has none left puts a new one forward.
    const more: ReadonlyArray<CoGovernanceCommand> = ["s-9", "j-9"].map((matter) => ({
      _tag: "AttachDeliberation",
      which: matter === "s-9" ? "self-governance" : "joint",
      matter,
    }))
    const fresh = (state: CoGovernance, command: CoGovernanceCommand): boolean => {
      if (command._tag !== "AttachDeliberation") return false
      const { outcome } = state.deliberations["self-governance"]
      const text = outcome?._tag === "Decided" ? outcome.text : someDocument(1)
      const deliberation = deliberationFact(command.which, command.matter, { openedOn: today, text })
      return Result.isSuccess(coGovernance.decide(command, state, { ...around(state, command), deliberation }))
    }
    for (const state of seen) {
      if (isEnd(state)) continue
      expect(everything.some((command) => acts(state, command)) || more.some((command) => fresh(state, command))).toBe(
        true,
      )
      for (const { command } of due(state)) expect(acts(state, command)).toBe(true)
    }
  })

  it("COGOVERNANCE-22 in every state every command acts or refuses with a typed reason, and all of it can be stored", () => {
    const kinds = new Set<string>()
    const stands = seen.filter((_, index) => index < 200 || index % 29 === 0)
    for (const state of stands) {
      expect(readState(state).ok).toBe(true)
      for (const command of everything) {
        const decided = coGovernance.decide(command, state, around(state, command))
        if (Result.isSuccess(decided)) for (const event of decided.success) expect(readEvent(event).ok).toBe(true)
        else
          for (const refusal of decided.failure) {
            kinds.add(refusal._tag)
            expect(readRefusal(refusal)).toMatchObject({ ok: true })
          }
      }
    }
    expect(stands.length).toBeGreaterThan(200)
    expect(kinds.size).toBeGreaterThan(15)
  })

  it("COGOVERNANCE-22 every command there is was tried", () => {
    const tried = new Set(everything.map(({ _tag }) => _tag))
    expect(
      CoGovernanceCommand.members.map((member) => member.fields._tag.schema.literal).filter((tag) => !tried.has(tag)),
    ).toEqual([])
  })
})
