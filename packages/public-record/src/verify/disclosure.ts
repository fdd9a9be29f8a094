import { keepsTheLaw, lawfulAudience, leastLawfulDays } from "@jinlin/core/disclosure/rules"
import { digestOfSections } from "@jinlin/core/kernel"
import { addDays } from "@jinlin/core/kernel/arithmetic"
import type { PublicDisclosure } from "../model/disclosure.ts"
import type { PublicRecord } from "../model/record.ts"
import { type Check, checkOf, neededIf, notChecked, type Unchecked } from "./check.ts"
import { calendarFor, noPeriodRuns, periodCouldBe, periodHolds } from "./period.ts"

type Parts = PublicRecord["parts"]

/** A document that was decided or reported, and from when on there was something to tell. */
interface Proved {
  readonly document: string
  readonly since: string
}

/** What the matter of a disclosure decided or reported; nothing: the record does not have the matter. */
const provedIn = (
  { coGovernance, deliberations }: Parts,
  { matter, what }: PublicDisclosure,
): ReadonlyArray<Proved> | undefined => {
  if (coGovernance?.content.matter === matter)
    return coGovernance.content.history.flatMap((event) => {
      if (what === "decision")
        return event._tag === "MatterResolved" ? [{ document: event.text, since: event.since }] : []
      return event._tag === "ResultReported" ? [{ document: event.report, since: event.implementedOn }] : []
    })
  const deliberation = deliberations.find(({ content }) => content.matter === matter)?.content
  if (deliberation === undefined || what === "result") return undefined
  const { endedOn, status, text } = deliberation
  return status === "decided" && endedOn !== null ? [{ document: text, since: endedOn }] : []
}

/** Its sections make up the document, and this is what was decided or reported, on the day that it says (DISCLOSURE-2). */
const isOfDecided = (parts: Parts, known: PublicDisclosure): boolean => {
  const proved = provedIn(parts, known)
  const isWhole = digestOfSections(known.sections) === known.document && known.sections.some(({ shown }) => shown)
  const isProved = proved?.some(({ document, since }) => document === known.document && since === known.since)
  return isWhole && isProved !== false
}

/** Whether its rules ask for no less than the law does, where a law applies, or a period says of itself that it is law (DISCLOSURE-5). */
const isLawful = ({ law, rules: { period, required, sheets } }: PublicDisclosure): boolean => {
  const isLong = period.citation.certainty !== "law" || period.days >= leastLawfulDays
  return isLong && sheets.days < period.days && (law === null || keepsTheLaw(period.days, required.channels))
}

/** For whom it is: the residents where a law asks for it, else one of those of its rules; a correction is for whom the other was (DISCLOSURE-20). */
const isForWhomItMust = ({ audience, corrects, law, rules: { audiences } }: PublicDisclosure): boolean =>
  corrects !== null || (law === null ? audiences.among.includes(audience) : audience === lawfulAudience)

/** Every posting is of a day that could be, under the rules of the first one, and these ask for no less than the law (DISCLOSURE-5, DISCLOSURE-6). */
const isPostedLawfully = (known: PublicDisclosure): boolean => {
  const { checkedOn, postings, rules, since } = known
  const areDays = postings.every(
    ({ number, on, takenDown }, place) =>
      number === place + 1 && on >= since && on >= checkedOn && (takenDown === null || takenDown.on >= on),
  )
  return isLawful(known) && isForWhomItMust(known) && areDays && rules.day === postings[0]?.on
}

/** It is completed not before its end, with every objection answered; what is not completed says no day of it (DISCLOSURE-12). */
const isCompletedRightly = (known: PublicDisclosure): boolean => {
  const { completedOn, objections, period, postings, rules, status } = known
  const first = postings[0]?.on ?? ""
  const isLate = (day: string) => completedOn !== null && day > completedOn
  const areInTime = objections.every(({ answered, from, on }) => {
    const isAnsweredAfter = answered === null || (answered.on >= on && !isLate(answered.on))
    return (from !== null || on >= first) && !isLate(on) && isAnsweredAfter
  })
  const isAnswered = objections.every(({ answered }) => answered !== null)
  // One that was corrected after its completion keeps the day of it.
  if (completedOn === null) return areInTime && status !== "completed"
  // So long after the end sheets are entered that could change what came of it (DISCLOSURE-13).
  const isOver = period !== null && completedOn >= addDays(period.end.date, rules.sheets.days)
  return areInTime && isAnswered && isOver && (status === "completed" || status === "superseded")
}

/** A correction is of the same matter, kind and audience, takes over what was not answered, and is named by what it corrects (DISCLOSURE-14, 15). */
const isCorrectionOf = (known: PublicDisclosure, old: PublicDisclosure): boolean => {
  const isAlike = known.matter === old.matter && known.what === old.what && known.audience === old.audience
  // Until the correction has taken its place the old one stands, and may still be objected to.
  const isCarried = old.objections
    .filter(({ answered }) => answered === null && old.supersededBy !== null)
    .every(({ objection, text }) => known.objections.some((one) => one.objection === objection && one.text === text))
  const isPosted = (known.postings[0]?.on ?? "") >= (old.postings[0]?.on ?? "")
  return isAlike && isCarried && isPosted && (old.supersededBy === null || old.supersededBy === known.disclosure)
}

const isInLine = ({ disclosures }: Parts, known: PublicDisclosure): boolean => {
  const find = (id: string | null) => disclosures.find(({ content }) => content.disclosure === id)?.content
  const [old, next] = [find(known.corrects), find(known.supersededBy)]
  const isNamed = (known.status === "superseded") === (known.supersededBy !== null)
  return (
    isNamed &&
    (old === undefined || isCorrectionOf(known, old)) &&
    (next === undefined || next.corrects === known.disclosure)
  )
}

const isCounted = (parts: Parts, known: PublicDisclosure): boolean | undefined => {
  if (known.period === null) return noPeriodRuns(known) || known.status === "superseded"
  const calendar = calendarFor(
    known.period,
    parts.calendars.map(({ content }) => content),
  )
  if (calendar !== undefined) return periodHolds(known, calendar)
  return periodCouldBe(known) ? undefined : false
}

/** One disclosure: what it proves, where it hung, its period counted again, its end, and what it corrects. Rule RECORD-12. */
export const disclosureHolds = (parts: Parts, known: PublicDisclosure, part: string): ReadonlyArray<Check> => {
  const counted = isCounted(parts, known)
  const facts = { disclosure: known.disclosure }
  return [
    checkOf({ check: "disclosed-document", part }, isOfDecided(parts, known), { ...facts, document: known.document }),
    checkOf({ check: "postings", part }, isPostedLawfully(known), { ...facts, days: known.rules.period.days }),
    ...(counted === undefined
      ? []
      : [
          checkOf(
            { check: "period", part },
            counted,
            known.period === null ? facts : { ...facts, from: known.period.from, lastDay: known.period.lastDay },
          ),
        ]),
    checkOf(
      { check: "completion", part },
      isCompletedRightly(known),
      known.completedOn === null ? facts : { ...facts, on: known.completedOn },
    ),
    checkOf({ check: "correction", part }, isInLine(parts, known), facts),
  ]
}

/** What of a disclosure the record does not let anybody look at; that it was completed rests on its calendar, and on what it proves. */
export const disclosureNotChecked = (parts: Parts, known: PublicDisclosure, part: string): ReadonlyArray<Unchecked> => {
  const facts = { disclosure: known.disclosure }
  const isOver = known.completedOn !== null
  const ids = new Set(parts.disclosures.map(({ content }) => content.disclosure))
  const others = [known.corrects, known.supersededBy].filter((id) => id !== null && !ids.has(id))
  return [
    ...(isCounted(parts, known) === undefined ? [neededIf(isOver, notChecked("calendar-missing", part, facts))] : []),
    ...(known.period?.provisional === true ? [notChecked("period-provisional", part, facts)] : []),
    ...others.map((id) => notChecked("disclosure-missing", part, { disclosure: id ?? "" })),
    ...(provedIn(parts, known) === undefined
      ? [
          neededIf(
            isOver && known.what === "decision",
            notChecked("deliberation-missing", part, { matter: known.matter }),
          ),
        ]
      : []),
  ]
}
