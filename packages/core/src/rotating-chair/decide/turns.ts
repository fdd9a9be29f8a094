import { object, unless } from "../../kernel/decider.ts"
import type { RotaCommand } from "../commands.ts"
import type { RotaEvent } from "../events.ts"
import type { Term } from "../model.ts"
import type { RotaRefusal } from "../refusals.ts"
import { seatOf, termOf } from "../rules/index.ts"
import { filled, onward } from "./catch-up.ts"
import { moveTurns } from "./moves.ts"
import {
  debtsMustStayWithinLimit,
  movableTurn,
  somebodyElseMustBeSeated,
  swapMustChangeSomething,
  termMustBePublished,
  unitMustBeSeated,
} from "./objections.ts"
import type { RotaDecision, Standing } from "./standing.ts"

type Command<Tag extends RotaCommand["_tag"]> = Extract<RotaCommand, { _tag: Tag }>

const isRefusal = (found: Term | RotaRefusal): found is RotaRefusal => "_tag" in found

/** Two units trade turns that have not begun (CHAIR-6). */
export const swap = (command: Command<"SwapTurns">, { course, rota }: Standing): RotaDecision => {
  const first = movableTurn(rota, command.first)
  const second = movableTurn(rota, command.second)
  if (isRefusal(first)) return isRefusal(second) ? unless([first, second], () => []) : object(first)
  if (isRefusal(second)) return object(second)
  return unless([swapMustChangeSomething(first, second)], () => [
    ...course.events,
    { _tag: "TurnsSwapped", first: command.first, second: command.second },
  ])
}

/** A turn is put off: it moves, and is owed (CHAIR-7). */
export const skip = ({ reason, term: ordinal }: Command<"SkipTurn">, standing: Standing): RotaDecision => {
  const { course, policy, rota } = standing
  const term = movableTurn(rota, ordinal)
  if (isRefusal(term)) return object(term)
  const { unit } = term
  return unless([somebodyElseMustBeSeated(rota, unit), debtsMustStayWithinLimit(rota, policy, unit)], () => {
    const skipped = onward(course, () => [{ _tag: "TurnSkipped", term: ordinal, unit, reason }])
    return moveTurns(skipped, standing, { terms: [ordinal], cause: "skipped" }).events
  })
}

/** A turn is given up: it moves, and is used up (CHAIR-16). */
export const decline = ({ reason, term: ordinal }: Command<"DeclineTurn">, standing: Standing): RotaDecision => {
  const { course, rota } = standing
  const term = movableTurn(rota, ordinal)
  if (isRefusal(term)) return object(term)
  const { unit } = term
  return unless([somebodyElseMustBeSeated(rota, unit)], () => {
    const declined = onward(course, () => [{ _tag: "TurnDeclined", term: ordinal, unit, reason }])
    return moveTurns(declined, standing, { terms: [ordinal], cause: "declined" }).events
  })
}

/** The chair of a term that serves or has just ended did not appear; whether it owes the turn is policy (CHAIR-11). */
export const noShow = (
  { term: ordinal }: Command<"RecordNoShow">,
  { course, policy, rota }: Standing,
): RotaDecision => {
  const term = rota.previous?.ordinal === ordinal ? rota.previous : termOf(rota, ordinal)
  if (term === undefined) return object(termMustBePublished(rota, ordinal))
  if (ordinal > rota.serving)
    return object({ _tag: "TermNotBegun", rule: "CHAIR-11", term: ordinal, serving: rota.serving })
  const { unit } = term
  if (unit === null || !term.counts) return object({ _tag: "TurnNotHeld", rule: "CHAIR-6", term: ordinal })
  const recorded: RotaRefusal | undefined = rota.noShows.includes(ordinal)
    ? { _tag: "NoShowAlreadyRecorded", rule: "CHAIR-11", term: ordinal }
    : undefined
  const owed = policy.noShow === "owed" && seatOf(rota, unit) !== undefined
  const event: RotaEvent = { _tag: "NoShowRecorded", term: ordinal, unit, owed }
  return unless([recorded], () => onward(course, () => [event]).events)
}

/** Somebody is appointed to a vacant term, as a turn of its own; without a name the next in turn (CHAIR-15). */
export const fill = (command: Command<"FillVacancy">, standing: Standing): RotaDecision => {
  const { course, policy, rota, today } = standing
  const term = termOf(rota, command.term)
  if (term === undefined) return object(termMustBePublished(rota, command.term))
  const { unit } = command
  const objections: ReadonlyArray<RotaRefusal | undefined> = [
    term.unit === null ? undefined : { _tag: "TermNotVacant", rule: "CHAIR-15", term: command.term, unit: term.unit },
    unit === null ? undefined : unitMustBeSeated(rota, unit),
    rota.seats.length === 0 ? { _tag: "EmptyRoll", rule: "CHAIR-20" } : undefined,
  ]
  return unless(objections, () => onward(course, (now) => filled(now, policy, { term, on: today, unit })).events)
}
