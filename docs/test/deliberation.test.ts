import { type CharterRules, decisionRules, resolve } from "@jinlin/core/charter"
import { deliberation, type MatterPlan } from "@jinlin/core/deliberation"
import { judge, type TallyRules, tallyOfCounts } from "@jinlin/core/deliberation/rules"
import type { Citation, DecisionRules } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { explain } from "@jinlin/messages"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { play } from "@jinlin/testkit"
import { cited, deliberationStep, opening, session } from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"

const act = (article: string): Citation => ({
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article,
  certainty: "law",
})

/** The first and the last of the four steps: the Party organization, and the representatives' meeting. */
const plan: MatterPlan = {
  list: "two-of-four",
  steps: [
    {
      ...{ step: "propose", body: "party-organization", standing: "party", sets: ["party-committee"] },
      ...{ whenLost: { _tag: "Reject" }, returnsTo: [], amendedRestartsAt: null },
    },
    {
      ...{ step: "resolve", body: "representatives-meeting", standing: "residents", sets: ["representatives-meeting"] },
      ...{ whenLost: { _tag: "Stay" }, returnsTo: ["propose"], amendedRestartsAt: "propose" },
    },
  ],
}

// #region law
/** A community that follows the law of residents' committees, the old edition and the new one, and the four steps. */
const charter: CharterRules = {
  packs: ["cn.urc-law@2018-12-29", "cn.urc-law@2026-01-01", "jinlin.four-step@2025-01-01"],
  choices: [],
  stepLists: [],
  uses: [],
}

/** The rules of a set as they are on a day. */
const lawOn = (set: string, day: CivilDate): DecisionRules | null => {
  const resolved = resolve(charter, rulePacks, day)
  const rules = resolved.ok ? decisionRules(resolved.value, set) : resolved
  return rules.ok ? rules.value : null
}
// #endregion law

const studied = session({
  ...{ step: "propose", set: "party-committee", calledOn: "2025-11-03", sitsOn: "2025-11-10" },
  ...{ voters: 5, for: 4, against: 0, law: lawOn },
})

describe("a deliberation as the site shows it", () => {
  it("TALLY-9 TALLY-10 whoever has counts of their own asks the rules alone", () => {
    // #region rules-alone
    const rules: TallyRules = {
      quorum: [{ ...cited("2/3", { base: "members" }), citation: act("29") }],
      approval: [{ ...cited("1/2", { base: "present", comparison: "more-than" }), citation: act("29") }],
    }
    const told = (present: number, yes: number) =>
      judge(rules, tallyOfCounts({ members: 30, present, for: yes, against: present - yes }))

    expect(told(19, 19)).toMatchObject({ passes: false, findings: [{ rule: "TALLY-9", shortBy: 1 }, { holds: true }] })
    expect(told(20, 10)).toMatchObject({ passes: false, findings: [{ holds: true }, { rule: "TALLY-10", shortBy: 1 }] })
    expect(told(20, 11).passes).toBe(true)
    // #endregion rules-alone
  })

  it("TALLY-9 TALLY-12 TALLY-13 silence fills no quorum, and helps nobody unless a clause is named", () => {
    // #region silence
    const asks = (silence: NonNullable<TallyRules["silence"]>): TallyRules => ({
      quorumCounts: "participating",
      quorum: [cited("2/3", { base: "whole-estate" })],
      approval: [cited("1/2", { base: "participating", comparison: "more-than" })],
      silence,
    })
    const clause = "covenant, clause 12"
    const passes = (voted: number, silence: NonNullable<TallyRules["silence"]>) =>
      judge(asks(silence), tallyOfCounts({ members: 30, for: 12, against: voted - 12 })).passes

    // Twenty of thirty vote, twelve of them for it: more than half of those who voted, and less than half of all.
    expect(passes(20, { policy: "not-participating", clause: null })).toBe(true)
    expect(passes(20, { policy: "abstain", clause: null })).toBe(false)
    expect(passes(20, { policy: "follow-majority", clause: null })).toBe(false)
    expect(passes(20, { policy: "follow-majority", clause })).toBe(true)
    // Of nineteen no clause makes a quorum.
    expect(passes(19, { policy: "follow-majority", clause })).toBe(false)
    // #endregion silence
  })

  it("DELIBERATION-17 an outcome explains itself", () => {
    // #region explained
    const { history } = play(deliberation, [
      opening("2025-11-03", plan),
      ...studied,
      ...session({
        ...{ step: "resolve", set: "representatives-meeting", calledOn: "2026-03-02", sitsOn: "2026-03-13" },
        ...{ voters: 30, for: 11, against: 13, law: lawOn },
      }),
    ])
    const lost = history.at(-1)
    const explained = lost?._tag === "StepLost" ? explain(lost, "en").lines.map(({ text }) => text) : []

    expect(explained).toContainEqual(
      "Approval: 11 of 24 (those present) for it; more than 1/2 needed, that is 13: not met, short by 2. " +
        "By law: Urban Residents’ Committee Organization Law (2025-10-28), art. 29.",
    )
    expect(explained).toContainEqual(
      "If 2 more of those who voted otherwise had voted for it, the outcome would have turned.",
    )
    // #endregion explained
    const inChinese = lost?._tag === "StepLost" ? explain(lost, "zh-Hans").lines.map(({ text }) => text) : []
    expect(inChinese.join("")).toContain("29")
    expect(inChinese).toHaveLength(explained.length)
  })

  it("DELIBERATION-28 what a matter is about decides by which rules it is decided", () => {
    // #region subjects
    const owners: CharterRules = { packs: ["cn.civil-code-278@2021-01-01"], choices: [], stepLists: [], uses: [] }
    const ofOwners = (set: string, day: CivilDate) => {
      const resolved = resolve(owners, rulePacks, day)
      const rules = resolved.ok ? decisionRules(resolved.value, set) : resolved
      return rules.ok ? rules.value : null
    }
    const assembly: MatterPlan = {
      list: "owners",
      steps: [
        {
          ...{ step: "decide", body: "owners-assembly", standing: "owners" },
          ...{ sets: ["owners-general", "owners-special"] },
          ...{ whenLost: { _tag: "Stay" }, returnsTo: [], amendedRestartsAt: null },
        },
      ],
    }
    const calling = (about: string, set: string) => {
      const command = { _tag: "CallStep", step: "decide", set, sitsOn: "2026-03-20", urgent: null } as const
      const call = deliberationStep("2026-03-02", command, { law: ofOwners(set, "2026-03-02") })
      return play(deliberation, [opening("2026-03-02", assembly, about), call]).refused[0]?.[1] ?? []
    }

    expect(calling("use-of-maintenance-funds", "owners-general")).toEqual([])
    expect(calling("raising-of-maintenance-funds", "owners-special")).toEqual([])
    expect(calling("raising-of-maintenance-funds", "owners-general")).toMatchObject([
      { _tag: "SubjectNotOfSet", assigned: { set: "owners-special", citation: { article: "278(1)(6)" } } },
    ])
    // #endregion subjects
  })

  it("DELIBERATION-6 three matters across the change of law", () => {
    // #region three-matters
    const meeting = (calledOn: CivilDate, sitsOn: CivilDate) =>
      play(deliberation, [
        opening("2025-11-03", plan),
        ...studied,
        ...session({
          ...{ step: "resolve", set: "representatives-meeting", calledOn, sitsOn },
          ...{ voters: 30, for: 16, against: 0, law: lawOn },
        }),
      ])
    const refusedIn = ({ refused }: ReturnType<typeof meeting>) => refused[0]?.[1]

    // Called and held in 2025: sixteen of thirty are more than half, which was enough.
    expect(meeting("2025-12-01", "2025-12-12").state.status).toBe("decided")

    // Called in 2025 and held in 2026: nobody votes before somebody has said by which law.
    const across = meeting("2025-12-20", "2026-01-05")
    expect(across.state.status).toBe("open")
    expect(refusedIn(across)).toMatchObject([
      { _tag: "LawHasChanged", calledOn: "2025-12-20", changed: expect.arrayContaining(["quorum"]) },
    ])

    // Called in 2026: the new law asks for two thirds, and sixteen are four short of twenty.
    expect(refusedIn(meeting("2026-01-02", "2026-01-12"))).toMatchObject([
      { _tag: "NoQuorum", findings: [{ holds: false, shortBy: 4 }] },
    ])
    // #endregion three-matters
  })

  it("DELIBERATION-6 the presider says by which law, and the decision says so too", () => {
    // #region rebased
    const sitting = session({
      ...{ step: "resolve", set: "representatives-meeting", calledOn: "2025-12-20", sitsOn: "2026-01-05" },
      ...{ voters: 30, for: 16, against: 0, law: lawOn },
    })
    const called = sitting.filter(([command]) => command._tag === "CallStep" || command._tag === "EnterRoll")
    const held = sitting.filter((step) => !called.includes(step))
    const law = lawOn("representatives-meeting", "2026-01-05")
    const keeps = deliberationStep(
      "2026-01-05",
      { _tag: "RebaseStep", onto: "law-of-call", reason: "the notice of December named the old quorum" },
      { law },
    )

    const { history } = play(deliberation, [opening("2025-11-03", plan), ...studied, ...called, keeps, ...held])
    expect(history.at(-2)).toMatchObject({ _tag: "StepPassed", lawChange: { facts: { onto: "law-of-call" } } })
    // #endregion rebased
  })
})
