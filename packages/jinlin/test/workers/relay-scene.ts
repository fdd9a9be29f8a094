import {
  type Contact,
  type Delivery,
  type Directory,
  done,
  type Message,
  type NewDelivery,
  type Notifier,
  type Store,
} from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { type VirtualClock, virtualClock } from "@jinlin/testkit/clock"
import { canonical } from "../../src/shell/digest.ts"
import { type Relay, type RelayOptions, relay } from "../../src/workers/relay.ts"
import { readCause } from "../../src/workers/relay-cause.ts"
import { seeded } from "./seeded.ts"

/** The tenant of these scenes, and the moment at which they begin: 2026-03-01T00:00:00Z. */
export const tenant = "t"
export const start = 1_772_323_200_000

const moment = { instant: start, zone: "Asia/Shanghai", civilDate: "2026-03-01", minuteOfDay: 480 }
const about = { community: "c-1", process: "joint-conference", event: "conference/c-1@1", moment }

/** A notice to a unit, as a delivery. */
export const notice = (id: string, unit = "clinic", key = "conference/c-1"): NewDelivery => ({
  ...{ id, key, kind: "notice" },
  payload: canonical({
    ...about,
    notice: { template: "unit-admitted", to: { _tag: "Unit", unit }, data: { unit, on: "2026-03-01" } },
  }),
})

/** A message for a person on a channel, as a delivery. */
export const message = (
  id: string,
  { key = id, notifier = "app", person = "p-1", template = "unit-admitted" } = {},
): NewDelivery => ({
  ...{ id, key, kind: "message" },
  payload: canonical({
    ...about,
    person,
    notifier,
    language: "en",
    template,
    data: { unit: "clinic", on: "2026-03-01" },
  }),
})

/** A channel that keeps what it was sent; `send` decides what it says. */
export const channel = (
  name: string,
  send: Notifier["send"] = async () => done(null),
): Notifier & { readonly sent: ReadonlyArray<Message> } => {
  const sent: Array<Message> = []
  return {
    ...{ name, sent },
    send: (one, signal) => {
      sent.push(one)
      return send(one, signal)
    },
    verify: async () => done(null),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** A directory in which everybody is reached as listed, in the app otherwise. */
export const directoryOf = (
  listed: Readonly<Record<string, ReadonlyArray<Contact>>> = {},
): Pick<Directory, "contacts"> => ({
  contacts: async (_, person) =>
    done(listed[person] ?? [{ notifier: "app", address: `app:${person}`, language: "en" }]),
})

/** A relay with all that it needs, each part replaceable. */
export interface Scene {
  readonly store: Store
  readonly clock: VirtualClock
  readonly relay: Relay
  readonly add: (...deliveries: ReadonlyArray<NewDelivery>) => Promise<void>
  /** Runs until nothing is left to do at this moment. */
  readonly run: () => Promise<void>
  /** Everything that is not delivered or is, by status. */
  readonly all: (status: Delivery["status"]) => Promise<ReadonlyArray<Delivery>>
  /** Why something waits or was laid aside: the cause of each, by id. */
  readonly causes: (status: Delivery["status"]) => Promise<Readonly<Record<string, unknown>>>
}

export const scene = (given: Partial<RelayOptions> & { readonly clock?: VirtualClock } = {}): Scene => {
  const store = given.store ?? openMemoryStore()
  const clock = given.clock ?? virtualClock(start)
  const relays = relay({
    ...{ store, directory: directoryOf(), notifiers: [channel("app")], random: seeded(1) },
    reach: async () => done([{ person: "p-1" }]),
    render: ({ template }, language) => ({ text: `${template} in ${language}` }),
    ...given,
    clock,
  })
  const all: Scene["all"] = async (status) => {
    const read = await store.readDeliveries(tenant, { status, limit: 10_000 })
    if (!read.ok) throw new Error(JSON.stringify(read.failure))
    return read.value.rows
  }
  return {
    ...{ store, clock, relay: relays, all },
    add: async (...deliveries) => {
      const added = await store.commit({ tenant, at: clock.now(), deliveries })
      if (!added.ok) throw new Error(JSON.stringify(added.failure))
    },
    run: async () => {
      for (;;) {
        const ran = await clock.until(relays.runOnce(tenant))
        if (!ran.ok) throw new Error(JSON.stringify(ran.failure))
        if (ran.value === 0) return
      }
    },
    causes: async (status) =>
      Object.fromEntries((await all(status)).map(({ cause, id }) => [id, readCause(cause)?.cause ?? cause])),
  }
}
