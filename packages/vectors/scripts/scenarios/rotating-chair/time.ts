import { type RotaCommand, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import type { Line } from "../lines.ts"
import { adopt, advance, byMonths, count, opening, skip } from "./asking.ts"

type Rota = Line<RotaCommand>

/** Terms by quarters, and another policy from a day on. */
export const quarters: ReadonlyArray<Rota> = [
  {
    on: "2026-03-31",
    ask: opening("2026-03-31", rotaPolicyDefaults),
    says: "Opened on the last day of a quarter, the first term has one day.",
  },
  { on: "2026-04-01", ask: advance, says: "The next day is the second term's." },
  {
    on: "2026-04-02",
    ask: adopt("2026-04-01", rotaPolicyDefaults),
    says: "A policy does not take effect yesterday.",
    refused: ["EffectiveTooEarly"],
  },
  {
    on: "2026-04-02",
    ask: adopt("2026-04-02", { ...rotaPolicyDefaults, term: { _tag: "Meetings", count: 2 } }),
    says: "Days are not exchanged for meetings in the life of a rota.",
    refused: ["TermBasisFixed"],
  },
  {
    on: "2026-04-02",
    ask: adopt("2027-01-01", { ...byMonths, order: { _tag: "Listed" } }),
    says: "From the new year on, by months and by the list: what is published stays.",
  },
  {
    on: "2026-04-03",
    ask: adopt("2026-12-31", rotaPolicyDefaults),
    says: "Not before the policy adopted last.",
    refused: ["EffectiveTooEarly"],
  },
  {
    on: "2026-10-01",
    ask: advance,
    says: "The horizon reaches the new year: the first term under the new policy lasts until the rota's own day of the month.",
  },
  { on: "2027-03-31", ask: advance, says: "Then terms last a month, from the 31st or the month's last day." },
]

/** Terms that are counted in meetings. */
export const meetings: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-10", {
      ...rotaPolicyDefaults,
      term: { _tag: "Meetings", count: 2 },
      order: { _tag: "Listed" },
    }),
    says: "Terms of two meetings: only the first one's first day is known.",
  },
  {
    on: "2026-01-05",
    ask: count("before", "2026-01-04"),
    says: "Before the rota begins no meeting counts.",
    refused: ["MeetingOutsideTerm"],
  },
  { on: "2026-01-10", ask: count("first", "2026-01-10"), says: "A meeting on the first day counts." },
  {
    on: "2026-01-11",
    ask: count("first", "2026-01-10"),
    says: "It counts once.",
    refused: ["MeetingAlreadyCounted"],
  },
  {
    on: "2026-01-11",
    ask: count("tomorrow", "2026-01-12"),
    says: "It does not count before it is held.",
    refused: ["MeetingOutsideTerm"],
  },
  {
    on: "2026-02-20",
    ask: count("second", "2026-02-18"),
    says: "The last one is counted two days late: the term ends today, not in the past.",
  },
  {
    on: "2026-02-20",
    ask: count("third", "2026-02-20"),
    says: "Until that day is over a further meeting counts in this term.",
  },
  { on: "2026-02-21", ask: advance, says: "The next day the next term begins." },
  {
    on: "2026-02-22",
    ask: count("late", "2026-02-20"),
    says: "A meeting counts in the term in which it was held.",
    refused: ["MeetingOutsideTerm"],
  },
  { on: "2026-03-01", ask: skip(3), says: "A turn by meetings is put off like any other." },
  { on: "2026-03-02", ask: count("fourth", "2026-03-02"), says: "And the count goes on." },
]

/** The last days of the calendar. */
export const endOfTime: ReadonlyArray<Rota> = [
  {
    on: "9999-10-15",
    ask: opening("9999-10-15", { ...byMonths, handOverDays: 90, vacancyDays: 90 }),
    says: "Near the end of the calendar: terms that would pass it stay on its last day.",
  },
  { on: "9999-12-31", ask: advance, says: "On the last day there is, what has no day of its own left never begins." },
]
