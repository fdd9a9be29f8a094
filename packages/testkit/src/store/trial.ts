import type { Store } from "@jinlin/sdk"
import { fail, same } from "./asserting.ts"
import { type Notebook, noting } from "./notebook.ts"
import { closedCounts, comparable, pictureOf } from "./picture.ts"
import type { RawRows } from "./raw-rows.ts"

/** How a store is opened and looked at. Every function may be called any number of times. */
export interface StoreUnderTest {
  /** Opens the store. It need not be empty: every trial has tenants of its own. The kit disposes of it. */
  readonly open: () => Promise<Store>
  /** Opens what `store` has written once more, after it was disposed of. Required where `durable` is declared. */
  readonly reopen?: (store: Store) => Promise<Store>
  /** Opens the place of `store` beside it, as another process would. Required where `shared` is declared. */
  readonly concurrent?: (store: Store) => Promise<Store>
  /** Opens a store at another place, that shares nothing with `open`; left out: `open` does that. */
  readonly another?: () => Promise<Store>
  /** What really landed, read without the port. Required where `durable` is declared. */
  readonly rawRows?: (tenant: string, store: Store) => Promise<RawRows>
  /** How many writers race (16 unless given), and how often each race is run (3). */
  readonly writers?: number
  readonly rounds?: number
  /** How many random sequences are compared with the model (25), each of how many steps at most (40). */
  readonly sequences?: number
  readonly steps?: number
  /** The seed of those sequences; left out, one is drawn, and printed when they fail. */
  readonly seed?: number
}

/** What one trial is run with. */
export interface Trial {
  readonly store: Store
  /** Names of tenants that nobody used before; the first may be the beginning of the second. */
  readonly tenant: string
  readonly other: string
  readonly under: StoreUnderTest
  readonly notebook: Notebook
  readonly rounds: number
  /** As many stores as there are writers: the store itself, and others beside it where it can be shared. */
  readonly writers: () => Promise<ReadonlyArray<Store>>
  /** The store as it stands now: `store`, or what `reopened` gave last. */
  readonly now: () => Store
  /** Disposes of the store and opens what it has written once more. */
  readonly reopened: () => Promise<Store>
  /** The same where the store is durable; nothing where it is not. */
  readonly reopenIfDurable: () => Promise<void>
  /** A store that shares nothing with this one. */
  readonly elsewhere: () => Promise<Store>
}

/** Something that a store must do. */
export interface StoreTrial {
  readonly title: string
  readonly run: (trial: Trial) => Promise<void>
}

/** The trials of one rule of the store port. */
export interface StoreChapter {
  readonly rule: string
  readonly says: string
  readonly trials: ReadonlyArray<StoreTrial>
}

const random = (): string => crypto.getRandomValues(new Uint32Array(1)).reduce((_, part) => part.toString(36), "")

let trials = 0

/** A tenant's name that no trial of this or another process uses. */
export const freshTenant = (): string => {
  trials += 1
  return `kit-${random()}-${trials}`
}

/** A trial with the stores that it opened. */
interface Held extends Trial {
  /** The store that holds what the trial wrote, as `open` or `reopen` gave it. */
  readonly current: () => Store
  readonly opened: ReadonlySet<Store>
}

const need = <Given>(given: Given | undefined, name: string): Given =>
  given ?? fail(`what the store declares can only be tried where the kit is given \`${name}\``)

const trialOn = (under: StoreUnderTest, first: Store): Held => {
  const notebook: Notebook = new Map()
  const opened = new Set([first])
  const name = freshTenant()
  let current = first
  let shown = first
  const keep = (store: Store): Store => {
    opened.add(store)
    return noting(store, notebook)
  }
  const store = keep(first)
  shown = store
  const reopened = async (): Promise<Store> => {
    await current[Symbol.asyncDispose]()
    current = await need(under.reopen, "reopen")(current)
    shown = keep(current)
    return shown
  }
  return {
    ...{ store, notebook, under, opened, current: () => current },
    ...{ tenant: name, other: `${name}-b`, rounds: under.rounds ?? 3 },
    elsewhere: async () => keep(await (under.another ?? under.open)()),
    reopened,
    now: () => shown,
    reopenIfDurable: async () => {
      if (first.capabilities.durable) await reopened()
    },
    writers: async () => {
      const places = [store]
      if (first.capabilities.shared)
        for (const _ of "ab") places.push(keep(await need(under.concurrent, "concurrent")(first)))
      return Array.from({ length: under.writers ?? 16 }, (_, index) => places[index % places.length] ?? store)
    },
  }
}

/** What the port shows must be what landed, in every tenant that the trial wrote to. */
const compareRaw = async ({ current, notebook, under }: Held): Promise<void> => {
  const store = current()
  if (under.rawRows === undefined || !(await store.verify()).ok) return
  for (const [tenant, names] of notebook) {
    const picture = await pictureOf(store, tenant, names)
    const raw = await under.rawRows(tenant, store)
    const [seen, landed] = [comparable(picture), comparable(raw)]
    for (const part of Object.keys(seen) as ReadonlyArray<keyof typeof seen>)
      same(landed[part], seen[part], `what landed of ${part} against what the port shows`)
    same(closedCounts(raw), closedCounts(picture), "what landed of ballots against what the port shows")
  }
}

/** Runs one trial on a store of its own, compares what landed, and disposes of every store that was opened. */
export const runTrial = async (under: StoreUnderTest, { run }: StoreTrial): Promise<void> => {
  const held = trialOn(under, await under.open())
  try {
    await run(held)
    await compareRaw(held)
  } finally {
    for (const store of held.opened) await store[Symbol.asyncDispose]()
  }
}
