import type { ListedDue, Store } from "@jinlin/sdk"
import { done } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, engineFor, founding, grant, logOf, openRota, type Scene, sceneOn, start } from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { conflicting, failingAt } from "../../test/shell/wrapping.ts"
import { type Deed, deeds, letPass } from "../../test/shell/year.ts"
import { tick } from "./timekeeper.ts"

const days = 120
const eachDay = Array.from({ length: days }, (_, number) => number * 1440 + 900)
const eachWeek = eachDay.filter((_, number) => number % 7 === 6)
/** Minute by minute around every midnight of Shanghai for a fortnight, and every twelve hours from then on. */
const oftener = [
  ...Array.from({ length: 14 }, (_, number) => number * 1440 + 900).flatMap((midnight) =>
    [-1, 0, 1, 2].map((one) => midnight + one),
  ),
  ...Array.from({ length: 2 * (days - 14) }, (_, number) => 14 * 1440 + number * 720),
]
/** A story in which everything happens that falls due or follows. */
const full: ReadonlyArray<Deed> = [
  { at: 10, kind: "schedule", which: 147 },
  { at: 20, kind: "schedule", which: 4 },
  { at: 1500, kind: "notice", which: 0 },
  { at: 1600, kind: "hold", which: 0 },
  { at: 50_000, kind: "decline", which: 1 },
  { at: 90_000, kind: "release", which: 1 },
]
const atRandom = fc.array(fc.integer({ min: 1, max: days * 1440 }), { maxLength: 40 })

describe("the timekeeper", () => {
  it("TIMEKEEPER-1 ticking every minute, every day, once a week, at random or never gives the same story", async () => {
    const types = new Set<string>()
    await fc.assert(
      fc.asyncProperty(deeds(days), atRandom, async (story, random) => {
        const [first, ...others] = await Promise.all(
          [oftener, eachDay, eachWeek, random, []].map((ticks) => letPass(openMemoryStore(), story, { ticks })),
        )
        for (const other of others) expect(other).toEqual(first)
        for (const events of Object.values(first?.streams ?? {}))
          for (const event of events) types.add((event as { readonly type: string }).type)
      }),
      { numRuns: 6, examples: [[full, []]] },
    )
    // The stories are no empty ones.
    for (const type of [
      "TermBegun",
      "HandOverReminded",
      "MeetingFoundMissing",
      "ChairUnitReplaced",
      "MeetingHeld",
      "ActionReminded",
      "MinutesReminded",
    ])
      expect([...types]).toContain(type)
  })

  it("TIMEKEEPER-1 the same story comes about on SQLite", async () => {
    const file = grounds.find(({ name }) => name === "on SQLite")
    const [story] = fc.sample(deeds(60), { numRuns: 1, seed: 7 })
    if (file === undefined || story === undefined) throw new Error("no story")
    const inMemory = await letPass(openMemoryStore(), story, { ticks: eachDay })
    expect(await letPass((await file.open()).store, story, { ticks: [] })).toEqual(inMemory)
  })

  it("TIMEKEEPER-1 outages change nothing: what is left is still due", async () => {
    await fc.assert(
      fc.asyncProperty(deeds(days), fc.integer({ min: 1, max: 60 }), async (story, nth) => {
        const expected = await letPass(openMemoryStore(), story, { ticks: eachDay })
        const store = openMemoryStore()
        let outages = 0
        const outage = async ({ clock, jinlin }: Scene): Promise<void> => {
          const broken = failingAt(store, nth, outages % 2 === 0 ? "before" : "after")
          const [refusal] = await (await sceneOn(broken.store, { clock })).jinlin.settle("town")
          if (refusal !== undefined) outages += 1
          expect(await jinlin.settle("town")).toEqual([])
        }
        expect(await letPass(store, story, { ticks: eachDay, tick: outage })).toEqual(expected)
      }),
      { numRuns: 3 },
    )
  })

  /** A rota whose first hand-over is to be reminded of, on a store whose due items are other ones. */
  const opened = async (change: (item: ListedDue) => ListedDue) => {
    const under = openMemoryStore()
    const store: Store = {
      ...under,
      readDue: async (...asked) => {
        const read = await under.readDue(...asked)
        return read.ok ? done(read.value.map(change)) : read
      },
    }
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
    return { scene, under, engine: engineFor(store, scene.clock) }
  }

  const tasksIn = async (store: Store) =>
    (await logOf(store)).filter(({ type }) => type === "TaskOpened").map(({ body }) => JSON.parse(body))

  it.each([
    ["one that is refused", '{"_tag":"RemindHandOver","term":99}', "RemindHandOver", "HandOverNotDue"],
    ["one that nobody may issue", '{"_tag":"NameSubstitute","unit":null}', "NameSubstitute", "Forbidden"],
    ["one of a later version", '{"_tag":"SendFlowers","to":"school"}', "SendFlowers", "UnknownTag"],
    ["no JSON at all", "{", "Unreadable", "WrongType"],
  ])("TIMEKEEPER-1 what is refused is one task and not issued again: %s", async (_name, command, tag, said) => {
    const { engine, scene, under } = await opened((item) => (item.rule === "CHAIR-17" ? { ...item, command } : item))
    await scene.clock.advance(20 * day)
    expect(await tick(engine, "town")).toEqual({ issued: 1, stopped: undefined })
    const tasks = await tasksIn(under)
    expect(tasks).toEqual([
      expect.objectContaining({
        command: tag,
        rule: "CHAIR-17",
        stream: "rotating-chair/willow",
        post: "secretary",
        within: "office",
      }),
    ])
    expect(JSON.parse(tasks[0].refusals)).toEqual([expect.objectContaining({ _tag: said })])
    for (let again = 0; again < 3; again += 1) {
      await scene.clock.advance(day)
      expect(await tick(engine, "town")).toEqual({ issued: 0, stopped: undefined })
    }
    expect((await tasksIn(under)).length).toBe(1)
  })

  it("TIMEKEEPER-1 what is due to a process that is not run here is left to a person, once", async () => {
    for (const { open } of grounds) {
      const { store } = await open()
      const scene = await sceneOn(store)
      const item = { key: "k", at: start, rule: "GRID-1", command: '{"_tag":"InspectGrid"}' }
      const listed = await store.commit({ tenant: "town", at: start, due: [{ stream: "grid/g-1", items: [item] }] })
      expect(listed.ok).toBe(true)
      const engine = engineFor(store, scene.clock)
      expect(await tick(engine, "town")).toEqual({ issued: 1, stopped: undefined })
      expect(await tick(engine, "town")).toEqual({ issued: 0, stopped: undefined })
      const [task, ...others] = await tasksIn(store)
      expect(others).toEqual([])
      expect(task).toMatchObject({ command: "InspectGrid", rule: "GRID-1", stream: "grid/g-1", within: "g-1" })
      expect(JSON.parse(task.refusals)).toEqual([
        expect.objectContaining({ _tag: "UnknownProcess", rule: "SHELL-8", process: "grid" }),
      ])
    }
  })

  it("TIMEKEEPER-1 two that tick at once issue everything once", async () => {
    for (const { open } of grounds) {
      const ground = await open()
      const scene = await sceneOn(ground.store)
      await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
      await scene.clock.advance(100 * day)
      const engines = [engineFor(ground.store, scene.clock), engineFor(await ground.another(), scene.clock)]
      await Promise.all(engines.map((engine) => tick(engine, "town")))
      for (const engine of engines) expect((await tick(engine, "town")).stopped).toBeUndefined()
      const begun = (await logOf(ground.store)).filter(
        ({ type }) => type === "TermBegun" || type === "HandOverReminded",
      )
      const names = begun.map(({ body, type }) => `${type} ${JSON.parse(body).term}`)
      expect(new Set(names).size).toBe(names.length)
      expect(names.length).toBeGreaterThan(4)
    }
  })

  it("TIMEKEEPER-1 one that was overtaken issues nothing more", async () => {
    const { engine, scene, under } = await opened((item) => item)
    await scene.clock.advance(40 * day)
    const before = await logOf(under)
    const lease = async (holder: string) => {
      const got = await under.acquireLease("town", { name: "timekeeper", holder, now: scene.clock.now(), ttl: 1 })
      if (!got.ok) throw new Error(JSON.stringify(got.failure))
      return { lease: "timekeeper", token: got.value.token }
    }
    const old = await lease("one")
    await scene.clock.advance(1000)
    const fresh = await lease("other")
    expect(await tick(engine, "town", { fence: old })).toMatchObject({ issued: 0, stopped: { _tag: "LeaseLost" } })
    expect(await logOf(under)).toEqual(before)
    expect((await tick(engine, "town", { fence: fresh })).issued).toBeGreaterThan(0)
  })

  it("TIMEKEEPER-1 a race that is lost too often is left for the next time", async () => {
    const { scene, under } = await opened((item) => item)
    await scene.clock.advance(40 * day)
    const broken = conflicting(under, 8)
    const engine = engineFor(broken.store, scene.clock)
    expect(await tick(engine, "town")).toMatchObject({ issued: 0, stopped: { _tag: "Contended" } })
    expect(await tasksIn(under)).toEqual([])
    expect((await tick(engine, "town")).stopped).toBeUndefined()
  })
})
