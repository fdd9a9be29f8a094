import { en } from "@jinlin/messages/en"
import { zhHans } from "@jinlin/messages/zh-hans"
import { zhHant } from "@jinlin/messages/zh-hant"
import { type DefaultTreeAdapterMap, parse } from "parse5"
import { describe, expect, test } from "vitest"
import { checkNames, publicRecord, recordHtml, uncheckedNames } from "../src/index.ts"
import { around, histories } from "./hard-case.ts"
import { made } from "./made.ts"

type Node = DefaultTreeAdapterMap["node"]

const below = (node: Node): ReadonlyArray<Node> =>
  "childNodes" in node ? node.childNodes.flatMap((one) => [one, ...below(one)]) : []

const read = (html: string) => {
  const errors: Array<string> = []
  const nodes = below(parse(html, { onParseError: ({ code }) => void errors.push(code) }))
  const elements = nodes.flatMap((node) => ("tagName" in node ? [node] : []))
  const skeleton = elements
    .map(({ attrs, tagName }) => `${tagName} ${attrs.map(({ name }) => name).join(" ")}`)
    .join("\n")
  return { errors, elements, skeleton }
}

const hard = made(histories, around)
const languages = [zhHans, zhHant, en]

describe("RECORD-16 the page", () => {
  test("RECORD-16 is read without an error in every language, and lacks no text", () => {
    for (const messages of languages) {
      const html = recordHtml(hard, { messages })
      expect(read(html).errors).toEqual([])
      expect(html).toContain(`<html lang="${messages.language}">`)
      expect(html).not.toMatch(/\[(record|register|report)\./)
      expect(html).toContain(hard.digest)
    }
  })

  test("RECORD-16 every check and everything unchecked has its texts", () => {
    const facts = {
      round: 1,
      step: "consult",
      entry: 2,
      digest: "d",
      document: "d",
      sections: 2,
      shown: 1,
      disclosure: "n",
      matter: "m",
      covenant: "c",
    }
    for (const messages of languages) {
      const keys = [
        ...checkNames.flatMap((name) => [`record.check.${name}`, `record.fault.${name}`] as const),
        ...uncheckedNames.map((name) => `record.unchecked.${name}` as const),
      ]
      expect(keys.filter((key) => !messages.textOf(key, facts).ok)).toEqual([])
    }
  })

  test("RECORD-16 holds nothing that runs, loads or leads out of itself", () => {
    const { elements } = read(recordHtml(hard, { messages: zhHans }))
    const allowed =
      "html head meta title style body header p h1 nav ol li a main section h2 h3 h4 dl dt dd table thead tbody tr th td span ul div"
    const names = new Set(allowed.split(" "))
    expect(elements.map(({ tagName }) => tagName).filter((name) => !names.has(name))).toEqual([])
    const attributes = elements.flatMap(({ attrs }) => attrs)
    expect(attributes.filter(({ name }) => name.startsWith("on") || name === "src" || name === "style")).toEqual([])
    expect(attributes.filter(({ name, value }) => name === "href" && !/^#part-\d+$/.test(value))).toEqual([])
    const html = recordHtml(hard, { messages: zhHans })
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/url\(|@import|@font-face|javascript:/i)
  })

  test.each([
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "'&lt;b>",
    "</style><svg/onload=1>",
    "a\u202eb\u200bc",
  ])("RECORD-16 is the same page with %j in every text and name", (text) => {
    const page = (hostile: string) => {
      const changed = JSON.parse(JSON.stringify(hard), (key, value) =>
        ["title", "place", "reason", "because", "text"].includes(key) &&
        typeof value === "string" &&
        !value.startsWith("sha-256:")
          ? hostile
          : value,
      )
      return recordHtml(changed as typeof hard, { messages: zhHans, names: () => hostile })
    }
    expect(read(page(text)).errors).toEqual([])
    expect(read(page(text)).skeleton).toBe(read(page("plain")).skeleton)
    expect(page(text)).not.toMatch(/[\u202e\u200b]/)
  })

  test("RECORD-16 what is blacked out stands as such, and its words nowhere", () => {
    const html = recordHtml(hard, { messages: zhHans })
    expect(html.match(/<p class="out">已遮盖<\/p>/g)).toHaveLength(6)
    expect(html).not.toContain("1234567")
    expect(publicRecord(histories, around).ok).toBe(true)
  })
})
