import * as Schema from "effect/Schema"
import { checkBusinessHours, type BusinessHours as Hours } from "./business-hours.ts"
import { CivilDate } from "./civil-date.ts"
import { checkDeadlineRule, type DeadlineRule as Rule } from "./deadline-rule.ts"
import type { DeadlineStep as Step } from "./deadline-steps.ts"
import { Instant, MinuteOfDay, Moment } from "./moment-schema.ts"
import { refusing } from "./reading.ts"
import type { CivilDeadline as ByDays, Deadline as Resolved } from "./resolved-deadline.ts"

const refusalIn = <R>(checked: { readonly ok: true } | { readonly ok: false; readonly refusal: R }): R | undefined =>
  checked.ok ? undefined : checked.refusal

/** A deadline rule in policies and rule packs: refused where it cannot be counted by. */
export const DeadlineRule: Schema.Codec<Rule> = Schema.Struct({
  amount: Schema.Finite,
  unit: Schema.Literals(["hour", "working-hour", "calendar-day", "working-day", "month"]),
  direction: Schema.Literals(["after", "before"]),
  rollOver: Schema.Literals(["next-working-day", "none"]),
  endsAt: Schema.Literals(["midnight", "close-of-business"]),
  unpublished: Schema.Literals(["refuse", "provisional"]),
}).check(refusing((rule) => refusalIn(checkDeadlineRule(rule))))

export type DeadlineRule = Rule

/** Business hours in policies: at least one window, each with a length, in order and apart. */
export const BusinessHours: Schema.Codec<Hours> = Schema.Array(
  Schema.Struct({ opens: Schema.Finite, closes: Schema.Finite }),
).check(refusing((hours) => refusalIn(checkBusinessHours(hours))))

export type BusinessHours = Hours

const CivilTime = Schema.Struct({ date: CivilDate, minute: MinuteOfDay })

const step = <Tag extends string, Id extends string, Fields extends Schema.Struct.Fields>(
  tag: Tag,
  rule: Id,
  fields: Fields,
) => Schema.Struct({ _tag: Schema.Literal(tag), rule: Schema.Literal(rule), ...fields })

/** One step of a deadline's explanation. */
export const DeadlineStep: Schema.Codec<Step> = Schema.Union([
  step("StartDayNotCounted", "DEADLINE-1", { day: CivilDate }),
  step("HoursRunThrough", "DEADLINE-2", { hours: Schema.Int }),
  step("ClampedToMonthEnd", "DEADLINE-3", { dayOfMonth: Schema.Int, monthEnd: CivilDate }),
  step("RolledOver", "DEADLINE-4", { from: CivilDate, restThrough: CivilDate, to: CivilDate }),
  step("LastDayEnds", "DEADLINE-5", {
    day: CivilDate,
    at: Schema.Literals(["midnight", "close-of-business"]),
    minute: Schema.Int,
  }),
  step("FullDaysBetween", "DEADLINE-6", { first: CivilDate, last: CivilDate }),
  step("WorkingDaysCounted", "DEADLINE-7", { workingDays: Schema.Int, restDays: Schema.Int }),
  step("WorkingHoursCounted", "DEADLINE-8", { hours: Schema.Int, from: CivilTime, to: CivilTime }),
  step("WeekendsAssumed", "DEADLINE-10", { year: Schema.Int }),
])

export type DeadlineStep = Step

const origin = {
  rule: DeadlineRule,
  from: Moment,
  calendar: Schema.Struct({ id: Schema.String, version: Schema.String }),
  businessHours: Schema.optionalKey(BusinessHours),
  provisional: Schema.Boolean,
  steps: Schema.Array(DeadlineStep),
}

/** A resolved deadline in days or months, in events. */
export const CivilDeadline: Schema.Codec<ByDays> = Schema.Struct({
  _tag: Schema.Literal("CivilDeadline"),
  lastDay: CivilDate,
  end: CivilTime,
  ...origin,
})

export type CivilDeadline = ByDays

/** A resolved deadline in events. */
export const Deadline: Schema.Codec<Resolved> = Schema.Union([
  CivilDeadline,
  Schema.Struct({ _tag: Schema.Literal("InstantDeadline"), end: Instant, ...origin }),
])

export type Deadline = Resolved
