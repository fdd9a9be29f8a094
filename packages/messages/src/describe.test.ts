import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  describeEvent,
  describeFinding,
  describeNotice,
  describeReason,
  describeRefusal,
  languages,
  messagesFor,
  messagesIn,
} from "./index.ts"
import { englishStyle } from "./style.ts"

describe("describeRefusal", () => {
  test("says what was refused and what would make it pass, in the reader's language", () => {
    const refusal = { _tag: "TooLong", rule: "TEXT-5", length: 612, maxLength: 500 }
    expect(describeRefusal(refusal, "zh-Hans")).toEqual({
      what: "文字有612个字符，这里最多500个。",
      remedy: "请缩短到500个字符以内。",
      missing: [],
    })
    expect(describeRefusal(refusal, "zh-Hant").remedy).toBe("請縮短到500個字符以內。")
    expect(describeRefusal(refusal, { language: "en" }).what).toBe("The text has 612 characters; at most 500 fit here.")
  })

  test("of an unknown tag names the tag and the rule, and says that the text is missing", () => {
    const { missing, what } = describeRefusal({ _tag: "FromAPlugin", rule: "PLUGIN-1" } as { _tag: string }, "en")
    expect(what).toBe("Refused by rule PLUGIN-1: FromAPlugin. There is no usable English text for it yet.")
    expect(missing).toEqual([
      { _tag: "MissingMessage", rule: "MESSAGE-1", key: "refusal.FromAPlugin.what", language: "en" },
      { _tag: "MissingMessage", rule: "MESSAGE-1", key: "refusal.FromAPlugin.remedy", language: "en" },
    ])
  })

  test("describes its own refusals too", () => {
    const { missing } = describeRefusal({ _tag: "FromAPlugin" }, "zh-Hans")
    expect(missing.map((refusal) => describeRefusal(refusal, "zh-Hans").what)).toEqual([
      "简体中文中没有“refusal.FromAPlugin.what”这条文字。",
      "简体中文中没有“refusal.FromAPlugin.remedy”这条文字。",
    ])
  })

  test("a rule that cannot be turned into text does not stop it", () => {
    const refusal = { _tag: "FromAPlugin", rule: { toString: "" } }
    expect(describeRefusal(refusal, "en").what).toContain("FromAPlugin")
  })

  test("says something about anything, and hides nothing in it", () => {
    fc.assert(
      fc.property(
        fc.record({ _tag: fc.string({ unit: "binary" }), rule: fc.anything() }),
        fc.constantFrom(...languages),
        (refusal, language) => {
          const { missing, remedy, what } = describeRefusal(refusal, language)
          expect(missing).toHaveLength(2)
          for (const text of [what, remedy]) expect(text).toMatch(/^[^\p{Cc}\p{Cs}\p{Bidi_Control}]+$/u)
        },
      ),
    )
  })
})

describe("the other descriptions", () => {
  const reader = { language: "zh-Hans", names: () => "东湖卫生站" } as const
  const messages = messagesFor("zh-Hans").with({
    "event.rotating-chair.Tested": "{$unit :name}接任（第{$term :count}任）",
    "because.Tested": "轮到{$unit :name}",
    "notice.tested": "请{$unit :name}准备",
    "outcome.TEST-1": "{$seen :count}",
  })

  test("an event is found under its process and its tag", () => {
    expect(
      messages.describeEvent(
        "rotating-chair",
        { _tag: "Tested", unit: "u", term: 3 } as { _tag: string },
        reader.names,
      ),
    ).toEqual({
      text: "东湖卫生站接任（第3任）",
      missing: [],
    })
  })

  test("a reason, a notice and a finding are found under theirs", () => {
    expect(messages.describeReason({ _tag: "Tested", unit: "u" } as { _tag: string }, reader.names).text).toBe(
      "轮到东湖卫生站",
    )
    expect(messages.describeNotice({ template: "tested", data: { unit: "u" } }, reader.names).text).toBe(
      "请东湖卫生站准备",
    )
    expect(messages.describeFinding({ rule: "TEST-1", holds: true, facts: { seen: 3 } }).text).toBe("3")
  })

  test("without a text they name the key, and say so", () => {
    const lines = [
      describeEvent("grid", { _tag: "Nothing" }, reader),
      describeReason({ _tag: "Nothing" }, reader),
      describeNotice({ template: "nothing", data: {} }, reader),
      describeFinding({ rule: "GRID-1", holds: true, facts: {} }, reader),
    ]
    expect(lines.map(({ text }) => text)).toEqual([
      "（“event.grid.Nothing”尚无可用的中文说明。）",
      "（“because.Nothing”尚无可用的中文说明。）",
      "（“notice.nothing”尚无可用的中文说明。）",
      "（“outcome.GRID-1”尚无可用的中文说明。）",
    ])
    expect(lines.map(({ missing }) => missing[0]?._tag)).toEqual(lines.map(() => "MissingMessage"))
  })

  test("a catalogue without even stand-ins gives the bare key", () => {
    const bare = messagesIn({ language: "en", style: englishStyle, subjects: [] })
    expect(bare.describeReason({ _tag: "Nothing" }).text).toBe("[jinlin] [messages] fallback.line because.Nothing")
  })
})

describe("a count held against a threshold explains itself", () => {
  const facts = {
    count: 34,
    of: 50,
    needed: 34,
    share: "2/3",
    comparison: "at-least",
    measure: "heads",
    base: "entitled",
  }
  test.each([
    [
      "one short",
      { holds: false, facts: { ...facts, count: 33 }, shortBy: 1 },
      "33 out of 50 (those entitled to attend); needed: at least 2/3, that is 34. Not met: short by 1.",
    ],
    [
      "just enough",
      { holds: true, facts },
      "34 out of 50 (those entitled to attend); needed: at least 2/3, that is 34. Met.",
    ],
    [
      "one more",
      { holds: true, facts: { ...facts, count: 35 } },
      "35 out of 50 (those entitled to attend); needed: at least 2/3, that is 34. Met.",
    ],
  ])("%s", (_case, finding, text) => {
    expect(describeFinding({ rule: "CONFERENCE-9", ...finding }, "en")).toEqual({ text, missing: [] })
  })

  test("by area as well", () => {
    const finding = { rule: "OWNERS-1", holds: false, facts: { ...facts, measure: "area" }, shortBy: 2 }
    expect(describeFinding(finding, "zh-Hans").text).toBe(
      "以应到会者的面积0.0050平方米为基数，实有0.0034平方米；要求不少于2/3，即0.0034平方米：未达到，还差0.0002平方米。",
    )
  })
})
