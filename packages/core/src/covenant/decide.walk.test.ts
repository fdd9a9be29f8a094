import { on, walk } from "@jinlin/testkit"
import {
  covenantDigest,
  covenantDrafter,
  covenantReviewer,
  covenantRules,
  decidedMatter,
  openMatter,
  repealText,
  covenantText as text,
} from "@jinlin/testkit/covenant"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "../kernel/index.ts"
import {
  Covenant,
  type CovenantCircumstances,
  CovenantCommand,
  CovenantEvent,
  CovenantRefusal,
  covenant,
  type MatterOutcome,
} from "./index.ts"

const today = "2026-03-02"
const one = text("lead:1", "dogs:1")
const other = text("lead:1", "dogs:2")
const rules = covenantRules(today, {
  comments: { days: 0, citation: covenantRules(today).comments.citation },
  filing: { required: true, withinDays: 0, citation: covenantRules(today).filing.citation },
})

/** Everything that can be asked of a covenant, with few choices each; the day after is that on which comments can be closed. */
const everything = ({ draft, orders }: Covenant): ReadonlyArray<CovenantCommand> => [
  { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" },
  { _tag: "DraftRevision", sections: one, reasons: [] },
  { _tag: "DraftRevision", sections: other, reasons: [] },
  { _tag: "AbandonDraft", reason: "no" },
  { _tag: "OpenComments", until: today },
  { _tag: "RecordComment", comment: "c", clause: "dogs", text: covenantDigest(7), receivedOn: today },
  { _tag: "DisposeComment", comment: "c", disposition: "taken-up", reason: "so", clauses: ["dogs"] },
  { _tag: "CloseComments" },
  {
    ...{ _tag: "CheckLegality", document: draft?.document ?? covenantDigest(1), conforms: true },
    ...{ opinion: covenantDigest(8), against: [] },
  },
  { _tag: "SubmitDraft", matter: "matter-1", corrects: [] },
  { _tag: "SubmitDraft", matter: "matter-2", corrects: orders.map(({ order }) => order) },
  { _tag: "SubmitDraft", matter: "matter-3", corrects: ["order-1"] },
  { _tag: "RecordDecision" },
  { _tag: "BringIntoForce", version: 1, from: "2026-03-03" },
  { _tag: "BringIntoForce", version: 2, from: "2026-03-03" },
  { _tag: "FileVersion", version: 1, receipt: "r", with: "office-1", on: today },
  { _tag: "RemindFiling", version: 1 },
  { _tag: "OrderCorrection", order: "order-1", version: 1, by: "office-1", clauses: ["dogs"], reason: "so" },
  { _tag: "LiftOrder", order: "order-1", reason: "so" },
  { _tag: "RepealCovenant", matter: "matter-9", sections: repealText, from: "2026-03-03" },
]

/** The second matter is lost; the first is decided as it was put, and so is the repeal. */
const outcomeFor = ({ draft }: Covenant, command: CovenantCommand): MatterOutcome | null => {
  const decided = { status: "decided", decidedOn: today, set: "residents-assembly" } as const
  if (command._tag === "RepealCovenant") return decidedMatter(command.matter, command.sections, decided)
  if (command._tag === "SubmitDraft") return draft && { ...openMatter(command.matter, one), text: draft.document }
  const submission = draft?.submission ?? null
  if (submission === null) return null
  const { document, matter } = submission
  return matter === "matter-1"
    ? { matter, text: document, ...decided }
    : { matter, status: "rejected", text: null, decidedOn: null, set: null }
}

const around = (state: Covenant, command: CovenantCommand): CovenantCircumstances => ({
  actor: command._tag === "CheckLegality" ? covenantReviewer : covenantDrafter,
  // Comments run until the end of the day: what closes them comes on the next.
  now: on(command._tag === "CloseComments" ? "2026-03-03" : today),
  covenant: "covenant-1",
  rules,
  outcome: outcomeFor(state, command),
})

const readCovenant = decodeStrictly(Covenant)
const readEvent = decodeStrictly(CovenantEvent)
const readRefusal = decodeStrictly(CovenantRefusal)

/** A covenant in a few words: what a reader of the walk sees. */
const look = ({ draft, status, versions }: Covenant): string => {
  if (status !== "open") return status
  return `${versions.length} adopted, ${draft === null ? "no draft" : draft.phase}`
}

describe("every state that a small covenant can come to", () => {
  /** Drafts and revisions would go on for ever: the walk ends where there were a few of them. */
  const isDeep = ({ draft, drafts, versions }: Covenant): boolean =>
    drafts > 2 || versions.length > 1 || (draft?.revision ?? 0) > 2 || (draft?.round?.round ?? 0) > 1
  const seen: Array<Covenant> = []
  const walked = walk({
    decider: covenant,
    commands: (state) => {
      seen.push(state)
      return isDeep(state) ? [] : everything(state)
    },
    circumstances: around,
    view: look,
    limit: 60_000,
  })
  const ways = new Map<string, Set<string>>()
  for (const { from, to } of walked.transitions) if (from !== to) ways.set(from, (ways.get(from) ?? new Set()).add(to))

  it("COVENANT-1 is walked to its end, and from a repeal there is no way", () => {
    expect(walked.complete).toBe(true)
    expect(ways.has("repealed")).toBe(false)
    const after = new Set(walked.transitions.filter(({ from }) => from === "repealed").map(({ command }) => command))
    expect([...after].toSorted()).toEqual(["FileVersion", "RemindFiling"])
  })

  it("COVENANT-9 COVENANT-10 each look leads where it may, and nowhere else", () => {
    const listed = Object.fromEntries([...ways].map(([from, to]) => [from, [...to].toSorted()]))
    const stages = (adopted: string, ends: ReadonlyArray<string>) => ({
      [`${adopted}, no draft`]: [...[`${adopted}, drafting`], ...ends],
      [`${adopted}, drafting`]: [`${adopted}, commenting`, `${adopted}, no draft`, ...ends],
      [`${adopted}, commenting`]: [`${adopted}, revising`, ...ends],
      [`${adopted}, revising`]: [`${adopted}, commenting`, `${adopted}, no draft`, `${adopted}, submitted`, ...ends],
    })
    expect(listed).toEqual({
      unopened: ["0 adopted, no draft"],
      ...stages("0 adopted", []),
      ...stages("1 adopted", ["repealed"]),
      "0 adopted, submitted": ["0 adopted, revising", "1 adopted, no draft"],
      "1 adopted, submitted": ["1 adopted, revising"],
    })
  })

  it("COVENANT-21 from every state of an open covenant some command leads on", () => {
    const open = walked.looks.filter((one) => one.includes(","))
    expect(open.filter((one) => !ways.has(one))).toEqual([])
  })

  it("COVENANT-18 in every state every command acts or refuses with a typed reason, and all of it can be stored", () => {
    const kinds = new Set<string>()
    const stands = seen.filter((_, index) => index < 300 || index % 37 === 0)
    for (const state of stands) {
      expect(readCovenant(state).ok).toBe(true)
      for (const command of everything(state)) {
        const decided = covenant.decide(command, state, around(state, command))
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

  it("COVENANT-18 every command there is was tried", () => {
    const tried = new Set(everything(covenant.initial).map(({ _tag }) => _tag))
    expect(
      CovenantCommand.members.map((member) => member.fields._tag.schema.literal).filter((tag) => !tried.has(tag)),
    ).toEqual([])
  })
})
