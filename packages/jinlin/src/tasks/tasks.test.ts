import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  appoint,
  clerk,
  convenor,
  day,
  delegateOf,
  engineFor,
  found,
  founding,
  grant,
  logOf,
  openRota,
  type Scene,
  saidOf,
  sceneOn,
  stranger,
  superior,
} from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { isLeft, type Left, leaveToPerson } from "../shell/left-to-person.ts"
import type { CommandRequest } from "../shell/request.ts"

const left = (scene: Scene, change: Partial<Left> = {}): Left => ({
  ...{ tenant: "town", subject: "willow", stream: "rotating-chair/willow", rule: "CHAIR-10", event: null },
  ...{ command: { _tag: "AdvanceRota" }, refusals: [{ _tag: "RotaNotOpen", rule: "CHAIR-20" }] },
  ...{ instant: scene.clock.now(), cause: { _tag: "Due", rule: "CHAIR-10" } },
  ...change,
})

const tasksIn = async ({ store }: Scene) =>
  (await logOf(store))
    .filter(({ type }) => type === "TaskOpened")
    .map(({ body, stream }) => ({ subject: stream.split("/")[1] ?? "", ...JSON.parse(body) }))

const closing = (subject: string): CommandRequest<"task"> => ({
  ...{ tenant: "town", id: `close-${subject}`, process: "task", subject, conference: "willow", actor: clerk },
  command: { _tag: "CloseTask", remark: "done by hand" },
})

describe.each(grounds)("tasks, $name", ({ open }) => {
  it("TASK-1 is opened by the system alone, for the secretary of the body that serves the conference", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school"))
    expect((await leaveToPerson(engineFor(scene.store, scene.clock), left(scene))).ok).toBe(true)
    expect(await tasksIn(scene)).toEqual([
      expect.objectContaining({
        ...{
          post: "secretary",
          within: "office",
          conference: "willow",
          stream: "rotating-chair/willow",
          command: "AdvanceRota",
          on: "2026-01-05",
        },
        ...{ rule: "CHAIR-10", refusals: '[{"_tag":"RotaNotOpen","rule":"CHAIR-20"}]', event: null },
      }),
    ])
    const byHand = {
      ...closing("by-hand"),
      command: {
        ...{ _tag: "OpenTask", stream: "x", command: "x", rule: "CHAIR-10", refusals: "[]", event: null },
        ...{ post: "secretary", within: "office", conference: "willow" },
      },
    } as CommandRequest
    for (const actor of [clerk, convenor, superior, { ...clerk, post: "system", within: "system" }])
      expect(saidOf(await scene.jinlin.execute({ ...byHand, actor }))).toBe("Forbidden")
  })

  it("TASK-1 without a body that serves it is for a secretary within the conference itself, whom the platform names", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, found)
    await leaveToPerson(engineFor(scene.store, scene.clock), left(scene))
    expect((await tasksIn(scene)).map(({ within }) => within)).toEqual(["willow"])
  })

  it("TASK-1 is closed by whoever serves its conference, and by nobody who has no post in it", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school"))
    await leaveToPerson(engineFor(scene.store, scene.clock), left(scene))
    const [task] = await tasksIn(scene)
    const close = closing(task.subject)
    const others = [superior, delegateOf("school"), { ...clerk, login: "stranger" }, { ...stranger, post: "secretary" }]
    for (const actor of others) expect(saidOf(await scene.jinlin.execute({ ...close, actor }))).toBe("Forbidden")
    await grant(scene, close)
    expect(JSON.parse((await logOf(scene.store)).at(-1)?.body ?? "")).toEqual({
      ...{ _tag: "TaskClosed", remark: "done by hand", on: "2026-01-05" },
    })
  })

  it("TASK-1 is closed by whoever convenes its conference, also before a body serves it", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, found)
    await leaveToPerson(engineFor(scene.store, scene.clock), left(scene))
    const [task] = await tasksIn(scene)
    await grant(scene, { ...closing(task.subject), actor: convenor })
  })

  it("TASK-1 goes with the conference: the secretary of today closes it, and of yesterday none, by whichever record", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school"))
    await leaveToPerson(engineFor(scene.store, scene.clock), left(scene))
    const [task] = await tasksIn(scene)
    const moved = {
      ...appoint,
      id: "move",
      command: { _tag: "AppointSecretariat", body: "elsewhere", person: "p-stranger" },
    }
    const elm = [found, appoint].map((request) => ({ ...request, id: `${request.id}-elm`, subject: "elm" }))
    await grant(scene, moved as CommandRequest, ...(elm as ReadonlyArray<CommandRequest>))
    const close = closing(task.subject)
    for (const conference of ["willow", "elm", "nowhere"])
      expect([conference, saidOf(await scene.jinlin.execute({ ...close, conference }))]).toEqual([
        conference,
        "Forbidden",
      ])
    await grant(scene, { ...close, actor: { ...stranger, post: "secretary" } })
  })

  it("TASK-1 is opened together with the settling of what it is about", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
    await scene.clock.advance(20 * day)
    const due = await store.readDue("town", { until: scene.clock.now(), limit: 1 })
    const [item] = due.ok ? due.value : []
    if (item === undefined) throw new Error("nothing fell due")
    const settles = { stream: item.stream, key: item.key }
    expect((await leaveToPerson(engineFor(store, scene.clock), left(scene, { settles }))).ok).toBe(true)
    expect(await store.readDue("town", { until: scene.clock.now(), limit: 1 })).toEqual({ ok: true, value: [] })
  })

  it("TASK-2 is opened once for each thing and closed once", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school"))
    const engine = engineFor(scene.store, scene.clock)
    const ways: ReadonlyArray<Partial<Left>> = [
      {},
      { event: "joint-conference/willow@1" },
      { rule: "CHAIR-15" },
      { stream: "rotating-chair/elm" },
      { command: { _tag: "CloseRota" } },
      { command: { _tag: "AdvanceRota", term: 2 } as Left["command"] },
      { settles: { stream: "rotating-chair/willow", key: "k" } },
    ]
    for (const way of ways) expect((await leaveToPerson(engine, left(scene, way))).ok).toBe(true)
    await scene.clock.advance(day)
    for (const way of ways) {
      const again = await leaveToPerson(engine, left(scene, way))
      expect(again).toEqual({ ok: false, refusals: [{ _tag: "TaskKnown", rule: "TASK-2" }] })
      expect(isLeft(again)).toBe(true)
    }
    const tasks = await tasksIn(scene)
    expect(tasks.length).toBe(ways.length)
    const close = closing(tasks[0].subject)
    await grant(scene, close)
    expect(await scene.jinlin.execute({ ...close, id: "again" })).toEqual({
      ok: false,
      refusals: [{ _tag: "TaskNotOpen", rule: "TASK-2", status: "closed" }],
    })
    // What was closed is not opened anew by what it was about.
    expect(isLeft(await leaveToPerson(engine, left(scene)))).toBe(true)
    expect((await tasksIn(scene)).length).toBe(ways.length)
  })
})

describe("what a task says", () => {
  it.each([
    ["all of it", [{ _tag: "A", rule: "CHAIR-1", units: ["x"] }], '[{"_tag":"A","rule":"CHAIR-1","units":["x"]}]'],
    [
      "which ones, where all of it is too much",
      [{ _tag: "A", rule: "CHAIR-1", why: "x".repeat(60_000) }],
      '[{"_tag":"A","rule":"CHAIR-1"}]',
    ],
    [
      "which ones, where it cannot be shown",
      [{ _tag: "A", rule: "CHAIR-1", why: "a\u202eb" }],
      '[{"_tag":"A","rule":"CHAIR-1"}]',
    ],
    [
      "the first, where they are very many",
      Array.from({ length: 5000 }, () => ({ _tag: "A", rule: "CHAIR-1" })),
      '[{"_tag":"A","rule":"CHAIR-1"}]',
    ],
  ])("TASK-1 is %s, and can be read again", async (_name, refusals, said) => {
    const scene = await sceneOn(openMemoryStore())
    await grant(scene, ...founding())
    await leaveToPerson(engineFor(scene.store, scene.clock), left(scene, { refusals: refusals as Left["refusals"] }))
    const view = await scene.jinlin.views.task.tasks(
      { tenant: "town", conference: "willow" },
      { actor: clerk, audience: "staff" },
    )
    expect(view.ok && view.value.rows.map((row) => row.refusals)).toEqual([said])
  })
})
