import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { day, engineFor, founding, grant, logOf, openRota, type Scene, sceneOn, start } from "../../test/shell/scene.ts"
import { isLeft, type Left, leaveToPerson } from "./left-to-person.ts"
import { newEvents } from "./record.ts"

const tasksIn = async ({ store }: Scene) =>
  (await logOf(store)).filter(({ type }) => type === "TaskOpened").map(({ body }) => JSON.parse(body))

const termsIn = async ({ store }: Scene) => (await logOf(store)).filter(({ type }) => type === "TermBegun").length

const withRota = async (): Promise<Scene> => {
  const scene = await sceneOn(openMemoryStore())
  await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
  return scene
}

/** What begins of itself in forty days. */
const inFortyDays = async (scene: Scene): Promise<ReadonlyArray<unknown>> => {
  await scene.clock.advance(40 * day)
  return scene.jinlin.settle("town")
}

const left = (change: Partial<Left>): Left => ({
  ...{ tenant: "town", subject: "willow", stream: "rotating-chair/willow", rule: "CHAIR-10", event: null },
  ...{ command: { _tag: "AdvanceRota" }, refusals: [{ _tag: "RotaNotOpen", rule: "CHAIR-20" }] },
  ...{ instant: start, cause: { _tag: "Due", rule: "CHAIR-10" } },
  ...change,
})

describe("what no task can name", () => {
  it.each([
    ["a stream without a slash", "billing", "X-1", { stream: "billing", rule: "X-1", within: "unknown" }],
    ["a rule that is none", "billing/inv.7", "monthly", { stream: "billing/inv.7", rule: "SHELL-8", within: "inv.7" }],
    ["neither", "billing", "monthly", { stream: "billing", rule: "SHELL-8", within: "unknown" }],
  ])("TASK-3 becomes a task and is settled, and what else fell due is issued: %s", async (_, stream, rule, task) => {
    const ordinary = await withRota()
    expect(await inFortyDays(ordinary)).toEqual([])
    const scene = await withRota()
    const due = [{ stream, items: [{ key: "k", at: start, rule, command: "{}" }] }]
    expect((await scene.store.commit({ tenant: "town", at: start, due })).ok).toBe(true)
    expect(await inFortyDays(scene)).toEqual([])
    expect(await tasksIn(scene)).toMatchObject([{ ...task, post: "secretary" }])
    expect([await termsIn(scene), await termsIn(ordinary)]).toEqual([2, 2])
    expect(await scene.store.readDue("town", { until: scene.clock.now(), limit: 10 })).toMatchObject({ value: [] })
  })

  it("TASK-3 becomes a task where an event stands on a stream of that kind, and the reactor goes on behind it", async () => {
    const scene = await sceneOn(openMemoryStore())
    const stream = "joint-conference"
    const events = newEvents([{ _tag: "X" }], "{}", { stream, revision: 0 })
    await scene.store.commit({ tenant: "town", at: start, appends: [{ stream, expected: 0, events }] })
    await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
    expect(await scene.jinlin.settle("town")).toEqual([])
    expect(await tasksIn(scene)).toMatchObject([{ stream, within: "unknown", event: "joint-conference@1" }])
    expect(await inFortyDays(scene)).toEqual([])
    expect(await termsIn(scene)).toBe(2)
  })

  it("TASK-3 is opened once, and refused in so many words where even that cannot be", async () => {
    const scene = await withRota()
    const engine = engineFor(scene.store, scene.clock)
    const odd = left({
      stream: "\u0000",
      subject: "",
      rule: "no rule" as "CHAIR-10",
      event: "\n",
      command: { _tag: "" },
    })
    expect((await leaveToPerson(engine, odd)).ok).toBe(true)
    expect(isLeft(await leaveToPerson(engine, odd))).toBe(true)
    expect(await tasksIn(scene)).toMatchObject([
      { stream: "unknown", within: "unknown", rule: "SHELL-8", event: null, command: "unknown" },
    ])
    const broken = { ...engine, processes: new Map() }
    expect(await leaveToPerson(broken, left({}))).toMatchObject({
      ok: false,
      refusals: [{ _tag: "UnexpectedFault", rule: "SHELL-12" }],
    })
    const timeless = await leaveToPerson(engine, left({ instant: Number.NaN }))
    expect(timeless).toMatchObject({ ok: false, refusals: [{ _tag: "UnexpectedFault" }] })
  })
})
