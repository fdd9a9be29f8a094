import type { StepRegister } from "../register.ts"
import { areUnlisted, marksOf, voidReasons } from "./marks.ts"
import type { Say } from "./say.ts"
import type { SheetPart, SheetTable } from "./sheet.ts"

const part = (heading: string, table: SheetTable): SheetPart => ({ heading, facts: [], lines: [], table })

/** Who voted against it or abstained, by name; nothing in a secret ballot. Where ballots were not handed in, that is said. */
export const dissentPart = (say: Say, register: StepRegister): SheetPart | null => {
  const { names, sitting } = register
  const rows = [...marksOf(register)]
    .filter(([, mark]) => mark === "against" || mark === "abstain")
    .map(([voter, mark]) => [say.name(voter), say.text(`register.vote.${mark}`)])
  const isSilent = names !== null && sitting.mode === "open" && sitting.tally !== null && areUnlisted(register)
  if (rows.length === 0 && !isSilent) return null
  const table = { head: [say.label("voter"), say.label("vote")], rows }
  return {
    ...part(say.text("register.part.dissent"), table),
    lines: isSilent ? [{ text: say.text("register.note.unlisted"), holds: null }] : [],
    table: rows.length === 0 ? null : table,
  }
}

const reasonText = (say: Say, reason: string): string => say.text("register.value.reason", { reason })

/** Ballots that are kept and not counted, each with its reason; without names how many of each reason. */
export const asidePart = (say: Say, register: StepRegister): SheetPart | null => {
  const heading = say.text("register.part.aside")
  const { names, setAsideCounts = [] } = register
  if (names === null) {
    const rows = setAsideCounts.map(({ ballots, reason }) => [reasonText(say, reason), String(ballots)])
    return rows.length === 0 ? null : part(heading, { head: [say.label("reason"), say.label("ballots")], rows })
  }
  const reasons = voidReasons(register)
  const rows = names.setAside.map(({ reason, voter }) => [
    say.name(voter),
    reasonText(say, reason),
    reason === "void" ? (reasons.get(voter) ?? "") : "",
  ])
  if (rows.length === 0) return null
  return part(heading, { head: [say.label("voter"), say.label("reason"), say.label("remark")], rows })
}

/** Who took no part because of an interest, and why. */
export const recusalPart = (say: Say, { names }: StepRegister): SheetPart | null => {
  const rows = (names?.recusals ?? []).map(({ reason, voter }) => [say.name(voter), reason])
  if (rows.length === 0) return null
  return part(say.text("register.part.recusals"), { head: [say.label("voter"), say.label("reason")], rows })
}

/** Who let whom vote. */
export const proxyPart = (say: Say, { names }: StepRegister): SheetPart | null => {
  const rows = (names?.proxies ?? []).map(({ by, voter }) => [say.name(voter), say.name(by)])
  if (rows.length === 0) return null
  return part(say.text("register.part.proxies"), { head: [say.label("voter"), say.label("by")], rows })
}
