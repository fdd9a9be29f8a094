import {
  type Answering,
  type CommitFailure,
  type Delivery,
  done,
  failed,
  type LeaseLost,
  type Notifier,
  type Page,
  type ReadFailure,
  type Rows,
} from "@jinlin/sdk"
import { askStore } from "./ask-store.ts"
import { steadyClock } from "./clock.ts"
import { leaseKeeper } from "./lease-keeper.ts"
import { type KeptCause, readCause } from "./relay-cause.ts"
import { channels, type DisabledChannel } from "./relay-channels.ts"
import { gate } from "./relay-gate.ts"
import { type RelayLimits, relayLimits } from "./relay-limits.ts"
import type { RelayParts } from "./relay-parts.ts"
import { type Came, type InHand, leftBehind, type Run, runOneByOne, runTogether } from "./relay-run.ts"
import { steadyRandom } from "./retry.ts"

/** What a relay is made of; limits that are left out are those of `relayLimits`. */
export interface RelayOptions extends Omit<RelayParts, "notifiers" | "limits" | "channels"> {
  /** Every channel of this deployment; names are unique. */
  readonly notifiers: ReadonlyArray<Notifier>
  readonly limits?: Partial<RelayLimits> | undefined
  /** Names this relay in this process and no other ever; left out, it is drawn. */
  readonly holder?: string | undefined
}

/** A delivery that was laid aside, with why, and how often it was tried and started. */
export interface ParkedDelivery extends Omit<Delivery, "cause"> {
  /** Null: it was laid aside by something else than a relay. */
  readonly cause: KeptCause["cause"] | null
  readonly attempts: number
}

/** Why a run of a relay could not go on. */
export type RelayFailure = LeaseLost | ReadFailure

/** Hands on outside what was committed. */
export interface Relay {
  readonly name: "relay"
  /**
   * Hands on what waits for a tenant, some `inRun` deliveries at most, and gives how many were settled: delivered, postponed
   * or laid aside. 0: nothing is left to do now, or another process holds the lease. After `stop` nothing more is begun.
   */
  readonly runOnce: (tenant: string, stop?: AbortSignal) => Answering<number, RelayFailure>
  /** Takes deliveries back that were laid aside: each is tried anew, in its old place. All of them or none. Rule RELAY-12. */
  readonly redrive: (tenant: string, ids: ReadonlyArray<string>) => Answering<null, CommitFailure>
  /** What was laid aside, with the cause. Rule RELAY-12. */
  readonly parked: (tenant: string, page: Page) => Answering<Rows<ParkedDelivery>, ReadFailure>
  /** The channels of a tenant that said that they are disabled. Rule RELAY-8. */
  readonly disabled: (tenant: string) => ReadonlyArray<DisabledChannel>
  /** Milliseconds since the lease of a tenant was last renewed; null: it is not held here. */
  readonly leaseLag: (tenant: string) => number | null
  /** Waits for what is in hand and lets the leases go. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const parkedOf = ({ cause, ...delivery }: Delivery): ParkedDelivery => {
  const kept = readCause(cause)
  return { ...delivery, cause: kept?.cause ?? null, attempts: kept?.attempts ?? 0 }
}

const never = new AbortController().signal

/** Runs after what runs already for a tenant, so that no two run at once. */
const inTurn = () => {
  const last = new Map<string, Promise<unknown>>()
  return {
    all: () => Promise.all(last.values()),
    run: <Value>(tenant: string, work: () => Promise<Value>): Promise<Value> => {
      const before = last.get(tenant) ?? Promise.resolve()
      const now = before.then(work)
      last.set(tenant, now)
      return now
    },
  }
}

/** Runs for tenants: what an earlier holder left by itself, everything else together, those in doubt by themselves again. */
const runner = (parts: RelayParts, options: RelayOptions) => {
  const { clock, store } = parts
  const door = gate()
  const hands = new Map<string, InHand>()
  const holder = options.holder ?? `relay/${globalThis.crypto.randomUUID()}`
  const leases = leaseKeeper({ store, clock, name: "relay", holder, ttl: parts.limits.leaseFor })
  const inHandOf = (tenant: string): InHand => {
    const known = hands.get(tenant) ?? { work: new Set(), settled: 0, token: 0, forsaken: 0 }
    hands.set(tenant, known)
    return known
  }
  const together = async (run: Run): Promise<Came> => {
    const leave = await door.together()
    const came = await runTogether(parts, { ...run, stop: () => run.stop() || door.wanted() })
    void Promise.all(run.inHand.work).then(leave)
    return came
  }
  const alone = async (run: Run, suspects: Set<string>): Promise<Came> => {
    const leave = await door.alone()
    const came = await runOneByOne(parts, run, suspects)
    leave()
    return came
  }
  const byThemselves = async (run: Run, { failure, suspects }: Came): Promise<Came["failure"]> => {
    if (failure !== undefined || suspects.size === 0) return failure
    return (await alone(run, suspects)).failure
  }
  const whole = async (run: Run): Promise<Came["failure"]> => {
    const { inHand, held } = run
    if (inHand.token !== held.fence.token) {
      const failure = await byThemselves(run, await leftBehind(parts, run))
      if (failure !== undefined) return failure
      inHand.token = held.fence.token
    }
    return byThemselves(run, await together(run))
  }
  /** The lease, anew where something was lost under it: the same holder gets a greater token. Rule RELAY-14. */
  const hold: typeof leases.hold = async (tenant) => {
    const held = await leases.hold(tenant)
    const { forsaken, work } = inHandOf(tenant)
    if (!held.ok || held.value.fence.token !== forsaken) return held
    await Promise.all(work)
    await leases.release(tenant)
    return leases.hold(tenant)
  }
  const run = async (tenant: string, stop: AbortSignal): ReturnType<Relay["runOnce"]> => {
    const held = await hold(tenant)
    if (!held.ok) return held.failure._tag === "LeaseHeld" ? done(0) : failed(held.failure)
    const { fence, lost } = held.value
    const inHand = inHandOf(tenant)
    const here: Run = { tenant, held: held.value, inHand, stop: () => stop.aborted || lost.aborted }
    const failure = await whole(here)
    if (failure !== undefined) return failed(failure)
    if (lost.aborted) return failed({ _tag: "LeaseLost", rule: "STORE-9", lease: fence.lease })
    const { settled } = inHand
    inHand.settled = 0
    return done(settled)
  }
  const end = async (): Promise<void> => {
    await Promise.all([...hands.values()].flatMap(({ work }) => [...work]))
    await leases.release()
  }
  return { leases, run, end }
}

/** A relay over a store, the directory of the host and its channels. Rules RELAY-1 to RELAY-14. */
export const relay = (options: RelayOptions): Relay => {
  const { directory, reach, render, store } = options
  const [clock, random] = [steadyClock(options.clock), steadyRandom(options.random)]
  const limits = { ...relayLimits, ...options.limits }
  const known = channels(limits.sendFor)
  const notifiers = new Map(options.notifiers.map((notifier) => [notifier.name, notifier]))
  const parts = { store, directory, notifiers, reach, render, clock, random, limits, channels: known }
  const { end, leases, run } = runner(parts, options)
  const turns = inTurn()
  return {
    name: "relay",
    runOnce: (tenant, stop = never) => turns.run(tenant, () => run(tenant, stop)),
    redrive: async (tenant, ids) => {
      const settlements = ids.map((id) => ({ id, outcome: { _tag: "Redriven" } as const }))
      const committed = await askStore(() => store.commit({ tenant, at: clock.now(), settlements }))
      return committed.ok ? done(null) : committed
    },
    parked: async (tenant, page) => {
      const read = await askStore(() => store.readDeliveries(tenant, { ...page, status: "parked" }))
      return read.ok ? done({ rows: read.value.rows.map(parkedOf), next: read.value.next }) : read
    },
    disabled: known.of,
    leaseLag: leases.lag,
    [Symbol.asyncDispose]: async () => {
      await turns.all()
      await end()
    },
  }
}
