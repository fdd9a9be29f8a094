import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import { object, unless } from "../../kernel/decider.ts"
import { type CivilDeadline, isPast } from "../../kernel/resolved-deadline.ts"
import type { Disclosure } from "../model.ts"
import type { DisclosureRules } from "../policy.ts"
import type { DisclosureRefusal } from "../refusals.ts"
import { missingChannels, openObjections, sheetsAreInOn } from "../rules/index.ts"
import { periodWith } from "./counting.ts"
import { type Against, type DisclosureDecision, mustBe, quiet, type Standing } from "./standing.ts"

interface Up {
  readonly disclosure: Disclosure
  readonly rules: DisclosureRules
}

const upIn = ({ disclosure }: Standing): Checked<Up, DisclosureRefusal> => {
  const stage = mustBe(disclosure, "posted")
  if (stage !== undefined) return refuse(stage)
  const { rules, status } = disclosure
  return rules === null
    ? refuse({ _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status, allowed: ["posted"] })
    : accept({ disclosure, rules })
}

/** The period as it is known today: one that hangs on an unpublished year is counted again (DISCLOSURE-8). */
const periodToday = (
  { disclosure, rules }: Up,
  standing: Standing,
): Checked<CivilDeadline | null, DisclosureRefusal> =>
  disclosure.period?.provisional === true ? periodWith(disclosure.postings, rules, standing) : accept(disclosure.period)

/** The period is counted again with the calendar of today; one that is certain stays as it is (DISCLOSURE-8). */
export const recount = (standing: Standing): DisclosureDecision => {
  const up = upIn(standing)
  if (!up.ok) return object(up.refusal)
  const { period } = up.value.disclosure
  const counted = periodToday(up.value, standing)
  if (!counted.ok) return object(counted.refusal)
  const isAsBefore = counted.value?.lastDay === period?.lastDay && counted.value?.provisional === period?.provisional
  if (isAsBefore) return quiet
  return unless([], () => [{ _tag: "PeriodRecounted", period: counted.value, on: standing.today }])
}

/** Not an instant before its end (DISCLOSURE-12). */
const periodMustBeOver = (period: CivilDeadline, { around: { now } }: Standing): Against => {
  const { end, lastDay, provisional } = period
  return isPast(period, now) ? undefined : { _tag: "PeriodStillRuns", rule: "DISCLOSURE-12", end, lastDay, provisional }
}

/** Nor before every sheet of the period has had its time to be entered (DISCLOSURE-13). */
const sheetsMustBeIn = (
  period: CivilDeadline,
  { disclosure: { postings }, rules }: Up,
  standing: Standing,
): Against => {
  const { citation, days } = rules.sheets
  const from = sheetsAreInOn({ period, postings, sheetDays: days })
  return standing.today >= from || !isPast(period, standing.around.now)
    ? undefined
    : { _tag: "SheetsAwaited", rule: "DISCLOSURE-13", from, days, citation }
}

/** It has stood as long as it must, and every objection has its answer (DISCLOSURE-12). */
export const complete = (standing: Standing): DisclosureDecision => {
  if (standing.disclosure.status === "completed") return quiet
  const up = upIn(standing)
  if (!up.ok) return object(up.refusal)
  const { disclosure, rules } = up.value
  const period = periodToday(up.value, standing)
  if (!period.ok) return object(period.refusal)
  const waiting = openObjections(disclosure.objections).map(({ objection }) => objection)
  const open: Against =
    waiting.length === 0 ? undefined : { _tag: "ObjectionsOpen", rule: "DISCLOSURE-12", objections: waiting }
  const { value } = period
  if (value === null) {
    const { channels, citation } = rules.required
    const missing = missingChannels({ postings: disclosure.postings, channels })
    return unless([{ _tag: "PeriodNotBegun", rule: "DISCLOSURE-7", missing, citation }, open], () => [])
  }
  return unless([periodMustBeOver(value, standing), sheetsMustBeIn(value, up.value, standing), open], () => [
    { _tag: "DisclosureCompleted", period: value, packs: rules.packs, on: standing.today },
  ])
}
