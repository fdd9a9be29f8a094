import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { en, messagesFor, textOf, zhHans } from "./index.ts"
import { visible } from "./visible.ts"

const speaking = (text: string) => en.with({ "test.text": text })

describe("MESSAGE-1 a text that there is not is a refusal", () => {
  test("MESSAGE-1 an unknown key names the key and the language", () => {
    expect(textOf("report.no-such-text", {}, "zh-Hant")).toEqual({
      ok: false,
      refusal: { _tag: "MissingMessage", rule: "MESSAGE-1", key: "report.no-such-text", language: "zh-Hant" },
    })
  })

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("MESSAGE-1 %s is no key", (key) => {
    expect(en.textOf(`${key}.x`)).toMatchObject({ ok: false })
    expect(messagesFor("en").textOf(key as `${string}.${string}`)).toMatchObject({ ok: false })
  })

  test("MESSAGE-1 the remark in a generated catalogue is no text", () => {
    expect(messagesFor("zh-Hant").textOf("$generated" as `${string}.${string}`)).toMatchObject({ ok: false })
  })
})

describe("MESSAGE-2 a variable that is not there is a refusal, and nothing of it is seen in a text", () => {
  test.each([
    ["{$x}", "x"],
    ["{$x :day}", "x"],
    ["{$x.y :day}", "x.y"],
    [".input {$x :count} {{{$x}}}", "x"],
    [".local $y = {$x :day} {{{$y}}}", "x"],
    [".input {$x :count} .match $x one {{a}} * {{b}}", "x"],
    ["{$x :names}", "x"],
  ])("MESSAGE-2 %s without %s", (text, variable) => {
    const refusal = { _tag: "MissingVariable", rule: "MESSAGE-2", key: "test.text", language: "en", variable }
    expect(speaking(text).textOf("test.text")).toEqual({ ok: false, refusal })
    expect(speaking(text).textOf("test.text", { x: null })).toEqual({ ok: false, refusal })
  })

  test("MESSAGE-2 a variable of the case that was not chosen need not be there", () => {
    const text = ".input {$x :text} .match $x a {{A}} * {{{$y}}}"
    expect(speaking(text).textOf("test.text", { x: "a" })).toEqual({ ok: true, value: "A" })
  })
})

describe("MESSAGE-3 a variable of another kind is a refusal", () => {
  test("MESSAGE-3 it says what would do", () => {
    expect(speaking("{$x :day}").textOf("test.text", { x: "23.11.2026" })).toEqual({
      ok: false,
      refusal: {
        _tag: "UnreadableVariable",
        rule: "MESSAGE-3",
        key: "test.text",
        language: "en",
        variable: "x",
        expected: "a civil date such as 2026-11-23",
      },
    })
  })
})

describe("MESSAGE-4 a text that cannot be read is a refusal", () => {
  test.each(["{$x", "{$x :nosuch}", ".match $x", ".input {$x :count} .match $x one {{a}}", "{{", "}"])(
    "MESSAGE-4 %s",
    (text) => {
      const result = speaking(text).textOf("test.text", { x: 1 })
      expect(result).toMatchObject({
        ok: false,
        refusal: { _tag: "BrokenMessage", rule: "MESSAGE-4", key: "test.text" },
      })
    },
  )

  test("MESSAGE-4 data that throws when it is read", () => {
    const data = Object.defineProperty({}, "x", { enumerable: true, get: () => fail() })
    const fail = (): never => {
      throw new Error("no")
    }
    expect(speaking("{$x}").textOf("test.text", data)).toMatchObject({ ok: false, refusal: { _tag: "BrokenMessage" } })
  })

  test("MESSAGE-4 a unit whose text calls for itself ends", () => {
    const messages = en.with({ "unit.loop": "{$count :quantity unit=loop}", "test.text": "{$x :quantity unit=loop}" })
    expect(messages.textOf("test.text", { x: 1 })).toMatchObject({ ok: false })
  })
})

describe("MESSAGE-5 what is inserted is plain text", () => {
  test.each(["{$y}", "{{x}}", "\\{", ".match $x", "|a|", "<img onerror=x>", "{#b}", "{{constructor}}"])(
    "MESSAGE-5 %s stays what it is",
    (x) => {
      expect(speaking("({$x})").textOf("test.text", { x, y: "!" })).toEqual({ ok: true, value: `(${x})` })
    },
  )

  test("MESSAGE-5 no isolation character is put around it, in no language", () => {
    for (const language of ["zh-Hans", "zh-Hant", "en"] as const) {
      const messages = messagesFor(language).with({ "test.text": "({$x}{$x :name}{$n :count}{$d :day})" })
      const text = messages.textOf("test.text", { x: "שלום", n: 1, d: "2026-11-23" })
      expect(text.ok && text.value).toMatch(/^\(שלוםשלום1/)
      expect(text.ok && text.value).not.toMatch(/\p{Bidi_Control}/u)
    }
  })

  test("MESSAGE-5 any text whatever is seen as it is, once, with nothing hidden", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (x) => {
        expect(speaking("a {$x} b").textOf("test.text", { x })).toEqual({ ok: true, value: `a ${visible(x)} b` })
      }),
    )
  })

  test("MESSAGE-5 any data whatever gives a text or a refusal", () => {
    const messages = speaking("{$x}{$x :day}{$x :names}{$x.y :count}{$x :fraction}{$x :moment}")
    fc.assert(
      fc.property(fc.object({ withBigInt: true, withNullPrototype: true }), (x) => {
        expect(messages.textOf("test.text", { x })).toMatchObject({ ok: false })
      }),
    )
  })
})

describe("texts of one's own", () => {
  const own = zhHans.with({ "refusal.Forbidden.what": "无权办理", "notice.our-own": "你好，{$who :name}" })

  test("win over ours", () => {
    const refusal = { _tag: "Forbidden", rule: "CHAIR-21", command: "SkipTurn", allowed: ["convenor"] }
    expect(own.describeRefusal(refusal).what).toBe("无权办理")
    expect(own.describeRefusal(refusal).remedy).toBe("请由召集人办理。")
  })

  test("say in which bodies the post must be held, where that is known", () => {
    const refusal = { _tag: "Forbidden", rule: "COVENANT-17", command: "DraftRevision", allowed: ["drafter"] }
    const said = (within: ReadonlyArray<string>) => {
      const known = { ...refusal, within }
      return zhHans.describeRefusal(known).remedy
    }
    expect(said(["community-1"])).toBe("请由起草人办理，而且须在这里任职：community-1。")
    expect(said([])).toBe("请由起草人办理。")
  })

  test("add to ours, and ours stay as they were", () => {
    const notice = { template: "our-own", data: { who: "clinic" } }
    expect(own.describeNotice(notice, () => "东湖卫生站").text).toBe("你好，东湖卫生站")
    expect(zhHans.describeNotice(notice).missing).toHaveLength(1)
  })
})
