/** Civil dates without Effect: what rules, and those who take single rules, count days and months with. */
export type {
  DateOutOfRange,
  DateRefusal,
  InvalidDate,
  MisshapenDate,
  NoSuchDay,
  NoSuchMonth,
} from "./civil-date-reading.ts"
export { readCivilDate } from "./civil-date-reading.ts"
export type { CivilDate, Weekday } from "./day-arithmetic.ts"
export {
  addDays,
  civilDateOf,
  compareCivilDates,
  dayNumber,
  dayOfMonth,
  daysBetween,
  earliest,
  firstCivilDate,
  lastCivilDate,
  latest,
  monthOf,
  weekday,
  yearOf,
} from "./day-arithmetic.ts"
export type { MonthsLater } from "./month-arithmetic.ts"
export {
  addMonths,
  daysInMonth,
  daysInMonthOf,
  isLeapYear,
  nextQuarterStart,
  quarterStart,
} from "./month-arithmetic.ts"
