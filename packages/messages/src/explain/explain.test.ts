import type { DeliberationEvent } from "@jinlin/core/deliberation"
import { fraction, needed, type Threshold, weigh } from "@jinlin/core/kernel/arithmetic"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { describeCitation, describeFinding, explain, type Language, type OutcomeData } from "../index.ts"

const law = (article: string) =>
  ({
    instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
    article,
    certainty: "law",
  }) as const

const threshold = (parts: Partial<Threshold> & { readonly share: Threshold["share"] }): Threshold => ({
  ...{ comparison: "at-least", measure: "heads", base: "members" },
  ...parts,
})

const share = (numerator: bigint, denominator: bigint): Threshold["share"] => {
  const read = fraction(numerator, denominator)
  if (!read.ok) throw new Error("no fraction")
  return read.value
}

const heads = (count: number) => ({ heads: count, area: 0 })

/** A representatives' meeting of 30: 20 come, which is just enough, and 9 of them are for it, which is two short. */
const lost: OutcomeData = {
  _tag: "StepLost",
  ...{ round: 3, step: "resolve", text: "sha-256:00", revision: 1, motion: { _tag: "Adopt" } },
  ...{ set: "representatives-meeting", packs: [], on: "2026-03-20", consequence: { _tag: "Stays" } },
  judgement: {
    passes: false,
    tally: {
      ...{ members: heads(30), entitled: heads(30), present: heads(20), cast: heads(20), valid: heads(19) },
      ...{ for: heads(9), against: heads(8), abstain: heads(2), silent: heads(10) },
    },
    findings: [
      {
        ...weigh({ rule: "TALLY-9", threshold: threshold({ share: share(2n, 3n) }), count: 20, of: 30 }),
        citation: law("29"),
      },
      {
        ...weigh({
          rule: "TALLY-10",
          threshold: threshold({ share: share(1n, 2n), comparison: "more-than", base: "present" }),
          ...{ count: 9, of: 20 },
        }),
        citation: law("29"),
      },
    ].map((finding) => ({ ...finding, facts: { ...finding.facts, dimension: "heads", counts: "present" } })),
    flips: [
      { change: "others-vote-for", voters: 2 },
      { change: "silent-vote-for", voters: 1 },
    ],
    setAside: [{ voter: "r-7", reason: "void" }],
  },
  lawChange: {
    rule: "DELIBERATION-6",
    holds: true,
    facts: {
      ...{ calledOn: "2025-12-20", rebasedOn: "2026-03-18", onto: "law-of-call" },
      ...{ changed: "quorum, notice", reason: "已按原规则通知" },
    },
  },
}

const linesIn = (outcome: OutcomeData, language: Language): ReadonlyArray<string> => {
  const { lines, missing } = explain(outcome, { language, names: (id) => (id === "r-7" ? "林代表" : id) })
  expect(missing).toEqual([])
  return lines.map(({ role, text }) => `${role}: ${text}`)
}

describe("an outcome explains itself", () => {
  test("in simplified Chinese", () => {
    expect(linesIn(lost, "zh-Hans")).toEqual([
      "verdict: 第3轮“决议”没有通过文本第1稿，可以在这一步再次表决：赞成9，反对8，弃权2。",
      "count: 名册30人，可以参加30人，到会20人；按时收到20票，其中赞成9，反对8，弃权2，无效1；没有投票10人。",
      "finding: 法定人数：以全体成员30人为基数，到会20人；要求不少于2/3，即20人：达到。法律规定：《城市居民委员会组织法》（2025年修订）第29条。",
      "finding: 赞成：以到会者20人为基数，赞成9人；要求超过1/2，即11人：未达到，还差2人。法律规定：《城市居民委员会组织法》（2025年修订）第29条。",
      "flip: 如果另有2人改投赞成，结果就会相反。",
      "flip: 如果没有投票的人中有1人投赞成，结果就会相反。",
      "aside: 有1票留存但没有计入（票面无效）：林代表。",
      "law: 规则在2025年12月20日通知以后有变化；已于2026年3月18日选定仍按通知时的规则办理（已按原规则通知）。有变化的是：法定人数、通知期限。",
    ])
  })

  test("in traditional Chinese", () => {
    expect(linesIn(lost, "zh-Hant").slice(0, 4)).toEqual([
      "verdict: 第3輪「決議」沒有通過文本第1稿，可以在這一步再次表決：贊成9，反對8，棄權2。",
      "count: 名冊30人，可以參加30人，到會20人；按時收到20票，其中贊成9，反對8，棄權2，無效1；沒有投票10人。",
      "finding: 法定人數：以全體成員30人為基數，到會20人；要求不少於2/3，即20人：達到。法律規定：《城市居民委員會組織法》（2025年修訂）第29條。",
      "finding: 贊成：以到會者20人為基數，贊成9人；要求超過1/2，即11人：未達到，還差2人。法律規定：《城市居民委員會組織法》（2025年修訂）第29條。",
    ])
  })

  test("in English", () => {
    expect(linesIn(lost, "en")).toEqual([
      "verdict: Round 3, “resolve”, does not pass revision 1 of the text, which may be put to this step again: 9 for, 8 against, 2 abstaining.",
      "count: On the roll: 30; entitled: 30; present: 20. Ballots in time: 20, of which 9 for, 8 against, 2 abstaining, 1 void. Did not vote: 10.",
      "finding: Quorum: 20 of 30 (the members) present; at least 2/3 needed, that is 20: met. By law: Urban Residents’ Committee Organization Law (2025-10-28), art. 29.",
      "finding: Approval: 9 of 20 (those present) for it; more than 1/2 needed, that is 11: not met, short by 2. By law: Urban Residents’ Committee Organization Law (2025-10-28), art. 29.",
      "flip: If 2 more of those who voted otherwise had voted for it, the outcome would have turned.",
      "flip: If one of those who did not vote had voted for it, the outcome would have turned.",
      "aside: One ballot is kept and not counted (void): 林代表.",
      "law: The rules changed after the call of 20 December 2025; it was chosen on 18 March 2026 to keep those of the call (已按原规则通知). What changed: the quorum and the notice.",
    ])
  })

  test("each line says what it is about, and verdict and findings whether they hold", () => {
    expect(explain(lost, "en").lines.map(({ holds, role }) => [role, holds])).toEqual([
      ...[
        ["verdict", false],
        ["count", undefined],
        ["finding", true],
        ["finding", false],
      ],
      ...[
        ["flip", undefined],
        ["flip", undefined],
        ["aside", undefined],
        ["law", undefined],
      ],
    ])
  })

  test("a judgement without its event, with area in square metres, exactly", () => {
    const weight = (count: number, area: number) => ({ heads: count, area })
    const area = weigh({
      rule: "TALLY-10",
      threshold: threshold({ share: share(1n, 2n), comparison: "more-than", measure: "area", base: "participating" }),
      ...{ count: 100_000_000, of: 200_000_000 },
    })
    const judgement = {
      passes: false,
      tally: {
        ...{ members: weight(300, 300_000_000), entitled: weight(300, 300_000_000), present: weight(200, 200_000_000) },
        ...{ cast: weight(200, 200_000_000), valid: weight(200, 200_000_000), for: weight(101, 100_000_000) },
        ...{ against: weight(99, 99_995_500), abstain: weight(0, 0), silent: weight(100, 100_000_000) },
      },
      findings: [
        {
          ...area,
          citation: { instrument: "Civil Code (2020-05-28)", article: "278(2)", certainty: "law" },
        } as const,
      ],
      ...{ flips: [{ change: "for-vote-against", voters: 1 }], setAside: [] },
    }
    expect(linesIn({ judgement }, "en")).toEqual([
      "verdict: Not passed.",
      "count: On the roll: 300; entitled: 300; present: 200. Ballots in time: 200, of which 101 for, 99 against, 0 abstaining, 0 void. Did not vote: 100.",
      "count: Floor area on the roll: 30000.00 m²; entitled: 30000.00 m²; present: 20000.00 m². Ballots in time: 20000.00 m², of which 10000.00 m² for, 9999.55 m² against, 0.00 m² abstaining, 0.00 m² void. Did not vote: 10000.00 m².",
      "finding: Approval: 10000.00 m² of 20000.00 m² of floor area (those who took part) for it; more than 1/2 needed, that is 10000.0001 m²: not met, short by 0.0001 m². By law: Civil Code (2020-05-28), art. 278(2).",
      "flip: If one of those who voted for it had voted against it, the outcome would have turned.",
    ])
    expect(linesIn({ judgement }, "zh-Hans")[3]).toBe(
      "finding: 赞成：以参加表决者的面积20000.00平方米为基数，赞成10000.00平方米；要求超过1/2，即10000.0001平方米：未达到，还差0.0001平方米。法律规定：《民法典》第278条第2款。",
    )
  })

  test("more than twelve ballots of one reason are counted and not named", () => {
    const setAside = Array.from({ length: 13 }, (_, index) => ({ voter: `v-${index}`, reason: "late" }))
    const lines = linesIn({ judgement: { ...lost.judgement, setAside } }, "en")
    expect(lines.at(-1)).toBe("aside: 13 ballots are kept and not counted (came after the close).")
  })

  test("every event that decides a step can be explained as it is", () => {
    type Decision = Extract<
      DeliberationEvent,
      { readonly _tag: "StepPassed" | "StepLost" | "TextAmended" | "MatterReturned" }
    >
    const explainAny = (event: Decision) => explain(event, "en")
    expect(explainAny).toBeTypeOf("function")
  })
})

describe("a source is never made to look surer than it is", () => {
  test.each([
    ["law", "29", "法律规定：《民法典》第29条。", "By law: Civil Code (2020-05-28), art. 29."],
    [
      "by-analogy",
      "278(1)(6)",
      "按《民法典》第278条第1款第6项的理解（类推，是我们的解读）。",
      "Our reading, by analogy, of Civil Code (2020-05-28), art. 278(1)(6).",
    ],
    ["source", undefined, "依据：《民法典》。", "Source: Civil Code (2020-05-28)."],
    [
      "practice",
      "13, 14",
      "实践中的做法：《民法典》第13条、第14条，法律没有规定。",
      "Practice: Civil Code (2020-05-28), arts. 13 and 14; no law says so.",
    ],
  ] as const)("%s", (certainty, article, zh, english) => {
    const citation = { instrument: "Civil Code (2020-05-28)", article, certainty }
    expect(describeCitation(citation, "zh-Hans")).toEqual({ text: zh, missing: [] })
    expect(describeCitation(citation, "en")).toEqual({ text: english, missing: [] })
  })

  test("our default, and what a community set for itself", () => {
    const ours = { instrument: "jinlin", certainty: "our-default" } as const
    const own = { instrument: "Charter of the community", certainty: "our-default" } as const
    expect(describeCitation(ours, "zh-Hans").text).toBe("我们的默认，法律没有规定，本社区可以另定。")
    expect(describeCitation(own, "zh-Hans").text).toBe("由本社区章程定下，法律没有规定。")
    expect(describeCitation(own, "en").text).toBe("Set by the charter of the community; no law says so.")
  })
})

describe("what a finding says is true", () => {
  const counted = fc
    .tuple(
      fc.bigInt({ min: 1n, max: 1000n }),
      fc.bigInt({ min: 1n, max: 1000n }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 10_000 }),
    )
    .map(([a, b, c, d]) => ({
      ...{ numerator: a < b ? a : b, denominator: a < b ? b : a },
      ...{ count: Math.min(c, d), of: Math.max(c, d) },
    }))

  /** `1234.56 m²` back into square centimetres, by other means than those that wrote it. */
  const read = (text: string): number => {
    const [metres = "", decimals = ""] = text.replace(" m²", "").split(".")
    return text.includes("m²") ? Number(`${metres}${decimals.padEnd(4, "0")}`) : Number(text)
  }

  test("the number it says is needed is enough, one less is not, and the rest adds up", () => {
    const sentence =
      /^(?:Quorum|Approval): (\S+(?: m²)?) of (\S+(?: m²)?)(?: of floor area)? \([^)]+\) [^;]+; (at least|more than) (?:all|(\d+)\/(\d+)) needed, that is (\S+(?: m²)?): (met|not met, short by (.+))\.$/
    fc.assert(
      fc.property(
        counted,
        fc.constantFrom("TALLY-9", "TALLY-10"),
        fc.constantFrom("at-least", "more-than"),
        fc.constantFrom("heads", "area"),
        ({ count, denominator, numerator, of }, rule, comparison, measure) => {
          const asked = threshold({ share: share(numerator, denominator), comparison, measure })
          const finding = weigh({ rule, threshold: asked, count, of })
          const told = describeFinding({ ...finding, facts: { ...finding.facts, counts: "present" } }, "en")
          expect(told.missing).toEqual([])
          const [, counts = "", base = "", than, top = "1", bottom = "1", enough = "", verdict, short = "0"] =
            sentence.exec(told.text) ?? []
          const passes = (some: number): boolean => {
            const [left, right] = [BigInt(some) * BigInt(bottom), BigInt(top) * BigInt(read(base))]
            return some > 0 && (than === "at least" ? left >= right : left > right)
          }
          expect([read(counts), read(base)]).toEqual([count, of])
          expect(passes(read(enough))).toBe(true)
          expect(passes(read(enough) - 1)).toBe(false)
          expect(read(enough)).toBe(needed(asked, of))
          expect(verdict === "met").toBe(passes(count))
          expect(read(short.replace(/\.$/, ""))).toBe(passes(count) ? 0 : read(enough) - count)
        },
      ),
    )
  })
})
