import { folded } from "../paper/read-row.ts"
import type { Say } from "../sheet/say.ts"
import type { SheetPart } from "../sheet/sheet.ts"
import type { FormPlan } from "./plan.ts"
import type { Cells } from "./read-cells.ts"
import { periodDays } from "./sitting-parts.ts"
import type { DisclosureAwaited } from "./step-forms.ts"
import { dayText, factsOf, partOf, roomFor } from "./write-form.ts"

const channelText = (say: Say, channel: string): string => say.text("form.value.channel", { channel })

/** What a disclosure is of, and for how long it stands. */
const disclosureParts = (form: DisclosureAwaited, say: Say): ReadonlyArray<SheetPart> => {
  const { document, from, lastDay, matter, number, of, period, recordDigest, step, title } = form
  const facts = factsOf(say, [
    ["matter", title],
    ["matter-id", matter],
    ["disclosed", say.text("form.value.disclosed", { what: step })],
    ["disclosure-id", say.text("form.value.preparation", { of, number })],
    ["digest", document],
    ["record", recordDigest],
  ])
  if (period === null) return [partOf(say, "about", { facts })]
  const days = from === null || lastDay === null ? undefined : periodDays(say, from, lastDay)
  const standing: SheetPart = {
    ...partOf(say, "period", { facts: factsOf(say, [["last-day", dayText(say, lastDay)]]) }),
    ...(days === undefined ? {} : { days }),
    lines: [
      { text: say.text("form.period.days", { days: period.days }), holds: null },
      { text: say.cite(period.citation), holds: null },
    ],
  }
  return [partOf(say, "about", { facts }), standing]
}

/** What a line of a posting sheet says. */
export interface PostingLine {
  readonly channel: string
  readonly place: string
  readonly on: string
}

/** Both signatures of a line; they are of two people. */
const mustBeSignedByTwo = (cells: Cells): void => {
  const [signed, second] = [cells.signer("signed"), cells.signer("second")]
  if (signed !== "" && folded(signed) === folded(second))
    cells.refuse({ _tag: "FormSignedTwiceByOne", rule: "REGISTER-15", line: cells.line, column: "second" })
}

/** Where and when it was put up, and who saw it there. */
export const posting: FormPlan<"posting", PostingLine> = {
  columns: ["channel", "place", "day", "signed", "second"],
  ...{ signers: [], madeFor: () => [], once: null, isOfOneLine: false },
  lines: ({ channels }) => channels.map((channel) => [channel, "", "", "", ""]),
  parts: (form, say) => [
    ...disclosureParts(form, say),
    roomFor(say, ["channel", "place", "day", "signed", "second"], {
      rows: [...form.channels.map((channel) => channelText(say, channel)), "", ""].map((word) => [
        word,
        "",
        "",
        "",
        "",
      ]),
      room: "sentence",
    }),
  ],
  read: (cells, { postings }) => {
    if (cells.areBlank("place", "day", "signed", "second")) return null
    const line = { channel: cells.id("channel"), place: cells.text("place"), on: cells.day("day") }
    mustBeSignedByTwo(cells)
    cells.mustBeNew("place", () =>
      postings.some(({ channel, on, place }) => channel === line.channel && on === line.on && place === line.place),
    )
    return line
  },
  check: (said) => {
    const lines = new Map<string, number>()
    return said.flatMap(({ line, said: one }) => {
      const [key, first] = [JSON.stringify(one), lines.get(JSON.stringify(one))]
      if (first === undefined) lines.set(key, line)
      const place = { line, column: "place", got: one.place } as const
      return first === undefined ? [] : [{ _tag: "FormIdTwice", rule: "REGISTER-13", ...place, first } as const]
    })
  },
  entries: (said, _, { sheet }) =>
    said.map(({ line, said: { channel, on, place } }) => ({
      ...{ line, on, signatures: 2, remarks: [] },
      command: { _tag: "PostDisclosure", channel, place, on, evidence: sheet },
    })),
}

/** So many lines are printed of what people write in their own words. */
const roomForWords = 5

/** Ids of lines: of a sheet that is named, or of the first number of which nothing stands in the log. */
const freshIds = (letter: string, known: ReadonlyArray<string>, sheet: string | null): ReadonlyArray<string> => {
  let at = 1
  while (sheet === null && known.some((id) => id.startsWith(`${letter}${at}-`))) at += 1
  return Array.from({ length: roomForWords }, (_, line) => `${letter}${sheet ?? at}-${line + 1}`)
}

/** What an objection or a comment says, as its line has it. */
export interface WordsLine {
  readonly id: string
  readonly clause: string | null
  readonly words: string
  readonly on: string
  readonly behalf: string | null
  readonly signatures: number
}

const wordsIn = (cells: Cells, column: "objection" | "comment"): Omit<WordsLine, "clause"> => ({
  ...{ id: cells.id(column), words: cells.words("words"), on: cells.day("day") },
  behalf: cells.orNull("behalf", cells.id),
  signatures: cells.areBlank("signed") || cells.signer("signed") === "" ? 0 : 1,
})

/** What residents have against what was published. */
export const objection: FormPlan<"objection", WordsLine> = {
  columns: ["objection", "words", "day", "behalf", "signed"],
  ...{ signers: [], madeFor: () => [], once: "objection", isOfOneLine: false },
  lines: ({ objections }, _, sheet) => freshIds("o", objections, sheet).map((id) => [id, "", "", "", ""]),
  parts: (form, say, sheet) => [
    ...disclosureParts(form, say),
    roomFor(say, ["objection", "words", "day", "signed"], {
      rows: freshIds("o", form.objections, sheet).map((id) => [id, "", "", ""]),
      room: "sentence",
    }),
  ],
  read: (cells, { objections }) => {
    if (cells.areBlank("words", "day", "behalf", "signed")) return null
    cells.mustBeNew("objection", (text) => objections.includes(text))
    return { ...wordsIn(cells, "objection"), clause: null }
  },
  check: () => [],
  entries: (said, _, { documentOf }) =>
    said.map(({ line, said: { behalf, id, on, signatures, words } }) => ({
      ...{ line, on, onBehalfOf: behalf, signatures, remarks: [] },
      command: { _tag: "RaiseObjection", objection: id, text: documentOf(words) },
    })),
}

/** What residents say to the draft of a covenant. */
export const comment: FormPlan<"comment", WordsLine> = {
  columns: ["comment", "clause", "words", "day", "behalf", "signed"],
  ...{ signers: [], once: "comment", isOfOneLine: false },
  madeFor: ({ clauses, round }) => [...clauses, `@round-${round}`],
  lines: ({ comments }, _, sheet) => freshIds("c", comments, sheet).map((id) => [id, "", "", "", "", ""]),
  parts: (form, say, sheet) => [
    partOf(say, "about", {
      facts: factsOf(say, [
        ["covenant", form.title],
        ["covenant-kind", say.text("form.value.covenant-kind", { kind: form.covenantKind })],
        ["covenant-id", say.text("form.value.draft", { of: form.of, number: form.number, round: form.round })],
        ["digest", form.document],
        ["opened", dayText(say, form.openedOn)],
        ["until", dayText(say, form.until)],
        ["clauses", form.clauses.map(say.name).join(say.text("form.value.between"))],
      ]),
    }),
    roomFor(say, ["comment", "clause", "words", "day", "signed"], {
      rows: freshIds("c", form.comments, sheet).map((id) => [id, "", "", "", ""]),
      room: "sentence",
    }),
  ],
  read: (cells, { clauses, comments }) => {
    if (cells.areBlank("clause", "words", "day", "behalf", "signed")) return null
    cells.mustBeNew("comment", (text) => comments.includes(text))
    const clause = cells.orNull("clause", (column) => cells.id(column, new Set(clauses)))
    return { ...wordsIn(cells, "comment"), clause }
  },
  check: () => [],
  entries: (said, _, { documentOf }) =>
    said.map(({ line, said: { behalf, clause, id, on, signatures, words } }) => ({
      ...{ line, on, onBehalfOf: behalf, signatures, remarks: [] },
      command: { _tag: "RecordComment", comment: id, clause, text: documentOf(words), receivedOn: on },
    })),
}
