import type { RegisterVoter, StepRegister } from "../register.ts"
import { countsArea } from "./count-parts.ts"
import { marksOf, voidReasons } from "./marks.ts"
import type { Say } from "./say.ts"
import type { SheetPart } from "./sheet.ts"

const attendanceOf = (say: Say, { names }: StepRegister): ((voter: string) => string) => {
  const present = new Set(names?.present)
  const recused = new Set(names?.recusals.map(({ voter }) => voter))
  const proxies = new Map(names?.proxies.map(({ by, voter }) => [voter, by]))
  return (voter) => {
    const by = proxies.get(voter)
    if (recused.has(voter)) return say.text("register.mark.recused")
    if (by !== undefined) return say.text("register.mark.proxy", { by })
    return say.text(present.has(voter) ? "register.mark.present" : "register.mark.not-asked")
  }
}

/** A voter is a place on the roll; the column for who votes for it stands only where the two differ. */
const namesPeople = (roll: ReadonlyArray<RegisterVoter>): boolean =>
  roll.some(({ person, voter }) => person !== null && person !== voter)

/** Everybody on the roll: what they weigh, whether they came, how they voted, and room for a signature. */
export const rollPart = (say: Say, register: StepRegister): SheetPart | null => {
  const { names, roll = [] } = register
  if (names === null || roll.length === 0) return null
  const [withArea, withPeople] = [countsArea(register), namesPeople(roll)]
  const [marks, reasons, attended] = [marksOf(register), voidReasons(register), attendanceOf(say, register)]
  const voteOf = (voter: string): string => {
    const mark = marks.get(voter)
    return mark === undefined ? "" : say.text(`register.vote.${mark}`)
  }
  const rows = roll.map(({ area, heads, person, voter }) => [
    say.name(voter),
    ...(withPeople ? [person === null ? "" : say.name(person)] : []),
    String(heads),
    ...(withArea ? [say.text("register.value.area", { area })] : []),
    ...[attended(voter), voteOf(voter), reasons.get(voter) ?? "", ""],
  ])
  const head = [
    say.label("voter"),
    ...(withPeople ? [say.label("person")] : []),
    say.label("heads"),
    ...(withArea ? [say.label("area")] : []),
    ...["present", "vote", "remark", "signature"].map(say.label),
  ]
  return { heading: say.text("register.part.roll"), facts: [], lines: [], table: { head, rows, isForm: true } }
}
