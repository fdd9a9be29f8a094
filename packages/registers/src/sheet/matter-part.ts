import type { SittingData, StepRegister } from "../register.ts"
import type { Say } from "./say.ts"
import type { SheetPart } from "./sheet.ts"

type Fact = readonly [label: string, value: string]

/** What is put to the vote. */
export const motionText = (say: Say, motion: NonNullable<SittingData["motion"]>): string => {
  const text = motion._tag === "Amend" ? motion.text : null
  const to = motion._tag === "Return" ? motion.to : null
  return say.text("register.value.motion", {
    kind: motion._tag,
    ...(text === null ? {} : { text }),
    ...(to === null ? {} : { to }),
  })
}

const ballotFacts = (say: Say, { closesOn, extensions, mode, motion, openedOn }: SittingData): ReadonlyArray<Fact> => [
  ...(motion === null ? [] : [[say.label("motion"), motionText(say, motion)] as const]),
  ...(mode === null ? [] : [[say.label("mode"), say.text("register.value.mode", { mode })] as const]),
  ...(openedOn === null || closesOn === null
    ? []
    : [
        [
          say.label("period"),
          say.text("register.value.period", { from: openedOn, until: closesOn, extensions }),
        ] as const,
      ]),
]

/** What was put before which body, on which day, under which rules. */
export const matterPart = (say: Say, { names, sitting, title }: StepRegister): SheetPart => {
  const { about, body, calledOn, decidedOn, packs, revision, set, sitsOn, text, urgent } = sitting
  const day = (written: string): string => say.text("register.value.day", { day: written })
  const clerk = names?.onBehalfOf ?? null
  const facts: ReadonlyArray<Fact> = [
    [say.label("matter"), title],
    ...(about === null ? [] : [[say.label("about"), say.text("register.value.about", { about })] as const]),
    [say.label("text"), say.text("register.value.text", { text, revision })],
    [say.label("body"), say.text("register.value.body", { body })],
    [say.label("rules"), say.text("register.value.set", { set })],
    ...(packs.length === 0 ? [] : [[say.label("packs"), say.text("register.value.packs", { packs })] as const]),
    [say.label("called"), day(calledOn)],
    ...(urgent === null ? [] : [[say.label("urgent"), urgent] as const]),
    [say.label("sits"), day(sitsOn)],
    ...ballotFacts(say, sitting),
    ...(decidedOn === null ? [] : [[say.label("decided"), day(decidedOn)] as const]),
    ...(clerk === null
      ? []
      : [[say.label("on-behalf"), say.text("register.value.on-behalf", { name: clerk })] as const]),
  ]
  return { heading: say.text("register.part.matter"), facts, lines: [], table: null }
}
