import type { EmptyInterval } from "./business-hours.ts"
import { accept, type Checked, refuse } from "./checked.ts"

/**
 * What a period is counted in. `hour`: 60 minutes each, day and night, no pause. `working-hour`: an hour within business
 * hours of working days. `calendar-day`, `working-day`, `month`: whole days and months; the first day is not counted.
 */
export type DeadlineUnit = "hour" | "working-hour" | "calendar-day" | "working-day" | "month"

/**
 * A period and how it is counted. Every choice is a field because law and agreement may count differently
 * (Civil Code art. 204); `deadlineRule` fills in the usual ones.
 */
export interface DeadlineRule {
  /** 1 to 100,000. */
  readonly amount: number
  readonly unit: DeadlineUnit
  /** `after` a beginning ("within 10 days"), or `before` an event ("10 days' notice"). */
  readonly direction: "after" | "before"
  /** What happens when the last day is a rest day. Must be `none` for periods before an event and for hours. */
  readonly rollOver: "next-working-day" | "none"
  /** When the last day ends: at 24:00, or when business stops. Must be `midnight` for hours of either kind. */
  readonly endsAt: "midnight" | "close-of-business"
  /** What happens when a year is needed whose calendar is not published. */
  readonly unpublished: "refuse" | "provisional"
}

/** The choices that `deadlineRule` fills in where they are left out. */
export type DeadlineChoices = Partial<Omit<DeadlineRule, "amount" | "unit">>

/** An amount that is no whole number, or more than anybody counts. Rule DEADLINE-9. */
export interface InvalidAmount {
  readonly _tag: "InvalidAmount"
  readonly rule: "DEADLINE-9"
  readonly amount: number
  readonly minimum: 1
  readonly maximum: number
}

/** A choice that can have no effect together with another one: whoever made it meant something else. Rule DEADLINE-9. */
export interface DeadlineContradiction {
  readonly _tag: "DeadlineContradiction"
  readonly rule: "DEADLINE-9"
  readonly field: "rollOver" | "endsAt"
  /** The only value that goes with the rest of the rule. */
  readonly mustBe: "none" | "midnight"
  readonly because: "before" | "hour" | "working-hour"
}

/** Why a rule cannot be counted by. */
export type DeadlineRuleRefusal = EmptyInterval | InvalidAmount | DeadlineContradiction

/** The largest amount: more than 270 years of days. */
const largestAmount = 100_000

/**
 * A rule with the usual choices: after a beginning; days and months roll over to the next working day (Civil Code
 * art. 203), other periods do not; the last day ends at midnight; an unpublished year is a refusal.
 */
export const deadlineRule = (amount: number, unit: DeadlineUnit, choices: DeadlineChoices = {}): DeadlineRule => {
  const { direction = "after", endsAt = "midnight", unpublished = "refuse" } = choices
  const rolls = direction === "after" && (unit === "calendar-day" || unit === "month")
  const { rollOver = rolls ? "next-working-day" : "none" } = choices
  return { amount, unit, direction, rollOver, endsAt, unpublished }
}

const contradiction = ({ unit, direction, rollOver, endsAt }: DeadlineRule): DeadlineContradiction | undefined => {
  const found = { _tag: "DeadlineContradiction", rule: "DEADLINE-9" } as const
  const rolls = rollOver === "next-working-day"
  if (rolls && direction === "before") return { ...found, field: "rollOver", mustBe: "none", because: "before" }
  const isHours = unit === "hour" || unit === "working-hour"
  if (rolls && isHours) return { ...found, field: "rollOver", mustBe: "none", because: unit }
  if (endsAt === "close-of-business" && isHours) return { ...found, field: "endsAt", mustBe: "midnight", because: unit }
  return undefined
}

/** A rule that can be counted by: an amount of at least one, and no choice that contradicts another. */
export const checkDeadlineRule = (rule: DeadlineRule): Checked<DeadlineRule, DeadlineRuleRefusal> => {
  const { amount } = rule
  if (Number.isInteger(amount) && amount < 1)
    return refuse({ _tag: "EmptyInterval", rule: "DEADLINE-9", of: "period", length: amount, minimum: 1 })
  if (!Number.isInteger(amount) || amount > largestAmount)
    return refuse({ _tag: "InvalidAmount", rule: "DEADLINE-9", amount, minimum: 1, maximum: largestAmount })
  const found = contradiction(rule)
  return found === undefined ? accept(rule) : refuse(found)
}
