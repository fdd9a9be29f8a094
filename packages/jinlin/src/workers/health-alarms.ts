import type { DisabledChannel } from "./relay-channels.ts"

/** From when on something is an alarm. Durations are in milliseconds. */
export interface HealthThresholds {
  /** The oldest delivery that waits is older. */
  readonly undeliveredFor: number
  /** More deliveries are parked. 0: any. */
  readonly parked: number
  /** Something was due longer ago. */
  readonly overdueFor: number
  /** The log's reader has waited for longer on a transaction that is still open. */
  readonly stalledFor: number
  /** A lease was renewed longer ago than this. */
  readonly leaseLag: number
  /** A worker could not work for longer, or has been at one look for longer. */
  readonly failingFor: number
  readonly lookingFor: number
  /** Something was committed so far ahead of the clock here: two clocks disagree. */
  readonly clockAhead: number
}

const [second, minute] = [1_000, 60_000]

/** What holds where nothing else is said. Our defaults. */
export const healthThresholds: HealthThresholds = {
  undeliveredFor: 15 * minute,
  parked: 0,
  overdueFor: 15 * minute,
  stalledFor: minute,
  leaseLag: 20 * second,
  failingFor: minute,
  lookingFor: 10 * minute,
  clockAhead: 5 * minute,
}

/** A delivery has waited too long; `key` and `cause` are of the oldest one, where they could be read. Rule HEALTH-1. */
export interface UndeliveredTooLong {
  readonly _tag: "UndeliveredTooLong"
  readonly rule: "HEALTH-1"
  /** When it was committed, how long that is ago, and how long is allowed. */
  readonly since: number
  readonly age: number
  readonly limit: number
  readonly waiting: number
  readonly delivery: string | null
  readonly key: string | null
  /** The tag of why it waits; null: it was not tried yet. */
  readonly cause: string | null
}

/** Deliveries were laid aside and wait for a person. Rule HEALTH-2. */
export interface DeliveriesParked {
  readonly _tag: "DeliveriesParked"
  readonly rule: "HEALTH-2"
  readonly parked: number
  readonly limit: number
}

/** What fell due was not issued; the one that is due longest. Rule HEALTH-3. */
export interface DueItemsOverdue {
  readonly _tag: "DueItemsOverdue"
  readonly rule: "HEALTH-3"
  /** How many are due now, overdue or not. */
  readonly due: number
  readonly stream: string
  readonly key: string
  readonly at: number
  readonly age: number
  readonly limit: number
}

/** The log cannot be read on, because a transaction that began then is still open. Rule HEALTH-4. */
export interface LogStalled {
  readonly _tag: "LogStalled"
  readonly rule: "HEALTH-4"
  readonly since: number
  readonly age: number
  readonly limit: number
}

/** A worker of this process was slow to renew its lease, and may lose it. Rule HEALTH-5. */
export interface LeaseLags {
  readonly _tag: "LeaseLags"
  readonly rule: "HEALTH-5"
  readonly worker: string
  readonly lag: number
  readonly limit: number
}

/** A worker of this process cannot work; `failure` is the tag of why. Rule HEALTH-6. */
export interface WorkerFailing {
  readonly _tag: "WorkerFailing"
  readonly rule: "HEALTH-6"
  readonly worker: string
  readonly failures: number
  readonly since: number
  readonly failure: string
}

/** A worker of this process has been at one look for too long. Rule HEALTH-6. */
export interface WorkerStuck {
  readonly _tag: "WorkerStuck"
  readonly rule: "HEALTH-6"
  readonly worker: string
  readonly since: number
  readonly age: number
  readonly limit: number
}

/** A channel said that it is disabled, and is left alone until then. Rule HEALTH-7. */
export interface ChannelIsDisabled extends DisabledChannel {
  readonly _tag: "ChannelIsDisabled"
  readonly rule: "HEALTH-7"
}

/** Something was committed later than the clock here says it is. Rule HEALTH-8. */
export interface ClockSkewed {
  readonly _tag: "ClockSkewed"
  readonly rule: "HEALTH-8"
  /** Milliseconds by which the other clock is ahead, at least. */
  readonly by: number
  readonly limit: number
}

/** The store did not answer; `failure` is the tag of why, `detail` a line for the operator. Rule HEALTH-9. */
export interface StoreNotAnswering {
  readonly _tag: "StoreNotAnswering"
  readonly rule: "HEALTH-9"
  readonly failure: string
  readonly detail: string
}

/** Something that a person should look at. */
export type Alarm =
  | UndeliveredTooLong
  | DeliveriesParked
  | DueItemsOverdue
  | LogStalled
  | LeaseLags
  | WorkerFailing
  | WorkerStuck
  | ChannelIsDisabled
  | ClockSkewed
  | StoreNotAnswering
