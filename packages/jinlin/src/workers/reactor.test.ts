import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { failed, type Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  admit,
  appoint,
  clerk,
  convenor,
  day,
  engineFor,
  found,
  founding,
  grant,
  logOf,
  openRota,
  release,
  type Scene,
  saidOf,
  sceneOn,
  schedule,
  superior,
  toConference,
  toRota,
} from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { committing, failingAt, gone } from "../../test/shell/wrapping.ts"
import type { CommandRequest } from "../shell/request.ts"
import { reactOnce } from "./reactor.ts"

const rotaUnits = async (store: Store): Promise<ReadonlyArray<string>> => {
  const units: Array<string> = []
  for (const { body, stream, type } of await logOf(store)) {
    const { unit } = JSON.parse(body)
    if (stream !== "rotating-chair/willow") continue
    if (type === "UnitSeated") units.push(unit)
    if (type === "UnitUnseated") units.splice(units.indexOf(unit), 1)
  }
  return units
}

const reactionsIn = async (store: Store) =>
  (await logOf(store))
    .map(({ meta, revision, stream, type }) => ({ stream, revision, type, ...JSON.parse(meta) }))
    .filter(({ cause }) => cause._tag === "Reaction")

const tasksIn = async (store: Store) =>
  (await logOf(store)).filter(({ type }) => type === "TaskOpened").map(({ body }) => JSON.parse(body))

const withRota: ReadonlyArray<CommandRequest> = [...founding("school", "clinic"), openRota(["school", "clinic"])]

describe.each(grounds)("the reactor, $name", ({ open }) => {
  it("REACTOR-1 an event is followed once, under an id of its own, as the system's and as of its own moment", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...withRota, admit("court"))
    const engine = engineFor(store, scene.clock)
    await scene.clock.advance(3 * day)
    expect(await reactOnce(engine, "town")).toMatchObject({ commands: 1, tasks: 0, stopped: undefined })
    expect(await rotaUnits(store)).toEqual(["school", "clinic", "court"])
    const [first] = await reactionsIn(store)
    expect(first).toMatchObject({
      stream: "rotating-chair/willow",
      type: "UnitSeated",
      actor: { _tag: "System", rule: "REACTION-1" },
      grounds: { rule: "REACTION-1", post: "system", within: "system" },
      cause: { _tag: "Reaction", rule: "REACTION-1", event: "joint-conference/willow@5", depth: 1 },
      command: expect.stringMatching(/^reaction\/[0-9a-f]{40}$/),
      moment: { civilDate: "2026-01-05" },
      written: scene.clock.now(),
    })
    const before = await logOf(store)
    expect(await reactOnce(engine, "town")).toMatchObject({ commands: 0, stopped: undefined })
    expect(await reactOnce(engine, "town")).toEqual({ events: 0, commands: 0, tasks: 0, stopped: undefined })
    expect(await logOf(store)).toEqual(before)
  })

  it("REACTOR-1 whoever crashed before noting how far they were does nothing twice, and undoes nothing", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...withRota)
    // Noting how far it has come fails every second time, at first from the first on, then from the second.
    for (const parity of [1, 0]) {
      let notes = 0
      const forgetful = committing(store, async ({ checkpoints = [] }, go) => {
        if (checkpoints.length === 0) return go()
        notes += 1
        return notes % 2 === parity ? failed(gone) : go()
      })
      await grant(
        scene,
        admit("court", `in-${parity}`),
        release("school", `out-${parity}`),
        release("court", `off-${parity}`),
      )
      const broken = engineFor(forgetful, scene.clock)
      for (let turn = 0; turn < 12; turn += 1) await reactOnce(broken, "town")
      expect(await rotaUnits(store)).toEqual(["clinic"])
      await grant(scene, admit("school", `back-${parity}`))
      for (let turn = 0; turn < 6; turn += 1) await reactOnce(engineFor(store, scene.clock), "town")
      expect((await rotaUnits(store)).toSorted()).toEqual(["clinic", "school"])
    }
    const events = (await reactionsIn(store))
      .filter(({ type }) => type === "UnitSeated" || type === "UnitUnseated")
      .map(({ cause, type }) => `${cause.event} ${type}`)
    expect(events.length).toBe(8)
    expect(new Set(events).size).toBe(events.length)
    expect(await tasksIn(store)).toEqual([])
  })

  it("REACTOR-1 two that react at once, and one that begins anew, do nothing twice", async () => {
    const ground = await open()
    const scene = await sceneOn(ground.store)
    await grant(scene, ...withRota, admit("court"), admit("market"), release("school"))
    const engines = [engineFor(ground.store, scene.clock), engineFor(await ground.another(), scene.clock)]
    await Promise.all(engines.flatMap((engine) => [reactOnce(engine, "town"), reactOnce(engine, "town")]))
    for (const engine of engines) while ((await reactOnce(engine, "town")).events > 0);
    expect(await rotaUnits(ground.store)).toEqual(["clinic", "court", "market"])
    const events = (await reactionsIn(ground.store)).map(
      ({ cause, type, revision }) => `${cause.event} ${type} ${revision}`,
    )
    expect(events.filter((line) => line.includes("UnitSeated")).length).toBe(2)
    expect(await tasksIn(ground.store)).toEqual([])
  })

  it("REACTOR-1 what stood on the roll when the rota was opened is not followed again, however late it is read", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school", "clinic"), release("clinic"), admit("clinic", "again"), admit("court"))
    await grant(scene, openRota(["clinic", "school"]))
    while ((await reactOnce(engineFor(store, scene.clock), "town")).events > 0);
    // The court is a member that was left out when the rota was opened.
    expect(await rotaUnits(store)).toEqual(["clinic", "school"])
    expect(await reactionsIn(store)).toEqual([])
  })

  it("REACTOR-1 read late, what follows is put down to the event from which it follows", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...withRota, schedule("spring", { on: "2026-02-10", chairUnit: "clinic" }))
    await grant(
      scene,
      toRota(
        "interest",
        { login: "school-delegate", post: "delegate", within: "school" },
        { _tag: "DeclareInterest", item: "i", unit: "school" },
      ),
    )
    await grant(
      scene,
      toRota(
        "decline",
        { login: "clinic-delegate", post: "delegate", within: "clinic" },
        { _tag: "DeclineTurn", term: 2, reason: "busy" },
      ),
    )
    await scene.clock.advance(2 * day)
    while ((await reactOnce(engineFor(store, scene.clock), "town")).events > 0);
    const [replaced, ...others] = await reactionsIn(store)
    const cause = (await logOf(store)).find(({ type }) => type === "TurnDeclined" || type === "TurnMoved")
    expect(others).toEqual([])
    expect(replaced).toMatchObject({ type: "ChairUnitReplaced", moment: { civilDate: "2026-01-05" } })
    expect(Number(replaced?.cause.event.split("@")[1])).toBeGreaterThanOrEqual(cause?.revision ?? 0)
  })

  it("REACTOR-2 what is refused is a task of the secretary of the body that serves, one for each thing, and only they close it", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...withRota, schedule("spring", { on: "2026-02-10", chairUnit: "clinic" }))
    await grant(scene, schedule("second", { on: "2026-02-11", chairUnit: "clinic" }))
    // Every command of the system to the conference is refused: its stream cannot be written by it.
    const engine = engineFor(store, scene.clock)
    const conference = engine.processes.get("joint-conference")
    if (conference === undefined) throw new Error("no conference")
    const refusing = {
      ...engine,
      processes: new Map([
        ...engine.processes,
        [
          "joint-conference",
          {
            ...conference,
            handle: () =>
              ({ ok: false, refusals: [{ _tag: "Unfit", rule: "CONFERENCE-8", why: "x".repeat(60_000) }] }) as const,
          },
        ],
      ]),
    }
    await grant(
      scene,
      toRota(
        "decline",
        { login: "clinic-delegate", post: "delegate", within: "clinic" },
        { _tag: "DeclineTurn", term: 2, reason: "busy" },
      ),
    )
    while ((await reactOnce(refusing, "town")).events > 0);
    const tasks = await tasksIn(store)
    expect(tasks).toEqual(
      ["spring", "second"].map(() =>
        expect.objectContaining({
          ...{ command: "ReplaceChairUnit", rule: "REACTION-3", stream: "joint-conference/willow" },
          ...{ post: "secretary", within: "office", refusals: '[{"_tag":"Unfit","rule":"CONFERENCE-8"}]' },
        }),
      ),
    )
    const subjects = (await logOf(store))
      .filter(({ type }) => type === "TaskOpened")
      .map(({ stream }) => stream.split("/")[1] ?? "")
    expect(new Set(subjects).size).toBe(2)
    const [subject = ""] = subjects
    const close: CommandRequest<"task"> = {
      ...{ tenant: "town", id: "close", process: "task", subject, conference: "willow", actor: clerk },
      command: { _tag: "CloseTask", remark: "done by hand" },
    }
    for (const actor of [
      superior,
      { ...clerk, login: "stranger" },
      { ...clerk, within: "elsewhere", login: "stranger" },
    ])
      expect(saidOf(await scene.jinlin.execute({ ...close, actor }))).toBe("Forbidden")
    expect(saidOf(await scene.jinlin.execute({ ...close, subject: "none" }))).toBe("Forbidden")
    await grant(scene, close)
    expect(await scene.jinlin.execute({ ...close, id: "again" })).toMatchObject({
      refusals: [{ _tag: "TaskNotOpen", rule: "TASK-2", status: "closed" }],
    })
  })

  it("REACTION-6 what goes too deep is left to a person", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...withRota, admit("court"))
    const engine = engineFor(store, scene.clock)
    expect(await reactOnce(engine, "town", { deepest: 0 })).toMatchObject({ commands: 0, tasks: 1, stopped: undefined })
    const [task] = await tasksIn(store)
    expect(task).toMatchObject({ command: "SeatUnit", rule: "REACTION-1", event: "joint-conference/willow@5" })
    expect(JSON.parse(task.refusals)).toEqual([{ _tag: "ReactionTooDeep", rule: "REACTION-6", limit: 0 }])
    expect(await rotaUnits(store)).toEqual(["school", "clinic"])
    while ((await reactOnce(engine, "town")).events > 0);
    expect((await tasksIn(store)).length).toBe(1)
  })

  it("REACTION-6 a reaction to a reaction is one deeper", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...withRota, schedule("spring", { on: "2026-02-10", chairUnit: "clinic" }), release("clinic"))
    while ((await reactOnce(engineFor(store, scene.clock), "town")).events > 0);
    const depths = (await reactionsIn(store)).map(({ cause, type }) => [type, cause.depth])
    expect(depths).toContainEqual(["ChairUnitReplaced", 2])
    for (const [, depth] of depths) expect(depth).toBeLessThanOrEqual(2)
  })
})

describe("a reactor that is stopped", () => {
  it("REACTOR-1 by a store that is away goes on where it was", async () => {
    for (let nth = 1; ; nth += 1) {
      const store = openMemoryStore()
      const scene = await sceneOn(store)
      await grant(scene, ...withRota, admit("court"), release("school"), admit("market"))
      const broken = failingAt(store, nth, nth % 2 === 0 ? "after" : "before")
      const engine = engineFor(broken.store, scene.clock)
      const { stopped } = await reactOnce(engine, "town")
      if (broken.calls() < nth) break
      expect([nth, stopped?._tag]).toEqual([nth, "StoreUnavailable"])
      while ((await reactOnce(engine, "town")).events > 0);
      expect([nth, await rotaUnits(store)]).toEqual([nth, ["clinic", "court", "market"]])
      expect(await tasksIn(store)).toEqual([])
    }
  })

  it("REACTOR-1 by somebody who took its lease writes nothing more", async () => {
    const store = openMemoryStore()
    const scene = await sceneOn(store)
    await grant(scene, ...withRota, admit("court"))
    const before = await logOf(store)
    const fence = { lease: "reactor", token: 7 }
    expect(await reactOnce(engineFor(store, scene.clock), "town", { fence })).toMatchObject({
      commands: 0,
      stopped: { _tag: "LeaseLost" },
    })
    expect(await logOf(store)).toEqual(before)
  })

  it("REACTION-4 a conference that is dissolved closes its rota, and founded policies are followed by nothing", async () => {
    const store = openMemoryStore()
    const scene: Scene = await sceneOn(store)
    await grant(scene, found, appoint)
    await grant(
      scene,
      toConference("policy", convenor, {
        _tag: "AdoptPolicy",
        policy: conferencePolicyDefaults,
        effectiveFrom: "2026-02-01",
      }),
    )
    expect(await reactOnce(engineFor(store, scene.clock), "town")).toMatchObject({ events: 3, commands: 0 })
    await grant(scene, admit("school"), openRota(["school"]))
    await grant(scene, toConference("dissolve", superior, { _tag: "DissolveConference", reason: "it is over" }))
    expect(await scene.jinlin.settle("town")).toEqual([])
    expect((await logOf(store)).at(-1)?.type).toBe("RotaClosed")
  })
})
