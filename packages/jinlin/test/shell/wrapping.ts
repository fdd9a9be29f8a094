import {
  type Answer,
  type Commit,
  type CommitFailure,
  type Committed,
  done,
  failed,
  type Store,
  type StoredEvent,
  type StoreUnavailable,
} from "@jinlin/sdk"

/** That a store cannot be used now. */
export const gone: StoreUnavailable = {
  ...{ _tag: "StoreUnavailable", rule: "STORE-13" },
  ...{ kind: "unreachable", detail: "[jinlin] [test] gone" },
}

const notAsked: ReadonlySet<PropertyKey> = new Set(["name", "capabilities", Symbol.asyncDispose])

type Asked = (...asked: ReadonlyArray<unknown>) => Promise<Answer<unknown, unknown>>

/** A store each of whose methods goes through `around`. */
const wrapped = (store: Store, around: (method: string, ask: () => ReturnType<Asked>) => ReturnType<Asked>): Store =>
  new Proxy(store, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key)
      if (typeof found !== "function" || notAsked.has(key)) return found
      return (...asked: ReadonlyArray<unknown>) => around(String(key), () => Reflect.apply(found, target, asked))
    },
  })

/** How a call fails: it does nothing, or what it does is done and only the answer is lost. */
export type Failing = "before" | "after"

/** A store whose n-th call (from 1) fails, and only that one; `calls` counts them. */
export const failingAt = (store: Store, nth: number, failing: Failing) => {
  let calls = 0
  const broken = wrapped(store, async (_method, ask) => {
    calls += 1
    if (calls !== nth) return ask()
    if (failing === "after") await ask()
    return failed(gone)
  })
  return { store: broken, calls: () => calls }
}

type Committing = (commit: Commit, go: () => ReturnType<Store["commit"]>) => ReturnType<Store["commit"]>

/** A store whose commits go through `around`. */
export const committing = (store: Store, around: Committing): Store => ({
  ...store,
  commit: (commit) => around(commit, () => store.commit(commit)),
})

/** A store that answers the first so many commits of events as if somebody else had been faster. */
export const conflicting = (store: Store, times: number) => {
  let conflicts = 0
  const moved = (stream: string): Answer<Committed, CommitFailure> =>
    failed({ _tag: "VersionConflict", rule: "STORE-2", stream, expected: 0, actual: 1 })
  const wrapping = committing(store, async ({ appends = [] }, go) => {
    const [first] = appends
    if (first === undefined || conflicts >= times) return go()
    conflicts += 1
    return moved(first.stream)
  })
  return { store: wrapping, conflicts: () => conflicts }
}

/** A store that gives some events otherwise than they were stored. */
export const spoilt = (store: Store, spoil: (event: StoredEvent) => StoredEvent): Store => ({
  ...store,
  readStream: async (...asked) => {
    const read = await store.readStream(...asked)
    return read.ok ? done(read.value.map(spoil)) : read
  },
  readLog: async (...asked) => {
    const read = await store.readLog(...asked)
    return read.ok ? done({ ...read.value, events: read.value.events.map(spoil) }) : read
  },
})
