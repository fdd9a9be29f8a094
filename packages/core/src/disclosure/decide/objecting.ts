import type { Actor } from "../../kernel/authority.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { Disclosure } from "../model.ts"
import { earliestObjection, openObjections } from "../rules/index.ts"
import { type Against, type Command, type DisclosureDecision, mustBe, quiet, type Standing } from "./standing.ts"

/** For whom an objection is made: whoever makes it, or whom a clerk typed it for. */
const objectorIn = (actor: Actor): string | null =>
  actor._tag === "System" ? null : (actor.onBehalfOf ?? actor.person)

/**
 * It was received today, or on a day that can still be entered and with its sheet; not before it was up, but for a correction,
 * whose readers may have objected to what it replaced (DISCLOSURE-10).
 */
const dayMustDo = (
  { evidence, receivedOn }: Command<"RaiseObjection">,
  { corrects, postings, rules }: Disclosure,
  today: CivilDate,
): ReadonlyArray<Against> => {
  if (rules === null) return []
  const { citation, days } = rules.sheets
  const earliest = earliestObjection({ corrects, days, postings, today })
  const outside: Against =
    receivedOn < earliest || receivedOn > today
      ? { _tag: "ObjectionDayImpossible", rule: "DISCLOSURE-10", receivedOn, earliest, latest: today, days, citation }
      : undefined
  const sheet: Against =
    receivedOn < today && evidence === null
      ? { _tag: "ObjectionSheetMissing", rule: "DISCLOSURE-10", receivedOn, today }
      : undefined
  return [outside, sheet]
}

/** Somebody has something against it: from the first posting to the completion, the end of the period or not (DISCLOSURE-10). */
export const raise = (
  command: Command<"RaiseObjection">,
  { around, disclosure, today: on }: Standing,
): DisclosureDecision => {
  const { evidence, objection, receivedOn, text } = command
  const { completedOn, objections, status, supersededBy } = disclosure
  const known = objections.find((one) => one.objection === objection)
  if (known?.text === text) return quiet
  if (known !== undefined)
    return object({ _tag: "ObjectionIdTaken", rule: "DISCLOSURE-10", objection, text: known.text })
  if (supersededBy !== null) return object({ _tag: "ObjectionElsewhere", rule: "DISCLOSURE-10", by: supersededBy })
  if (status === "completed" && completedOn !== null)
    return object({
      _tag: "ObjectionAfterCompletion",
      rule: "DISCLOSURE-10",
      completedOn,
      citation: disclosure.recourse,
    })
  return unless([mustBe(disclosure, "posted"), ...dayMustDo(command, disclosure, on)], () => [
    { _tag: "ObjectionRaised", objection, text, receivedOn, evidence, by: objectorIn(around.actor), on },
  ])
}

/** An objection is answered once, early or late; whoever made it need not agree (DISCLOSURE-11). */
export const answer = (
  { answer: said, objection }: Command<"AnswerObjection">,
  { disclosure, today: on }: Standing,
): DisclosureDecision => {
  const known = disclosure.objections.find((one) => one.objection === objection)
  if (known?.answered?.answer === said) return quiet
  const open = openObjections(disclosure.objections).map((one) => one.objection)
  if (known === undefined && disclosure.status === "posted")
    return object({ _tag: "ObjectionUnknown", rule: "DISCLOSURE-11", objection, open })
  if (known !== undefined && known.answered !== null)
    return object({ _tag: "AnsweredAlready", rule: "DISCLOSURE-11", objection, ...known.answered })
  if (disclosure.supersededBy !== null)
    return object({ _tag: "ObjectionElsewhere", rule: "DISCLOSURE-10", by: disclosure.supersededBy })
  return unless([mustBe(disclosure, "posted")], () => [{ _tag: "ObjectionAnswered", objection, answer: said, on }])
}
