import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { deliberation } from "@jinlin/core/deliberation"
import { digestOf, digestOfSections } from "@jinlin/core/kernel"
import { deliberationLaws, tellDeliberation } from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { recordSchema } from "../scripts/record-schema.ts"
import { publicRecord, recordText, verifyRecord } from "../src/index.ts"
import { amended, around, bySelf, first, histories, notices, result, together } from "./hard-case.ts"
import { made, plainly } from "./made.ts"
import { withdrawnAtOnce } from "./small-case.ts"
import { historyOf } from "./stories.ts"
import { digestOfWords, documentOf, sectionsOf } from "./texts.ts"

const hard = made(histories, around)

/** Every text that stands somewhere in data. */
const textsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe("RECORD-1 a record is of one matter", () => {
  test("RECORD-1 of two deliberations, else of one, else of a covenant", () => {
    expect(hard.parts.matter.content).toMatchObject({ matter: "matter-1", title: "大门内停车位" })
    const { coGovernance: _, ...alone } = histories
    expect(made({ ...alone, disclosures: [] }).parts.matter.content).toMatchObject({
      matter: "m-self",
      coGovernance: null,
    })
    const { covenant } = histories
    if (covenant === undefined) throw new Error("there is a covenant")
    expect(made({ covenant }).parts.matter.content).toMatchObject({ matter: "covenant-1", title: "停车公约" })
  })

  test("RECORD-1 a stream that nobody began is refused, and so are two of one id, and nothing at all", () => {
    const refusal = (given: Partial<typeof histories>) => {
      const record = publicRecord({ deliberations: [], disclosures: [], ...given }, plainly)
      return record.ok ? undefined : record.refusal
    }
    const nothing = { _tag: "NothingOnRecord", rule: "RECORD-1" }
    const one = { id: "m-1", events: bySelf }
    expect(refusal({})).toEqual({ ...nothing, of: "matter", id: "" })
    expect(refusal({ deliberations: [{ id: "m-1", events: [] }] })).toEqual({
      ...nothing,
      of: "deliberation",
      id: "m-1",
    })
    expect(refusal({ coGovernance: { id: "c-1", events: [] } })).toEqual({ ...nothing, of: "co-governance", id: "c-1" })
    expect(refusal({ covenant: { id: "p-1", events: [] } })).toEqual({ ...nothing, of: "covenant", id: "p-1" })
    const twice = { _tag: "HistoryTwice", rule: "RECORD-1" }
    expect(refusal({ deliberations: [one, one] })).toEqual({ ...twice, of: "deliberation", id: "m-1" })
    const [notice] = notices
    if (notice === undefined) throw new Error("there is a notice")
    expect(refusal({ deliberations: [one], disclosures: [notice, notice] })).toEqual({
      ...twice,
      of: "disclosure",
      id: "notice-1",
    })
  })
})

describe("RECORD-2 what goes out reads back", () => {
  test("RECORD-2 the same histories give the same bytes", () => {
    expect(recordText(made(histories, around))).toBe(recordText(hard))
  })

  test("RECORD-2 what cannot be written or read is refused with its place", () => {
    const half = publicRecord(histories, {
      ...around,
      documents: [{ sections: [{ name: "a", salt: "0", text: "\ud800" }] }],
    })
    expect(half).toEqual({ ok: false, refusal: { _tag: "NotWritable", rule: "RECORD-2", place: "texts.a" } })
    const nobody = publicRecord(histories, { ...around, community: "a b" })
    expect(nobody).toMatchObject({ refusal: { _tag: "NotWritable", place: "parts.matter.content.community" } })
  })

  test("RECORD-2 a record whose file would have more bytes than are read is not made, and the longest text is named", () => {
    const long = (first: string, length: number) => ({ text: `${first}${"字".repeat(length)}` })
    const withTexts = (...words: ReadonlyArray<ReturnType<typeof long>>) =>
      publicRecord(histories, {
        ...around,
        documents: words.map(documentOf),
        released: words.map((one) => ({ document: digestOfWords(one), sections: ["text"] })),
      })
    const two = withTexts(long("a", 700_000), long("b", 900_000))
    expect(two).toMatchObject({ refusal: { _tag: "RecordTooLong", rule: "RECORD-2", limit: 4_000_000 } })
    expect(!two.ok && two.refusal).toMatchObject({ document: digestOfWords(long("b", 900_000)) })
    const one = withTexts(long("a", 700_000))
    const file = one.ok ? recordText(one.value) : ""
    expect(verifyRecord(file).checks[0]).toMatchObject({ check: "reading", holds: true })
    expect(verifyRecord(new TextEncoder().encode(file)).checks[0]).toMatchObject({ check: "reading", holds: true })
  })

  test("RECORD-9 a text is measured as its bytes are", () => {
    const text = "字".repeat(1_400_000)
    const refused = { refusal: { _tag: "RecordTooLarge", bytes: 4_200_000, limit: 4_000_000 } }
    expect(verifyRecord(text).checks[0]?.refusal).toMatchObject(refused)
    expect(verifyRecord(new TextEncoder().encode(text)).checks[0]?.refusal).toMatchObject(refused)
  })

  test("RECORD-2 the published schema is that of the reader", () => {
    const written = readFileSync(join(import.meta.dirname, "../schema/record.json"), "utf8")
    expect(JSON.parse(written)).toEqual(JSON.parse(recordSchema()))
  })
})

describe("RECORD-3 nobody stands in it", () => {
  test("RECORD-3 of all who took part in the hardest case nobody does, nor a voter, nor the remark of a recusal", () => {
    const texts = textsIn(hard)
    const people = textsIn(histories).filter((text) => text.startsWith("person-"))
    expect(people.length).toBeGreaterThan(100)
    expect(texts.filter((text) => text.includes("person"))).toEqual([])
    expect(texts.filter((text) => /^(owner|resident|party-committee|two-committees)-\d+$/.test(text))).toEqual([])
    expect(texts.filter((text) => text.includes("garage"))).toEqual([])
    expect(texts.filter((text) => /^(discloser|checker|secretary|presider)/.test(text))).toEqual([])
  })

  test("RECORD-3 a disclosure that was never put up is left out", () => {
    const [one] = notices
    const prepared = { id: "notice-9", events: one?.events.slice(0, 2) ?? [] }
    expect(made({ ...histories, disclosures: [prepared] }).parts.disclosures).toEqual([])
  })

  test("RECORD-3 whoever votes under other references, the record is the same", () => {
    fc.assert(
      fc.property(fc.oneof(...deliberationLaws.map(({ stories }) => stories)), (story) => {
        const { history } = tellDeliberation(deliberation, story)
        const renamed = JSON.parse(JSON.stringify(history).replaceAll("person-", "somebody-")) as typeof history
        const of = (events: typeof history) => recordText(made({ deliberations: [{ id: "m-1", events }] }))
        expect(of(renamed)).toBe(of(history))
      }),
      { numRuns: 60 },
    )
  })
})

describe("RECORD-6 what is blacked out", () => {
  const textOf = (words: Readonly<Record<string, string>>, record = hard) =>
    record.parts.texts.find(({ content }) => content.document === digestOfWords(words))?.content.sections
  const shown = (words: Readonly<Record<string, string>>, record = hard) =>
    textOf(words, record)?.flatMap((section) => (section.shown === null ? [] : [section.name]))

  test("RECORD-6 a section is shown when a disclosure that stands shows it, and hidden once a correction does", () => {
    expect(shown(amended)).toEqual(["lead", "parking"])
    const before = made(
      { ...histories, disclosures: [{ id: "notice-1", events: notices[0]?.events.slice(0, 5) ?? [] }] },
      around,
    )
    expect(shown(amended, before)).toEqual(["lead", "parking", "contact"])
    expect(shown(result)).toEqual(["lead", "cost"])
  })

  test("RECORD-6 the same words are hidden in every document, and what no disclosure shows is hidden too", () => {
    expect(shown(first)).toEqual(["lead"])
  })

  test("RECORD-6 somebody releases what no disclosure speaks of, and is refused what one blacks out", () => {
    const released = (sections: ReadonlyArray<string>) => [{ document: digestOfWords(first), sections }]
    expect(shown(first, made(histories, { ...around, released: released(["parking"]) }))).toEqual(["lead", "parking"])
    const record = publicRecord(histories, { ...around, released: released(["contact"]) })
    expect(record).toMatchObject({ ok: false, refusal: { _tag: "BlackedOut", rule: "RECORD-6", section: "contact" } })
  })

  test("RECORD-6 words are hidden under whatever salt a document has drawn for them", () => {
    const drawn = {
      sections: Object.entries(first).map(([name, text]) => ({ name, text, salt: `another salt of ${name}` })),
    }
    const sections = drawn.sections.map(({ name, salt, text }) => {
      const commitment = digestOf({ name, salt, text })
      if (!commitment.ok) throw new Error(`no commitment for ${name}`)
      return { name, commitment: commitment.value }
    })
    const [one, ...more] = sections
    if (one === undefined) throw new Error("a text has a section")
    const document = digestOfSections([one, ...more])
    const released = (name: string) =>
      publicRecord(histories, {
        ...around,
        documents: [...(around.documents ?? []), drawn],
        released: [...(around.released ?? []), { document, sections: [name] }],
      })
    for (const section of ["applicant", "contact"])
      expect(released(section)).toEqual({
        ok: false,
        refusal: { _tag: "BlackedOut", rule: "RECORD-6", document, section },
      })
    expect(released("lead").ok).toBe(true)
  })

  test("RECORD-10 nobody guesses a telephone number: neither salt nor text is there", () => {
    const file = recordText(hard)
    const salts = documentOf(amended).sections.filter(({ name }) => name === "contact" || name === "applicant")
    for (const { salt, text } of salts) {
      expect(file).not.toContain(salt)
      expect(file).not.toContain(text)
    }
    const commitment = sectionsOf(amended).find(({ name }) => name === "contact")?.commitment ?? ""
    expect(file).toContain(commitment)
    const known = new Set(textsIn(hard))
    const tried = [...known, ""].filter((salt) => salt.length <= 64)
    for (const salt of tried) {
      const digest = digestOf({ name: "contact", salt, text: amended.contact })
      expect(digest.ok && digest.value).not.toBe(commitment)
    }
  })

  test("RECORD-6 a document of which the store itself has blacked out a section stands with its commitment", () => {
    const document = {
      sections: documentOf(amended).sections.map((section, index) =>
        section.name === "contact"
          ? { name: "contact", salt: null, text: null, commitment: sectionsOf(amended)[index]?.commitment }
          : section,
      ),
    }
    const record = made(histories, { ...around, documents: [document] })
    expect(shown(amended, record)).toEqual(["lead", "parking"])
    expect(verifyRecord(recordText(record)).holds).toBe(true)
  })
})

describe("RECORD-7 names that the host knows", () => {
  test("RECORD-7 a text with one makes no record, and the refusal tells the place alone", () => {
    const holdsName = (text: string) => text.includes("没有共建单位参加")
    const record = publicRecord(histories, { ...around, holdsName })
    const place = `coGovernance.history.${together.length - 2}.reason`
    expect(record).toEqual({ ok: false, refusal: { _tag: "NameOnRecord", rule: "RECORD-7", place } })
    expect(publicRecord(histories, { ...around, holdsName: () => false }).ok).toBe(true)
  })

  test("RECORD-7 a name in a section that is blacked out stands nowhere", () => {
    expect(publicRecord(histories, { ...around, holdsName: (text) => text.includes("1234567") }).ok).toBe(true)
  })
})

describe("RECORD-8 digests", () => {
  test("RECORD-8 the digests of a small record, made by hand", () => {
    const small = made({ deliberations: [{ id: "m-1", events: historyOf(withdrawnAtOnce) }] })
    const of = (value: unknown) => {
      const digest = digestOf(value)
      return digest.ok ? digest.value : ""
    }
    const matter = of({
      ...{ matter: "m-1", title: "Lights", community: "willow", asOf: "2026-12-31" },
      ...{ deliberations: ["m-1"], disclosures: [], coGovernance: null, covenant: null },
    })
    const [deliberations] = small.parts.deliberations
    expect(small.parts.matter.digest).toBe(matter)
    const parts = {
      ...{ matter, coGovernance: null, covenant: null, deliberations: [of(deliberations?.content)] },
      ...{ disclosures: [], texts: [], calendars: [] },
    }
    expect(small.digest).toBe(of({ format: "jinlin.public-record/1", parts }))
    expect(recordText(small).endsWith("}\n")).toBe(true)
  })
})

describe("the README", () => {
  test("shows a snippet that Node runs as it stands", () => {
    const folder = join(import.meta.dirname, "..")
    const code = /```ts\n(.*?)```/s.exec(readFileSync(join(folder, "README.md"), "utf8"))?.[1] ?? ""
    const program = `${code}\nconsole.log(JSON.stringify([holds, checks.length, unchecked.length > 0, page.length > 1000]))`
    const args = ["--conditions=@jinlin/source", "--input-type=module-typescript", "--eval", program]
    expect(JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }))).toEqual([
      true,
      9,
      true,
      true,
    ])
  })
})
