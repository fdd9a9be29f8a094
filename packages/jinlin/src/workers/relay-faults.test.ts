import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { oneProcess } from "../../test/workers/one-process.ts"
import { message, scene, start, tenant } from "../../test/workers/relay-scene.ts"
import { type Accepted, type Fate, liveThrough, type Outcome } from "../../test/workers/relay-world.ts"
import { readCause } from "./relay-cause.ts"

/** How often a message came after one that follows it in its key: the number in the name says where it stands. */
const inversions = (accepted: ReadonlyArray<Accepted>): number => {
  const last = new Map<string, number>()
  let count = 0
  for (const { id } of accepted) {
    const direct = /^(k\d+)-(\d+)$/.exec(id)
    const ofNotice = /^(s\d+)@(\d+)\/(.+)$/.exec(id)
    const key = direct?.[1] ?? `${ofNotice?.[1]} ${ofNotice?.[3]}`
    const place = Number(direct?.[2] ?? ofNotice?.[2])
    if (place < (last.get(key) ?? -1)) count += 1
    last.set(key, Math.max(place, last.get(key) ?? -1))
  }
  return count
}

const figuresOf = ({ accepted, delivered, kills, mostInFlight, parked, takeovers, waiting }: Outcome) => {
  const distinct = new Set(accepted.map(({ id }) => id))
  const inOrder = takeovers.toSorted((one, other) => one - other)
  return {
    ...{ delivered: delivered.length, parked: parked.length, waiting: waiting.length, kills, mostInFlight },
    duplicates: accepted.length - distinct.size,
    inversions: inversions(accepted),
    takeoverP50: inOrder[Math.floor(inOrder.length / 2)],
    takeoverP99: inOrder[Math.floor(inOrder.length * 0.99)],
  }
}

const poisonsThatLive = ["throws", "hangs", "permanent", "nonsense"] as const

const say = (what: string, figures: object): void => {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)
}

const fate = (seed: number, more: Partial<Fate> = {}): Fate => ({
  ...{ seed, keys: 200, perKey: 8, notices: 40, poisoned: 0.05, failing: 0.05, dying: 0.004 },
  ...more,
})

const seeds = Array.from({ length: Number(process.env["JINLIN_RELAY_SEEDS"] ?? 3) }, (_, index) => 41 + index)

describe("a relay in a bad world", () => {
  it.each(seeds)(
    "RELAY-1 RELAY-2 loses nothing, repeats only under the same id and never changes the order of a key: seed %i",
    async (seed) => {
      const came = await liveThrough(fate(seed))
      const figures = figuresOf(came)
      say(`relay, seed ${seed}`, figures)
      const accepted = new Set(came.accepted.map(({ id }) => id))
      const sent = came.delivered.filter(({ kind }) => kind === "message")
      expect(figures).toMatchObject({ waiting: 0, inversions: 0 })
      expect(figures.delivered + figures.parked).toBe(200 * 8 + 40 + 40 * 4)
      expect(sent.filter(({ id }) => !accepted.has(id))).toEqual([])
      expect(new Set(came.parked.map(({ id }) => id))).toEqual(new Set(came.poison.keys()))
      expect(figures.kills).toBeGreaterThan(10)
      expect(figures.duplicates).toBeGreaterThan(0)
      expect(new Set(came.accepted.map(({ id, text }) => `${id} ${text}`)).size).toBe(accepted.size)
      expect(figures.mostInFlight).toBeLessThanOrEqual(32)
      expect(figures.takeoverP99).toBeLessThanOrEqual(30_000 + 5_000)
    },
  )

  it("RELAY-9 lays a message aside that ends its process each time, after so many starts, and none that only stood beside it", async () => {
    const came = await liveThrough(
      fate(7, { dying: 0, failing: 0, kinds: ["kills"], notices: 0, limits: { startsUnanswered: 3 } }),
    )
    say("relay, ten messages that kill", figuresOf(came))
    expect(new Set(came.parked.map(({ id }) => id))).toEqual(new Set(came.poison.keys()))
    for (const { cause, starts } of came.parked) {
      expect(readCause(cause)?.cause).toEqual({ _tag: "StartedTooOften", rule: "RELAY-9", unanswered: 3, limit: 3 })
      expect(starts).toBeLessThan(60)
    }
    expect(came.kills).toBeLessThanOrEqual(3 * 10)
  })

  it("RELAY-9 accuses one message at most when a process dies again and again for a reason of its own", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock(start)]
    const calm = scene({ store, clock })
    await calm.add(...Array.from({ length: 40 }, (_, index) => message(`m${index}`)))
    for (let crash = 0; crash < 6; crash += 1) {
      const dying = oneProcess(store, clock, {
        after: (method) => {
          if (method === "takeDeliveries") dying.kill()
        },
      })
      const { relay } = scene({ store: dying.store, clock: { ...clock, ...dying.clock } })
      await clock.until(Promise.race([relay.runOnce(tenant), dying.died]))
      await clock.advance(31_000)
    }
    await calm.run()
    expect(await calm.causes("parked")).toEqual({
      m0: { _tag: "StartedTooOften", rule: "RELAY-9", unanswered: 6, limit: 3 },
    })
    expect(await calm.all("delivered")).toHaveLength(39)
  })

  it("RELAY-2 is not slowed down for other keys by poison in some", async () => {
    const p99 = async (poisoned: number): Promise<number> => {
      const came = await liveThrough(fate(11, { dying: 0, failing: 0, notices: 0, poisoned, kinds: poisonsThatLive }))
      const others = came.accepted
        .filter(({ id }) => !/^k[0-9]-/.test(id))
        .map(({ at }) => at - (came.accepted[0]?.at ?? 0))
      return others.sort((one, other) => one - other)[Math.floor(others.length * 0.99)] ?? Number.NaN
    }
    const [without, having] = [await p99(0), await p99(0.05)]
    say("relay, delay of keys without poison, p99 in ms", { without, having })
    expect(having).toBeLessThan(without * 1.5)
  })
})
