import type { RetryAfterBounds, RetrySchedule } from "./retry.ts"

/** The numbers of a relay; times are in milliseconds. All of them are our defaults. */
export interface RelayLimits {
  /** How many deliveries of one tenant are in hand at once. */
  readonly inFlight: number
  /** How many are taken in one run at most, before other tenants have their turn. */
  readonly inRun: number
  /** How long a notifier may take, how long a look-up or a text. */
  readonly sendFor: number
  readonly lookUpFor: number
  /** How many people of one notice are looked up at once. */
  readonly lookUpsAtOnce: number
  /** How often a message is tried before it is laid aside, and the waits between. */
  readonly attempts: number
  readonly schedule: RetrySchedule
  /** Within what a channel's wish to be left alone is followed. */
  readonly retryAfter: RetryAfterBounds
  /** How long a channel is left alone that said it is disabled. */
  readonly disabledFor: number
  /** How many starts may end without any answer: a delivery that often kills its process is not started again. */
  readonly startsUnanswered: number
  /** How long a relay lives on for others after its last sign of life. */
  readonly leaseFor: number
  /** While deliveries are in hand, how often there is a look for new ones. */
  readonly lookAgainEvery: number
}

const [second, hour] = [1_000, 3_600_000]

/** What holds where nothing else is said: eight attempts over some fifteen hours. */
export const relayLimits: RelayLimits = {
  inFlight: 32,
  inRun: 256,
  sendFor: 30 * second,
  lookUpFor: 10 * second,
  lookUpsAtOnce: 8,
  attempts: 8,
  schedule: { base: 30 * second, factor: 4, ceiling: 6 * hour, jitter: 0.5 },
  retryAfter: { least: second, most: 24 * hour },
  disabledFor: hour,
  startsUnanswered: 3,
  leaseFor: 30 * second,
  lookAgainEvery: 250,
}
