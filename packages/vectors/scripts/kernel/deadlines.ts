import {
  type BusinessHours,
  type DeadlineRule,
  deadlineRule,
  type Moment,
  resolveDeadline,
  workCalendar,
} from "@jinlin/core/kernel/arithmetic"
import { chinaWorkCalendar } from "@jinlin/rule-packs/calendars"
import { on } from "@jinlin/testkit"
import { asJson, type JsonObject } from "../json-text.ts"
import { ask, checked, type KernelFile, type Put } from "./question.ts"

interface Period {
  readonly rule: DeadlineRule
  readonly from: Moment
  readonly businessHours?: BusinessHours
}

const office: BusinessHours = [
  { opens: 510, closes: 720 },
  { opens: 840, closes: 1050 },
]

const periods: ReadonlyArray<Put<Period>> = [
  {
    says: "Ten days: the first is not counted.",
    input: { rule: deadlineRule(10, "calendar-day"), from: on("2026-06-01") },
  },
  {
    says: "The last day is a Sunday: it rolls over to Monday.",
    input: { rule: deadlineRule(6, "calendar-day"), from: on("2026-06-01") },
  },
  { says: "It rolls over a whole holiday.", input: { rule: deadlineRule(10, "calendar-day"), from: on("2026-09-21") } },
  {
    says: "Onto a weekend day that is worked in exchange.",
    input: { rule: deadlineRule(1, "calendar-day"), from: on("2026-01-02") },
  },
  {
    says: "Unless the rule says that it does not.",
    input: { rule: deadlineRule(6, "calendar-day", { rollOver: "none" }), from: on("2026-06-01") },
  },
  {
    says: "Five working days over a holiday.",
    input: { rule: deadlineRule(5, "working-day"), from: on("2026-09-28") },
  },
  {
    says: "A month from 31 January ends on the last day of February, which rolls over or is worked.",
    input: { rule: deadlineRule(1, "month"), from: on("2026-01-31") },
  },
  { says: "A month from the 15th.", input: { rule: deadlineRule(1, "month"), from: on("2026-03-15") } },
  {
    says: "Three days before an event: three full days between, holidays shorten nothing.",
    input: { rule: deadlineRule(3, "calendar-day", { direction: "before" }), from: on("2026-10-09") },
  },
  {
    says: "Two working days before an event.",
    input: { rule: deadlineRule(2, "working-day", { direction: "before" }), from: on("2026-10-09") },
  },
  { says: "48 hours never pause.", input: { rule: deadlineRule(48, "hour"), from: on("2026-09-30", 600) } },
  {
    says: "Hours before an event.",
    input: { rule: deadlineRule(24, "hour", { direction: "before" }), from: on("2026-09-30", 600) },
  },
  {
    says: "Four working hours run into the next morning.",
    input: { rule: deadlineRule(4, "working-hour"), from: on("2026-06-01", 1000), businessHours: office },
  },
  {
    says: "From before business.",
    input: { rule: deadlineRule(2, "working-hour"), from: on("2026-06-01", 300), businessHours: office },
  },
  {
    says: "From a Friday evening.",
    input: { rule: deadlineRule(1, "working-hour"), from: on("2026-06-05", 1100), businessHours: office },
  },
  {
    says: "Working hours before an event.",
    input: {
      rule: deadlineRule(5, "working-hour", { direction: "before" }),
      from: on("2026-06-01", 600),
      businessHours: office,
    },
  },
  {
    says: "The last day ends when business stops.",
    input: {
      rule: deadlineRule(3, "working-day", { endsAt: "close-of-business" }),
      from: on("2026-06-01"),
      businessHours: office,
    },
  },
  { says: "Nobody said when business is.", input: { rule: deadlineRule(3, "working-hour"), from: on("2026-06-01") } },
  { says: "No amount.", input: { rule: deadlineRule(0, "calendar-day"), from: on("2026-06-01") } },
  { says: "More than anybody counts.", input: { rule: deadlineRule(100_001, "calendar-day"), from: on("2026-06-01") } },
  {
    says: "Before an event nothing rolls over.",
    input: {
      rule: deadlineRule(3, "calendar-day", { direction: "before", rollOver: "next-working-day" }),
      from: on("2026-06-01"),
    },
  },
  {
    says: "Hours do not end with business.",
    input: { rule: deadlineRule(3, "hour", { endsAt: "close-of-business" }), from: on("2026-06-01") },
  },
  {
    says: "A year whose calendar is not published is not guessed.",
    input: { rule: deadlineRule(10, "working-day"), from: on("2026-12-25") },
  },
  {
    says: "Unless the rule takes a provisional answer.",
    input: { rule: deadlineRule(10, "working-day", { unpublished: "provisional" }), from: on("2026-12-25") },
  },
  {
    says: "A last day at the end of a known year needs the next one to roll over.",
    input: { rule: deadlineRule(7, "calendar-day"), from: on("2026-12-26") },
  },
]

const compiled = workCalendar(chinaWorkCalendar)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal))
const calendar = compiled.value

/** Deadlines, with the working days of mainland China for three years. */
export const deadlineFiles: ReadonlyArray<KernelFile> = [
  ask({
    name: "deadlines",
    asks: "resolve a deadline",
    says: "The value is the deadline as events store it, with the steps that explain it.",
    with: { calendar: asJson(chinaWorkCalendar) } as JsonObject,
    rules: ["DEADLINE-1", "DEADLINE-5"],
    puts: periods,
    answer: ({ businessHours, from, rule }) =>
      checked(resolveDeadline(rule, from, businessHours === undefined ? { calendar } : { calendar, businessHours })),
  }),
]
