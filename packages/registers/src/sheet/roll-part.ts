import type { RegisterVoter, StepRegister } from "../register.ts"
import { countsArea } from "./count-parts.ts"
import { areUnlisted, marksOf, voidReasons } from "./marks.ts"
import type { Say } from "./say.ts"
import type { SheetPart } from "./sheet.ts"

/** Whoever cast a ballot was there, wherever from, as TALLY-7 counts them. */
const attendanceOf = (say: Say, register: StepRegister): ((voter: string) => string) => {
  const { names } = register
  const there = new Set([...(names?.present ?? []), ...marksOf(register).keys()])
  const recused = new Set(names?.recusals.map(({ voter }) => voter))
  const proxies = new Map(names?.proxies.map(({ by, voter }) => [voter, by]))
  const otherwise = areUnlisted(register) ? "register.mark.unlisted" : "register.mark.not-asked"
  return (voter) => {
    const by = proxies.get(voter)
    if (recused.has(voter)) return say.text("register.mark.recused")
    if (by !== undefined) return say.text("register.mark.proxy", { by })
    return say.text(there.has(voter) ? "register.mark.present" : otherwise)
  }
}

/** How a voter's ballot was counted; nothing for whoever cast none, and never nothing where that is not known. */
const voteOf = (say: Say, register: StepRegister): ((voter: string) => string) => {
  const marks = marksOf(register)
  const recused = new Set(register.names?.recusals.map(({ voter }) => voter))
  const unlisted = areUnlisted(register)
  return (voter) => {
    const mark = marks.get(voter)
    if (mark !== undefined) return say.text(`register.vote.${mark}`)
    return unlisted && !recused.has(voter) ? say.text("register.vote.unlisted") : ""
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
  const [voted, reasons, attended] = [voteOf(say, register), voidReasons(register), attendanceOf(say, register)]
  const rows = roll.map(({ area, heads, person, voter }) => [
    say.name(voter),
    ...(withPeople ? [person === null ? "" : say.name(person)] : []),
    String(heads),
    ...(withArea ? [say.text("register.value.area", { area })] : []),
    ...[attended(voter), voted(voter), reasons.get(voter) ?? "", ""],
  ])
  const head = [
    say.label("voter"),
    ...(withPeople ? [say.label("person")] : []),
    say.label("heads"),
    ...(withArea ? [say.label("area")] : []),
    ...["present", "vote", "remark", "signature"].map(say.label),
  ]
  const lines = areUnlisted(register) ? [{ text: say.text("register.note.unlisted"), holds: null }] : []
  return { heading: say.text("register.part.roll"), facts: [], lines, table: { head, rows, isForm: true } }
}
