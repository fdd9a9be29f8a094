import { en } from "@jinlin/messages/en"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { hasList, naughtyStrings, readerOf, registerOf, someHostile } from "../../test/hostile.ts"
import { readPage } from "../../test/read-page.ts"
import { chinese, lostByTwo } from "../../test/sample-register.ts"
import { registerHtml } from "../index.ts"

/** Whether an element stands somewhere in another one. */
const isBelow = (element: { readonly parentNode: unknown }, above: unknown): boolean => {
  for (let at: unknown = element.parentNode; typeof at === "object" && at !== null; )
    if (at === above) return true
    else at = "parentNode" in at ? at.parentNode : null
  return false
}

const pageWith = (text: string) => readPage(registerHtml(registerOf(text), readerOf(text)))
const harmless = pageWith("plain").skeleton

describe("REGISTER-4 a page", () => {
  test("REGISTER-4 is read without an error, says its language and has a title", () => {
    for (const [reader, language] of [
      [chinese, "zh-Hans"],
      [{ messages: en }, "en"],
    ] as const) {
      const { elements, errors } = readPage(registerHtml(lostByTwo, reader))
      expect(errors).toEqual([])
      const html = elements.find(({ tagName }) => tagName === "html")
      expect(html?.attrs).toEqual([{ name: "lang", value: language }])
      expect(elements.filter(({ tagName }) => tagName === "title")).toHaveLength(1)
    }
  })

  test("REGISTER-4 holds nothing that runs, loads or leads anywhere", () => {
    const { elements, skeleton } = readPage(registerHtml(lostByTwo, chinese))
    const allowed =
      "html head meta title style body h1 h2 p section dl dt dd ul li table thead tbody tr th td div br span"
    const names = new Set(allowed.split(" "))
    expect(elements.map(({ tagName }) => tagName).filter((name) => !names.has(name))).toEqual([])
    const attributes = new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)))
    expect([...attributes].toSorted()).toEqual([
      ...["charset", "class", "content", "data-label", "http-equiv", "lang", "name", "role", "scope"],
    ])
    expect(skeleton).toContain("default-src 'none'")
    expect(registerHtml(lostByTwo, chinese)).not.toMatch(/url\(|@import|@font-face|expression\(|javascript:/i)
  })

  test("REGISTER-12 on a narrow screen a row is a block, in which every cell has the heading of its column", () => {
    const { elements } = readPage(registerHtml(lostByTwo, chinese))
    const attributeOf = (attrs: (typeof elements)[number]["attrs"], named: string) =>
      attrs.find(({ name }) => name === named)?.value
    for (const table of elements.filter(({ tagName }) => tagName === "table")) {
      const within = (tagName: string) => elements.filter((one) => one.tagName === tagName && isBelow(one, table))
      const heads = within("th").map(({ childNodes: [text] }) =>
        text !== undefined && "value" in text ? text.value : "",
      )
      expect(heads.length).toBeGreaterThan(1)
      const labels = within("td").map(({ attrs }) => attributeOf(attrs, "data-label"))
      expect(labels).toEqual(
        within("tr")
          .slice(1)
          .flatMap(() => heads),
      )
    }
    expect(registerHtml(lostByTwo, chinese)).toMatch(
      /max-width: 40rem\) \{[^@]*td::before \{ content: attr\(data-label\)/,
    )
  })

  test.each(someHostile)("REGISTER-4 stays the same page with %j in every place", (text) => {
    const { errors, skeleton } = pageWith(text)
    expect(errors).toEqual([])
    expect(skeleton).toBe(harmless)
  })

  test("REGISTER-4 stays the same page with any text whatever, and hides nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { errors, skeleton, texts } = pageWith(text)
        expect(errors).toEqual([])
        expect(skeleton).toBe(harmless)
        expect(texts.join("").replace(/\u200c|\u200d|\n/g, "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  test("REGISTER-4 stays the same page with every naughty string of the public list", (context) => {
    context.skip(!hasList, "the public vectors are not beside the repository: naughty-strings/blns.json")
    const naughty = naughtyStrings()
    expect(naughty.length).toBeGreaterThan(500)
    expect(naughty.filter((text) => pageWith(text).skeleton !== harmless)).toEqual([])
  })
})
