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
export const disclosureParts = (form: DisclosureAwaited, say: Say): ReadonlyArray<SheetPart> => {
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
      rows: [...form.channels.map((channel) => channelText(say, channel)), ""].map((word) => [word, "", "", "", ""]),
      ...{ room: "sentence", wide: "place" },
    }),
  ],
  read:
    ({ postings }) =>
    (cells) => {
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
