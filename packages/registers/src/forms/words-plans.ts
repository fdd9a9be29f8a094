import type { FormPlan } from "./plan.ts"
import { disclosureParts } from "./posting-plan.ts"
import type { Cells } from "./read-cells.ts"
import { dayText, factsOf, partOf, roomFor } from "./write-form.ts"

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
      ...{ room: "sentence", wide: "words" },
    }),
  ],
  read:
    ({ objections }) =>
    (cells) => {
      if (cells.areBlank("words", "day", "behalf", "signed")) return null
      cells.mustBeNew("objection", (text) => objections.includes(text))
      return { ...wordsIn(cells, "objection"), clause: null }
    },
  check: () => [],
  entries: (said, _, { documentOf, sheet }) =>
    said.map(({ line, said: { behalf, id, on, signatures, words } }) => ({
      ...{ line, on, onBehalfOf: behalf, signatures, remarks: [] },
      command: { _tag: "RaiseObjection", objection: id, text: documentOf(words), receivedOn: on, evidence: sheet },
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
      ...{ room: "sentence", wide: "words" },
    }),
  ],
  read:
    ({ clauses, comments }) =>
    (cells) => {
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
