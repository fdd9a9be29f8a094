import { readText } from "@jinlin/core/kernel/arithmetic"
import { type Language, messagesFor } from "@jinlin/messages"
import * as fc from "fast-check"
import { type FormCommand, type FormEntry, type FormKind, type StepForm, stepFormCsv } from "../src/index.ts"
import { digest, reader } from "./form-samples.ts"

/** What a clerk types into a form, and the entries that must come of it. */
export interface Filled {
  readonly typedBy: string
  readonly lines: ReadonlyArray<ReadonlyArray<string>>
  readonly entries: ReadonlyArray<Omit<FormEntry, "line">>
  /** Words that must become documents, in their order. */
  readonly words: ReadonlyArray<string>
}

/** A text as it is kept: without spaces around it, and in Normalization Form C. */
export const valueIn = (text: string): string => text.trim().normalize("NFC")

/** So many lines stand above the columns of each. */
const heads: Readonly<Record<FormKind, number>> = {
  ...{ call: 3, "sign-in": 5, headcount: 5, votes: 5, tally: 5 },
  ...{ posting: 3, objection: 2, comment: 2, filing: 3 },
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A cell as our own form writes it: guarded where a spreadsheet program would calculate it. */
const cell = (text: string): string => quoted(/^[\s'=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text)

const line = (cells: ReadonlyArray<string>, width: number): string =>
  [...cells.map(cell), ...Array.from({ length: width - cells.length }, () => "")].join(",")

/** A form that was filled in; without lines only what stands above its columns. */
export const filledForm = (form: StepForm, filled: Filled | { readonly head: true }, language: Language): string => {
  const empty = stepFormCsv(form, { ...reader, messages: messagesFor(language) })
    .trimEnd()
    .split("\r\n")
  const width = (empty[0] ?? "").split(",").length
  const count = heads[form.kind]
  const signers = count === 5 ? ["张主持", "李记录"] : []
  const said = ["lines" in filled ? filled.typedBy : "林录入", ...(count === 2 ? [] : [""]), ...signers]
  const above = empty.slice(1, count).map((written, at) => line([written.split(",")[0] ?? "", said[at] ?? ""], width))
  const below = "lines" in filled ? filled.lines.map((cells) => line(cells, width)) : empty.slice(count + 1)
  return [empty[0], ...above, empty[count], ...below, ""].join("\r\n")
}

const someText = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((text) => readText(valueIn(text)).ok)

const hostile = fc.constantFrom(
  "=1+1",
  "+2",
  "-3",
  "@a",
  "'quoted'",
  "''=1",
  'a"b',
  "a,b;c\td".replace("\t", " "),
  "＝1",
)

const texts = fc.oneof({ weight: 3, arbitrary: someText }, { weight: 1, arbitrary: hostile })

const days = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .chain(({ day, month }) => {
    const two = (number: number) => String(number).padStart(2, "0")
    const value = `2026-${two(month)}-${two(day)}`
    return fc
      .constantFrom(value, `2026/${month}/${day}`, `2026.${month}.${two(day)}`, `2026年${month}月${day}日`)
      .map((written) => ({ written, value }))
  })

const ids = fc.stringMatching(/^[a-z0-9]{1,8}$/)

const entry = (command: FormCommand, given: Partial<FormEntry> = {}): Omit<FormEntry, "line"> => ({
  ...{ command, onBehalfOf: null, signatures: 2, on: null, remarks: [] },
  ...given,
})

type Rest = Omit<Filled, "typedBy">

const day = "2026-03-20"

/** Voters of the sample who may come, and who are not taken down yet. */
const coming = Array.from({ length: 10 }, (_, at) => `r-${at + 2}`)

const signIns: fc.Arbitrary<Rest> = fc
  .record({
    present: fc.subarray(coming, { minLength: 1 }),
    word: fc.constantFrom("到会", "到會", "present", "Present"),
  })
  .map(({ present: [first = "", ...others], word }) => {
    const present = [first, ...others] as const
    const says = (voter: string) => (present.includes(voter) ? word : "")
    return {
      lines: coming.map((voter) => [voter, voter === "r-5" ? "" : `居民${voter.slice(2)}`, says(voter)]),
      entries: [entry({ _tag: "RecordAttendance", present }, { on: day })],
      words: [],
    }
  })

const headcounts: fc.Arbitrary<Rest> = fc.nat({ max: 999_999 }).map((present) => ({
  lines: [[String(present)]],
  entries: [entry({ _tag: "RecordHeadcount", present }, { on: day })],
  words: [],
}))

const choiceWords = {
  for: ["赞成", "贊成", "for"],
  against: ["反对", "反對", "against"],
  abstain: ["弃权", "棄權", "abstain"],
  void: ["无效", "無效", "void"],
} as const

const votes: fc.Arbitrary<Rest> = fc
  .array(
    fc.record({
      choice: fc.constantFrom("for", "against", "abstain", "void", null),
      ...{ word: fc.nat({ max: 2 }), remark: texts },
    }),
    { minLength: 11, maxLength: 11 },
  )
  .filter((all) => all.some(({ choice }) => choice !== null))
  .map((all) => {
    const voted = all.map((one, at) => ({ ...one, voter: `r-${at + 1}` }))
    const choosing = (choice: string) => voted.filter((one) => one.choice === choice).map(({ voter }) => voter)
    const spoilt = voted.filter(({ choice }) => choice === "void")
    const command: FormCommand = {
      ...{ _tag: "RecordVotes", for: choosing("for"), against: choosing("against"), abstain: choosing("abstain") },
      void: spoilt.map(({ remark, voter }) => ({ voter, reason: valueIn(remark) })),
    }
    const remarks = voted
      .filter(({ choice }) => choice !== "void" && choice !== null)
      .map(({ remark, voter }) => ({ voter, remark: valueIn(remark) }))
    return {
      lines: voted.map(({ choice, remark, voter, word }) =>
        choice === null ? [voter, "", "", ""] : [voter, "", choiceWords[choice][word] ?? "", remark],
      ),
      entries: [entry(command, { on: day, remarks })],
      words: [],
    }
  })

const tallies: fc.Arbitrary<Rest> = fc
  .tuple(...([0, 0, 0, 0].map(() => fc.nat({ max: 9999 })) as [fc.Arbitrary<number>, ...Array<fc.Arbitrary<number>>]))
  .map((counts) => {
    const [yes = 0, no = 0, abstain = 0, spoilt = 0] = counts
    const sum = yes + no + abstain + spoilt
    return {
      lines: [...counts, sum].map((count, at) => [
        ["赞成", "against", "弃权", "void", at % 2 === 0 ? "收回" : "returned"][at] ?? "",
        String(count),
      ]),
      entries: [entry({ _tag: "RecordCounts", for: yes, against: no, abstain, void: spoilt }, { on: day })],
      words: [],
    }
  })

const postings: fc.Arbitrary<Rest> = fc
  .uniqueArray(fc.record({ channel: ids, place: texts, on: days }), {
    ...{ minLength: 1, maxLength: 4, selector: ({ channel }) => channel },
  })
  .map((all) => ({
    lines: [["online", "", "", "", ""], ...all.map((one) => [one.channel, one.place, one.on.written, "王", "李"])],
    entries: all.map(({ channel, on: { value: on }, place }) =>
      entry({ _tag: "PostDisclosure", channel, place: valueIn(place), on, evidence: digest("7") }, { on }),
    ),
    words: [],
  }))

const someWords = fc.record({
  ...{ words: texts, on: days, behalf: fc.option(ids), signed: fc.option(texts) },
  clause: fc.constantFrom("dogs", "parking", null),
})

const said = (kind: "objection" | "comment"): fc.Arbitrary<Rest> =>
  fc.array(someWords, { minLength: 1, maxLength: 5 }).map((all) => ({
    lines: [
      ...all.map(({ behalf, clause, on, signed, words }, at) => [
        ...[`x-${at}`, ...(kind === "comment" ? [clause ?? ""] : []), words],
        ...[on.written, behalf ?? "", signed ?? ""],
      ]),
      ["x-99", "", "", "", ""],
    ],
    entries: all.map(({ behalf, clause, on: { value: on }, signed }, at) => {
      const [id, text] = [`x-${at}`, digest("8")]
      const command: FormCommand =
        kind === "objection"
          ? { _tag: "RaiseObjection", objection: id, text, receivedOn: on, evidence: digest("7") }
          : { _tag: "RecordComment", comment: id, clause, text, receivedOn: on }
      return entry(command, { on, onBehalfOf: behalf, signatures: signed === null ? 0 : 1 })
    }),
    words: all.map(({ words }) => valueIn(words)),
  }))

const receipts: fc.Arbitrary<Rest> = fc
  .record({ receipt: texts, office: ids, on: days })
  .map(({ office, on: { value: on, written }, receipt }) => ({
    lines: [[receipt, office, written, "王经办"]],
    entries: [
      entry({ _tag: "FileVersion", version: 1, receipt: valueIn(receipt), with: office, on }, { on, signatures: 1 }),
    ],
    words: [],
  }))

const calls: fc.Arbitrary<Rest> = fc.record({ on: days, urgent: fc.option(texts) }).map(({ on, urgent }) => {
  const set = "representatives-meeting"
  const command: FormCommand = {
    ...{ _tag: "CallStep", step: "resolve", set, sitsOn: on.value },
    urgent: urgent === null ? null : valueIn(urgent),
  }
  return { lines: [[set, on.written, urgent ?? "", "王召集"]], entries: [entry(command, { signatures: 1 })], words: [] }
})

const rest: Readonly<Record<FormKind, fc.Arbitrary<Rest>>> = {
  ...{ call: calls, "sign-in": signIns, headcount: headcounts, votes, tally: tallies, posting: postings },
  ...{ objection: said("objection"), comment: said("comment"), filing: receipts },
}

/** Any clerk who fills in the form of the samples, and makes no mistake. */
export const fillings = ({ kind }: StepForm): fc.Arbitrary<Filled> =>
  fc.record({ typedBy: texts, filled: rest[kind] }).map(({ filled, typedBy }) => ({ ...filled, typedBy }))
