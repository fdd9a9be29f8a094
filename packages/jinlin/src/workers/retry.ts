/** How waiting between attempts grows: all in milliseconds, but for `factor` and `jitter`. */
export interface RetrySchedule {
  /** The wait before the second attempt, at most. */
  readonly base: number
  /** How many times longer each further wait is; 1: not longer. */
  readonly factor: number
  /** No wait is longer. */
  readonly ceiling: number
  /** Which part of a wait is left to chance, 0 to 1, so that those who failed together do not come back together. */
  readonly jitter: number
}

/** A source of chance that gives numbers of at least 0 and less than 1: anything else that it gives, or throws, is taken as 0. */
export const steadyRandom = (random: () => number) => (): number => {
  try {
    const value = random()
    return value >= 0 && value < 1 ? value : 0
  } catch {
    return 0
  }
}

/** The longest wait before an attempt: `base`, times `factor` for each attempt that failed since, up to `ceiling`. */
const longestBefore = (attempt: number, { base, ceiling, factor }: RetrySchedule): number => {
  let wait = Math.min(base, ceiling)
  for (let failures = 2; failures < attempt && wait < ceiling && factor > 1; failures += 1)
    wait = Math.min(wait * factor, ceiling)
  return wait
}

/**
 * How long to wait before this attempt, in whole milliseconds: attempt 2 follows the first failure, and before the first
 * there is no wait. It lies between `(1 - jitter) * longest` and `longest`, never beyond `ceiling`, and is a matter of the
 * arguments alone: the same draws give the same schedule again. Rule RELAY-7.
 */
export const delayBefore = (attempt: number, schedule: RetrySchedule, random: () => number): number => {
  if (attempt <= 1) return 0
  const longest = longestBefore(attempt, schedule)
  return Math.round(longest - longest * schedule.jitter * steadyRandom(random)())
}

/** Within what a channel's wish to be left alone is followed, in milliseconds. */
export interface RetryAfterBounds {
  readonly least: number
  readonly most: number
}

/** What a channel asked for, and within which bounds it is followed. */
export interface AskedWait {
  /** Milliseconds, as the channel said it: anything may stand here. */
  readonly retryAfter: number | undefined
  readonly bounds: RetryAfterBounds
}

/**
 * The wait `scheduled`, or longer where a channel asked for it: what it asked for, cut to the bounds, and the scheduled
 * wait on top, so that all who were told the same do not come back at once. Never longer than the longer of `most` and
 * `scheduled`. Rule RELAY-7.
 */
export const delayAsked = (scheduled: number, { bounds, retryAfter }: AskedWait): number => {
  if (typeof retryAfter !== "number" || Number.isNaN(retryAfter)) return scheduled
  const asked = Math.min(Math.max(retryAfter, bounds.least), bounds.most)
  return Math.max(scheduled, Math.round(Math.min(asked + scheduled, bounds.most)))
}
