import type { PublicDeliberation } from "../model/deliberation.ts"
import type { PublicCoGovernanceEvent } from "../model/histories.ts"
import type { PublicRecord, PublicText } from "../model/record.ts"
import { leftUnchecked } from "../verify/verify.ts"
import { disclosurePart } from "./disclosure-part.ts"
import type { Say } from "./say.ts"
import { remark, type SheetPart } from "./sheet.ts"
import { sittingPart } from "./sitting-part.ts"

const statusOf = (say: Say, known: PublicDeliberation): string => {
  const said = say.text(`report.matters.status.${known.status}`)
  return known.endedOn === null ? said : say.text("record.value.result", { result: said, on: known.endedOn })
}

const deliberationPart = (say: Say, known: PublicDeliberation): SheetPart => ({
  heading: say.text("record.part.deliberation", { title: known.title }),
  facts: [
    [say.label("status"), statusOf(say, known)],
    [say.label("matter"), known.matter],
    ...(known.about === null
      ? []
      : [[say.label("about"), say.text("register.value.about", { about: known.about })] as const]),
    [say.label("list"), say.text("report.matters.list-name", { list: known.plan.list })],
    [say.label("opened"), say.text("register.value.day", { day: known.openedOn })],
    [say.label("text"), say.text("record.value.text", { revision: known.revision, document: known.text })],
    ...(known.withdrawn === null ? [] : [[say.label("because"), known.withdrawn] as const]),
  ],
  parts: known.sittings.map((sitting) => sittingPart(say, sitting, known)),
})

const opened = (say: Say, event: PublicCoGovernanceEvent): string =>
  event._tag === "CoGovernanceOpened"
    ? say.text("record.event.opened", { title: event.title, combine: event.combine, touched: event.touched })
    : say.event("co-governance", event)

const historyOf = (say: Say, rows: ReadonlyArray<readonly [day: string, text: string]>) => ({
  head: [say.label("day"), say.label("what-happened")],
  rows: rows.map(([day, text]) => [say.text("register.value.day", { day }), text]),
})

const historyParts = (say: Say, { coGovernance, covenant }: PublicRecord["parts"]): ReadonlyArray<SheetPart> => [
  ...(coGovernance === null
    ? []
    : [
        {
          heading: say.text("record.part.co-governance"),
          facts: [
            [
              say.label("status"),
              say.text("record.value.co-governance-status", { status: coGovernance.content.status }),
            ] as const,
          ],
          tables: [
            historyOf(
              say,
              coGovernance.content.history.map((event) => [event.on, opened(say, event)]),
            ),
          ],
        },
      ]),
  ...(covenant === null
    ? []
    : [
        {
          heading: say.text("record.part.covenant"),
          tables: [
            historyOf(
              say,
              covenant.content.history.map((event) => [event.on, say.event("covenant", event)]),
            ),
          ],
        },
      ]),
]

const textPart = (say: Say, { document, sections }: PublicText): SheetPart => ({
  heading: say.text("record.part.document"),
  facts: [[say.label("document"), document]],
  passages: sections.map(({ name, shown }) => ({ name, text: shown?.text ?? null })),
})

const matterPart = (say: Say, record: PublicRecord): SheetPart => {
  const { asOf, community, matter } = record.parts.matter.content
  return {
    heading: say.text("record.part.matter"),
    facts: [
      [say.label("community"), say.text("record.value.name", { name: community })],
      [say.label("matter"), matter],
      [say.label("as-of"), say.text("register.value.day", { day: asOf })],
      [say.label("digest"), record.digest],
    ],
  }
}

const placeOf = (say: Say, part: string): string => {
  const [name = part, index] = part.split(".")
  return say.text(`record.of.${name}`, index === undefined ? {} : { number: Number(index) + 1 })
}

/** How anybody checks the record without us, and what nobody can check with it. */
const checkPart = (say: Say, record: PublicRecord): SheetPart => ({
  heading: say.text("record.part.check"),
  lines: [
    remark(say.text("record.check.how", { digest: record.digest })),
    ...(leftUnchecked(record, undefined).some(({ needed }) => needed)
      ? [remark(say.text("record.check.incomplete"))]
      : []),
    ...leftUnchecked(record, undefined).map(({ facts, part, unchecked }) =>
      remark(
        say.text("record.line.unchecked", {
          of: placeOf(say, part),
          text: say.text(`record.unchecked.${unchecked}`, facts),
        }),
      ),
    ),
  ],
})

/** Everything of a record in the order in which somebody reads it: what it is, the two deliberations, disclosures, texts, how to check. */
export const recordParts = (say: Say, record: PublicRecord): ReadonlyArray<SheetPart> => {
  const { deliberations, disclosures, texts } = record.parts
  return [
    matterPart(say, record),
    ...historyParts(say, { ...record.parts, covenant: null }),
    ...deliberations.map(({ content }) => deliberationPart(say, content)),
    ...(disclosures.length === 0
      ? []
      : [
          {
            heading: say.text("record.part.disclosures"),
            parts: disclosures.map(({ content }) => disclosurePart(say, content)),
          },
        ]),
    ...historyParts(say, { ...record.parts, coGovernance: null }),
    ...(texts.length === 0
      ? []
      : [{ heading: say.text("record.part.texts"), parts: texts.map(({ content }) => textPart(say, content)) }]),
    checkPart(say, record),
  ]
}
