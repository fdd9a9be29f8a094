import type { FormPlan } from "./plan.ts"
import { dayText, factsOf, partOf, roomFor } from "./write-form.ts"

/** What is said of a call: under which rules, on which day, and why in haste. */
export interface CallLine {
  readonly set: string
  readonly sitsOn: string
  readonly urgent: string | null
}

/** A body is to be called: who may call it fills in on which day, and signs. */
export const call: FormPlan<"call", CallLine> = {
  columns: ["set", "day", "urgent", "signed"],
  ...{ signers: [], once: null, isOfOneLine: true },
  madeFor: ({ sets }) => sets,
  lines: ({ sets }) => sets.map((set) => [set, "", "", ""]),
  parts: ({ body, document, number, of, sets, step, title }, say) => [
    partOf(say, "about", {
      facts: factsOf(say, [
        ["matter", title],
        ["matter-id", of],
        ["body", say.text("register.value.body", { body })],
        ["step", say.text("form.value.step", { step, round: number })],
        ["digest", document],
      ]),
    }),
    roomFor(say, ["set", "day", "urgent", "signed"], {
      rows: sets.map((set) => [say.text("register.value.set", { set }), "", "", ""]),
      ...{ room: "sentence", wide: "urgent" },
    }),
  ],
  read:
    ({ sets }) =>
    (cells) => {
      if (cells.areBlank("day", "urgent", "signed")) return null
      cells.signer("signed")
      return {
        set: cells.id("set", new Set(sets)),
        ...{ sitsOn: cells.day("day"), urgent: cells.orNull("urgent", cells.text) },
      }
    },
  check: () => [],
  entries: ([{ line, said }], { step }) => [
    { ...{ line, on: null, signatures: 1, remarks: [] }, command: { _tag: "CallStep", step, ...said } },
  ],
}

/** What a receipt says. */
export interface ReceiptLine {
  readonly receipt: string
  readonly office: string
  readonly on: string
}

/** The receipt for a version of a covenant that was filed. */
export const filing: FormPlan<"filing", ReceiptLine> = {
  columns: ["receipt", "office", "day", "signed"],
  ...{ signers: [], madeFor: () => [], once: null, isOfOneLine: true },
  lines: () => [["", "", "", ""]],
  parts: ({ citation, covenantKind, decidedOn, document, lastDay, number, of, title }, say) => [
    {
      ...partOf(say, "about", {
        facts: factsOf(say, [
          ["covenant", title],
          ["covenant-kind", say.text("form.value.covenant-kind", { kind: covenantKind })],
          ["covenant-id", say.text("form.value.version", { of, number })],
          ["digest", document],
          ["decided", dayText(say, decidedOn)],
          ["file-by", dayText(say, lastDay)],
        ]),
      }),
      lines: [{ text: say.cite(citation), holds: null }],
    },
    roomFor(say, ["receipt", "office", "day", "signed-and-sealed"], { rows: [["", "", "", ""]], room: "sentence" }),
  ],
  read: () => (cells) => {
    if (cells.areBlank("receipt", "office", "day", "signed")) return null
    cells.signer("signed")
    return { receipt: cells.text("receipt"), office: cells.id("office"), on: cells.day("day") }
  },
  check: (said, { filed }) =>
    filed === null
      ? []
      : said.map(({ line }) => ({
          ...({ _tag: "FormEnteredAlready", rule: "REGISTER-14", line, column: "receipt", got: filed } as const),
        })),
  entries: ([{ line, said }], { number }) => [
    {
      ...{ line, on: said.on, signatures: 1, remarks: [] },
      command: { _tag: "FileVersion", version: number, receipt: said.receipt, with: said.office, on: said.on },
    },
  ],
}
