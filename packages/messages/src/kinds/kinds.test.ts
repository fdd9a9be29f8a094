import { describe, expect, test } from "vitest"
import { chineseStyle, englishStyle } from "../style.ts"
import { writerOf } from "../text.ts"

const names = (id: string): string => ({ clinic: "东湖卫生站", school: "东湖小学" })[id] ?? id

const finding = (holds: boolean) => ({ rule: "TEST-1", holds, facts: { count: 3, of: 5, share: "1/2" } })

const subject = {
  "outcome.threshold": "{$count}/{$of}",
  "outcome.TEST-2": "{$seen :name}",
  "term.post.convenor": "召集人",
  "term.post.secretary": "会议秘书",
  "unit.day": "{$count :count}天",
  "unit.square-metre": "{$metres}平方米",
  "unit.whole": "全部",
}

/** Writes one text in Chinese, or says what is wrong with it. */
const inChinese = (text: string, x: unknown): string => {
  const write = writerOf({ language: "zh-Hans", style: chineseStyle, subjects: [{ ...subject, text }] })
  const written = write("text", { x }, names)
  return written.ok
    ? written.value
    : `${written.refusal._tag} ${"expected" in written.refusal ? written.refusal.expected : ""}`
}

const inEnglish = (text: string, x: unknown): string => {
  const write = writerOf({ language: "en", style: englishStyle, subjects: [{ text }] })
  const written = write("text", { x }, (id) => id)
  return written.ok ? written.value : written.refusal._tag
}

describe("each kind of value", () => {
  test.each([
    ["{$x}", "甲", "甲"],
    ["{$x}", 1234567, "1234567"],
    ["{$x}", true, "true"],
    ["{$x :text}", 0.5, "0.5"],
    ["{$x :count}", 1234567, "1234567"],
    ["{$x :count}", 12345678901234567890n, "12345678901234567890"],
    ["{$x :count}", "007", "7"],
    ["{$x :count}", -3, "-3"],
    ["{$x :number}", 1234567, "1234567"],
    ["{$x :integer}", 1234567, "1234567"],
    ["{$x :position}", 0, "1"],
    ["{$x :area}", 12_345_600, "1234.56平方米"],
    ["{$x :area}", 12_345_601, "1234.5601平方米"],
    ["{$x :area}", 12_345_610, "1234.5610平方米"],
    ["{$x :area}", 0, "0.00平方米"],
    ["{$x :area}", 100, "0.01平方米"],
    ["{$x :area}", 99, "0.0099平方米"],
    ["{$x :area}", 9_007_199_254_740_991, "900719925474.0991平方米"],
    ["{$x :share}", "2/3", "2/3"],
    ["{$x :share}", "1", "全部"],
    ["{$x :fraction}", { numerator: 2n, denominator: 3n }, "2/3"],
    ["{$x :fraction}", { numerator: "2", denominator: "3" }, "2/3"],
    ["{$x :day}", "2026-11-23", "2026年11月23日"],
    ["{$x :day}", "0987-01-03", "987年1月3日"],
    ["{$x :lastDay}", "2026-04-01", "2026年3月31日"],
    ["{$x :days}", ["2026-11-23", "2026-12-01"], "2026年11月23日、2026年12月1日"],
    ["{$x :time}", 0, "00:00"],
    ["{$x :time}", 570, "09:30"],
    ["{$x :time}", 1439, "23:59"],
    ["{$x :time}", 1440, "24:00"],
    ["{$x :moment}", { date: "2026-11-23", minute: 570 }, "2026年11月23日09:30"],
    ["{$x :path}", ["terms", 0, "from"], "terms › 第1项 › from"],
    ["{$x :path}", [], ""],
    [
      "{$x :moment}",
      { instant: 0, zone: "Asia/Shanghai", civilDate: "2026-11-23", minuteOfDay: 570 },
      "2026年11月23日09:30",
    ],
    ["{$x :name}", "clinic", "东湖卫生站"],
    ["{$x :name}", "unknown", "unknown"],
    ["{$x :names}", ["clinic", "school", "y"], "东湖卫生站、东湖小学、y"],
    ["{$x :list join=or}", ["甲", 2, null], "甲、2或null"],
    ["{$x :list}", [], ""],
    ["{$x :term of=post}", "convenor", "召集人"],
    ["{$x :term of=post}", "clinic", "东湖卫生站"],
    ["{$x :terms of=post join=or}", ["convenor", "secretary"], "召集人或会议秘书"],
    ["{$x :quantity unit=day}", 3, "3天"],
    ["{$x :finding}", finding(true), "3/5"],
    ["{$x :finding}", { rule: "TEST-2", holds: true, facts: { seen: "clinic" } }, "东湖卫生站"],
    [".input {$x :finding} .match $x true {{是：{$x}}} * {{否：{$x}}}", finding(true), "是：3/5"],
    [".input {$x :finding} .match $x true {{是：{$x}}} * {{否：{$x}}}", finding(false), "否：3/5"],
    ["{$x.y.z :day}", { y: { z: "2026-11-23" } }, "2026年11月23日"],
    ["{$x.1 :name}", ["clinic", "school"], "东湖小学"],
  ])("%s with %o is written %s", (text, x, written) => expect(inChinese(text, x)).toBe(written))

  test.each([
    ["{$x :day}", "2026-11-03", "3 November 2026"],
    ["{$x :moment}", { civilDate: "2026-11-23", minuteOfDay: 570 }, "23 November 2026, 09:30"],
    ["{$x :list}", ["a", "b", "c"], "a, b and c"],
    ["{$x :list join=or}", ["a", "b"], "a or b"],
    ["{$x :list}", ["a"], "a"],
    ["{$x :path}", ["terms", 0, "from"], "terms › item 1 › from"],
  ])("%s with %o is written %s in English", (text, x, written) => expect(inEnglish(text, x)).toBe(written))

  test.each([
    ["{$x}", { a: 1 }, "a text, a number or a boolean"],
    ["{$x}", ["a"], "a text, a number or a boolean"],
    ["{$x}", Symbol("a"), "a text, a number or a boolean"],
    ["{$x :count}", 1.5, "a whole number"],
    ["{$x :area}", 1.5, "a whole number of square centimetres"],
    ["{$x :area}", -1, "a whole number of square centimetres"],
    ["{$x :count}", Number.NaN, "a whole number"],
    ["{$x :count}", Number.MAX_SAFE_INTEGER + 1, "a whole number"],
    ["{$x :count}", "1e3", "a whole number"],
    ["{$x :position}", -1, "an index, 0 or more"],
    ["{$x :fraction}", { numerator: 1.5, denominator: 2 }, "a fraction with numerator and denominator"],
    ["{$x :fraction}", "2/3", "a fraction with numerator and denominator"],
    ["{$x :day}", "2026-02-30", "a civil date such as 2026-11-23"],
    ["{$x :day}", 20261123, "a civil date such as 2026-11-23"],
    ["{$x :days}", ["2026-11-23", "tomorrow"], "a list of civil dates"],
    ["{$x :time}", 1441, "a minute of the day, 0 to 1440"],
    ["{$x :time}", -1, "a minute of the day, 0 to 1440"],
    ["{$x :moment}", { civilDate: "2026-11-23" }, "a moment: civilDate with minuteOfDay, or date with minute"],
    ["{$x :name}", 7, "an id"],
    ["{$x :names}", "clinic", "a list of ids"],
    ["{$x :list}", [{}], "a list of texts or numbers"],
    ["{$x :path}", ["terms", -1], "a list of field names and positions"],
    ["{$x :path}", "terms", "a list of field names and positions"],
    ["{$x :finding}", { rule: "TEST-3", holds: true, facts: {} }, "a finding whose rule has its text"],
    ["{$x :finding}", { rule: "TEST-3", holds: true }, "a finding whose rule has its text"],
    ["{$x :quantity unit=parsec}", 3, "a whole number of a unit that has its text"],
  ])("%s with %o is unreadable: expected %s", (text, x, expected) =>
    expect(inChinese(text, x)).toBe(`UnreadableVariable ${expected}`),
  )
})

describe("a text that asks before it speaks", () => {
  const plural = ".input {$x :count} .match $x 0 {{none}} one {{{$x} day}} * {{{$x} days}}"
  test.each([
    [0, "none"],
    [1, "1 day"],
    [2, "2 days"],
    [21, "21 days"],
    [1n, "1 day"],
  ])("tells the English plural of %s: %s", (x, written) => expect(inEnglish(plural, x)).toBe(written))

  test("has one form for every count in Chinese", () => {
    expect(inChinese(".input {$x :count} .match $x one {{一}} * {{{$x}}}", 1)).toBe("1")
  })

  const optional = ".local $is = {$x :maybe} .match $is absent {{空缺}} * {{{$x :name}}}"
  test.each([
    [undefined, "空缺"],
    [null, "空缺"],
    ["clinic", "东湖卫生站"],
    ["", ""],
    [[], "空缺"],
  ])("says that %o is absent or names it: %s", (x, written) => expect(inChinese(optional, x)).toBe(written))

  test.each([
    [[], "nobody"],
    [["a"], "only a"],
    [["a", "b"], "a and b"],
  ])("tells how many are in %o: %s", (x, written) =>
    expect(inEnglish(".input {$x :list} .match $x 0 {{nobody}} one {{only {$x}}} * {{{$x}}}", x)).toBe(written),
  )

  test("tells codes and booleans apart by their value", () => {
    const text = ".input {$x :text} .match $x true {{是}} left {{退出}} * {{其他}}"
    expect([true, "left", false].map((x) => inChinese(text, x))).toEqual(["是", "退出", "其他"])
  })
})

describe("names that misbehave", () => {
  const named = (names: (id: string) => string): unknown =>
    writerOf({ language: "en", style: englishStyle, subjects: [{ text: "{$x :name}" }] })(
      "text",
      { x: "clinic" },
      names,
    )

  test("an empty name leaves the id", () => expect(named(() => "")).toEqual({ ok: true, value: "clinic" }))

  test("a name that turns the direction of reading is spelt out", () => {
    expect(named(() => "\u202eclinic")).toEqual({ ok: true, value: "\\u{202e}clinic" })
  })

  test("names that throw are a refusal and no crash", () => {
    const names = (): string => {
      throw new Error("no directory")
    }
    expect(named(names)).toMatchObject({ ok: false, refusal: { _tag: "BrokenMessage", key: "text" } })
  })
})
