import { type Delivery, done, failed, type Message, type Notifier, type Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { type VirtualClock, virtualClock } from "@jinlin/testkit/clock"
import { relay } from "../../src/workers/relay.ts"
import type { RelayLimits } from "../../src/workers/relay-limits.ts"
import { type OneProcess, oneProcess } from "./one-process.ts"
import { directoryOf, message, notice, start, tenant } from "./relay-scene.ts"
import { seeded } from "./seeded.ts"

/** What is wrong with a message that is poison. */
const poisons = ["throws", "hangs", "permanent", "nonsense", "kills"] as const
type Poison = (typeof poisons)[number]

/** How a world is made. Shares are of 1. */
export interface Fate {
  readonly seed: number
  readonly keys: number
  readonly perKey: number
  readonly notices: number
  /** Of every key the share that holds one poisoned message, and which kinds there are. */
  readonly poisoned: number
  readonly kinds?: ReadonlyArray<Poison>
  /** How likely a send fails for now, and how likely a process dies at each call of the store and each send. */
  readonly failing: number
  readonly dying: number
  readonly limits?: Partial<RelayLimits>
}

/** A message that was accepted by the channel. */
export interface Accepted {
  readonly id: string
  readonly at: number
  readonly text: string
}

/** What came of a world. */
export interface Outcome {
  readonly delivered: ReadonlyArray<Delivery>
  readonly parked: ReadonlyArray<Delivery>
  readonly waiting: ReadonlyArray<Delivery>
  readonly accepted: ReadonlyArray<Accepted>
  readonly poison: ReadonlyMap<string, Poison>
  readonly kills: number
  readonly takeovers: ReadonlyArray<number>
  readonly mostInFlight: number
}

const reached = ["p-a", "p-b", "p-c", "p-d"]

const seedDeliveries = async (store: Store, fate: Fate, random: () => number): Promise<ReadonlyMap<string, Poison>> => {
  const poison = new Map<string, Poison>()
  const kinds = fate.kinds ?? poisons
  const poisonedKeys = Math.round(fate.keys * fate.poisoned)
  for (let key = 0; key < poisonedKeys; key += 1)
    poison.set(`k${key}-${Math.floor(random() * fate.perKey)}`, kinds[key % kinds.length] ?? "throws")
  for (let index = 0; index < fate.perKey; index += 1) {
    const deliveries = Array.from({ length: fate.keys }, (_, key) => message(`k${key}-${index}`, { key: `k${key}` }))
    await store.commit({ tenant, at: start, deliveries })
  }
  for (let index = 0; index < fate.notices; index += 1) {
    const stream = `s${index % 5}`
    await store.commit({ tenant, at: start, deliveries: [notice(`${stream}@${index}`, "clinic", stream)] })
  }
  return poison
}

interface World {
  readonly clock: VirtualClock
  readonly random: () => number
  readonly fate: Fate
  readonly poison: ReadonlyMap<string, Poison>
  readonly accepted: Array<Accepted>
  mostInFlight: number
}

/** What a channel does with a message: what is to be expected of it, and what is not. */
const behave = async (
  world: World,
  sent: Message,
  here: OneProcess,
): Promise<Awaited<ReturnType<Notifier["send"]>>> => {
  const { accepted, clock, fate, poison, random } = world
  const take = (): void => {
    accepted.push({ id: sent.id, at: clock.now(), text: sent.text })
  }
  const [early, dies, fails] = [random() < 0.5, random() < fate.dying, random() < fate.failing]
  const wait = 1 + Math.floor(random() * 40)
  switch (poison.get(sent.id)) {
    case "throws":
      throw new Error("poison")
    case "hangs":
      return new Promise(() => {})
    case "permanent":
      return failed({ _tag: "SendFailed", kind: "permanent", detail: "poison" })
    case "nonsense":
      return JSON.parse("7")
    case "kills":
      here.kill()
      return new Promise(() => {})
    default:
  }
  if (fails) return failed({ _tag: "SendFailed", kind: "temporary", detail: "busy" })
  if (early) take()
  await clock.sleep(wait)
  if (dies) here.kill()
  if (!early && !here.killed()) take()
  return done(null)
}

const channelOf = (world: World, here: OneProcess): Notifier => {
  let inFlight = 0
  const send: Notifier["send"] = async (sent, signal) => {
    inFlight += 1
    signal.addEventListener("abort", () => {
      inFlight -= 1
    })
    world.mostInFlight = Math.max(world.mostInFlight, inFlight)
    return behave(world, sent, here)
  }
  return channelWith(send)
}

const channelWith = (send: Notifier["send"]): Notifier => ({
  name: "app",
  send,
  verify: async () => done(null),
  [Symbol.asyncDispose]: async () => {},
})

const listed = async (store: Store, status: Delivery["status"]): Promise<ReadonlyArray<Delivery>> => {
  const read = await store.readDeliveries(tenant, { status, limit: 10_000 })
  return read.ok ? read.value.rows : []
}

const isEmpty = async (store: Store): Promise<boolean> => {
  const backlog = await store.backlog(tenant, start)
  return backlog.ok && backlog.value.waiting === 0
}

/** Starts a process; it ends when it is killed, or when nothing waits any more. */
const live = async (
  world: World,
  store: Store,
  holder: string,
): Promise<{ readonly tookOver: number | null; readonly over: boolean }> => {
  const { clock, fate, random } = world
  const mayDie = (): void => {
    if (random() < fate.dying) here.kill()
  }
  const here: OneProcess = oneProcess(store, clock, { before: mayDie, after: mayDie })
  const relays = relay({
    ...{ store: here.store, clock: here.clock, random, holder, directory: directoryOf() },
    notifiers: [channelOf(world, here)],
    reach: async () => done(reached.map((person) => ({ person }))),
    render: ({ person, template }) => ({ text: `${template} for ${person}` }),
    limits: {
      sendFor: 2_000,
      attempts: 6,
      startsUnanswered: 5,
      schedule: { base: 1_000, factor: 3, ceiling: 30_000, jitter: 0.5 },
      ...fate.limits,
    },
  })
  const born = clock.now()
  let tookOver: number | null = null
  const watch = clock.sleep(3_600_000).then(() => "stuck" as const)
  for (;;) {
    const ran = await clock.until(Promise.race([relays.runOnce(tenant), here.died, watch]))
    if (ran === "stuck") throw new Error("stuck")
    if (ran === "died") return { tookOver, over: false }
    if (ran.ok && ran.value > 0) tookOver ??= clock.now() - born
    if (await isEmpty(store)) {
      await clock.until(relays[Symbol.asyncDispose]())
      return { tookOver, over: true }
    }
    await clock.advance(500)
  }
}

/** Lives through a world: process after process, until everything is delivered or laid aside. */
export const liveThrough = async (fate: Fate): Promise<Outcome> => {
  const random = seeded(fate.seed)
  const [store, clock] = [openMemoryStore(), virtualClock(start)]
  const poison = await seedDeliveries(store, fate, random)
  const world: World = { clock, random, fate, poison, accepted: [], mostInFlight: 0 }
  const takeovers: Array<number> = []
  let kills = 0
  for (; kills < 5_000; kills += 1) {
    const { over, tookOver } = await live(world, store, `process-${kills}`)
    if (tookOver !== null && kills > 0) takeovers.push(tookOver)
    if (over) break
    await clock.advance(Math.floor(random() * 2_000))
  }
  const [delivered, parked, waiting] = [
    await listed(store, "delivered"),
    await listed(store, "parked"),
    await listed(store, "waiting"),
  ]
  const { accepted, mostInFlight } = world
  return { delivered, parked, waiting, accepted, poison, kills, takeovers, mostInFlight }
}
