import type { Refusal } from "@jinlin/core/kernel"
import {
  type Answering,
  type Directory,
  done,
  type Fence,
  failed,
  type LeaseHeld,
  type Notifier,
  type ReadFailure,
} from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { followOn } from "../shell/settling.ts"
import { askStore } from "./ask-store.ts"
import { steadyClock } from "./clock.ts"
import { type Health, healthOf } from "./health.ts"
import { type LeaseKeeper, leaseKeeper } from "./lease-keeper.ts"
import { type LoopOptions, type WorkerLoop, workerLoop } from "./loop.ts"
import { onceMoved } from "./loop-moved.ts"
import { reaching } from "./reaching.ts"
import { reactOnce } from "./reactor.ts"
import { type Relay, type RelayOptions, relay } from "./relay.ts"
import { steadyRandom } from "./retry.ts"
import { tick } from "./timekeeper.ts"

/** How often workers look where nobody pokes them, in milliseconds, and at how many tenants at once. */
export interface WorkersPace {
  readonly pollEvery?: number
  readonly findEvery?: number
  readonly atOnce?: number
}

/** What the workers of one process are made of. */
export interface WorkersOptions {
  readonly engine: Engine
  readonly directory: Directory
  readonly notifiers: ReadonlyArray<Notifier>
  readonly render: RelayOptions["render"]
  readonly random: () => number
  /** Folds the views of a tenant on by a page; gives how many events were taken in. */
  readonly project: (tenant: string) => Promise<number>
  /** How long the ids of commands are kept, in milliseconds. */
  readonly idsKeptFor: number
  readonly relayLimits?: RelayOptions["limits"]
  readonly loop?: WorkersPace | undefined
}

/** The workers of one process. Others may run in other processes: of each kind one works for a tenant at a time. */
export interface Workers {
  readonly start: () => void
  /** Ends them: nothing new is begun, what was begun is waited for, and leases are let go. */
  readonly stop: () => Promise<void>
  /** There is something to do for this tenant. */
  readonly poke: (tenant: string) => void
  readonly relay: Relay
  /** How a tenant stands: what waits, and what a person should look at. */
  readonly health: (tenant: string) => Promise<Health>
}

/** How long a worker lives on for others after its last sign of life, in milliseconds, where the relay's limits say nothing else. */
const leaseFor = 30_000
const day = 86_400_000

/** So often reactor and views look for themselves, though the log does not seem to have moved; in milliseconds. */
const fullLookEvery = 30_000

/** Work that only one process does for a tenant at a time, under its lease. */
const underLease =
  (leases: LeaseKeeper, work: (tenant: string, fence: Fence) => Answering<number, Refusal>) =>
  async (tenant: string): Answering<number, Refusal | LeaseHeld | ReadFailure> => {
    const held = await leases.hold(tenant)
    if (!held.ok) return held.failure._tag === "LeaseHeld" ? done(0) : held
    return work(tenant, held.value.fence)
  }

const counted = (count: number, stopped: Refusal | undefined) => (stopped === undefined ? done(count) : failed(stopped))

/** Forgets what is kept no longer, once a day and tenant; where that failed, at the next look. Rule WORKER-8. */
const sweeping = ({ engine, idsKeptFor }: WorkersOptions) => {
  const swept = new Map<string, number>()
  return async (tenant: string): Answering<number, Refusal> => {
    const now = engine.clock.now()
    if (now - (swept.get(tenant) ?? Number.NEGATIVE_INFINITY) < day) return done(0)
    const forgotten = await askStore(() => engine.store.forgetCommands(tenant, now - idsKeptFor - engine.skew))
    if (!forgotten.ok) return forgotten
    swept.set(tenant, now)
    return done(0)
  }
}

/** Sets up the workers: reactor, timekeeper, relay, views, and a sweeper. Nothing runs before `start`. */
export const workersOf = (options: WorkersOptions): Workers => {
  const { directory, notifiers, project, relayLimits: limits, render } = options
  const clock = steadyClock(options.engine.clock)
  const random = steadyRandom(options.random)
  const engine: Engine = { ...options.engine, clock }
  const { store } = engine
  const holder = globalThis.crypto.randomUUID()
  const leased = (name: string) =>
    leaseKeeper({ store, clock, name, holder: `${name}/${holder}`, ttl: limits?.leaseFor ?? leaseFor })
  const leases = { reactor: leased("reactor"), timekeeper: leased("timekeeper") }
  const handing = relay({ store, directory, notifiers, clock, random, render, limits, reach: reaching(engine) })
  const loopOptions: LoopOptions = { clock, random, tenants: store.tenants, ...options.loop }
  const loop = (name: string, runOnce: (tenant: string, stop: AbortSignal) => Answering<number, Refusal>, every = {}) =>
    workerLoop({ name, runOnce }, { ...loopOptions, ...every })
  const moved = { clock, store, atLeastEvery: fullLookEvery }
  const reactOn = onceMoved(moved, async (tenant, fence: Fence) => {
    const { events, stopped } = await reactOnce(engine, tenant, { fence })
    return counted(events, stopped)
  })
  const react = underLease(leases.reactor, reactOn)
  const keepTime = underLease(leases.timekeeper, async (tenant, fence) => {
    const { issued, stopped } = await tick(engine, tenant, {
      fence,
      between: () => followOn(engine, tenant, { fence }),
    })
    return counted(issued, stopped)
  })
  const viewsOn = onceMoved(moved, async (tenant: string): Answering<number, Refusal> => done(await project(tenant)))
  const loops: ReadonlyArray<WorkerLoop<Refusal>> = [
    loop("reactor", react),
    loop("timekeeper", keepTime),
    loop("relay", handing.runOnce),
    loop("views", viewsOn, { pollEvery: options.loop?.pollEvery ?? fullLookEvery }),
    loop("sweeper", sweeping(options)),
  ]
  const lags: Readonly<Record<string, (tenant: string) => number | null>> = {
    reactor: leases.reactor.lag,
    timekeeper: leases.timekeeper.lag,
    relay: handing.leaseLag,
  }
  const watched = loops.map(({ name, tenants }) => ({ name, tenants, leaseLag: lags[name] }))
  return {
    start: () => {
      for (const one of loops) one.start()
    },
    stop: async () => {
      await Promise.all(loops.map((one) => one.stop()))
      await Promise.all([leases.reactor.release(), leases.timekeeper.release(), handing[Symbol.asyncDispose]()])
    },
    poke: (tenant) => {
      for (const one of loops) one.poke(tenant)
    },
    relay: handing,
    health: (tenant) => healthOf({ store, clock, relay: handing, workers: watched }, tenant),
  }
}
