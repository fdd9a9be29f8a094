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
    [{ instrument: "Source article", article: "S30" }, "the article that this library models, S30"],
    [{ instrument: "Source article", article: "S16, S30" }, "the article that this library models, S16 and S30"],
    [{ instrument: "Source article" }, "the article that this library models"],
    [{ instrument: "Some Law", article: "annex A" }, "Some Law, art. annex A"],
    [{ article: "3" }, "UnreadableVariable"],
  ])("%j is cited as %s", (citation, english) => {
    expect(written("en", "{$x :cited}", citation)).toBe(english)
  })

  test.each([
    [
      "representatives-meeting/quorum.heads",
      "The residents’ representatives’ meeting: the quorum by heads (representatives-meeting/quorum.heads)",
      "居民代表会议的法定人数（representatives-meeting/quorum.heads）",
    ],
    [
      "owners-general/silence",
      "The owners together (general matters): what silence means (owners-general/silence)",
      "业主共同决定（一般事项）的不表态的计法（owners-general/silence）",
    ],
    ["garden/days", "Rule garden/days", "规则garden/days"],
    [
      "representatives-meeting/meetings",
      "Rule representatives-meeting/meetings",
      "规则representatives-meeting/meetings",
    ],
    [7, "UnreadableVariable", "UnreadableVariable"],
  ])("%s begins a sentence as %s", (key, english, chinese) => {
    expect(written("en", "{$x :rule}", key)).toBe(english)
    expect(written("zh-Hans", "{$x :rule}", key)).toBe(chinese)
  })

  test.each([
    ["owners-general", "The owners together (general matters)", "业主共同决定（一般事项）"],
    ["garden", "garden", "garden"],
    [7, "UnreadableVariable", "UnreadableVariable"],
  ])("the set %s begins a sentence as %s", (set, english, chinese) => {
    expect(written("en", "{$x :set}", set)).toBe(english)
    expect(written("zh-Hans", "{$x :set}", set)).toBe(chinese)
  })

  test("a set of a community's own begins a sentence by its display name, as it is written", () => {
    const told = messagesFor("en")
      .with({ "test.text": "{$x :set}" })
      .textOf("test.text", { x: "garden" }, () => "iGarden")
    expect(told).toEqual({ ok: true, value: "iGarden" })
  })
})
