import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { visible } from "./visible.ts"

describe("visible", () => {
  test.each([
    ["a right-to-left override", "a\u202eb", "a\\u{202e}b"],
    ["an isolate", "\u2068x\u2069", "\\u{2068}x\\u{2069}"],
    ["NUL", "a\0", "a\\u{0}"],
    ["a line feed, which would begin a line of its own", "a\nb", "a\\u{a}b"],
    ["the escape that colours a terminal", "\u001b[31m", "\\u{1b}[31m"],
    ["a zero-width space", "\u200b", "\\u{200b}"],
    ["half of a character", "\ud83d", "\\u{d83d}"],
    ["a line separator", "\u2028", "\\u{2028}"],
  ])("spells out %s", (_what, text, shown) => expect(visible(text)).toBe(shown))

  test.each(["东湖社区", "悦海湾小区 3号楼", "é", "👩‍⚕️", "می‌خواهم", "{$x}", "<b>", ""])("leaves %j as it is", (text) =>
    expect(visible(text)).toBe(text),
  )

  test("leaves nothing hidden in any text, and nothing more to do", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]/u)
        expect(visible(visible(text))).toBe(visible(text))
      }),
    )
  })
})
