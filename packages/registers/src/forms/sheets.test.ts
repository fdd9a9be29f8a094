import { languages, messagesFor } from "@jinlin/messages"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { digest, disclosureForms, everyForm, reader, sitting } from "../../test/form-samples.ts"
import { hasList, naughtyStrings, someHostile } from "../../test/hostile.ts"
import { readPage } from "../../test/read-page.ts"
import { ballotPapersHtml, meetingNoticeHtml, readStepForm, stepFormCsv, stepFormHtml } from "../index.ts"
import { dayAfter, daysBetween } from "./days.ts"

const words = (html: string): string => readPage(html).texts.join("\n")

/** Every sheet with everything that comes from outside replaced by one text. */
const sheetsOf = (text: string): ReadonlyArray<string> => {
  const named = { ...reader, names: () => text }
  const of = { ...sitting("open"), title: text, urgent: text }
  return [
    ...everyForm.map((form) => stepFormHtml({ ...form, title: text }, named)),
    ...[meetingNoticeHtml(of, named), ballotPapersHtml(of, named) ?? ""],
  ]
}

describe("REGISTER-18 what is printed for a step", () => {
  test.each(languages)(
    "REGISTER-18 every sheet in %s holds its number, its document and no gap in its words",
    (language) => {
      const given = { ...reader, messages: messagesFor(language) }
      for (const form of everyForm) {
        const [html, csv] = [stepFormHtml(form, given), stepFormCsv(form, given)]
        const [, number = ""] = (csv.split("\r\n")[0] ?? "").split(",")
        expect(readPage(html).errors).toEqual([])
        expect(words(html)).toContain(number)
        expect(words(html)).toContain(form.document)
        expect(words(html)).toContain(form.title)
        expect(`${html}${csv}`).not.toMatch(/\[(?:form|register|term)|undefined|NaN|null/)
      }
      const notice = meetingNoticeHtml(sitting(), given)
      expect(notice).not.toMatch(/\[(?:form|register|term)|undefined|NaN|null/)
    },
  )

  test("REGISTER-18 a posting sheet holds the digests of the document and of the record, and room for two signatures", () => {
    const [posting] = disclosureForms()
    const said = posting === undefined ? "" : words(stepFormHtml(posting, reader))
    for (const one of [digest("b"), digest("e"), "签名人", "第二签名人", "居务公开栏"]) expect(said).toContain(one)
  })

  test.each([
    ["2026-03-14", 8, "not-met"],
    ["2026-03-15", 9, "not-met"],
    ["2026-03-16", 10, "met"],
    ["2026-03-20", 14, "met"],
  ])(
    "REGISTER-18 a notice for %s counts %i full days, neither end counted, and ten are asked for",
    (sitsOn, full, is) => {
      const page = readPage(meetingNoticeHtml({ ...sitting(), sitsOn }, reader))
      const days = page.elements.filter(({ attrs, tagName }) => tagName === "li" && attrs[0]?.value === "counted")
      expect(days).toHaveLength(full)
      const line = page.elements.find(({ attrs }) => attrs.some(({ value }) => value === is))
      expect(line?.childNodes).toMatchObject([{ value: expect.stringContaining(`中间相隔${full}整日`) }])
    },
  )

  test("REGISTER-18 a long count shows its beginning and its end", () => {
    const page = words(meetingNoticeHtml({ ...sitting(), sitsOn: "2026-05-20" }, reader))
    for (const one of ["03-06", "03-17", "…", "05-16", "05-19"]) expect(page.split("\n")).toContain(one)
    expect(page.split("\n")).not.toContain("03-18")
    expect(page).toContain("中间相隔75整日")
  })

  test("REGISTER-18 no sheet runs, loads or hides anything, whatever stands in the data", () => {
    const plain = sheetsOf("x").map((html) => readPage(html).skeleton)
    for (const text of someHostile) {
      const sheets = sheetsOf(text)
      expect(["\u202e", "\0"].some((hidden) => sheets.join("").includes(hidden))).toBe(false)
      expect(sheets.map((html) => readPage(html).skeleton.replace(/data-label=[^\n]*/g, ""))).toEqual(
        plain.map((skeleton) => skeleton.replace(/data-label=[^\n]*/g, "")),
      )
    }
  })

  test("REGISTER-18 no text of the public list of naughty strings opens or closes anything", (context) => {
    context.skip(!hasList, "the public list of naughty strings is not beside the repository")
    const marks = (text: string): number => {
      const of = { ...sitting("open"), title: text, roll: sitting().roll.slice(0, 1) }
      return (ballotPapersHtml(of, { ...reader, names: () => text }) ?? "").split(/[<>"]/).length
    }
    for (const text of naughtyStrings()) expect(marks(text)).toBe(marks("x"))
  })

  test("REGISTER-18 no cell of an empty form is ever calculated, whatever a name is", () => {
    for (const name of someHostile)
      for (const form of everyForm) {
        const csv = stepFormCsv(form, { ...reader, names: () => name })
        expect(csv).not.toMatch(/(?:^|[,"])(?:[=+@\t＝＋－＠]|-(?!\d*,))/m)
      }
  })

  test("REGISTER-18 days are counted by the Gregorian calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_524 }), fc.integer({ min: 0, max: 800 }), (from, days) => {
        const first = new Date(Date.UTC(2000, 0, 1 + from)).toISOString().slice(0, 10)
        const later = new Date(Date.UTC(2000, 0, 1 + from + days)).toISOString().slice(0, 10)
        expect(dayAfter(first, days)).toBe(later)
        expect(daysBetween(first, later)).toBe(days)
      }),
    )
  })
})

describe("REGISTER-19 ballot papers", () => {
  const papersOf = (html: string | null): ReadonlyArray<string> => (html ?? "").match(/<section.*?<\/section>/gs) ?? []

  test("REGISTER-19 of a secret ballot are each like the other, without a name, a number or anything to tell them apart", () => {
    const papers = papersOf(ballotPapersHtml(sitting("secret-papers"), reader))
    expect(papers).toHaveLength(11)
    expect(new Set(papers).size).toBe(1)
    expect(papers.join("")).not.toMatch(/居民\d|r-\d/)
  })

  test("REGISTER-19 of an open one bear the name and the id of each voter, once", () => {
    const papers = papersOf(ballotPapersHtml(sitting("open"), reader))
    expect(papers.map((paper) => /投票人：(.+?)（(.+?)）/.exec(paper)?.slice(1))).toEqual(
      Array.from({ length: 11 }, (_, at) => [`居民${at + 1}`, `r-${at + 1}`]),
    )
  })

  test("REGISTER-19 are for nobody where hands are raised, where votes come over logins, or where nothing is put to the vote", () => {
    expect(ballotPapersHtml(sitting("show-of-hands"), reader)).toBeNull()
    expect(ballotPapersHtml(sitting("secret"), reader)).toBeNull()
    expect(ballotPapersHtml({ ...sitting(), mode: null }, reader)).toBeNull()
  })
})

describe("REGISTER-13 a long roll", () => {
  test("REGISTER-13 of ten thousand voters is read line by line, and everybody who came is in the command", () => {
    const roll = Array.from({ length: 10_000 }, (_, at) => ({ voter: `r-${at + 1}`, person: `p-${at + 1}` }))
    const form = { ...sitting(), roll, present: [], kind: "sign-in" } as const
    const csv = stepFormCsv(form, reader)
      .replace(/^(录入人|签名人|第二签名人),/gm, "$1,$1")
      .replace(/^(r-\d+,[^,]*),$/gm, "$1,到会")
    const read = readStepForm(csv, [form], { sheet: digest("7"), documentOf: () => "", names: reader.names })
    const [entry] = read.ok ? read.entries : []
    expect(entry?.command).toEqual({ _tag: "RecordAttendance", present: roll.map(({ voter }) => voter) })
  })
})
