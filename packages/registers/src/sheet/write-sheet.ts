import type { RegisterReader, StepRegister } from "../register.ts"
import { visible } from "../visible.ts"
import { attendancePart, tallyPart } from "./count-parts.ts"
import { matterPart } from "./matter-part.ts"
import { asidePart, dissentPart, proxyPart, recusalPart } from "./name-parts.ts"
import { resultPart } from "./result-part.ts"
import { rollPart } from "./roll-part.ts"
import { sayFor } from "./say.ts"
import type { Sheet, SheetPart } from "./sheet.ts"

const usualSignatures: ReadonlyArray<string> = ["presider", "secretary", "teller", "scrutineer"]

/** A part of a sheet with nothing hidden in its words. */
export const shownPart = ({ days, facts, heading, lines, table }: SheetPart): SheetPart => ({
  heading: visible(heading),
  facts: facts.map(([label, value]) => [visible(label), visible(value)]),
  lines: lines.map(({ holds, text }) => ({ text: visible(text), holds })),
  table:
    table === null
      ? null
      : { ...table, head: table.head.map(visible), rows: table.rows.map((cells) => cells.map(visible)) },
  ...(days === undefined ? {} : { days: days.map((day) => ({ ...day, over: visible(day.over) })) }),
})

/** A register in words, with nothing hidden in any of them. Rules REGISTER-1 and REGISTER-6. */
export const sheetOf = (register: StepRegister, reader: RegisterReader): Sheet => {
  const say = sayFor(reader)
  const { community, signatures = usualSignatures, sitting } = register
  const { round, step } = sitting
  const parts = [
    matterPart(say, register),
    attendancePart(say, register),
    tallyPart(say, register),
    resultPart(say, reader, register),
    dissentPart(say, register),
    asidePart(say, register),
    recusalPart(say, register),
    proxyPart(say, register),
    rollPart(say, register),
  ]
  return {
    language: reader.messages.language,
    title: visible(say.text(sitting.result === "heard" ? "register.hearing-title" : "register.title")),
    subtitle: visible(say.text("register.subtitle", { community, round, step })),
    parts: parts.filter((one) => one !== null).map(shownPart),
    signatures: {
      heading: visible(say.text("register.part.signatures")),
      posts: signatures.map((post) => visible(say.text("register.value.post", { post }))),
      signature: visible(say.label("signature")),
      date: visible(say.label("date")),
    },
  }
}
