import type { Term } from "@jinlin/core/rotating-chair"
import type { ChairBoard } from "../chair-board.ts"
import { reasonsOf } from "../details.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"
import { stackingTable } from "./table.ts"

/** Where a term stands at the end of the story. */
const termStatus = ({ ordinal }: Term, serving: number): "over" | "serving" | "ahead" =>
  ordinal < serving ? "over" : ordinal === serving ? "serving" : "ahead"

const reasons = (texts: ReadonlyArray<string>): Markup =>
  texts.length === 1 ? markup`${texts[0]}` : markup`<ol>${texts.map((text) => markup`<li>${text}</li>`)}</ol>`

const row = (term: Term, serving: number, voice: Voice): ReadonlyArray<Part> => {
  const { counts, ordinal, unit } = term
  const status = termStatus(term, serving)
  const standIn =
    unit !== null && !counts ? markup` <span class="mark">${voice.say("report.terms.stand-in")}</span>` : null
  return [
    ordinal,
    [unit === null ? voice.say("report.calendar.nobody") : voice.names(unit), standIn],
    voice.say("report.terms.days", term),
    reasons(reasonsOf(term, voice)),
    markup`<span class="mark${status === "serving" ? " strong" : ""}">${voice.say(`report.terms.${status}`)}</span>`,
  ]
}

/** Every term that was published, with every reason why its unit sits in it. */
export const termsSection = ({ serving, terms }: ChairBoard, voice: Voice): Markup => {
  const columns = (["term", "unit", "days", "why", "status"] as const).map((column) => ({
    name: voice.say(`report.column.${column}`),
    isNumber: column === "term",
  }))
  return stackingTable(
    columns,
    terms.map((term) => row(term, serving, voice)),
  )
}
