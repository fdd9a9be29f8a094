import { digestOfSections } from "@jinlin/core/kernel"
import { digestIn } from "../canonical/digests.ts"
import type { PublicRecord, PublicSection, PublicText } from "../model/record.ts"
import { type Check, checkOf, notChecked, type Unchecked } from "./check.ts"

const proves = ({ commitment, name, shown }: PublicSection): boolean =>
  shown === null || digestIn({ name, salt: shown.salt, text: shown.text }) === commitment

/** What disclosures that stand black out, wherever it stands. */
const hiddenIn = ({ parts }: PublicRecord): ReadonlySet<string> =>
  new Set(
    parts.disclosures
      .filter(({ content: { status } }) => status === "posted" || status === "completed")
      .flatMap(({ content }) => content.sections.filter(({ shown }) => !shown).map(({ commitment }) => commitment)),
  )

const ofText = (
  { document, sections }: PublicText,
  part: string,
  hidden: ReadonlySet<string>,
): ReadonlyArray<Check> => {
  const wrong = sections.filter(
    (section) => !proves(section) || (section.shown !== null && hidden.has(section.commitment)),
  )
  const shown = sections.filter((section) => section.shown !== null).length
  return [
    checkOf({ check: "commitments", part }, wrong.length === 0, {
      shown,
      sections: wrong.map(({ name }) => name).join(", "),
    }),
    checkOf({ check: "document-digest", part }, digestOfSections(sections) === document, { document }),
  ]
}

/** Every section that is shown against its commitment, and every document against its digest (COMMITMENT-1, COMMITMENT-2). Rule RECORD-10. */
export const textsHold = (record: PublicRecord): ReadonlyArray<Check> => {
  const hidden = hiddenIn(record)
  return record.parts.texts.flatMap(({ content }, index) => ofText(content, `texts.${index}`, hidden))
}

/** Documents that were decided on or published and are not in the record, and sections that are blacked out. */
export const textsNotChecked = ({ parts }: PublicRecord): ReadonlyArray<Unchecked> => {
  const known = new Set(parts.texts.map(({ content }) => content.document))
  const named = [
    ...parts.deliberations.flatMap(({ content }, index) =>
      [...new Set([content.openedWith, ...content.sittings.map(({ text }) => text), content.text])].map((document) => ({
        ...{ document, part: `deliberations.${index}` },
      })),
    ),
    ...parts.disclosures.map(({ content: { document } }, index) => ({ document, part: `disclosures.${index}` })),
  ]
  const missing = named.filter(({ document }) => !known.has(document))
  const blackedOut = parts.texts.flatMap(({ content: { sections } }, index) => {
    const hidden = sections.filter(({ shown }) => shown === null).length
    return hidden === 0 ? [] : [notChecked("blacked-out", `texts.${index}`, { sections: hidden })]
  })
  return [...missing.map(({ document, part }) => notChecked("text-missing", part, { document })), ...blackedOut]
}
