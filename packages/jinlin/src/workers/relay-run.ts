import type { Answer, Delivery, LeaseLost, ReadFailure } from "@jinlin/sdk"
import { askStore } from "./ask-store.ts"
import { kindOf } from "./contained.ts"
import type { HeldLease } from "./lease.ts"
import { handOnMessage } from "./relay-message.ts"
import { handOnNotice } from "./relay-notice.ts"
import type { RelayParts, Started } from "./relay-parts.ts"
import { type Settler, settler, type Written } from "./relay-settler.ts"
import { pastOf, setAside, settlementOf, type Verdict } from "./relay-verdict.ts"

/** What is in hand for a tenant: it may outlast the run that took it. */
export interface InHand {
  readonly work: Set<Promise<void>>
  /** How many were settled since somebody asked. */
  settled: number
  /** The token of the lease under which there was a look for what an earlier holder left. */
  token: number
  /** The token under which something was lost: what the store gave under it may be in nobody's hands. 0: none. */
  forsaken: number
}

/** One run of a relay for one tenant. */
export interface Run {
  readonly tenant: string
  readonly inHand: InHand
  readonly held: HeldLease
  /** Whether to begin nothing more. */
  readonly stop: () => boolean
}

/** What came of a run: why it could not go on, and what is left to be started by itself, since an earlier start had no answer. */
export interface Came {
  readonly failure: LeaseLost | ReadFailure | undefined
  readonly suspects: Set<string>
}

/** Deliveries of one run, from being taken to being settled. */
interface Hands {
  readonly take: (limit: number) => Promise<Answer<ReadonlyArray<Delivery>, LeaseLost | ReadFailure>>
  /** Whether it was settled. */
  readonly handOn: (delivery: Delivery) => Promise<boolean>
  /** Leaves one for later, unheard; whether that was written. */
  readonly setAside: (delivery: Delivery) => Promise<boolean>
}

const verdictOn = async (parts: RelayParts, started: Started): Promise<Verdict> => {
  const { kind } = started.delivery
  const { unanswered } = pastOf(started.delivery)
  const limit = parts.limits.startsUnanswered
  if (unanswered >= limit)
    return { _tag: "Parked", cause: { _tag: "StartedTooOften", rule: "RELAY-9", unanswered, limit } }
  try {
    if (kind === "notice") return await handOnNotice(parts, started)
    if (kind === "message") return await handOnMessage(parts, started)
    return { _tag: "Parked", cause: { _tag: "UnknownKind", rule: "RELAY-11", kind } }
  } catch (thrown) {
    return { _tag: "Failed", cause: { _tag: "RelayBroke", rule: "RELAY-10", detail: kindOf(thrown) } }
  }
}

/** What is written of a delivery. What cannot be written as it is, is laid aside instead. */
const settleBy = async (
  { clock, limits, random }: RelayParts,
  settle: Settler["settle"],
  { delivery, verdict }: { readonly delivery: Delivery; readonly verdict: Verdict },
): Promise<boolean> => {
  if (verdict._tag === "Stopped") return false
  const timing = { now: clock.now(), random, limits }
  const broken = (detail: string): Promise<Written> => {
    const cause = { _tag: "RelayBroke", rule: "RELAY-10", detail } as const
    return settle({ settlement: settlementOf(delivery, { _tag: "Parked", cause }, timing), instead: [] })
  }
  const settled = async (): Promise<Written> => {
    const instead = verdict._tag === "Delivered" ? verdict.instead : []
    const written = await settle({ settlement: settlementOf(delivery, verdict, timing), instead })
    return written === "refused" ? broken("the store refuses what came of it") : written
  }
  return (await settled().catch((thrown: unknown) => broken(kindOf(thrown)))) === "written"
}

/**
 * What a run does with deliveries, under its lease. A store gives nothing twice under one token: where an answer may have been
 * lost, or nothing could be written of what was taken, the token is forsaken, so that all is given again under the next one.
 */
const handsOf = (parts: RelayParts, { held, inHand, tenant }: Run): Hands => {
  const { clock, random, store } = parts
  const { fence, lost } = held
  const { settle } = settler({ store, clock, random, tenant, fence, lost })
  const noting = (isWritten: boolean): boolean => {
    if (!isWritten) inHand.forsaken = fence.token
    return isWritten
  }
  return {
    take: async (limit) => {
      const given = await askStore(() => store.takeDeliveries(tenant, { fence, now: clock.now(), limit }))
      noting(given.ok || given.failure._tag === "LeaseLost")
      return given
    },
    handOn: async (delivery) => {
      const verdict = await verdictOn(parts, { tenant, delivery, lost })
      return noting(await settleBy(parts, settle, { delivery, verdict }))
    },
    setAside: async (delivery) => {
      const settlement = setAside(delivery, clock.now())
      return noting((await settle({ settlement, instead: [] })) === "written")
    },
  }
}

/** Whether an earlier start had no answer, and it is not yet too late to try by itself. Rule RELAY-9. */
const isDoubted = (delivery: Delivery, limit: number): boolean => {
  const { unanswered } = pastOf(delivery)
  return unanswered > 0 && unanswered < limit
}

/**
 * Hands on many deliveries at once: as soon as one is settled, or a moment has passed, more are taken. It ends when nothing
 * is left, or when it has taken its share; what is in hand then goes on by itself. Those in doubt are set aside before
 * anything else of their batch is started, and then nothing more is taken. Rules RELAY-9, RELAY-13.
 */
export const runTogether = async (parts: RelayParts, run: Run): Promise<Came> => {
  const { clock, limits } = parts
  const { inHand } = run
  const hands = handsOf(parts, run)
  const suspects = new Set<string>()
  let taken = 0
  let failure: Came["failure"]
  const start = (delivery: Delivery): void => {
    const work = hands.handOn(delivery).then((isSettled) => {
      inHand.work.delete(work)
      if (isSettled) inHand.settled += 1
    })
    inHand.work.add(work)
  }
  const takeMore = async (): Promise<void> => {
    const limit = limits.inFlight - inHand.work.size
    if (limit <= 0 || failure !== undefined || suspects.size > 0 || run.stop()) return
    const given = await hands.take(limit)
    if (!given.ok) {
      failure = given.failure
      return
    }
    taken += given.value.length
    const doubted = given.value.filter((delivery) => isDoubted(delivery, limits.startsUnanswered))
    for (const { id } of doubted) suspects.add(id)
    await Promise.all(doubted.map(hands.setAside))
    for (const delivery of given.value) if (!suspects.has(delivery.id)) start(delivery)
  }
  for (await takeMore(); inHand.work.size > 0 && taken < limits.inRun; await takeMore()) {
    const nap = new AbortController()
    await Promise.race([...inHand.work, clock.sleep(limits.lookAgainEvery, nap.signal)])
    nap.abort()
  }
  return { failure, suspects }
}

/** How many of the oldest deliveries are looked through, under a new lease, for those that an earlier holder left. */
const lookBack = 1_000

/**
 * What an earlier holder of the lease started and never answered, seen without being started. A worker that died may have
 * died of one of them, so each is tried by itself before anything else. Rule RELAY-9.
 */
export const leftBehind = async ({ limits, store }: RelayParts, { tenant }: Run): Promise<Came> => {
  const read = await askStore(() => store.readDeliveries(tenant, { status: "waiting", limit: lookBack }))
  if (!read.ok) return { failure: read.failure, suspects: new Set() }
  const doubted = read.value.rows.filter((row) =>
    isDoubted({ ...row, starts: row.starts + 1 }, limits.startsUnanswered),
  )
  return { failure: undefined, suspects: new Set(doubted.map(({ id }) => id)) }
}

/** Hands on one delivery at a time until those in doubt have had their answer: whatever ends the process now, it was this one. */
export const runOneByOne = async (parts: RelayParts, run: Run, suspects: Set<string>): Promise<Came> => {
  const hands = handsOf(parts, run)
  for (let left = parts.limits.inRun; left > 0 && suspects.size > 0 && !run.stop(); left -= 1) {
    const given = await hands.take(1)
    if (!given.ok) return { failure: given.failure, suspects }
    const [delivery] = given.value
    if (delivery === undefined) break
    if (await hands.handOn(delivery)) run.inHand.settled += 1
    suspects.delete(delivery.id)
  }
  return { failure: undefined, suspects }
}
