import { given, play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  type DeliberationStep,
  decisionRules,
  fourSteps,
  ofTheScene,
  opening,
  type RulesBody,
} from "@jinlin/testkit/deliberation"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { deliberation, matterBoard } from "./index.ts"

const code = (article: string) => ({ instrument: "Civil Code (2020-05-28)", article, certainty: "law" }) as const
const raising = { subject: "raising-of-maintenance-funds", set: "owners-special", citation: code("278(1)(6)") }
const use = { subject: "use-of-maintenance-funds", set: "owners-general", citation: code("278(1)(5)") }
const rebuilding = { subject: "rebuilding", set: "owners-special", citation: code("278(1)(7)") }
const assigned = [raising, use, rebuilding]

const [propose] = fourSteps.steps
const plan = {
  list: "owners",
  steps: [{ ...propose, sets: ["owners-general", "owners-special", "owners-committee"] }],
} as const

const rulesOf = (set: string, day: CivilDate, only: Partial<RulesBody> = {}) =>
  decisionRules(set, day, { subjects: set === "owners-committee" ? [] : assigned, ...only })

const call = (set: string, only: Partial<RulesBody> = {}): DeliberationStep =>
  at(
    "2026-03-02",
    { _tag: "CallStep", step: "propose", set, sitsOn: "2026-03-10", urgent: null },
    { law: rulesOf(set, "2026-03-02", only) },
  )

const after = (steps: ReadonlyArray<DeliberationStep>, next: DeliberationStep) =>
  given(deliberation, play(deliberation, steps).history).when(...next)
const about = (subject: string | null) => [opening("2026-03-02", plan, subject)]

describe("DELIBERATION-28 what a matter is about", () => {
  it("DELIBERATION-28 it is said when the matter is put forward, stays as it was said, and stands on the board", () => {
    const { history, state } = play(deliberation, [...about(raising.subject), call("owners-special")])
    expect(history).toMatchObject([{ _tag: "MatterOpened", about: raising.subject }, { _tag: "StepCalled" }])
    expect(state.about).toBe(raising.subject)
    expect(history.reduce(matterBoard.evolve, matterBoard.initial)?.about).toBe(raising.subject)
    expect(play(deliberation, about(null)).state.about).toBeNull()
  })

  it("DELIBERATION-28 nobody raises funds by the majority that is enough to use them", () => {
    const { events, refusals } = after(about(raising.subject), call("owners-general"))
    expect(events).toEqual([])
    expect(refusals).toEqual([
      {
        _tag: "SubjectNotOfSet",
        rule: "DELIBERATION-28",
        about: raising.subject,
        set: "owners-general",
        subjects: [use.subject],
        assigned: { set: "owners-special", citation: code("278(1)(6)") },
      },
    ])
    expect(after(about(raising.subject), call("owners-special")).refusals).toEqual([])
    expect(after(about(use.subject), call("owners-general")).refusals).toEqual([])
  })

  it.each([null, "a-new-gate", "Raising-of-maintenance-funds"])(
    "DELIBERATION-28 about %j, which no law assigns, the owners decide under neither set",
    (subject) => {
      for (const [set, subjects] of [
        ["owners-general", [use.subject]],
        ["owners-special", [raising.subject, rebuilding.subject]],
      ] as const)
        expect(after(about(subject), call(set)).refusals).toEqual([
          { _tag: "SubjectNotOfSet", rule: "DELIBERATION-28", about: subject, set, subjects, assigned: null },
        ])
    },
  )

  it.each([null, raising.subject, "a-new-gate"])(
    "DELIBERATION-28 about %j a body may be called to whose sets nothing is assigned",
    (subject) => {
      expect(after(about(subject), call("owners-committee")).refusals).toEqual([])
      expect(after(about(subject), call("owners-committee", { subjects: assigned })).refusals).toEqual([])
    },
  )

  it("DELIBERATION-28 it is said together with everything else that stands against a call", () => {
    const late = call("owners-general", { notice: { days: 8, urgent: false, citation: ofTheScene } })
    expect(after(about(null), late).refusals.map(({ _tag }) => _tag)).toEqual(["SubjectNotOfSet", "NoticeTooShort"])
    const unlisted = at("2026-03-02", { ...late[0], set: "owners-change-of-use" } as DeliberationStep[0], {
      law: rulesOf("owners-change-of-use", "2026-03-02"),
    })
    expect(after(about(null), unlisted).refusals.map(({ _tag }) => _tag)).toEqual(["SetNotOfStep"])
  })

  it("DELIBERATION-28 a call is refused exactly where something is assigned to the set and the matter is about something else", () => {
    const names = fc.constantFrom("a", "b", "c", "d")
    const sets = fc.constantFrom("owners-general", "owners-special", "owners-committee")
    const some = fc.uniqueArray(fc.record({ subject: names, set: sets }), { selector: ({ subject }) => subject })
    fc.assert(
      fc.property(fc.option(names), sets, some, (subject, set, told) => {
        const subjects = told.map((one) => ({ ...one, citation: code(one.subject) }))
        const { refusals } = after(about(subject), call(set, { subjects }))
        const own = told.filter((one) => one.set === set).map((one) => one.subject)
        const fits = own.length === 0 || own.some((one) => one === subject)
        expect(refusals.map(({ _tag }) => _tag)).toEqual(fits ? [] : ["SubjectNotOfSet"])
        for (const refusal of refusals)
          if (refusal._tag === "SubjectNotOfSet") {
            expect(refusal.subjects).toEqual(own)
            expect(refusal.assigned?.set).toBe(told.find((one) => one.subject === subject)?.set)
            expect(refusal.assigned?.citation.article).toBe(refusal.assigned === null ? undefined : subject)
          }
      }),
    )
  })
})

describe("DELIBERATION-28 what a matter is about, when the law of its sitting changes", () => {
  const moved = assigned.map((one) => (one === use ? { ...one, set: "owners-special" } : one))
  const movedAway = [...moved, { subject: "pets", set: "owners-general", citation: ofTheScene }]
  const rebase = (onto: "law-of-call" | "law-of-today", subjects: RulesBody["subjects"]) =>
    at(
      "2026-03-05",
      { _tag: "RebaseStep", onto, reason: "as was chosen" },
      { law: rulesOf("owners-general", "2026-03-05", { subjects }) },
    )
  const called = [...about(use.subject), call("owners-general")]

  it("DELIBERATION-28 no sitting comes under a law that gives its subject to another set; it may keep to that of its call", () => {
    expect(after(called, rebase("law-of-today", movedAway)).refusals).toEqual([
      {
        _tag: "SubjectNotOfSet",
        rule: "DELIBERATION-28",
        about: use.subject,
        set: "owners-general",
        subjects: ["pets"],
        assigned: { set: "owners-special", citation: use.citation },
      },
    ])
    expect(after(called, rebase("law-of-call", movedAway)).events).toMatchObject([
      { _tag: "StepRebased", changed: ["subjects"], rules: { subjects: assigned } },
    ])
  })

  it("DELIBERATION-28 it comes under a law that gives the set another subject more", () => {
    const more = [...assigned, { subject: "pets", set: "owners-general", citation: ofTheScene }]
    expect(after(called, rebase("law-of-today", more)).events).toMatchObject([
      { _tag: "StepRebased", changed: ["subjects"], rules: { subjects: more } },
    ])
  })

  it("DELIBERATION-6 that law assigns its subjects otherwise is a change like any other", () => {
    const roll = { voter: "v", person: "p", heads: 1, area: 0, kind: null }
    const ready = [
      ...called,
      at("2026-03-02", { _tag: "EnterRoll", voters: [roll] }),
      at("2026-03-10", { _tag: "RecordHeadcount", present: 1 }),
    ]
    const open = at(
      "2026-03-10",
      { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: "2026-03-10" },
      { law: rulesOf("owners-general", "2026-03-10", { subjects: movedAway }) },
    )
    expect(after(ready, open).refusals).toMatchObject([{ _tag: "LawHasChanged", changed: ["subjects"] }])
  })
})
