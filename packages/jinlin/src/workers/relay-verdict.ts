import type { Delivery, NewDelivery, Settlement } from "@jinlin/sdk"
import { causeText, type DeliveryCause, readCause } from "./relay-cause.ts"
import type { RelayLimits } from "./relay-limits.ts"
import { delayAsked, delayBefore } from "./retry.ts"

/** What became of a delivery that was started. */
export type Verdict =
  /** It is done with; what is to be handed on instead of it is added in the same commit. */
  | { readonly _tag: "Delivered"; readonly instead: ReadonlyArray<NewDelivery> }
  /** It was tried and failed: again later, unless it was tried often enough. */
  | { readonly _tag: "Failed"; readonly cause: DeliveryCause; readonly retryAfter?: number | undefined }
  /** It could not be tried: again later, however often that is. `until`: not before this moment. */
  | { readonly _tag: "Waits"; readonly cause: DeliveryCause; readonly until?: number | undefined }
  /** It makes no sense to try again before somebody has seen to it. */
  | { readonly _tag: "Parked"; readonly cause: DeliveryCause }
  /** It was not waited for any more. Nothing is known of it, and nothing is written. */
  | { readonly _tag: "Stopped" }

/** It is done with. */
export const delivered = (instead: ReadonlyArray<NewDelivery> = []): Verdict => ({ _tag: "Delivered", instead })

/** What is remembered of a delivery from before this start. */
export interface Past {
  readonly attempts: number
  readonly waits: number
  /** How many earlier starts ended without any answer. */
  readonly unanswered: number
}

/** Reads the past of a delivery that was just taken: its starts are counted, its answers are written down. Rule RELAY-9. */
export const pastOf = ({ cause, starts }: Delivery): Past => {
  const kept = readCause(cause)
  const since = Math.max(0, starts - 1 - (kept?.starts ?? 0))
  if (kept === null || kept.parked) return { attempts: 0, waits: 0, unanswered: since }
  return { attempts: kept.attempts, waits: kept.waits, unanswered: kept.unanswered + since }
}

/** What it takes to say when a delivery comes again. */
export interface Timing {
  readonly now: number
  readonly random: () => number
  readonly limits: RelayLimits
}

const parked = ({ id, starts }: Delivery, attempts: number, cause: DeliveryCause): Settlement => {
  const counts = { attempts, waits: 0, starts, unanswered: 0, parked: true }
  return { id, outcome: { _tag: "Parked", cause: causeText({ cause, ...counts }) } }
}

const postponed = (
  { id, starts }: Delivery,
  counts: Past,
  { cause, notBefore }: { readonly cause: DeliveryCause; readonly notBefore: number },
): Settlement => ({
  id,
  outcome: { _tag: "Postponed", notBefore, cause: causeText({ cause, ...counts, starts, parked: false }) },
})

/** A delivery that is left for later unheard, because an earlier start of it had no answer. Rule RELAY-9. */
export const setAside = (delivery: Delivery, now: number): Settlement => {
  const past = pastOf(delivery)
  const cause = { _tag: "SetAside", rule: "RELAY-9", unanswered: past.unanswered } as const
  return postponed(delivery, past, { cause, notBefore: now })
}

/** A verdict as the store is told it. Rules RELAY-6, RELAY-7. */
export const settlementOf = (
  delivery: Delivery,
  verdict: Exclude<Verdict, { readonly _tag: "Stopped" }>,
  { limits, now, random }: Timing,
): Settlement => {
  const { attempts, waits } = pastOf(delivery)
  const { retryAfter: bounds, schedule } = limits
  switch (verdict._tag) {
    case "Delivered":
      return { id: delivery.id, outcome: { _tag: "Delivered" } }
    case "Parked":
      return parked(delivery, attempts, verdict.cause)
    case "Failed": {
      const tried = attempts + 1
      const usedUp = { _tag: "AttemptsUsedUp", rule: "RELAY-6", attempts: tried, last: verdict.cause } as const
      if (tried >= limits.attempts) return parked(delivery, tried, usedUp)
      const scheduled = delayBefore(tried + 1, schedule, random)
      const notBefore = now + delayAsked(scheduled, { retryAfter: verdict.retryAfter, bounds })
      return postponed(delivery, { attempts: tried, waits: 0, unanswered: 0 }, { cause: verdict.cause, notBefore })
    }
    case "Waits": {
      const counts = { attempts, waits: waits + 1, unanswered: 0 }
      const notBefore = verdict.until ?? now + delayBefore(counts.waits + 1, schedule, random)
      return postponed(delivery, counts, { cause: verdict.cause, notBefore })
    }
  }
}
