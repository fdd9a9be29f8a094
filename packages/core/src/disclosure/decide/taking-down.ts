import { accept, type Checked } from "../../kernel/checked.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { CivilDeadline } from "../../kernel/resolved-deadline.ts"
import type { Disclosure, Posting } from "../model.ts"
import type { DisclosureRules } from "../policy.ts"
import type { DisclosureRefusal } from "../refusals.ts"
import { earliestTakeDown, isKept, lastConfirming } from "../rules/index.ts"
import { periodWith } from "./counting.ts"
import { type Against, type Command, type DisclosureDecision, mustBe, quiet, type Standing } from "./standing.ts"

type Down = Command<"TakeDown">

/** It came down between the day on which it went up and today; of a day gone by while its sheet may lie, and with it (DISCLOSURE-9). */
const dayMustDo = (
  { evidence, on, posting }: Down,
  known: Posting,
  { rules, today }: { readonly rules: DisclosureRules; readonly today: CivilDate },
): ReadonlyArray<Against> => {
  const earliest = earliestTakeDown(known.on, { days: rules.sheets.days, today })
  const outside: Against =
    on < earliest || on > today
      ? { _tag: "TakeDownDayImpossible", rule: "DISCLOSURE-9", posting, on, earliest, latest: today }
      : undefined
  const sheet: Against =
    on < today && evidence === null
      ? { _tag: "TakeDownSheetMissing", rule: "DISCLOSURE-9", posting, on, today }
      : undefined
  return [outside, sheet]
}

/** What is completed stood to its end, and is not found afterwards to have not (DISCLOSURE-9). */
const endMustStand = ({ on, posting }: Down, after: ReadonlyArray<Posting>, disclosure: Disclosure): Against => {
  const { completedOn, period, rules } = disclosure
  if (completedOn === null || period === null || rules === null) return undefined
  return isKept({ postings: after, channels: rules.required.channels }, period)
    ? undefined
    : { _tag: "CameDownBeforeTheEnd", rule: "DISCLOSURE-9", posting, on, lastDay: period.lastDay }
}

/** The period after it came down; once completed or corrected the one that there was stays. */
const periodAfter = (
  after: ReadonlyArray<Posting>,
  rules: DisclosureRules,
  standing: Standing,
): Checked<CivilDeadline | null, DisclosureRefusal> => {
  const { period, status } = standing.disclosure
  const channels = rules.required.channels
  if (status !== "posted" || period === null || isKept({ postings: after, channels }, period)) return accept(period)
  return periodWith(after, rules, standing)
}

const unknownPosting = (posting: number, postings: ReadonlyArray<Posting>): DisclosureRefusal => ({
  ...{ _tag: "PostingUnknown", rule: "DISCLOSURE-9", posting },
  postings: postings.map(({ number }) => number),
})

/**
 * That something came down was a slip: it hangs, and the period is what it would be had that never been noted. Only for as long
 * after it was noted as a sheet may lie; later it is put up again (DISCLOSURE-9).
 */
export const confirmHanging = (
  { evidence, posting, reason }: Command<"ConfirmHanging">,
  standing: Standing,
): DisclosureDecision => {
  const { disclosure, today: on } = standing
  const { postings, rules, status } = disclosure
  const stage = mustBe(disclosure, "posted")
  if (stage !== undefined || rules === null)
    return object(stage ?? { _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status, allowed: ["posted"] })
  const known = postings.find(({ number }) => number === posting)
  if (known === undefined) return object(unknownPosting(posting, postings))
  if (known.takenDown === null) return quiet
  const { citation, days } = rules.sheets
  const { enteredOn } = known.takenDown
  const last = lastConfirming(enteredOn, days)
  const late: Against =
    on <= last
      ? undefined
      : { _tag: "HangingConfirmedLate", rule: "DISCLOSURE-9", posting, enteredOn, latest: last, days, citation }
  const after = postings.map((one) => (one.number === posting ? { ...one, enteredOn: on, takenDown: null } : one))
  const period = periodWith(after, rules, standing)
  return unless([late, period.ok ? undefined : period.refusal], () => [
    {
      _tag: "HangingConfirmed",
      ...{ posting, channel: known.channel, reason, evidence, period: period.ok ? period.value : null, on },
    },
  ])
}

/** Something came down. Before the end of the period that breaks it off, unless another posting stands for it (DISCLOSURE-9). */
export const takeDown = (command: Down, standing: Standing): DisclosureDecision => {
  const { disclosure, today } = standing
  const { evidence, on, posting, reason } = command
  const stage = mustBe(disclosure, "posted", "completed", "superseded")
  const { postings, rules } = disclosure
  if (stage !== undefined || rules === null)
    return object(
      stage ?? { _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status: "checked", allowed: ["posted"] },
    )
  const known = postings.find(({ number }) => number === posting)
  if (known === undefined) return object(unknownPosting(posting, postings))
  const down = known.takenDown
  if (down !== null)
    return down.on === on ? quiet : object({ _tag: "TakenDownAlready", rule: "DISCLOSURE-9", posting, on: down.on })
  const takenDown = { on, reason, evidence, enteredOn: today }
  const after = postings.map((one) => (one.number === posting ? { ...one, takenDown } : one))
  const period = periodAfter(after, rules, standing)
  const against = [
    ...dayMustDo(command, known, { rules, today }),
    endMustStand(command, after, disclosure),
    period.ok ? undefined : period.refusal,
  ]
  const next = period.ok ? period.value : null
  return unless(against, () => [
    {
      _tag: "PostingTakenDown",
      ...{ posting, channel: known.channel, takenDown, period: next },
      broken: disclosure.period !== null && next?.from.civilDate !== disclosure.period.from.civilDate,
      on: today,
    },
  ])
}
