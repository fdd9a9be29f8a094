import { couldDecide, type Matter } from "@jinlin/core/deliberation"
import {
  earliestClose,
  latestClose,
  latestFirstClose,
  noticeIsKept,
  stepOf,
  studiedByParty,
} from "@jinlin/core/deliberation/rules"
import type { DecisionRules } from "@jinlin/core/kernel"
import type { PublicSitting, SittingResult } from "../model/deliberation.ts"
import { goingOf } from "./walk.ts"

/** The laws that a sitting had to be lawful by when it was called, and when it came under that of another day. */
const lawsOf = ({ rebased, rules }: PublicSitting): ReadonlyArray<DecisionRules> =>
  rebased === null ? [rules] : [rebased.ofCall, rules]

/** It was the turn of this step, under one of its sets of rules, on the text as it stood, and one sitting after the other. */
export const isInOrder = (
  matter: Matter,
  { round, revision, rules, step, text }: PublicSitting,
  expected: number,
): boolean => {
  const planned = stepOf(matter.plan, step)
  const isTurn = matter.status === "open" && matter.at === step && planned?.sets.includes(rules.set) === true
  return isTurn && round === expected && matter.text === text && matter.revision === revision
}

/** Its rules are those of the day of its call, or of the day on which it came under others, and decide what it is about. */
export const isLawOfItsDay = (matter: Matter, { calledOn, rebased, rules }: PublicSitting): boolean => {
  const assigned = rules.subjects.filter(({ set }) => set === rules.set)
  const isItsSubject = assigned.length === 0 || assigned.some(({ subject }) => subject === matter.about)
  if (rebased === null) return isItsSubject && rules.day === calledOn
  const { ofCall, on, onto } = rebased
  const isOfItsDay = onto === "law-of-today" ? rules.day === on : rules.day >= calledOn && rules.day <= on
  return isItsSubject && isOfItsDay && ofCall.day === calledOn && ofCall.set === rules.set
}

/** The call left as many days as the rules ask for, or says why not where they let it. */
export const isCalledInTime = (sitting: PublicSitting): boolean =>
  lawsOf(sitting).every(
    ({ notice: { days, urgent } }) => noticeIsKept(sitting, days) || (urgent && sitting.urgent !== null),
  )

/** Where the rules ask for it, the Party organization had passed this text. */
export const isStudied = (matter: Matter, sitting: PublicSitting): boolean =>
  lawsOf(sitting).every(({ partyStudy: { required } }) => !required || studiedByParty(matter))

/** It was put off as often and as far as the rules let it, each time before it was over. */
const extensionsFit = ({ ballot, rules: { extension } }: PublicSitting): boolean => {
  if (ballot === null) return true
  const ends = [...ballot.extensions.map(({ before }) => before), ballot.closesOn]
  return (
    ballot.extensions.length <= extension.times &&
    ballot.extensions.every(({ before, closesOn, on }, place) => {
      const isFar = closesOn > latestClose({ closesOn: before }, extension.days)
      return closesOn === ends[place + 1] && closesOn > before && on <= before && !isFar
    })
  )
}

/** The vote was taken in a way that the rules let, on a motion that the step may take, and closed not before its last day was over. */
export const isLawfulBallot = (matter: Matter, sitting: PublicSitting): boolean => {
  const { ballot, on, result, rules, step } = sitting
  if (ballot === null) return ["open", "cancelled", "heard"].includes(result)
  const { closedOn, closesOn, extensions, mode, motion, openedOn } = ballot
  const planned = stepOf(matter.plan, step)
  const mayMove =
    motion._tag === "Adopt" ||
    (motion._tag === "Amend" ? planned?.amendedRestartsAt !== null : planned?.returnsTo.includes(motion.to) === true)
  const first = extensions[0]?.before ?? closesOn
  const isClosed =
    closedOn === null
      ? ["open", "annulled"].includes(result)
      : closedOn >= earliestClose(ballot) && (on === null || on >= closedOn)
  const isLong = first > latestFirstClose(openedOn)
  return rules.ballot.modes.includes(mode) && mayMove && isClosed && !isLong && extensionsFit(sitting)
}

const won: Readonly<Record<string, SittingResult>> = { Adopt: "passed", Amend: "amended", Return: "returned" }

const lostBy = (matter: Matter, { ballot, findings, step }: PublicSitting): SittingResult => {
  const whenLost = stepOf(matter.plan, step)?.whenLost ?? { _tag: "Stay" }
  if (ballot?.motion._tag !== "Adopt" || whenLost._tag === "Stay" || !couldDecide({ findings })) return "lost"
  return whenLost._tag === "Reject" ? "rejected" : "sent-back"
}

/** Whether the result says that the motion was carried; nothing: it was not decided. */
export const wasCarried = ({ result }: PublicSitting): boolean | undefined => {
  if (["passed", "amended", "returned"].includes(result)) return true
  return ["lost", "rejected", "sent-back"].includes(result) ? false : undefined
}

/** What the motion or the plan says follows is what followed. */
export const isConsequence = (matter: Matter, sitting: PublicSitting): boolean => {
  const { ballot, lapsed, result, wentTo } = sitting
  const carried = wasCarried(sitting)
  const expected = carried === true ? won[ballot?.motion._tag ?? ""] : lostBy(matter, sitting)
  const going = goingOf(matter, sitting)
  const isThere = wentTo === going.wentTo && lapsed.join() === going.lapsed.join()
  return (carried === undefined || result === expected) && isThere
}

/** Called, sat, opened, closed and decided one after the other. */
export const daysFollow = ({ ballot, calledOn, on, sitsOn }: PublicSitting): boolean => {
  const days = [calledOn, ...(ballot === null ? [] : [sitsOn, ballot.openedOn, ballot.closedOn]), on]
  const known = days.filter((day) => day !== null)
  return sitsOn >= calledOn && known.every((day, place) => place === 0 || day >= (known[place - 1] ?? day))
}
