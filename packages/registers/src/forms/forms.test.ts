import { CovenantCommand, covenant as covenantProcess } from "@jinlin/core/covenant"
import { DeliberationCommand, deliberation } from "@jinlin/core/deliberation"
import { DisclosureCommand, disclosure as disclosureProcess } from "@jinlin/core/disclosure"
import { decodeStrictly } from "@jinlin/core/kernel"
import { readId, readText } from "@jinlin/core/kernel/arithmetic"
import { describeRefusal, languages, messagesFor } from "@jinlin/messages"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Filled, filledForm, fillings, valueIn } from "../../test/form-clerk.ts"
import {
  around,
  covenant,
  covenantForms,
  digest,
  disclosure,
  disclosureForms,
  everyForm,
  matter,
  reader,
} from "../../test/form-samples.ts"
import {
  type FormKind,
  type FormOptions,
  type FormRefusal,
  formKinds,
  formsOfCovenant,
  formsOfDisclosure,
  formsOfMatter,
  readStepForm,
  type StepForm,
  stepFormCsv,
  stepFormNumber,
} from "../index.ts"

const sheet = digest("7")
const options: FormOptions = { sheet, documentOf: () => digest("8"), names: reader.names }

const formOf = (kind: FormKind): StepForm => {
  const found = everyForm.find((form) => form.kind === kind)
  if (found === undefined) throw new Error(`there is no sample of ${kind}`)
  return found
}

const read = (csv: string | Uint8Array, forms = everyForm, given = options) => readStepForm(csv, forms, given)

const refusals = (csv: string | Uint8Array, forms = everyForm, given = options): ReadonlyArray<FormRefusal> => {
  const came = read(csv, forms, given)
  return came.ok ? [] : came.refusal
}

const tags = (csv: string | Uint8Array, forms = everyForm): ReadonlyArray<string> =>
  refusals(csv, forms).map(({ _tag }) => _tag)

/** A form with who typed and who signed above it. */
const typed = (kind: FormKind, change: (csv: string) => string = (csv) => csv): string =>
  change(
    stepFormCsv(formOf(kind), reader)
      .replace(/^录入人,/m, "录入人,林录入")
      .replace(/^签名人,,/m, "签名人,张主持,")
      .replace(/^第二签名人,,/m, "第二签名人,李记录,"),
  )

const row = (csv: string, beginning: string, line: string): string =>
  csv.replace(new RegExp(`^${beginning}.*$`, "m"), line)

const decodes = (command: unknown, kind: FormKind): boolean => {
  const schema = ["posting", "objection"].includes(kind)
    ? decodeStrictly(DisclosureCommand)
    : ["comment", "filing"].includes(kind)
      ? decodeStrictly(CovenantCommand)
      : decodeStrictly(DeliberationCommand)
  return schema(command).ok
}

describe("REGISTER-13 a form is read whole or not at all", () => {
  test("REGISTER-13 there is a sample of every kind, and each is printed with as many cells in every line", () => {
    expect(new Set(everyForm.map(({ kind }) => kind))).toEqual(new Set(formKinds))
    for (const form of everyForm) {
      const lines = stepFormCsv(form, reader).trimEnd().split("\r\n")
      expect(new Set(lines.map((line) => line.split(",").length)).size).toBe(1)
    }
  })

  test.each(formKinds)("REGISTER-13 %s: what any clerk fills in comes back as the commands of the process", (kind) => {
    const form = formOf(kind)
    fc.assert(
      fc.property(fillings(form), fc.constantFrom(...languages), (filled: Filled, language) => {
        const documents: Array<string> = []
        const documentOf = (words: string): string => {
          documents.push(words)
          return digest("8")
        }
        const came = read(filledForm(form, filled, language), [form], { ...options, documentOf })
        expect(came).toEqual({
          ...{ ok: true, kind, of: form.of, typedBy: valueIn(filled.typedBy), sheet },
          entries: filled.entries.map((entry) => ({ ...entry, line: expect.any(Number) })),
        })
        expect(documents).toEqual(filled.words)
        for (const { command } of filled.entries) expect(decodes(command, kind)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test.each(formKinds)("REGISTER-13 %s: an empty form says nothing, in every language", (kind) => {
    for (const language of languages) {
      const csv = filledForm(formOf(kind), { head: true }, language)
      expect(refusals(csv)).toEqual([{ _tag: "FormIsEmpty", rule: "REGISTER-13", kind }])
    }
  })

  test("REGISTER-13 everything wrong is told at once, each with its line and its column", () => {
    const csv = row(row(row(typed("sign-in"), "r-2", "r-1,居民1,√"), "r-3", "r-99,谁,到会"), "r-4", "r-4,居民5,到会")
    expect(refusals(csv)).toEqual([
      {
        ...{ _tag: "FormCellUnreadable", rule: "REGISTER-13", line: 8, column: "present" },
        ...{ wanted: "presence", got: "√" },
      },
      { _tag: "FormIdUnknown", rule: "REGISTER-13", line: 9, column: "voter", got: "r-99" },
      {
        ...{ _tag: "FormNameDiffers", rule: "REGISTER-13", line: 10, column: "name" },
        ...{ got: "居民5", expected: "居民4" },
      },
      { _tag: "FormIdTwice", rule: "REGISTER-13", line: 8, column: "voter", first: 7, got: "r-1" },
    ])
  })

  test("REGISTER-13 what is wrong above the columns is told together with what is wrong below them", () => {
    const csv = row(
      row(
        typed("headcount", (text) => `${text}many,,\r\n`),
        "录入人",
        "录入人,,",
      ),
      "签名人",
      "签名人,,主持人",
    )
    expect(refusals(csv).map((one) => ("line" in one ? [one._tag, one.line] : one))).toEqual([
      ["FormCellMissing", 2],
      ["FormCellMissing", 4],
      ["FormCellUnreadable", 8],
    ])
  })

  test.each<[string, string, ReadonlyArray<object>]>([
    [
      "a column that was deleted",
      typed("headcount", (csv) => csv.replace("数量,,", "别的,,")),
      [{ _tag: "FormColumnMissing", rule: "REGISTER-13", line: 6, column: "count" }],
    ],
    [
      "a column that stands twice",
      typed("headcount", (csv) => csv.replace("数量,,", "数量,count,")),
      [{ _tag: "FormColumnTwice", rule: "REGISTER-13", line: 6, column: "count" }],
    ],
    [
      "a line that is longer than the others",
      `${typed("headcount").trimEnd()}\r\n9,,,\r\n`,
      [{ _tag: "PaperRaggedRow", rule: "REGISTER-8", line: 8, cells: 4, columns: 3 }],
    ],
    [
      "two lines of a form for one thing",
      typed("headcount", (csv) => `${csv}9,,\r\n10,,\r\n`),
      [{ _tag: "FormLineTooMany", rule: "REGISTER-13", line: 9, first: 8 }],
    ],
    [
      "a count that is none",
      typed("headcount", (csv) => `${csv}九,,\r\n`),
      [
        {
          ...{ _tag: "FormCellUnreadable", rule: "REGISTER-13", line: 8, column: "count" },
          ...{ wanted: "count", got: "九" },
        },
      ],
    ],
    [
      "a void vote without its reason",
      row(typed("votes"), "r-2", "r-2,,无效,"),
      [{ _tag: "FormCellMissing", rule: "REGISTER-13", line: 8, column: "remark" }],
    ],
    [
      "a remark without a choice",
      row(typed("votes"), "r-2", "r-2,,,太贵"),
      [{ _tag: "FormCellMissing", rule: "REGISTER-13", line: 8, column: "choice" }],
    ],
    [
      "a clause that the draft does not have",
      row(typed("comment"), "c2-1", "c2-1,cats,也管猫,2026-03-02,,"),
      [{ _tag: "FormIdUnknown", rule: "REGISTER-13", line: 4, column: "clause", got: "cats" }],
    ],
    [
      "an objection without its words",
      row(typed("objection"), "o2-1", "o2-1,,2026-03-22,,王"),
      [{ _tag: "FormCellMissing", rule: "REGISTER-13", line: 4, column: "words" }],
    ],
    [
      "rules under which the body may not sit",
      row(typed("call"), "representatives-meeting", "owners-special,2026-03-20,,王召集"),
      [{ _tag: "FormIdUnknown", rule: "REGISTER-13", line: 5, column: "set", got: "owners-special" }],
    ],
  ])("REGISTER-13 refused is %s", (_what, csv, expected) => {
    expect(refusals(csv)).toEqual(expected)
  })

  test.each([
    ["a formula", "=1+1", "'=1+1"],
    ["a plus", "+86 123", "'+86 123"],
    ["a minus", "-2", "'-2"],
    ["an address", "@all", "'@all"],
    ["a quotation mark and a comma", '他说"不"，a,b', '"他说""不""，a,b"'],
    ["two lines", "一\n二", '"一\r\n二"'],
    ["a tag", "<script>alert(1)</script>", "<script>alert(1)</script>"],
  ])("REGISTER-13 %s in the words of an objection stays what it is", (_what, words, cell) => {
    const documents: Array<string> = []
    const documentOf = (text: string): string => digest(String(documents.push(text)))
    const csv = row(typed("objection"), "o2-1", `o2-1,${cell},2026-03-22,,`)
    expect(read(csv, everyForm, { ...options, documentOf }).ok).toBe(true)
    expect(documents).toEqual([words])
  })

  test.each([
    ["a direction control", "甲\u202e乙"],
    ["a NUL", "甲\u0000乙"],
    ["half a character", "甲\ud800乙"],
    ["a noncharacter", "甲\uffff乙"],
    ["far too much", "长".repeat(50_001)],
  ])("REGISTER-13 %s in a cell is refused with nothing hidden in the refusal", (_what, words) => {
    const found = refusals(row(typed("objection"), "o2-1", `o2-1,${words},2026-03-22,,`))
    expect(found).toMatchObject([{ _tag: "FormCellUnreadable", line: 4, column: "words", wanted: "text" }])
    expect(JSON.stringify(found)).not.toMatch(/\u202e|\\u0000|\\ud800|\uffff|.{200}长/)
  })

  test("REGISTER-13 bytes that are no UTF-8 are refused with the place: GBK, UTF-16, and too much of anything", () => {
    const gbk = new Uint8Array([0xb1, 0xed, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5])
    expect(refusals(gbk)).toEqual([{ _tag: "NotUtf8", rule: "REGISTER-8", offset: 0 }])
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(typed("call"), "utf16le")])
    expect(refusals(utf16)).toEqual([{ _tag: "NotUtf8", rule: "REGISTER-8", offset: 0 }])
    expect(tags(new Uint8Array(60_000_001))).toEqual(["PaperTooLarge"])
    expect(tags("x".repeat(20_000_001))).toEqual(["PaperTooLarge"])
    expect(tags('表单编号,"call')).toEqual(["PaperNotCsv"])
  })

  test("REGISTER-13 a form that a spreadsheet program saved between semicolons or tabs is read like the one between commas", () => {
    const csv = row(typed("filing"), ",,,", "街备〔2026〕7号,street,2026-02-01,王经办")
    for (const mark of [";", "\t"]) expect(read(csv.replaceAll(",", mark))).toEqual(read(csv))
  })

  test("REGISTER-13 whatever text is read as a word is one that the kernel takes, and the other way round", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 12 }), (words) => {
        const cell = `"${words.replaceAll('"', '""')}"`
        const isTaken = read(row(typed("objection"), "o2-1", "").concat(`o9-1,${cell},2026-03-22,,\r\n`)).ok
        const trimmed = words.trim()
        const isGuarded = trimmed.startsWith("'")
        fc.pre(!isGuarded)
        expect(isTaken).toBe(readText(trimmed, { severalLines: true, maxLength: 50_000 }).ok)
      }),
    )
  })
})

describe("REGISTER-14 a form belongs to one step of one process", () => {
  const other = (kind: FormKind, forms: ReadonlyArray<StepForm>) => refusals(typed(kind), forms)
  const parts = (found: ReadonlyArray<FormRefusal>) =>
    found.map((one) => (one._tag === "FormOfAnother" ? one.what : one._tag))
  const open = matter()
  const called = matter(null)

  test("REGISTER-14 another matter, round, step, text or roll is refused, each by its name", () => {
    const forms = (change: object, sitting: object = {}) =>
      formsOfMatter(around, { ...called, ...change, sitting: { ...called.sitting, ...sitting } } as typeof called)
    expect(parts(other("sign-in", formsOfMatter({ ...around, of: "m-2" }, called)))).toEqual(["of"])
    expect(parts(other("sign-in", forms({}, { round: 4 })))).toEqual(["number"])
    expect(parts(other("votes", forms({}, { step: "review" })))).toEqual(["step"])
    expect(parts(other("tally", forms({ text: digest("b") })))).toEqual(["document"])
    expect(parts(other("sign-in", forms({}, { recusals: [] })))).toEqual(["made-for"])
    expect(refusals(typed("headcount"), forms({}, { round: 4 }))[0]).toEqual({
      ...{ _tag: "FormOfAnother", rule: "REGISTER-14", line: 1, what: "number", got: "3", expected: "4" },
    })
  })

  test("REGISTER-14 who came is awaited until the ballot opens, and votes until it is closed", () => {
    const kinds = (state: typeof open) => formsOfMatter(around, state).map(({ kind }) => kind)
    expect(kinds(called)).toEqual(["sign-in", "headcount", "votes", "tally"])
    expect(kinds(open)).toEqual(["votes", "tally"])
    expect(kinds(matter("open"))).toEqual(["votes"])
    expect(kinds(matter("secret-papers"))).toEqual(["tally"])
    expect(kinds(matter("secret"))).toEqual([])
    const ballot = { mode: "show-of-hands", motion: { _tag: "Adopt" }, closesOn: "2026-03-20", closedAt: 1 }
    expect(kinds({ ...open, sitting: { ...open.sitting, ballot } } as typeof open)).toEqual([])
  })

  test("REGISTER-14 a comment that came in on paper is typed until the draft is submitted, on the text as it was offered", () => {
    const draft = (phase: string) =>
      covenant.draft === null ? covenant : { ...covenant, draft: { ...covenant.draft, phase, document: digest("9") } }
    const forms = (phase: string) =>
      formsOfCovenant({ community: "willow", of: "k-1", offered: digest("c") }, draft(phase))
    const csv = row(typed("comment"), "c2-1", "c2-1,,好,2026-03-02,,")
    expect(read(csv, forms("revising")).ok).toBe(true)
    expect(tags(csv, forms("submitted"))).toEqual(["FormNotAwaited"])
  })

  test("REGISTER-14 so is another preparation of a disclosure, another document, and another round of comments", () => {
    expect(parts(other("posting", disclosureForms({ ...disclosure, preparation: 3 })))).toEqual(["number"])
    expect(parts(other("objection", disclosureForms({ ...disclosure, document: digest("9") })))).toEqual(["document"])
    expect(parts(other("posting", disclosureForms({ ...disclosure, what: "result" })))).toEqual(["step"])
    const draft = covenant.draft === null ? null : { ...covenant.draft, document: digest("9") }
    expect(parts(other("comment", covenantForms({ ...covenant, draft })))).toEqual(["document"])
    const later = covenant.draft?.round && { ...covenant.draft, round: { ...covenant.draft.round, round: 2 } }
    expect(parts(other("comment", covenantForms({ ...covenant, draft: later ?? null })))).toEqual(["made-for"])
  })

  test("REGISTER-14 what nothing awaits is refused: a sitting that is over, comments that are closed", () => {
    expect(other("sign-in", formsOfMatter(around, { ...open, sitting: null }))).toEqual([
      { _tag: "FormNotAwaited", rule: "REGISTER-14", kind: "sign-in", of: "m-1", awaited: ["call"] },
    ])
    expect(parts(other("call", formsOfMatter(around, open)))).toEqual(["FormNotAwaited"])
    expect(parts(other("call", formsOfMatter(around, { ...open, status: "decided", sitting: null })))).toEqual([
      "FormNotAwaited",
    ])
    expect(parts(other("posting", disclosureForms({ ...disclosure, status: "completed" })))).toEqual(["FormNotAwaited"])
    expect(parts(other("objection", disclosureForms({ ...disclosure, status: "checked" })))).toEqual(["FormNotAwaited"])
    expect(parts(other("comment", covenantForms({ ...covenant, draft: null })))).toEqual(["FormNotAwaited"])
  })

  test("REGISTER-14 a sheet that is typed twice is refused: nothing is entered again", () => {
    const present = row(typed("sign-in"), "r-1", "r-1,居民1,到会")
    expect(refusals(present)).toEqual([
      { _tag: "FormEnteredAlready", rule: "REGISTER-14", line: 7, column: "voter", got: "r-1" },
    ])
    const counted = { ...open, sitting: { ...open.sitting, counted: {} } } as typeof open
    const voted = row(typed("votes"), "r-2", "r-2,,赞成,")
    expect(tags(voted, formsOfMatter(around, counted))).toEqual(["FormEnteredAlready"])
    const heads = { ...called, sitting: { ...called.sitting, presentCount: 9 } } as typeof open
    const nine = typed("headcount", (csv) => `${csv}9,,\r\n`)
    expect(tags(nine, formsOfMatter(around, heads))).toEqual(["FormEnteredAlready"])
    const posted = row(typed("posting"), "notice-board", "notice-board,一号门内公开栏,2026/3/21,王,李")
    expect(tags(posted)).toEqual(["FormEnteredAlready"])
    expect(tags(row(typed("objection"), "o2-1", "o1-1,不实,2026-03-22,,"))).toEqual(["FormEnteredAlready"])
    expect(tags(row(typed("comment"), "c2-1", "c1-1,,好,2026-03-02,,"))).toEqual(["FormEnteredAlready"])
    const filed = covenant.versions.map((version) => ({ ...version, filed: { receipt: "7号" } }))
    const receipt = row(typed("filing"), ",,,", "7号,street,2026-02-01,王经办")
    expect(tags(receipt, covenantForms({ ...covenant, versions: filed }))).toEqual(["FormEnteredAlready"])
  })

  test("REGISTER-14 the number says which form it is before anybody knows what it is held against", () => {
    for (const form of everyForm) {
      const number = stepFormNumber(stepFormCsv(form, reader))
      expect(number.ok && [number.value.kind, number.value.of]).toEqual([form.kind, form.of])
    }
    expect(tags("")).toEqual(["FormMissing"])
    expect(tags("voter,choice\r\nr-1,for\r\n")).toEqual(["FormMissing"])
    const hidden = `表单编号,call@m\u202e1@resolve@3@${"a".repeat(16)}@${"0".repeat(16)}\r\n`
    expect(tags(hidden)).toEqual(["FormUnreadable"])
    expect(JSON.stringify(refusals(hidden))).not.toContain("\u202e")
    expect(refusals("表单编号,m-1@3\r\n")).toEqual([
      { _tag: "FormUnreadable", rule: "REGISTER-14", line: 1, got: "m-1@3" },
    ])
  })

  test("REGISTER-14 of several versions the one whose number the receipt bears is taken", () => {
    const second = { ...covenant.versions[0], version: 2, document: digest("5") }
    const forms = covenantForms({ ...covenant, versions: [...covenant.versions, second as never] })
    const receipt = row(typed("filing"), ",,,", "7号,street,2026-02-01,王经办")
    const came = read(receipt, forms)
    expect(came.ok && came.entries[0].command).toMatchObject({ _tag: "FileVersion", version: 1 })
  })

  test("REGISTER-14 states of the core are what forms are printed from", () => {
    expect(formsOfMatter(around, deliberation.initial)).toEqual([])
    expect(formsOfDisclosure({ ...around, title: "" }, disclosureProcess.initial)).toEqual([])
    expect(formsOfCovenant(around, covenantProcess.initial)).toEqual([])
    expect(readId("m-1").ok).toBe(true)
  })
})

describe("REGISTER-15 who typed and who signed", () => {
  test("REGISTER-15 a form without who typed, or without a signature that it needs, is refused with the line", () => {
    const blank = stepFormCsv(formOf("tally"), reader)
    expect(refusals(blank)).toEqual(
      [
        [2, "typed"],
        [4, "signed"],
        [5, "second"],
      ].map(([line, column]) => ({ _tag: "FormCellMissing", rule: "REGISTER-15", line, column })),
    )
    const alone = row(typed("posting"), "notice-board", "notice-board,二号门,2026-03-22,王,")
    expect(refusals(alone)).toEqual([{ _tag: "FormCellMissing", rule: "REGISTER-15", line: 5, column: "second" }])
  })

  test("REGISTER-15 one person cannot sign for two, whatever the width of the letters", () => {
    const sheetOfOne = typed("tally").replace("李记录", "张主持")
    expect(refusals(sheetOfOne)).toEqual([
      { _tag: "FormSignedTwiceByOne", rule: "REGISTER-15", line: 5, column: "second" },
    ])
    const line = row(typed("posting"), "notice-board", "notice-board,二号门,2026-03-22,Wang A,Ｗａｎｇ  Ａ")
    expect(refusals(line)).toEqual([{ _tag: "FormSignedTwiceByOne", rule: "REGISTER-15", line: 5, column: "second" }])
  })

  test("REGISTER-15 names of signers leave the form for nothing; the command bears the digest of the sheet", () => {
    const csv = row(typed("posting"), "notice-board", "notice-board,二号门,2026-03-22,王签名,李见证")
    const came = read(csv)
    expect(JSON.stringify(came)).not.toMatch(/王签名|李见证/)
    expect(came.ok && came.entries).toEqual([
      {
        ...{ line: 5, on: "2026-03-22", onBehalfOf: null, signatures: 2, remarks: [] },
        command: {
          ...{ _tag: "PostDisclosure", channel: "notice-board", place: "二号门", on: "2026-03-22", evidence: sheet },
        },
      },
    ])
    expect(came.ok && [came.typedBy, came.sheet]).toEqual(["林录入", sheet])
  })

  test("REGISTER-15 for whom it was typed is an id, of the sheet or of the line", () => {
    const csv = row(
      typed("headcount", (text) => `${text}9,,\r\n`),
      "代谁录入",
      "代谁录入,p-5,",
    )
    const came = read(csv)
    expect(came.ok && came.entries[0].onBehalfOf).toBe("p-5")
    expect(refusals(csv.replace("p-5", "张 三"))).toEqual([
      {
        ...{ _tag: "FormCellUnreadable", rule: "REGISTER-13", line: 3, column: "behalf" },
        ...{ wanted: "id", got: "张 三" },
      },
    ])
    const line = read(row(typed("objection"), "o2-1", "o2-1,不实,2026-03-22,p-6,"))
    expect(line.ok && [line.entries[0].onBehalfOf, line.entries[0].signatures]).toEqual(["p-6", 0])
  })

  test("REGISTER-15 a digest that is none is refused, of the sheet and of the words", () => {
    const csv = row(typed("objection"), "o2-1", "o2-1,不实,2026-03-22,,")
    expect(refusals(csv, everyForm, { ...options, sheet: "scan.jpg" })).toEqual([
      { _tag: "FormDigestInvalid", rule: "REGISTER-15", what: "sheet", got: "scan.jpg" },
    ])
    expect(refusals(csv, everyForm, { ...options, documentOf: (words) => words })).toEqual([
      { _tag: "FormDigestInvalid", rule: "REGISTER-15", what: "document", got: "不实" },
    ])
  })

  test("REGISTER-15 words become a document only where everything else was read", () => {
    const kept: Array<string> = []
    const documentOf = (words: string): string => digest(String(kept.push(words)))
    const csv = row(row(typed("objection"), "o2-1", "o2-1,不实,2026-03-22,,"), "o2-2", "o2-2,不实,三月,,")
    expect(refusals(csv, everyForm, { ...options, documentOf })).toHaveLength(1)
    expect(kept).toEqual([])
  })
})

describe("REGISTER-16 days", () => {
  const receipt = (day: string) => row(typed("filing"), ",,,", `7号,street,${day},王经办`)
  const dayOf = (day: string) => {
    const came = read(receipt(day))
    return came.ok ? came.entries[0].on : came.refusal[0]._tag
  }

  test.each([
    ["2026-03-01", "2026-03-01"],
    ["2026/3/1", "2026-03-01"],
    ["2026/03/01", "2026-03-01"],
    ["2026.3.1", "2026-03-01"],
    ["2026年3月1日", "2026-03-01"],
    ["2024-02-29", "2024-02-29"],
    ["2000/2/29", "2000-02-29"],
    ["2026-04-30", "2026-04-30"],
  ])("REGISTER-16 %s is read as %s: the year comes first, and nothing is guessed", (written, day) => {
    expect(dayOf(written)).toBe(day)
  })

  test.each([
    ...["2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-01-01", "2026/3-1"],
    ...["1/3/2026", "26-3-1", "3月1日", "2026-3", "三月一日", "2026-03-01T00:00", "1-Mar-26", "99999", "123"],
  ])("REGISTER-16 %s is no day that anybody can be sure of", (written) => {
    expect(dayOf(written)).toBe("FormCellUnreadable")
  })

  test.each([
    ["46082", "2026-03-01"],
    ["46082.0", "2026-03-01"],
    ["36526", "2000-01-01"],
    ["45351", "2024-02-29"],
    ["73050", "2099-12-31"],
  ])("REGISTER-16 the number %s of a spreadsheet program is refused, and told as perhaps %s", (got, perhaps) => {
    expect(refusals(receipt(got))).toEqual([
      { _tag: "FormDayIsSerial", rule: "REGISTER-16", line: 5, column: "day", got, perhaps },
    ])
  })
})

describe("REGISTER-17 a tally", () => {
  const counted = (...counts: ReadonlyArray<string>): string =>
    ["赞成", "反对", "弃权", "无效", "收回"].reduce(
      (csv, word, at) => row(csv, word, `${word},${counts[at] ?? ""},`),
      typed("tally"),
    )

  test("REGISTER-17 is recorded where the papers that came back are as many as those that were counted", () => {
    const came = read(counted("6", "2", "1.0", "０", "9"))
    expect(came.ok && came.entries[0].command).toEqual({
      _tag: "RecordCounts",
      for: 6,
      against: 2,
      abstain: 1,
      void: 0,
    })
  })

  test.each([
    ["8", 9, 8],
    ["10", 9, 10],
  ])("REGISTER-17 with %s that came back it is refused with both numbers", (came, sum, returned) => {
    expect(refusals(counted("6", "2", "1", "0", came))).toEqual([
      { _tag: "FormSumDiffers", rule: "REGISTER-17", line: 11, column: "count", returned, sum },
    ])
  })

  test("REGISTER-17 nothing that was left empty is taken for nought, and nothing is counted twice", () => {
    expect(refusals(counted("6", "2", "", "0", "8"))).toEqual([
      { _tag: "FormCountMissing", rule: "REGISTER-17", line: 11, column: "count", got: "abstain" },
    ])
    const twice = counted("6", "2", "1", "0", "9").replace("弃权,1,", "反对,1,")
    expect(tags(twice)).toEqual(["FormIdTwice", "FormCountMissing"])
  })
})

describe("the words of refusals", () => {
  test("REGISTER-13 every refusal of a form has its words in every language, and its line and column stand in them", () => {
    const samples: ReadonlyArray<FormRefusal> = [
      ...refusals(row(typed("sign-in"), "r-2", "r-1,居民1,√")),
      ...refusals(typed("sign-in"), []),
      ...refusals(row(typed("filing"), ",,,", "7号,street,46082,王经办")),
    ]
    expect(samples.length).toBeGreaterThan(3)
    for (const refusal of samples)
      for (const language of languages) {
        const { missing, what } = describeRefusal(refusal, language)
        expect(missing).toEqual([])
        if ("line" in refusal) expect(what).toContain(String(refusal.line))
        if ("column" in refusal) {
          const column = messagesFor(language).textOf(`term.form-column.${refusal.column}`)
          expect(column.ok && what.includes(column.value)).toBe(true)
        }
      }
  })
})
