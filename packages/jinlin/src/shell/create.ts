import type { NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { Clock, Directory, Service, Store } from "@jinlin/sdk"
import type { Charter } from "../charter/charter.ts"
import { type Viewing, type Views, viewing } from "../views/asking.ts"
import { systemClock } from "../workers/clock.ts"
import { answering } from "./answering.ts"
import { engineOn } from "./engine-on.ts"
import type { Office, Outcome } from "./execute.ts"
import type { CommandRequest, ProcessName } from "./request.ts"
import { settling } from "./settling.ts"
import { type Given, type Started, start } from "./starting.ts"
import { takingTurns } from "./turns.ts"

/** What a platform gives to be run on. */
export interface JinlinConfig {
  readonly store: Given<"store", Store>
  readonly directory: Given<"directory", Directory>
  /** The charter of a deployment, or of each tenant: its time zone, its names. */
  readonly charter: Charter | ((tenant: string) => Charter)
  readonly clock?: Clock
  /** Bounds; what is left out is our default. */
  readonly limits?: {
    /** How long the ids of commands are kept; 30 days. */
    readonly idsKeptForDays?: number
    /** How far the clock may stand before the latest event, and a client's clock after ours; 300 seconds. */
    readonly skewSeconds?: number
    /** How many streams are kept in memory as they stand; 10,000. */
    readonly streamsInMemory?: number
  }
}

/** jinlin, running on a platform. */
export interface Jinlin {
  /** Carries out a command. It answers, and never throws; a command that is not begun when the signal is aborted is not begun. */
  readonly execute: <Name extends ProcessName>(
    request: CommandRequest<Name>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Outcome>
  /** What people look at. */
  readonly views: Views
  /**
   * Carries out commands inside a transaction of the host: nothing is retried, grouped or kept in memory, and the host
   * commits. The store is one that was made for that transaction.
   */
  readonly within: (store: Store) => Pick<Jinlin, "execute">
  /** Issues what fell due and carries out what follows, until nothing is left to do now. */
  readonly settle: (tenant: string, until?: number) => Promise<ReadonlyArray<Refusal>>
  readonly store: Store
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Either it runs, or why it does not. */
export type Created =
  | { readonly ok: true; readonly value: Jinlin }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }

const day = 86_400_000

const engineOf = ({ charter, clock = systemClock, limits = {} }: JinlinConfig, store: Store, streams?: number) =>
  engineOn({
    ...{ store, clock },
    zoneOf: (tenant) => (typeof charter === "function" ? charter(tenant) : charter).zone,
    streamsInMemory: streams ?? limits.streamsInMemory,
    skewSeconds: limits.skewSeconds,
  })

const running = (
  config: JinlinConfig,
  { directory, store }: { readonly store: Started<Store>; readonly directory: Started<Directory> },
): Jinlin => {
  const engine = engineOf(config, store.port)
  const office: Office = {
    engine,
    directory: directory.port,
    idsKeptFor: (config.limits?.idsKeptForDays ?? 30) * day,
    inTurn: takingTurns(),
    onWritten: () => {},
  }
  const { views }: Viewing = viewing(engine, { engine, directory: directory.port })
  const owned: ReadonlyArray<Started<Service>> = [store, directory]
  let disposed: Promise<void> | undefined
  const dispose = async (): Promise<void> => {
    for (const { isOurs, port } of owned) if (isOurs) await port[Symbol.asyncDispose]()
  }
  return {
    execute: (request, options) => answering(office, request, options?.signal),
    views,
    within: (given) => {
      const hosts: Office = { ...office, engine: engineOf(config, given, 0), inTurn: (_, work) => work() }
      return { execute: (request, options) => answering(hosts, request, options?.signal) }
    },
    settle: settling(engine),
    store: store.port,
    [Symbol.asyncDispose]: () => {
      disposed ??= dispose()
      return disposed
    },
  }
}

/**
 * Starts jinlin on what a platform gives it. A plugin that is given is started, and disposed of at the end; a port that is given
 * stays the host's. Nothing runs before everything has started.
 */
export const createJinlin = async (config: JinlinConfig): Promise<Created> => {
  const clock = config.clock ?? systemClock
  const store = await start(config.store, clock)
  if (!store.ok) return { ok: false, refusals: [store.failure] }
  const directory = await start(config.directory, clock)
  if (directory.ok) return { ok: true, value: running(config, { store: store.value, directory: directory.value }) }
  if (store.value.isOurs) await store.value.port[Symbol.asyncDispose]()
  return { ok: false, refusals: [directory.failure] }
}
