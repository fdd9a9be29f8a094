import type { DisclosureRow } from "../public-board.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"
import { stackingTable } from "./table.ts"

type Card = DisclosureRow["card"]

const note = (text: string): Markup => markup`<br><span class="note">${text}</span>`

const look = ({ status }: Card): string =>
  status === "completed" ? " strong" : status === "superseded" || status === "abandoned" ? " warn" : ""

const standing = (card: Card, voice: Voice): Part => [
  markup`<span class="mark${look(card)}">${voice.say("report.disclosures.status", { status: card.status })}</span>`,
  card.completedOn === null ? null : note(voice.say("report.day", { day: card.completedOn })),
  card.supersededBy === null ? null : note(voice.say("report.disclosures.corrected-by", { by: card.supersededBy })),
  card.corrects === null ? null : note(voice.say("report.disclosures.corrects", { corrects: card.corrects })),
]

const places = ({ places: all }: Card, voice: Voice): Part =>
  all.map(({ channel, on, place, takenDown }, index) => [
    index === 0 ? null : markup`<br>`,
    voice.say("report.disclosures.place", { channel, place, on }),
    takenDown === null ? null : note(voice.say("report.disclosures.came-down", { ...takenDown })),
  ])

const period = ({ asked, period: runs }: Card, voice: Voice): Part => [
  runs === null ? voice.say("report.disclosures.no-period") : voice.say("report.disclosures.until", { ...runs }),
  runs?.provisional === true ? note(voice.say("report.disclosures.provisional")) : null,
  asked === null ? null : note(voice.say("report.disclosures.asked", { ...asked })),
]

/** What waits for an answer at a disclosure that was corrected has gone over to the correction (DISCLOSURE-15). */
const objections = ({ objections: all, supersededBy }: Card, voice: Voice): Part =>
  all.length === 0
    ? "–"
    : all.map(({ answeredOn, objection, on }, index) => [
        index === 0 ? null : markup`<br>`,
        answeredOn === null && supersededBy !== null
          ? voice.say("report.disclosures.objection-carried", { objection, on })
          : voice.say("report.disclosures.objection", { objection, on, answeredOn }),
      ])

const blackedOut = ({ sections }: Card, voice: Voice): Part => {
  const hidden = sections.filter(({ shown }) => !shown).map(({ name }) => name)
  return hidden.length === 0 ? null : note(voice.say("report.disclosures.blacked-out", { sections: hidden }))
}

/** What stands where until when, with objections and answers. It names no people. */
export const disclosuresSection = (rows: ReadonlyArray<DisclosureRow>, voice: Voice): Markup => {
  const columns = (["what", "where", "until", "objections", "status"] as const).map((column) => ({
    name: voice.say(`report.disclosures.column.${column}`),
  }))
  return stackingTable(
    columns,
    rows.map(({ card, disclosure }) => [
      [
        voice.names(disclosure),
        note(voice.say("report.disclosures.of", { what: card.what, matter: card.matter })),
        blackedOut(card, voice),
      ],
      places(card, voice),
      period(card, voice),
      objections(card, voice),
      standing(card, voice),
    ]),
  )
}
