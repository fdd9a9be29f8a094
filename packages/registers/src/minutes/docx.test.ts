import { execFileSync } from "node:child_process"
import * as fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { SaxesParser } from "saxes"
import { describe, expect, test } from "vitest"
import { hasList, naughtyStrings, readerOf, registerOf, someHostile } from "../../test/hostile.ts"
import { chinese, lostByTwo } from "../../test/sample-register.ts"
import { registerDocx } from "../docx.ts"
import { sheetOf } from "../sheet/write-sheet.ts"

/** What a strict XML parser reads: the names of the elements in order, and the text of each paragraph. Throws where it is no XML. */
const readXml = (
  xml: string,
): { readonly names: ReadonlyArray<string>; readonly paragraphs: ReadonlyArray<string> } => {
  const [names, paragraphs]: [Array<string>, Array<string>] = [[], []]
  let [text, inText] = ["", false]
  const parser = new SaxesParser()
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name }) => {
    names.push(name)
    inText = name === "w:t"
    if (name === "w:p") text = ""
  })
  parser.on("text", (piece) => {
    if (inText) text += piece
  })
  parser.on("closetag", ({ name }) => {
    if (name === "w:t") inText = false
    if (name === "w:p") paragraphs.push(text)
  })
  parser.write(xml).close()
  return { names, paragraphs }
}

const filesOf = (archive: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]))

const documentWith = async (text: string) =>
  readXml(filesOf(await registerDocx(registerOf(text), readerOf(text)))["word/document.xml"] ?? "")

describe("minutes", () => {
  test("REGISTER-6 hold every word of the sheet that page and table hold", async () => {
    const sheet = sheetOf(lostByTwo, chinese)
    const { paragraphs } = readXml(filesOf(await registerDocx(lostByTwo, chinese))["word/document.xml"] ?? "")
    const expected = [
      ...[sheet.title, sheet.subtitle],
      ...sheet.parts.flatMap(({ facts, heading, lines, table }) => [
        heading,
        ...facts.map(([label, value]) => `${label}\u3000${value}`),
        ...lines.map(({ text }) => text),
        ...(table === null ? [] : [table.head, ...table.rows].flat()),
      ]),
      sheet.signatures.heading,
    ]
    expect(paragraphs.slice(0, expected.length)).toEqual(expected)
    expect(paragraphs.slice(expected.length).map((text) => text.split("\u3000")[0])).toEqual(sheet.signatures.posts)
  })

  test("REGISTER-7 are an archive of well-formed parts, without macros, fields, links or outside parts", async () => {
    const files = filesOf(await registerDocx(lostByTwo, chinese))
    expect(Object.keys(files)[0]).toBe("[Content_Types].xml")
    for (const [name, text] of Object.entries(files)) {
      expect(name).toMatch(/\.(?:xml|rels)$/)
      expect(() => readXml(text)).not.toThrow()
      expect(text).not.toMatch(/TargetMode="External"|vbaProject|oleObject|macroEnabled|altChunk/)
    }
    const { names } = readXml(files["word/document.xml"] ?? "")
    expect(names.filter((name) => /hyperlink|fldSimple|instrText|object|pict|drawing/i.test(name))).toEqual([])
  })

  test("REGISTER-7 are the same bytes for the same register, and other ones for another", async () => {
    const [one, other] = [await registerDocx(lostByTwo, chinese), await registerDocx(lostByTwo, chinese)]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    const changed = await registerDocx({ ...lostByTwo, title: "别的事项" }, chinese)
    expect(Buffer.from(one).equals(Buffer.from(changed))).toBe(false)
    expect(filesOf(one)["docProps/core.xml"]).toContain("2026-03-20T00:00:00Z")
    expect(filesOf(one)["docProps/core.xml"]).not.toMatch(/T(?!00:00:00Z)\d\d:/)
  })

  test("REGISTER-7 are the same bytes in another zone and at another time", async () => {
    const { createHash } = await import("node:crypto")
    const here = createHash("sha256")
      .update(await registerDocx(lostByTwo, chinese))
      .digest("hex")
    const program = [
      'import { createHash } from "node:crypto"',
      'import { registerDocx } from "./src/docx.ts"',
      'import { chinese, lostByTwo } from "./test/sample-register.ts"',
      'console.log(createHash("sha256").update(await registerDocx(lostByTwo, chinese)).digest("hex"))',
    ].join("\n")
    const there = execFileSync(
      process.execPath,
      ["--conditions=@jinlin/source", "--input-type=module", "--eval", program],
      {
        cwd: new URL("../..", import.meta.url),
        env: { ...process.env, TZ: "Pacific/Kiritimati" },
        encoding: "utf8",
      },
    )
    expect(there.trim()).toBe(here)
  })

  test.each(someHostile)("REGISTER-7 keep their elements with %j in every place", async (text) => {
    expect((await documentWith(text)).names).toEqual((await documentWith("plain")).names)
  })

  test("REGISTER-7 can be read with any text whatever in every place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const { names } = await documentWith(text)
        expect(names).toContain("w:document")
      }),
      { numRuns: 20 },
    )
  })

  test("REGISTER-7 keep their elements with every naughty string of the public list", async (context) => {
    context.skip(!hasList, "the public vectors are not beside the repository: naughty-strings/blns.json")
    const { names } = await documentWith("plain")
    const some = naughtyStrings().filter((_, index) => index % 10 === 0)
    for (const text of some) expect((await documentWith(text)).names).toEqual(names)
  })
})
