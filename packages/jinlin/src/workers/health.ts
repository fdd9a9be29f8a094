import type { Backlog, Clock, Delivery, ListedDue, ReadFailure, Store } from "@jinlin/sdk"
import { askStore } from "./ask-store.ts"
import { contained } from "./contained.ts"
import { type Alarm, type HealthThresholds, healthThresholds } from "./health-alarms.ts"
import type { TurnSeen } from "./loop.ts"
import type { Relay } from "./relay.ts"
import { readCause } from "./relay-cause.ts"

/** What is looked at of a worker of this process. */
export interface WatchedWorker {
  readonly name: string
  /** How its loop stands with each tenant; left out: it is run in another way. */
  readonly tenants?: (() => ReadonlyArray<TurnSeen>) | undefined
  /** Milliseconds since its lease of a tenant was renewed; null: it does not hold it. */
  readonly leaseLag?: ((tenant: string) => number | null) | undefined
}

/** What health is told from. */
export interface HealthOptions {
  readonly store: Pick<Store, "backlog" | "readDeliveries" | "readDue">
  readonly clock: Clock
  readonly workers?: ReadonlyArray<WatchedWorker> | undefined
  readonly relay?: Pick<Relay, "disabled"> | undefined
  readonly thresholds?: Partial<HealthThresholds> | undefined
  /** How long the store may take to answer, in milliseconds; 5,000 unless given. */
  readonly answerFor?: number | undefined
}

/** How a tenant stands. Figures for a meter, and what a person should look at; no alarm: all is well. */
export interface Health {
  readonly tenant: string
  readonly at: number
  /** Null: the store did not answer. */
  readonly backlog: Backlog | null
  /** How old the oldest delivery is that waits, in milliseconds; 0: none waits. */
  readonly oldestUndelivered: number
  readonly alarms: ReadonlyArray<Alarm>
}

/** What was read of the store. */
interface Seen {
  readonly backlog: Backlog
  readonly oldest: Delivery | undefined
  readonly overdue: ListedDue | undefined
}

interface Moment {
  readonly now: number
  readonly limits: HealthThresholds
}

const ofDeliveries = ({ backlog, oldest }: Seen, { limits, now }: Moment): ReadonlyArray<Alarm> => {
  const { oldestWaitingAt: since, parked, waiting } = backlog
  const age = since === null ? 0 : now - since
  const late: Alarm = {
    ...{
      _tag: "UndeliveredTooLong",
      rule: "HEALTH-1",
      since: since ?? now,
      age,
      limit: limits.undeliveredFor,
      waiting,
    },
    ...{ delivery: oldest?.id ?? null, key: oldest?.key ?? null },
    cause: readCause(oldest?.cause ?? null)?.cause._tag ?? null,
  }
  const aside: Alarm = { _tag: "DeliveriesParked", rule: "HEALTH-2", parked, limit: limits.parked }
  const skewed: Alarm = { _tag: "ClockSkewed", rule: "HEALTH-8", by: -age, limit: limits.clockAhead }
  return [
    ...(age > limits.undeliveredFor ? [late] : []),
    ...(parked > limits.parked ? [aside] : []),
    ...(-age > limits.clockAhead ? [skewed] : []),
  ]
}

const ofLog = ({ backlog, overdue }: Seen, { limits, now }: Moment): ReadonlyArray<Alarm> => {
  const alarms: Array<Alarm> = []
  const { due, stalledSince } = backlog
  if (overdue !== undefined) {
    const { at, key, stream } = overdue
    const age = now - at
    alarms.push({ _tag: "DueItemsOverdue", rule: "HEALTH-3", due, stream, key, at, age, limit: limits.overdueFor })
  }
  if (stalledSince !== null && now - stalledSince > limits.stalledFor) {
    const age = now - stalledSince
    alarms.push({ _tag: "LogStalled", rule: "HEALTH-4", since: stalledSince, age, limit: limits.stalledFor })
  }
  return alarms
}

const ofTurn = (worker: string, turn: TurnSeen, { limits, now }: Moment): ReadonlyArray<Alarm> => {
  const { failingSince, failure, failures, runningSince } = turn
  const alarms: Array<Alarm> = []
  if (failingSince !== null && failure !== null && now - failingSince > limits.failingFor)
    alarms.push({
      _tag: "WorkerFailing",
      rule: "HEALTH-6",
      worker,
      failures,
      since: failingSince,
      failure: failure._tag,
    })
  if (runningSince !== null && now - runningSince > limits.lookingFor) {
    const age = now - runningSince
    alarms.push({ _tag: "WorkerStuck", rule: "HEALTH-6", worker, since: runningSince, age, limit: limits.lookingFor })
  }
  return alarms
}

const ofWorker = ({ leaseLag, name, tenants }: WatchedWorker, tenant: string, moment: Moment): ReadonlyArray<Alarm> => {
  const turn = tenants?.().find((one) => one.tenant === tenant)
  const lag = leaseLag?.(tenant) ?? 0
  const limit = moment.limits.leaseLag
  const lags: Alarm = { _tag: "LeaseLags", rule: "HEALTH-5", worker: name, lag, limit }
  return [...(turn === undefined ? [] : ofTurn(name, turn, moment)), ...(lag > limit ? [lags] : [])]
}

type Read = { readonly ok: true; readonly value: Seen } | { readonly ok: false; readonly failure: ReadFailure }

const readStore = async ({ store }: HealthOptions, tenant: string, { limits, now }: Moment): Promise<Read> => {
  const backlog = await askStore(() => store.backlog(tenant, now))
  if (!backlog.ok) return backlog
  const waiting = await askStore(() => store.readDeliveries(tenant, { status: "waiting", limit: 1 }))
  if (!waiting.ok) return waiting
  const overdue = await askStore(() =>
    store.readDue(tenant, { until: Math.max(0, now - limits.overdueFor - 1), limit: 1 }),
  )
  if (!overdue.ok) return overdue
  return { ok: true, value: { backlog: backlog.value, oldest: waiting.value.rows[0], overdue: overdue.value[0] } }
}

const always = new AbortController().signal

/** What could be read, or why nothing could: a store that never answers is one that does not. */
const seenIn = async (options: HealthOptions, tenant: string, moment: Moment): Promise<Seen | Alarm> => {
  const not = (failure: string, detail: string): Alarm => ({
    ...{ _tag: "StoreNotAnswering", rule: "HEALTH-9", failure, detail },
  })
  const patience = { clock: options.clock, milliseconds: options.answerFor ?? 5_000, signal: always }
  const came = await contained(() => readStore(options, tenant, moment), patience)
  if (came._tag !== "Answered") return not(came._tag, "")
  if (came.value.ok) return came.value.value
  const { failure } = came.value
  return not(failure._tag, "detail" in failure ? failure.detail : "")
}

/**
 * How a tenant stands: what waits in the store, and how the workers of this process are. It always answers; that the store
 * does not is an alarm too. Rules HEALTH-1 to HEALTH-9.
 */
export const healthOf = async (options: HealthOptions, tenant: string): Promise<Health> => {
  const { clock, relay, workers = [] } = options
  const now = clock.now()
  const moment = { now, limits: { ...healthThresholds, ...options.thresholds } }
  const seen = await seenIn(options, tenant, moment)
  const disabled = relay?.disabled(tenant) ?? []
  const inProcess: ReadonlyArray<Alarm> = [
    ...workers.flatMap((worker) => ofWorker(worker, tenant, moment)),
    ...disabled.map((channel): Alarm => ({ _tag: "ChannelIsDisabled", rule: "HEALTH-7", ...channel })),
  ]
  if ("_tag" in seen) return { tenant, at: now, backlog: null, oldestUndelivered: 0, alarms: [seen, ...inProcess] }
  const { backlog } = seen
  const oldestUndelivered = Math.max(0, now - (backlog.oldestWaitingAt ?? now))
  const alarms = [...ofDeliveries(seen, moment), ...ofLog(seen, moment), ...inProcess]
  return { tenant, at: now, backlog, oldestUndelivered, alarms }
}
