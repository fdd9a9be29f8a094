import type { TallyData, WeightData } from "@jinlin/messages"
import type { SittingData, StepRegister } from "../register.ts"
import { percentOf } from "./percent.ts"
import type { Say } from "./say.ts"
import type { SheetLine, SheetPart } from "./sheet.ts"

/** Whether area is of any weight here; where it is not, no column is given to it. */
export const countsArea = ({ sitting: { findings, shouldAttend, tally } }: StepRegister): boolean =>
  shouldAttend.area > 0 || (tally?.members.area ?? 0) > 0 || findings.some(({ facts }) => facts["measure"] === "area")

const weightText = (say: Say, { area, heads }: WeightData, withArea: boolean): string =>
  withArea ? say.text("register.value.heads-and-area", { heads, area }) : say.text("register.value.heads", { heads })

const ratioText = (say: Say, { didAttend, shouldAttend }: SittingData): string => {
  const percent = percentOf(didAttend.heads, shouldAttend.heads)
  if (percent === null) return say.text("register.value.nobody")
  return say.text("register.value.ratio", { did: didAttend.heads, should: shouldAttend.heads, percent })
}

/** Who should have come, who did, and the share of it. Rule REGISTER-3. */
export const attendancePart = (say: Say, register: StepRegister): SheetPart => {
  const { didAttend, mode, shouldAttend, withheld = false } = register.sitting
  const withArea = countsArea(register)
  const note = (key: "register.note.counts-only" | "register.note.few-secret" | "register.note.secret"): SheetLine => ({
    text: say.text(key),
    holds: null,
  })
  const isSecret = mode === "secret" || mode === "secret-papers"
  return {
    heading: say.text("register.part.attendance"),
    facts: [
      [say.label("should"), weightText(say, shouldAttend, withArea)],
      [say.label("did"), weightText(say, didAttend, withArea)],
      [say.label("ratio"), ratioText(say, register.sitting)],
    ],
    lines: [
      ...(register.names === null ? [note("register.note.counts-only")] : []),
      ...(isSecret ? [note("register.note.secret")] : []),
      ...(withheld ? [note("register.note.few-secret")] : []),
    ],
    table: null,
  }
}

const counted = [
  "members",
  "entitled",
  "present",
  "cast",
  "valid",
  "for",
  "against",
  "abstain",
  "void",
  "silent",
] as const

const withVoid = (tally: TallyData): Readonly<Record<(typeof counted)[number], WeightData>> => ({
  ...tally,
  void: { heads: tally.cast.heads - tally.valid.heads, area: tally.cast.area - tally.valid.area },
})

/** What the ballot came to, in heads and, where it matters, in area. */
export const tallyPart = (say: Say, register: StepRegister): SheetPart | null => {
  const { tally } = register.sitting
  if (tally === null) return null
  const withArea = countsArea(register)
  const amounts = withVoid(tally)
  const area = (name: (typeof counted)[number]): ReadonlyArray<string> =>
    withArea ? [say.text("register.value.area", { area: amounts[name].area })] : []
  return {
    heading: say.text("register.part.votes"),
    facts: [],
    lines: [],
    table: {
      head: [say.label("choice"), say.label("heads"), ...(withArea ? [say.label("area")] : [])],
      rows: counted.map((name) => [say.text(`register.tally.${name}`), String(amounts[name].heads), ...area(name)]),
    },
  }
}
