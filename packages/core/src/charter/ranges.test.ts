import { describe, expect, it } from "vitest"
import { charter, days, own, pack, persons, rule, threshold, today } from "../../test/charter/samples.ts"
import { lint, type OwnChoice, type RuleValue, resolve } from "./index.ts"

const least = "committee/members.least"
const most = "committee/members.most"

/** Five to nine, as a law says it. */
const law = pack("law@2020-01-01", { rules: [rule(least, "floor", persons(5)), rule(most, "ceiling", persons(9))] })

const refusedFor = (...choices: ReadonlyArray<OwnChoice>) => {
  const resolved = resolve(charter([law], { choices }), [law], today)
  return resolved.ok ? [] : resolved.refusal
}

describe("CHARTER-16 the two ends of a range", () => {
  it.each<readonly [RuleValue, boolean]>([
    [persons(4), true],
    [persons(5), false],
    [persons(9), false],
    [persons(10), true],
    [persons(100), true],
  ])("CHARTER-16 at least %j where the law says five to nine: refused is %s", (value, isRefused) => {
    expect(refusedFor(own(least, value)).length > 0).toBe(isRefused)
  })

  it.each<readonly [RuleValue, boolean]>([
    [persons(0), true],
    [persons(4), true],
    [persons(5), false],
    [persons(9), false],
    [persons(10), true],
  ])("CHARTER-16 at most %j where the law says five to nine: refused is %s", (value, isRefused) => {
    expect(refusedFor(own(most, value)).length > 0).toBe(isRefused)
  })

  it("CHARTER-16 the refusal names both ends, who says them and where", () => {
    expect(refusedFor(own(most, persons(2)))).toEqual([
      {
        ...{ _tag: "RangeEmpty", rule: "CHARTER-16", key: most },
        least: { key: least, value: persons(5), from: law.pack, citation: { ...law.citation, article: least } },
        most: {
          ...{ key: most, value: persons(2), from: "own" },
          citation: { instrument: "Charter of the community", certainty: "our-default" },
        },
      },
    ])
  })

  it("CHARTER-16 of two own ends of which the least is more than the most, neither stands, and one refusal says so", () => {
    const choices = [own(least, persons(8)), own(most, persons(6))]
    expect(refusedFor(...choices)).toMatchObject([{ _tag: "RangeEmpty", key: least, most: { from: "own" } }])
    expect(refusedFor(own(least, persons(7)), own(most, persons(7)))).toEqual([])
    const free = resolve(charter([], { choices }), [], today)
    expect(free).toMatchObject({ ok: false, refusal: [{ _tag: "RangeEmpty", key: least }] })
  })

  it("CHARTER-16 two packs that leave an empty range are both at fault", () => {
    const other = pack("city@2020-01-01", { rank: "local-regulation", rules: [rule(least, "floor", persons(11))] })
    expect(resolve(charter([law, other]), [law, other], today)).toMatchObject({
      ok: false,
      refusal: [{ _tag: "RangeEmpty", least: { from: other.pack }, most: { from: law.pack } }],
    })
  })

  it("CHARTER-16 of ends of two units or kinds, and of one end alone, nothing is said", () => {
    const apart = [own("a/x.least", persons(9)), own("a/x.most", days(5)), own("b/x.least", persons(9))]
    const kinds = [own("c/x.least", threshold("at-least 1/2 members")), own("c/x.most", persons(0))]
    expect(refusedFor(...apart, ...kinds)).toEqual([])
  })

  it("LINT-1 an empty range is found where the community chose its end, with the article of the other", () => {
    const choices = [own("a/b", days(1)), own(most, persons(2))]
    expect(lint(charter([law], { choices }), [law], { from: today })).toMatchObject([
      { rule: "LINT-1", path: ["choices", 1, "value"], citation: { article: least }, facts: { tag: "RangeEmpty" } },
    ])
  })
})
