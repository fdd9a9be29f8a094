import { addDays, type CivilDate, compareCivilDates, latest } from "../../kernel/arithmetic.ts"
import type { Version } from "../model.ts"

/** When a version is in force, as far as it is said. */
export type DatedVersion = Pick<Version, "version" | "from" | "until" | "overtaken">

/** The version that is in force on a day: from its first day, until the day before the next one's. At most one (COVENANT-11). */
export const versionOn = <Known extends DatedVersion>(
  versions: ReadonlyArray<Known>,
  day: CivilDate,
): Known | undefined =>
  versions.find(
    ({ from, until }) =>
      from !== null && compareCivilDates(from, day) <= 0 && (until === null || compareCivilDates(day, until) < 0),
  )

/** Whether a version is in force or may still come to be: it has not ended and was not overtaken. */
export const stillStands = ({ overtaken, until }: DatedVersion, today: CivilDate): boolean =>
  !overtaken && (until === null || compareCivilDates(today, until) < 0)

/** Whether a version has begun. */
export const hasBegun = ({ from }: DatedVersion, today: CivilDate): boolean =>
  from !== null && compareCivilDates(from, today) <= 0

/** The days before which nothing holds; `notBefore`: until then another covenant does, null: none (COVENANT-22). */
export interface Limits {
  readonly decidedOn: CivilDate
  readonly today: CivilDate
  readonly notBefore: CivilDate | null
}

/**
 * The first day from which a version may be in force, or from which a covenant may end: never in the past, never before the
 * decision, never while the one that it follows is in force.
 */
export const earliestForce = ({ decidedOn, notBefore, today }: Limits): CivilDate => {
  const first = latest(decidedOn, today)
  return notBefore === null ? first : latest(first, notBefore)
}

/** Whether a day is before the first from which anything may hold (COVENANT-11). */
export const isTooEarly = (from: CivilDate, limits: Limits): boolean =>
  compareCivilDates(from, earliestForce(limits)) < 0

/** The day after one that is taken (COVENANT-12). */
export const nextFreeDay = (taken: CivilDate): CivilDate => addDays(taken, 1)

/** Whether a version would begin on the first day of a later one, or after it (COVENANT-12). */
export const beginsTooLate = (from: CivilDate, later: Pick<Version, "from">): boolean =>
  later.from !== null && compareCivilDates(from, later.from) >= 0

/** The version that began on this very day, other than the one asked for: it is in force already, so nothing else begins then (COVENANT-12). */
export const begunOn = (
  versions: ReadonlyArray<DatedVersion>,
  { day, today, version }: { readonly day: CivilDate; readonly today: CivilDate; readonly version: number | null },
): DatedVersion | undefined =>
  versions.find((one) => one.version !== version && one.from === day && hasBegun(one, today))

/** The later version that has its day already; an earlier one begins before it or not at all (COVENANT-12). */
export const nextWithDay = (versions: ReadonlyArray<DatedVersion>, version: number): DatedVersion | undefined =>
  versions.find((one) => one.version > version && one.from !== null)

/** What comes of it when a version, or nothing at all, takes over from a day on. */
export interface TakeOver {
  readonly ends: { readonly version: number; readonly until: CivilDate } | null
  readonly overtaken: ReadonlyArray<number>
}

/**
 * Of the versions before the one that takes over, the last that begins before that day ends on it; those without a day, or with
 * that day or a later one, are overtaken: they will never be in force (COVENANT-12).
 */
export const takeOver = (before: ReadonlyArray<DatedVersion>, from: CivilDate): TakeOver => {
  const alive = before.filter(({ overtaken }) => !overtaken)
  const begins = (one: DatedVersion): boolean => one.from !== null && compareCivilDates(one.from, from) < 0
  const last = alive.findLast(begins)
  return {
    ends: last === undefined || last.until === from ? null : { version: last.version, until: from },
    overtaken: alive.filter((one) => !begins(one)).map(({ version }) => version),
  }
}
