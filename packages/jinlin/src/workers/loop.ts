import type { Answering, Clock } from "@jinlin/sdk"
import { contained } from "./contained.ts"
import { type Looked, look, type Work } from "./loop-look.ts"
import { type TenantTurn, type TurnFailure, turns } from "./loop-turns.ts"
import { delayBefore, type RetrySchedule } from "./retry.ts"

/** How a loop runs. Times are in milliseconds. */
export interface LoopOptions {
  readonly clock: Clock
  readonly random: () => number
  /** The tenants there are: asked at the start, and again every `findEvery`. */
  readonly tenants: () => Answering<ReadonlyArray<string>, TurnFailure>
  readonly findEvery?: number
  /** So often a tenant is looked at that had nothing to do. */
  readonly pollEvery?: number
  /** How many tenants are looked at at once. */
  readonly atOnce?: number
  /** How long a tenant is left alone that could not be looked at. */
  readonly backOff?: RetrySchedule
}

/** A tenant of a worker, as others see it. */
export type TurnSeen = Readonly<Omit<TenantTurn, "byHand" | "nextAt" | "place" | "poked">>

/** A worker that is run again and again, for every tenant. */
export interface WorkerLoop<Failure extends TurnFailure> {
  readonly name: string
  /** Looks at a tenant now, after a look that may be going on, and says how much there was to do. */
  readonly runOnce: (tenant: string) => Promise<Looked<Failure>>
  /** There may be something to do: looks at once, or once more where a look is going on. A hint; without it the poll comes. */
  readonly poke: (tenant: string) => void
  readonly start: () => void
  /** Ends it: nothing new is begun, and what was begun is waited for. It may be started again. */
  readonly stop: () => Promise<void>
  readonly tenants: () => ReadonlyArray<TurnSeen>
}

const defaults = {
  findEvery: 10_000,
  pollEvery: 1_000,
  atOnce: 4,
  backOff: { base: 1_000, factor: 2, ceiling: 60_000, jitter: 0.5 },
}

const seen = ({ failingSince, failure, failures, runningSince, tenant }: TenantTurn): TurnSeen => ({
  ...{ tenant, runningSince, failures, failingSince, failure },
})

/** Looks at tenants, one look of each at a time, and puts each in its place in the queue afterwards. */
const looking = <Failure extends TurnFailure>(work: Work<Failure>, options: LoopOptions & typeof defaults) => {
  const { backOff, clock, pollEvery, random } = options
  const order = turns(clock.now)
  const going = new Map<string, Promise<Looked<Failure>>>()
  let stop = new AbortController()
  let wake = new AbortController()
  const begin = (turn: TenantTurn): Promise<Looked<Failure>> => {
    turn.runningSince = clock.now()
    turn.poked = false
    const looked = look(work, turn, { now: clock.now, stop: stop.signal }).then((answer) => {
      going.delete(turn.tenant)
      turn.runningSince = null
      const more = answer.ok && (answer.value > 0 || turn.poked)
      const pause = answer.ok ? pollEvery : delayBefore(turn.failures + 1, backOff, random)
      order.queue(turn, clock.now() + (more ? 0 : pause))
      wake.abort()
      return answer
    })
    going.set(turn.tenant, looked)
    return looked
  }
  return {
    ...{ order, begin, going },
    stopping: () => stop.signal,
    wake: () => wake.abort(),
    /** Sleeps until it is woken. */
    sleep: (milliseconds: number): Promise<void> => {
      wake = new AbortController()
      return clock.sleep(milliseconds, wake.signal)
    },
    end: async (loops: Promise<unknown> | undefined): Promise<void> => {
      stop.abort()
      wake.abort()
      await loops
      await Promise.all(going.values())
      stop = new AbortController()
    },
  }
}

type Looking<Failure extends TurnFailure> = ReturnType<typeof looking<Failure>>

const lookOnAndOn = async <Failure extends TurnFailure>(
  { begin, going, order, sleep }: Looking<Failure>,
  { atOnce, clock, findEvery }: LoopOptions & typeof defaults,
  stop: AbortSignal,
): Promise<void> => {
  let before = clock.now()
  while (!stop.aborted) {
    const now = clock.now()
    if (now < before) order.setBack(before - now)
    before = now
    const first = going.size < atOnce ? order.first() : undefined
    if (first === undefined) await sleep(findEvery)
    else if (first.nextAt > now) await sleep(first.nextAt - now)
    else void begin(first)
  }
}

const findOnAndOn = async <Failure extends TurnFailure>(
  { order, wake }: Looking<Failure>,
  { clock, findEvery, tenants }: LoopOptions & typeof defaults,
  stop: AbortSignal,
): Promise<void> => {
  while (!stop.aborted) {
    const found = await contained(tenants, { clock, milliseconds: findEvery, signal: stop })
    if (found._tag === "Answered" && found.value.ok) for (const tenant of found.value.value) order.of(tenant)
    wake()
    await clock.sleep(findEvery, stop)
  }
}

/**
 * Runs a worker for every tenant: at once when it is poked, again as long as there is something to do, else at every poll.
 * Tenants take turns, so that none waits for the whole of another's work; one that fails is left alone for longer and
 * longer and holds up nobody. Nothing is ever thrown. Rules WORKER-3, WORKER-4, WORKER-5.
 */
export const workerLoop = <Failure extends TurnFailure>(
  work: Work<Failure>,
  given: LoopOptions,
): WorkerLoop<Failure> => {
  const options = { ...defaults, ...given }
  const looks = looking(work, options)
  const { begin, going, order } = looks
  let loops: Promise<unknown> | undefined
  return {
    name: work.name,
    runOnce: async (tenant) => {
      const turn = order.of(tenant)
      turn.byHand += 1
      for (let ongoing = going.get(tenant); ongoing !== undefined; ongoing = going.get(tenant)) await ongoing
      const looked = await begin(turn)
      turn.byHand -= 1
      looks.wake()
      return looked
    },
    poke: (tenant) => {
      const turn = order.of(tenant)
      if (turn.runningSince !== null) turn.poked = true
      else if (turn.failures === 0 && turn.nextAt > options.clock.now()) order.queue(turn, options.clock.now())
      looks.wake()
    },
    start: () => {
      const stop = looks.stopping()
      loops ??= Promise.all([lookOnAndOn(looks, options, stop), findOnAndOn(looks, options, stop)])
    },
    stop: async () => {
      await looks.end(loops)
      loops = undefined
    },
    tenants: () => order.all().map(seen),
  }
}
