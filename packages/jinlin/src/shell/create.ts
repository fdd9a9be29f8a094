import { type CharterRefusal, noRules, type RulePack, stepListOn } from "@jinlin/core/charter"
import type { MatterPlan } from "@jinlin/core/deliberation"
import type { NonEmpty, Refusal } from "@jinlin/core/kernel"
import { describeRefusal, readLanguage } from "@jinlin/messages"
import type {
  Answer,
  Clock,
  Directory,
  Notifier,
  PersonalVault,
  Service,
  Store,
  TextStore,
  WorkCalendar,
} from "@jinlin/sdk"
import { type Charter, namesIn } from "../charter/charter.ts"
import { voiceOf } from "../charter/voice.ts"
import { momentAt } from "../hosting/moment.ts"
import { type Publishing, publishingAt } from "../publishing/desk.ts"
import { type TextDesk, textDesk } from "../texts/desk.ts"
import { type Views, viewing } from "../views/asking.ts"
import { steadyClock, systemClock } from "../workers/clock.ts"
import type { RelayLimits } from "../workers/relay-limits.ts"
import { noticeText } from "../workers/relay-render.ts"
import { type Workers, type WorkersPace, workersOf } from "../workers/running.ts"
import { answering } from "./answering.ts"
import { calendarFrom } from "./calendar-of.ts"
import { engineOn } from "./engine-on.ts"
import type { Office, Outcome } from "./execute.ts"
import { lawFrom, plansFrom } from "./law.ts"
import { membershipsFrom } from "./memberships-of.ts"
import type { CommandRequest, ProcessName } from "./request.ts"
import { settling } from "./settling.ts"
import { type Given, letGo, starter } from "./starting.ts"
import { takingTurns } from "./turns.ts"

/** What a platform gives to be run on. */
export interface JinlinConfig {
  readonly store: Given<"store", Store>
  readonly directory: Given<"directory", Directory>
  /** The charter of a deployment, or of each tenant: its time zone, its names, its rules. A charter that changes is another object. */
  readonly charter: Charter | ((tenant: string) => Charter)
  /** The rule packs that charters name; without them a charter has its own choices alone. */
  readonly packs?: ReadonlyArray<RulePack>
  /** The channels on which people are told; none unless they are given. Their names are unique. */
  readonly notifiers?: ReadonlyArray<Given<"notifier", Notifier>>
  /** Where texts lie; without one `texts` refuses. */
  readonly texts?: Given<"text-store", TextStore>
  /** What belongs to people: names that stand in it are refused where something is published. */
  readonly vault?: Given<"personal-vault", PersonalVault>
  /** The work calendar, such as `publishedCalendar(chinaWorkCalendar)`; without one no period of publication is counted. */
  readonly calendar?: WorkCalendar
  readonly clock?: Clock
  /** Numbers from 0 (inclusive) to 1 (exclusive), for the waits between attempts; `Math.random` unless it is given. */
  readonly random?: () => number
  /** Bounds; what is left out is our default. */
  readonly limits?: {
    /** How long the ids of commands are kept; 30 days. */
    readonly idsKeptForDays?: number
    /** How far the clock may stand before the latest event, and a client's clock after ours; 300 seconds. */
    readonly skewSeconds?: number
    /** How many streams are kept in memory as they stand; 10,000. */
    readonly streamsInMemory?: number
    readonly relay?: Partial<RelayLimits>
    readonly workers?: WorkersPace
  }
}

/** A list of steps, of a tenant's charter. */
export interface PlanAsked {
  readonly tenant: string
  readonly list: string
}

/** The plan of a matter that is put forward today, or every reason why there is none. */
export type PlanAnswer =
  | { readonly ok: true; readonly value: MatterPlan }
  | { readonly ok: false; readonly refusals: NonEmpty<CharterRefusal> }

/** jinlin, running on a platform. */
export interface Jinlin {
  /** Carries out a command. It answers, and never throws; a command that is not begun when the signal is aborted is not begun. */
  readonly execute: <Name extends ProcessName>(
    request: CommandRequest<Name>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Outcome>
  /** What people look at. */
  readonly views: Views
  /** Texts, with the record of them in the log. */
  readonly texts: TextDesk
  /** What is published, with its words. */
  readonly publishing: Publishing
  /**
   * Carries out commands inside a transaction of the host: nothing is retried, grouped or kept in memory, and the host
   * commits. The store is one that was made for that transaction.
   */
  readonly within: (store: Store) => Pick<Jinlin, "execute">
  /** Issues what fell due and carries out what follows, until nothing is left to do now: what the workers do, by hand. */
  readonly settle: (tenant: string, until?: number) => Promise<ReadonlyArray<Refusal>>
  /** Relay, timekeeper, reactor, views and sweeper of this process; nothing runs before `start`. */
  readonly workers: Workers
  /**
   * A list of steps as the charter has it today: the plan with which `OpenMatter` puts a matter forward. A list that the charter
   * does not use is refused with those that it uses. Rule SHELL-22.
   */
  readonly plan: (asked: PlanAsked) => PlanAnswer
  /** A refusal in words: what was refused and why, and what would make it pass. */
  readonly describe: (
    refusal: Refusal,
    reader: { readonly tenant: string; readonly language: "zh-Hans" | "zh-Hant" | "en" },
  ) => { readonly what: string; readonly remedy: string }
  readonly store: Store
  /** Ends the workers and disposes of every plugin that was started here. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Either it runs, or why it does not. */
export type Created =
  | { readonly ok: true; readonly value: Jinlin }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }

const day = 86_400_000

const charterFor =
  ({ charter }: JinlinConfig) =>
  (tenant: string): Charter =>
    typeof charter === "function" ? charter(tenant) : charter

const engineOf = (config: JinlinConfig, { directory, store }: Pick<Ports, "directory" | "store">, streams?: number) =>
  engineOn({
    ...{ store, clock: steadyClock(config.clock ?? systemClock) },
    lawOf: lawFrom(charterFor(config), config.packs),
    planOf: plansFrom(charterFor(config), config.packs),
    voiceOf: (tenant) => voiceOf(charterFor(config)(tenant), config.packs),
    calendarOf: calendarFrom(config.calendar),
    membershipsOf: membershipsFrom(steadyClock(config.clock ?? systemClock), directory),
    zoneOf: (tenant) => charterFor(config)(tenant).zone,
    streamsInMemory: streams ?? config.limits?.streamsInMemory,
    skewSeconds: config.limits?.skewSeconds,
  })

/** The ports, started. */
interface Ports {
  readonly store: Store
  readonly directory: Directory
  readonly notifiers: ReadonlyArray<Notifier>
  readonly texts: TextStore | undefined
  readonly vault: PersonalVault | undefined
  /** In the order in which they were started. */
  readonly ours: ReadonlyArray<Service>
}

const disposing = (workers: Workers, { ours }: Ports) => {
  let disposed: Promise<void> | undefined
  const dispose = async (): Promise<void> => {
    await workers.stop()
    for (const service of ours.toReversed()) await letGo(service)
  }
  return (): Promise<void> => {
    disposed ??= dispose()
    return disposed
  }
}

const planning =
  (config: JinlinConfig, now: () => number) =>
  ({ list, tenant }: PlanAsked): PlanAnswer => {
    const { rules = noRules, zone } = charterFor(config)(tenant)
    const day = momentAt(zone, now()).civilDate
    const found = stepListOn(rules, config.packs ?? [], { day, list })
    return found.ok ? { ok: true, value: { list, steps: found.value.steps } } : { ok: false, refusals: found.refusal }
  }

const running = (config: JinlinConfig, ports: Ports): Jinlin => {
  const { directory, notifiers, store, texts, vault } = ports
  const { limits = {}, random = Math.random } = config
  const engine = engineOf(config, ports)
  const idsKeptFor = (limits.idsKeptForDays ?? 30) * day
  const charterOf = charterFor(config)
  const { project, views } = viewing(engine, { engine, directory })
  const render = noticeText(({ language, tenant }) => namesIn(charterOf(tenant), readLanguage(language) ?? "zh-Hans"))
  const workers = workersOf({
    ...{ engine, directory, notifiers, project, random, render, idsKeptFor },
    ...(limits.relay === undefined ? {} : { relayLimits: limits.relay }),
    ...(limits.workers === undefined ? {} : { loop: limits.workers }),
  })
  const office: Office = { engine, directory, idsKeptFor, inTurn: takingTurns(), onWritten: workers.poke }
  return {
    execute: (request, options) => answering(office, request, options?.signal),
    views,
    texts: textDesk(office, texts),
    publishing: publishingAt({ engine, directory, texts, vault, communityOf: (tenant) => charterOf(tenant).community }),
    within: (given) => {
      const engine = engineOf(config, { directory, store: given }, 0)
      const hosts: Office = { ...office, engine, auditStore: store, inTurn: (_, work) => work() }
      return { execute: (request, options) => answering(hosts, request, options?.signal) }
    },
    settle: settling(engine),
    workers,
    plan: planning(config, engine.clock.now),
    describe: (refusal, { language, tenant }) => {
      const { remedy, what } = describeRefusal(refusal, { language, names: namesIn(charterOf(tenant), language) })
      return { what, remedy }
    },
    store,
    [Symbol.asyncDispose]: disposing(workers, ports),
  }
}

const startAll = async (
  config: JinlinConfig,
  { begin, beginAll, ours }: ReturnType<typeof starter>,
): Promise<Answer<Ports, Refusal>> => {
  const store = await begin(config.store, "store")
  if (!store.ok) return store
  const directory = await begin(config.directory, "directory")
  if (!directory.ok) return directory
  const texts = config.texts === undefined ? undefined : await begin(config.texts, "text-store")
  if (texts?.ok === false) return texts
  const vault = config.vault === undefined ? undefined : await begin(config.vault, "personal-vault")
  if (vault?.ok === false) return vault
  const notifiers = await beginAll(config.notifiers ?? [], "notifier")
  if (!notifiers.ok) return notifiers
  const ports: Ports = {
    store: store.value,
    directory: directory.value,
    notifiers: notifiers.value,
    texts: texts?.value,
    vault: vault?.value,
    ours,
  }
  return { ok: true, value: ports }
}

/**
 * Starts jinlin on what a platform gives it. A plugin that is given is started, and disposed of at the end; a port that is given
 * stays the host's. Nothing runs before everything has started, and what had started is let go of when something does not.
 */
export const createJinlin = async (config: JinlinConfig): Promise<Created> => {
  const starting = starter(config.clock ?? systemClock)
  const ports = await startAll(config, starting)
  if (ports.ok) return { ok: true, value: running(config, ports.value) }
  for (const service of starting.ours.toReversed()) await letGo(service)
  return { ok: false, refusals: [ports.failure] }
}
