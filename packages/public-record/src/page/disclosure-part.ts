import type { PublicDisclosure } from "../model/disclosure.ts"
import type { Say } from "./say.ts"
import { remark, type SheetPart, type Table } from "./sheet.ts"

const postingsOf = (say: Say, { postings }: PublicDisclosure): Table => ({
  head: [say.label("channel"), say.label("place"), say.label("posted"), say.label("taken-down")],
  rows: postings.map(({ channel, on, place, takenDown }) => [
    say.text("record.value.channel", { channel }),
    place,
    say.text("register.value.day", { day: on }),
    takenDown === null ? "" : say.text("record.value.taken-down", { on: takenDown.on, reason: takenDown.reason }),
  ]),
})

const objectionsOf = (say: Say, { objections }: PublicDisclosure): ReadonlyArray<Table> =>
  objections.length === 0
    ? []
    : [
        {
          head: [say.label("objection"), say.label("raised"), say.label("answer"), say.label("answered")],
          rows: objections.map(({ answered, on, text }) => [
            text,
            say.text("register.value.day", { day: on }),
            answered?.answer ?? say.text("record.value.waits"),
            answered === null ? "" : say.text("register.value.day", { day: answered.on }),
          ]),
        },
      ]

const periodOf = (say: Say, { period, rules }: PublicDisclosure): string =>
  period === null
    ? say.text("record.value.no-period")
    : say.text("record.value.period", {
        days: rules.period.days,
        from: period.from,
        lastDay: period.lastDay,
        provisional: period.provisional,
      })

/** One disclosure: of what, where it hung, how long it had to, what was said against it. */
export const disclosurePart = (say: Say, known: PublicDisclosure): SheetPart => {
  const { audience, completedOn, corrects, document, law, period, recourse, status, supersededBy, what } = known
  return {
    heading: say.text("record.part.disclosure", { what, status }),
    facts: [
      [say.label("disclosure"), known.disclosure],
      [say.label("document"), document],
      [say.label("audience"), say.text("record.value.audience", { audience })],
      [say.label("period"), periodOf(say, known)],
      ...(completedOn === null
        ? []
        : [[say.label("completed"), say.text("register.value.day", { day: completedOn })] as const]),
      ...(corrects === null ? [] : [[say.label("corrects"), corrects] as const]),
      ...(supersededBy === null ? [] : [[say.label("superseded-by"), supersededBy] as const]),
    ],
    tables: [postingsOf(say, known), ...objectionsOf(say, known)],
    lines: [
      ...(period?.steps ?? []).map((step) => remark(say.because(step))),
      ...(law === null ? [] : [remark(say.text("record.value.law", { cited: say.cited(law) }))]),
      ...(recourse === null ? [] : [remark(say.text("record.value.recourse", { cited: say.cited(recourse) }))]),
    ],
  }
}
