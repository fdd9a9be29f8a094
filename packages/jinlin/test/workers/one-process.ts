import type { Clock, Store } from "@jinlin/sdk"

/** A process of a deployment, as its store and its clock see it: it can be halted and let go on, or killed. */
export interface OneProcess {
  readonly store: Store
  readonly clock: Clock
  /** Halts it, as SIGSTOP does: what it waits for comes, and it sees it when it goes on. */
  readonly halt: () => void
  /** Lets it go on, as SIGCONT does. */
  readonly goOn: () => void
  /** Ends it, as SIGKILL does: nothing of it goes on, ever. */
  readonly kill: () => void
  readonly killed: () => boolean
  /** Settles when it is killed. */
  readonly died: Promise<"died">
}

/** What goes wrong around the calls of a store; `before` may kill the process so that the call never happens. */
export interface AroundCalls {
  readonly before?: (method: string) => void
  readonly after?: (method: string) => void
}

/** One process on a store and a clock that others use as well. */
export const oneProcess = (store: Store, clock: Clock, around: AroundCalls = {}): OneProcess => {
  let state: "running" | "halted" | "killed" = "running"
  let haltedAt = 0
  let waiting: Array<() => void> = []
  let tellDeath: () => void = () => {}
  const died = new Promise<"died">((resolve) => {
    tellDeath = () => resolve("died")
  })
  const running = async (): Promise<void> => {
    if (state === "running") return
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
  }
  const guarded = new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== "function") return method
      return async (...asked: ReadonlyArray<unknown>): Promise<unknown> => {
        around.before?.(String(name))
        await running()
        const answer: unknown = await Reflect.apply(method, target, asked)
        around.after?.(String(name))
        await running()
        return answer
      }
    },
  })
  return {
    store: guarded,
    clock: {
      now: () => (state === "running" ? clock.now() : haltedAt),
      sleep: async (milliseconds, signal) => {
        await clock.sleep(milliseconds, signal)
        await running()
      },
    },
    halt: () => {
      if (state !== "running") return
      state = "halted"
      haltedAt = clock.now()
    },
    goOn: () => {
      if (state !== "halted") return
      state = "running"
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
    kill: () => {
      state = "killed"
      haltedAt = clock.now()
      waiting = []
      tellDeath()
    },
    killed: () => state === "killed",
    died,
  }
}
