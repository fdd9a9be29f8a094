import { play } from "@jinlin/testkit"
import {
  deliberationStep as at,
  cited,
  type DeliberationStep,
  decisionRules,
  fourSteps,
  hearing,
  opening,
  plainRules,
  type RulesBody,
  sceneLaw,
  session,
  someText,
  untilResolve,
} from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import type { DecisionRules } from "../kernel/decision-rules.ts"
import { deliberation } from "./index.ts"

const tags = (history: ReadonlyArray<{ readonly _tag: string }>) => history.map(({ _tag }) => _tag)

const resolve = {
  step: "resolve",
  set: "representatives-meeting",
  calledOn: "2026-03-30",
  sitsOn: "2026-04-08",
} as const

describe("scenarios", () => {
  it("DELIBERATION-3 DELIBERATION-17 a matter goes through the four steps and is decided", () => {
    // #region four-steps
    const { history, refused, state } = play(deliberation, [
      // Proposed on the 10th by four of five, talked over on the 20th, and heard in the council on the 30th of March.
      ...untilResolve,
      // Of thirty representatives twenty come; eleven of them are for it, which is more than half of those present.
      ...session({ ...resolve, voters: 30, for: 11, against: 9 }),
    ])

    expect(refused).toEqual([])
    expect(history.filter(({ _tag }) => /^(Step|Opinion|Matter)/.test(_tag)).map(({ _tag }) => _tag)).toEqual([
      "MatterOpened",
      ...["StepCalled", "StepPassed"],
      ...["StepCalled", "StepPassed"],
      ...["StepCalled", "OpinionRecorded"],
      ...["StepCalled", "StepPassed", "MatterDecided"],
    ])
    expect(state.status).toBe("decided")
    expect(state.passed.map(({ step }) => step)).toEqual(["propose", "consult", "resolve"])
    // #endregion four-steps
    expect(new Set(state.passed.map(({ text }) => text))).toEqual(new Set([someText(1)]))
    expect(state.at).toBeNull()
  })

  it("DELIBERATION-18 a text that is amended in the last step goes through all of them again", () => {
    const { history, refused, state } = play(deliberation, [
      ...untilResolve,
      ...session({ ...resolve, voters: 30, for: 20, against: 0, motion: { _tag: "Amend", text: someText(2) } }),
    ])
    expect(refused).toEqual([])
    expect(history.at(-1)).toMatchObject({
      _tag: "TextAmended",
      text: someText(1),
      newText: someText(2),
      restartsAt: "propose",
      lapsed: ["propose", "consult"],
    })
    expect(state).toMatchObject({ status: "open", at: "propose", passed: [], text: someText(2), revision: 2 })
  })

  it("DELIBERATION-18 a matter that is sent back keeps the approvals before the step it goes to", () => {
    const { refused, state } = play(deliberation, [
      ...untilResolve,
      ...session({ ...resolve, voters: 30, for: 20, against: 0, motion: { _tag: "Return", to: "consult" } }),
    ])
    expect(refused).toEqual([])
    expect(state.at).toBe("consult")
    expect(state.passed.map(({ step }) => step)).toEqual(["propose"])
    expect(state.closed.at(-1)?.outcome).toBe("returned")
  })

  it("DELIBERATION-17 a motion that is short by two is lost, and what follows is what the list says of that step", () => {
    const short = { voters: 5, for: 1, against: 4 }
    const proposed = { step: "propose", set: "party-committee", calledOn: "2026-03-02", sitsOn: "2026-03-10" } as const
    const rejected = play(deliberation, [opening("2026-03-02"), ...session({ ...proposed, ...short })])
    const [lost] = rejected.history.filter((event) => event._tag === "StepLost")
    expect(lost?.consequence).toEqual({ _tag: "Rejected" })
    expect(lost?.judgement.findings.map(({ holds, shortBy }) => [holds, shortBy])).toEqual([
      [true, undefined],
      [false, 2],
    ])
    expect(tags(rejected.history).at(-1)).toBe("MatterRejected")
    expect(rejected.state).toMatchObject({ status: "rejected", at: null })

    const back = play(deliberation, [
      ...untilResolve.slice(0, 8),
      ...session({ step: "consult", set: "two-committees", calledOn: "2026-03-10", sitsOn: "2026-03-20", ...short }),
    ])
    expect(back.history.at(-1)).toMatchObject({ consequence: { _tag: "Returned", to: "propose", lapsed: ["propose"] } })
    expect(back.state).toMatchObject({ status: "open", at: "propose", passed: [] })

    const stays = play(deliberation, [...untilResolve, ...session({ ...resolve, voters: 30, for: 9, against: 11 })])
    expect(stays.history.at(-1)).toMatchObject({ _tag: "StepLost", consequence: { _tag: "Stays" } })
    expect(stays.state).toMatchObject({ status: "open", at: "resolve" })
  })

  it("DELIBERATION-19 what a body that is only heard thinks binds nobody and stands in the log", () => {
    const against = [
      ...untilResolve.slice(0, -2),
      ...hearing({
        step: "review",
        set: "consultation-council",
        calledOn: "2026-03-20",
        sitsOn: "2026-03-30",
        favours: false,
      }),
    ]
    const { history, state } = play(deliberation, against)
    expect(history.at(-1)).toMatchObject({ _tag: "OpinionRecorded", favours: false, text: someText(1) })
    expect(state.at).toBe("resolve")
    expect(state.closed.at(-1)?.outcome).toBe("heard")
  })
})

/** A representatives' meeting as the law was until the end of 2025, as an imitation: no quorum of two thirds, no notice. */
const until2025: RulesBody = {
  ...plainRules,
  packs: ["imitated-law@1990-01-01"],
  notice: { ...plainRules.notice, days: 0 },
}

/** The same from 2026 on, as an imitation: two thirds of the members must be there. */
const from2026: RulesBody = {
  ...plainRules,
  packs: ["imitated-law@2026-01-01"],
  quorum: [cited("2/3", { base: "members" })],
}

const changing = (set: string, day: CivilDate): DecisionRules =>
  decisionRules(set, day, day < "2026-01-01" ? until2025 : from2026)

describe("a law that changes at the turn of the year", () => {
  const alone = { ...fourSteps, steps: [{ ...fourSteps.steps[0], sets: ["assembly"] as const }] as const }
  const step = { step: "propose", set: "assembly", law: changing } as const
  /** 16 of 30 come: more than half, and less than two thirds. */
  const sixteen = { voters: 30, for: 16, against: 0 }

  it("DELIBERATION-6 three matters: ended in 2025, opened in 2025 with its last step called in 2026, opened in 2026", () => {
    const two = {
      ...alone,
      steps: [alone.steps[0], { ...alone.steps[0], step: "resolve", standing: "residents" as const }] as const,
    }
    const ended = play(deliberation, [
      opening("2025-11-03", alone),
      ...session({ ...step, ...sixteen, calledOn: "2025-12-30", sitsOn: "2025-12-31" }),
    ])
    const across = play(deliberation, [
      opening("2025-11-03", two),
      ...session({ ...step, ...sixteen, calledOn: "2025-12-30", sitsOn: "2025-12-31" }),
      ...session({ ...step, ...sixteen, step: "resolve", calledOn: "2026-01-01", sitsOn: "2026-01-05" }),
    ])
    const later = play(deliberation, [
      opening("2026-01-01", alone),
      ...session({ ...step, voters: 30, for: 20, against: 0, calledOn: "2026-01-01", sitsOn: "2026-01-05" }),
    ])

    expect([ended.state.status, across.state.status, later.state.status]).toEqual(["decided", "open", "decided"])
    expect(ended.history.find(({ _tag }) => _tag === "StepPassed")).toMatchObject({
      packs: until2025.packs,
      lawChange: null,
    })
    expect(later.history.find(({ _tag }) => _tag === "StepPassed")).toMatchObject({
      packs: from2026.packs,
      lawChange: null,
    })
    // In the second matter the step of December stands, and the one of January does not come to a vote: 4 of 20 are missing.
    expect(across.state.passed.map((one) => [one.step, one.on])).toEqual([["propose", "2025-12-31"]])
    expect(across.refused[0]?.[1]).toMatchObject([{ _tag: "NoQuorum", findings: [{ shortBy: 4 }] }])
  })

  const called = [
    opening("2025-12-01", alone),
    ...session({ ...step, ...sixteen, calledOn: "2025-12-30", sitsOn: "2026-01-05" }).slice(0, 3),
  ]
  const from = (day: CivilDate, command: DeliberationStep[0], minuteOfDay = 540) =>
    at(day, command, { law: changing("assembly", day), minuteOfDay })
  const votes = session({ ...step, ...sixteen, calledOn: "2025-12-30", sitsOn: "2026-01-05" }).slice(3)
  const rebase = (onto: "law-of-call" | "law-of-today") =>
    from("2026-01-05", { _tag: "RebaseStep", onto, reason: "the members were called under it" })

  it("DELIBERATION-6 a sitting that was called before and sits after waits for somebody to choose", () => {
    const waiting = play(deliberation, [...called, ...votes])
    expect(waiting.refused[0]?.[1]).toEqual([
      {
        _tag: "LawHasChanged",
        rule: "DELIBERATION-6",
        set: "assembly",
        calledOn: "2025-12-30",
        changed: ["packs", "quorum", "notice"],
      },
    ])
    const kept = play(deliberation, [...called, rebase("law-of-call"), ...votes])
    expect(kept.refused).toEqual([])
    expect(kept.history.find(({ _tag }) => _tag === "StepPassed")).toMatchObject({
      packs: until2025.packs,
      lawChange: {
        rule: "DELIBERATION-6",
        holds: true,
        facts: {
          onto: "law-of-call",
          changed: "packs, quorum, notice",
          calledOn: "2025-12-30",
          rebasedOn: "2026-01-05",
        },
      },
    })
  })

  it("DELIBERATION-6 it comes under the law of today only if its call would have been lawful", () => {
    // Five full days lie between the 30th and the 5th; three are asked for.
    const under = play(deliberation, [...called, rebase("law-of-today")])
    expect(under.state.sitting).toMatchObject({ rules: { day: "2026-01-05", packs: from2026.packs } })
    const tooLate = play(deliberation, [
      opening("2025-12-01", alone),
      ...session({ ...step, ...sixteen, calledOn: "2025-12-30", sitsOn: "2026-01-02" }).slice(0, 1),
      from("2026-01-01", { _tag: "RebaseStep", onto: "law-of-today", reason: "as it is now" }),
    ])
    expect(tooLate.refused[0]?.[1]).toMatchObject([
      { _tag: "NoticeNotKept", calledOn: "2025-12-30", sitsOn: "2026-01-02", days: 3, earliest: "2026-01-03" },
    ])
  })

  it("DELIBERATION-6 rules that change while a ballot is open change nothing without a choice, and then only the finding", () => {
    const open = [
      opening("2025-12-01", alone),
      ...session({ ...step, ...sixteen, calledOn: "2025-12-30", sitsOn: "2025-12-31" }).slice(0, 6),
    ]
    const late = [...open, from("2026-01-01", { _tag: "DecideStep" })]
    expect(play(deliberation, late).refused[0]?.[1]).toMatchObject([{ _tag: "LawHasChanged" }])
    expect(
      play(deliberation, [...late, from("2026-01-01", { _tag: "RebaseStep", onto: "law-of-today", reason: "no" })])
        .refused[1]?.[1],
    ).toMatchObject([{ _tag: "RulesAreFrozen" }])
    const chosen = play(deliberation, [
      ...open,
      from("2026-01-01", { _tag: "RebaseStep", onto: "law-of-call", reason: "the vote was open" }),
      from("2026-01-01", { _tag: "DecideStep" }, 541),
    ])
    expect(tags(chosen.history).slice(-3)).toEqual(["StepRebased", "StepPassed", "MatterDecided"])
  })

  it("DELIBERATION-6 another day alone is no change of law, and what is no law of today is none", () => {
    const same = play(deliberation, untilResolve)
    expect(same.refused).toEqual([])
    const yesterday = sceneLaw("party-committee", "2026-03-01")
    const [stale] = play(deliberation, [
      opening("2026-03-02"),
      at(
        "2026-03-02",
        { _tag: "CallStep", step: "propose", set: "party-committee", sitsOn: "2026-03-10", urgent: null },
        { law: yesterday },
      ),
    ]).refused
    expect(stale?.[1]).toEqual([
      { _tag: "LawUnresolved", rule: "DELIBERATION-6", set: "party-committee", on: "2026-03-02" },
    ])
  })
})
