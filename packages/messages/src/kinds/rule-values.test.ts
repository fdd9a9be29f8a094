import { describe, expect, test } from "vitest"
import { messagesFor } from "../index.ts"

const written = (language: "en" | "zh-Hans", text: string, x: unknown): string => {
  const told = messagesFor(language).with({ "test.text": text }).textOf("test.text", { x })
  return told.ok ? told.value : told.refusal._tag
}

const threshold = (measure: "heads" | "area", numerator: string, denominator: string) => ({
  _tag: "Threshold",
  threshold: { share: { numerator, denominator }, comparison: "at-least", measure, base: "members" },
})

describe("what a rule holds", () => {
  test.each([
    [threshold("heads", "2", "3"), "at least 2/3 of the members", "不少于全体成员的2/3"],
    [threshold("heads", "1", "1"), "at least all of the members", "不少于全体成员的全部"],
    [threshold("area", "2", "3"), "at least 2/3 of the members by floor area", "按专有部分面积，不少于全体成员的2/3"],
    [{ _tag: "Count", count: 1, unit: "calendar-day" }, "1 day", "1天"],
    [{ _tag: "Count", count: 5, unit: "year" }, "5 years", "5年"],
    [{ _tag: "Count", count: 20, unit: "household" }, "20 households", "20户"],
    [{ _tag: "Flag", flag: true }, "yes", "是"],
    [{ _tag: "Choice", choice: "last" }, "the last counts", "以最后一次为准"],
    [
      { _tag: "Choice", choice: "follow-majority", clause: "art. 12" },
      "silence follows the majority (art. 12)",
      "不表态随多数（art. 12）",
    ],
    [{ _tag: "Choices", choices: ["open", "by-post"] }, "ballot by name and by-post", "记名投票、by-post"],
  ])("%j is %s", (value, english, chinese) => {
    expect(written("en", "{$x :value}", value)).toBe(english)
    expect(written("zh-Hans", "{$x :value}", value)).toBe(chinese)
  })

  test.each([[7], [{}], [{ _tag: "Count", count: 1.5, unit: "year" }], [{ _tag: "Weight" }]])("%j is none", (value) => {
    expect(written("en", "{$x :value}", value)).toBe("UnreadableVariable")
  })

  test("is not there, and a text may ask", () => {
    expect(written("en", "{$x :value}", null)).toBe("MissingVariable")
  })
})

describe("citations and keys of rules", () => {
  test.each([
    [{ instrument: "Civil Code (2020-05-28)", article: "278(2)" }, "Civil Code (2020-05-28), art. 278(2)"],
    [{ instrument: "Civil Code (2020-05-28)", article: "8, 9" }, "Civil Code (2020-05-28), arts. 8 and 9"],
    [{ instrument: "Some Law" }, "Some Law"],
    [{ instrument: "Some Law", article: "annex A" }, "Some Law, art. annex A"],
    [{ article: "3" }, "UnreadableVariable"],
  ])("%j is cited as %s", (citation, english) => {
    expect(written("en", "{$x :cited}", citation)).toBe(english)
  })

  test.each([
    [
      "representatives-meeting/quorum.heads",
      "the quorum by heads of the residents’ representatives’ meeting (representatives-meeting/quorum.heads)",
    ],
    ["garden/days", "garden/days"],
    ["representatives-meeting/meetings", "representatives-meeting/meetings"],
    [7, "UnreadableVariable"],
  ])("%s is said as %s", (key, english) => {
    expect(written("en", "{$x :rule}", key)).toBe(english)
  })
})
