import { type Answer, type Commit, done, type Position, type Store } from "@jinlin/sdk"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { openMemoryStore } from "../src/index.ts"
import { openBroken } from "./broken/breaking.ts"
import { lostUpdate } from "./broken/writes.ts"

const at = 1_790_000_000_000
const event = (what: number) => ({ type: "Noted", body: `{"what":${what}}`, meta: "{}", digest: "sha-256:0" })
const writers = Array.from({ length: 16 }, (_, writer) => writer)

/** A store whose answers come when the scheduler wants it: a writer may stand still between any two of its steps. */
const heldUp = (store: Store, scheduler: fc.Scheduler) => {
  const later = <Value, Failure>(answer: Promise<Answer<Value, Failure>>) => scheduler.schedule(answer)
  return {
    commit: async (parts: Omit<Commit, "tenant" | "at">) => {
      await later(Promise.resolve(done(null)))
      return later(store.commit({ tenant: "t", at, ...parts }))
    },
    lengthOf: async (stream: string) => {
      const read = await later(store.readStream("t", stream))
      return read.ok ? read.value.length : -1
    },
    readLog: (after: Position | null) => later(store.readLog("t", { after: after ?? undefined, limit: 2 })),
  }
}

type HeldUp = ReturnType<typeof heldUp>

/** Runs it under every order in which the scheduler lets answers come. */
const inAnyOrder = (run: (held: HeldUp, store: Store) => Promise<void>, open: () => Store = openMemoryStore) =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      await using store = open()
      await scheduler.waitFor(run(heldUp(store, scheduler), store))
    }),
    { numRuns: 150 },
  )

const bodiesIn = async (store: Store, stream: string) => {
  const read = await store.readStream("t", stream)
  return read.ok ? read.value.map(({ body, revision }) => [revision, body]) : read.failure
}

/** Each writer reads how long a stream is and writes behind it, twice; what was acknowledged must be there, in its place. */
const readAndWrite = async ({ commit, lengthOf }: HeldUp, store: Store): Promise<void> => {
  const won: Array<readonly [number, string]> = []
  const write = async (writer: number): Promise<void> => {
    for (const time of [0, 1]) {
      const expected = await lengthOf("a")
      const one = event(writer * 2 + time)
      const answer = await commit({ appends: [{ stream: "a", expected, events: [one] }] })
      if (answer.ok) won.push([expected + 1, one.body])
      else expect(answer.failure._tag).toBe("VersionConflict")
    }
  }
  await Promise.all(writers.map(write))
  expect(await bodiesIn(store, "a")).toEqual([...won].sort(([one], [other]) => one - other))
}

describe("however the answers of sixteen writers interleave", () => {
  it("STORE-2 one of those who read the same revision wins, and nothing is lost that was acknowledged (R3)", () =>
    inAnyOrder(readAndWrite))

  it("STORE-2 so much is not said of a store that waits between its look and its write", () =>
    expect(inAnyOrder(readAndWrite, () => openBroken(lostUpdate))).rejects.toThrow("Property failed"))

  it("STORE-3 a command that all send has one effect and one answer (R4)", () =>
    inAnyOrder(async ({ commit }, store) => {
      const send = (writer: number) =>
        commit({
          appends: [{ stream: "a", expected: 0, events: [event(writer)] }],
          idempotency: { key: "c", content: "same", answer: `by ${writer}` },
        })
      const answers = await Promise.all(writers.map(send))
      expect(answers.filter((answer) => answer.ok && !answer.value.repeated)).toHaveLength(1)
      expect(new Set(answers.map((answer) => answer.ok && answer.value.answer)).size).toBe(1)
      expect(await bodiesIn(store, "a")).toHaveLength(1)
    }))

  it("STORE-4 no two decide on what the other changes", () =>
    inAnyOrder(async ({ commit, lengthOf }, store) => {
      const decide = async (writer: number) => {
        const [own, read] = writer % 2 === 0 ? ["left", "right"] : ["right", "left"]
        const [expected, revision] = [await lengthOf(own), await lengthOf(read)]
        if (expected > 0 || revision > 0) return false
        const answer = await commit({
          appends: [{ stream: own, expected, events: [event(writer)] }],
          guards: [{ stream: read, revision }],
        })
        return answer.ok
      }
      expect((await Promise.all(writers.map(decide))).filter((ok) => ok)).toHaveLength(1)
      expect([await bodiesIn(store, "left"), await bodiesIn(store, "right")].flat()).toHaveLength(1)
    }))

  it("STORE-5 the last seats go to as many as there are, and each comes with its event", () =>
    inAnyOrder(async ({ commit }, store) => {
      const ask = (writer: number) =>
        commit({
          appends: [{ stream: `w-${writer}`, expected: 0, events: [event(writer)] }],
          claims: [{ scope: "course", key: `seat-${writer}`, holder: `w-${writer}`, capacity: 3 }],
        })
      const answers = await Promise.all(writers.map(ask))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
      const held = await store.readClaims("t", "course", { limit: 20 })
      const log = await store.readLog("t", { limit: 20 })
      const holders = held.ok ? held.value.rows.map(({ holder }) => holder) : []
      expect(log.ok ? log.value.events.map(({ stream }) => stream).sort() : []).toEqual([...holders].sort())
    }))

  it("STORE-6 a reader who pages meanwhile gets every event once and in order (R5)", () =>
    inAnyOrder(async ({ commit, readLog }, store) => {
      let writing = true
      const follow = async () => {
        const seen: Array<Position> = []
        for (;;) {
          const last = !writing
          const page = await readLog(seen.at(-1) ?? null)
          if (!page.ok) return page.failure
          seen.push(...page.value.events.map(({ position }) => position))
          if (last && page.value.atEnd) return seen
        }
      }
      const reading = follow()
      const write = (writer: number) =>
        commit({ appends: [{ stream: `s-${writer}`, expected: writer % 4 === 3 ? 1 : 0, events: [event(writer)] }] })
      const answers = await Promise.all(writers.map(write))
      writing = false
      const log = await store.readLog("t", { limit: 100 })
      const positions = log.ok ? log.value.events.map(({ position }) => position) : []
      expect(positions).toHaveLength(answers.filter(({ ok }) => ok).length)
      expect(await reading).toEqual(positions)
    }))
})
