import { eventText, type StoredEvent } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  admit,
  clerk,
  convenor,
  day,
  founding,
  grant,
  logOf,
  openRota,
  release,
  type Scene,
  saidOf,
  sceneOn,
  toRota,
} from "../../test/shell/scene.ts"
import { openFile } from "../../test/shell/stores.ts"
import { spoilt } from "../../test/shell/wrapping.ts"
import { digestOfText } from "./digest.ts"
import type { CommandRequest } from "./request.ts"

const sealed = (event: StoredEvent): StoredEvent => ({ ...event, digest: digestOfText(eventText(event)) })
const withBody = (event: StoredEvent, change: object): StoredEvent =>
  sealed({ ...event, body: JSON.stringify({ ...JSON.parse(event.body), ...change }) })

/** The event of the conference that is spoilt: the admission of the clinic. */
const place = { stream: "joint-conference/willow", revision: 4 } as const

/** What is wrong with it, and what is said then. */
const spoiling: Readonly<Record<string, readonly [(event: StoredEvent) => StoredEvent, object]>> = {
  "another body": [(event) => ({ ...event, body: event.body.replace("clinic", "cinema") }), { because: "digest" }],
  "another meta": [(event) => ({ ...event, meta: event.meta.replace("p-convenor", "p-clerk") }), { because: "digest" }],
  "another type": [(event) => ({ ...event, type: "UnitReleased" }), { because: "digest" }],
  "another digest": [(event) => ({ ...event, digest: `sha-256:${"0".repeat(64)}` }), { because: "digest" }],
  "no JSON": [(event) => sealed({ ...event, body: "{" }), { because: "not-json" }],
  "a field too many": [(event) => withBody(event, { role: "admin" }), { because: "shape" }],
  "a field of another kind": [(event) => withBody(event, { unit: 7 }), { because: "shape" }],
  "a type of a later version": [
    (event) => sealed({ ...event, type: "UnitMoved", body: '{"_tag":"UnitMoved"}' }),
    { _tag: "UnknownEvent", type: "UnitMoved" },
  ],
}

/** The same requests to a second conference of the tenant. */
const onElm = (request: CommandRequest): CommandRequest =>
  ({ ...request, id: `elm-${request.id}`, subject: "elm" }) as CommandRequest

const setting = [...founding("school", "clinic"), openRota(["school", "clinic"])]

const tasksOf = (scene: Scene) =>
  scene.jinlin.views.task.tasks({ tenant: "town", conference: "willow" }, { actor: clerk, audience: "staff" })

describe("a stored event that cannot be read", () => {
  it.each(Object.entries(spoiling))(
    "SHELL-7 holds up its own stream and no other: %s",
    async (_name, [spoil, evidence]) => {
      const under = openMemoryStore()
      const whole = await sceneOn(under)
      await grant(whole, ...setting, ...setting.map(onElm))
      const isSpoilt = ({ revision, stream }: StoredEvent) => stream === place.stream && revision === place.revision
      const scene = await sceneOn(spoilt(under, (event) => (isSpoilt(event) ? spoil(event) : event)))
      const before = await logOf(under)
      const refusal = { _tag: "CorruptEvent", rule: "SHELL-7", ...place, ...evidence }
      expect(await scene.jinlin.execute(release("school"))).toEqual({ ok: false, refusals: [refusal] })
      expect(await scene.jinlin.execute(toRota("close", convenor, { _tag: "CloseRota" }))).toEqual({
        ok: false,
        refusals: [refusal],
      })
      expect(await logOf(under)).toEqual(before)
      await grant(scene, onElm(release("clinic")), onElm(admit("court")))
    },
  )

  it.each(Object.entries(spoiling))(
    "REACTOR-2 is left to a person once, and the reactor goes on: %s",
    async (_name, [spoil]) => {
      const under = openMemoryStore()
      const whole = await sceneOn(under)
      await grant(whole, ...setting, ...setting.map(onElm))
      const isSpoilt = ({ revision, stream }: StoredEvent) => stream === place.stream && revision === place.revision
      const scene = await sceneOn(spoilt(under, (event) => (isSpoilt(event) ? spoil(event) : event)))
      await grant(scene, onElm(admit("court")))
      expect(await scene.jinlin.settle("town")).toEqual([])
      const types = (await logOf(under)).filter(({ stream }) => stream === "rotating-chair/elm").map(({ type }) => type)
      expect(types).toContain("UnitSeated")
      expect(
        (await logOf(under)).filter(({ stream, type }) => type === "UnitSeated" && stream.endsWith("/elm")).length,
      ).toBe(3)
      const opened = (await logOf(under))
        .filter(({ type }) => type === "TaskOpened")
        .map(({ body }) => JSON.parse(body))
      // Each event of the two streams that belong together is for a person now, and each of them once.
      const events = opened.map(({ event }) => event)
      expect(new Set(events).size).toBe(events.length)
      expect(events).toContain("joint-conference/willow@4")
      expect(opened[0]).toMatchObject({ rule: "SHELL-7", command: "FollowEvent", post: "secretary" })
      expect(await scene.jinlin.settle("town")).toEqual([])
      expect((await logOf(under)).filter(({ type }) => type === "TaskOpened").length).toBe(opened.length)
    },
  )

  it("TIMEKEEPER-1 what fell due on its stream is left to a person, and the rest goes on", async () => {
    const under = openMemoryStore()
    const whole = await sceneOn(under)
    await grant(whole, ...setting, ...setting.map(onElm))
    expect(await whole.jinlin.settle("town")).toEqual([])
    const isSpoilt = ({ revision, stream }: StoredEvent) => stream === "rotating-chair/willow" && revision === 1
    const broken = spoilt(under, (event) => (isSpoilt(event) ? { ...event, body: "{}" } : event))
    const scene = await sceneOn(broken, { clock: whole.clock })
    await scene.clock.advance(35 * day)
    expect(await scene.jinlin.settle("town")).toEqual([])
    const log = await logOf(under)
    expect(log.filter(({ stream, type }) => stream === "rotating-chair/elm" && type === "TermBegun").length).toBe(2)
    const opened = log.filter(({ type }) => type === "TaskOpened").map(({ body }) => JSON.parse(body))
    expect(opened.map(({ command, rule, stream }) => [rule, command, stream])).toContainEqual([
      ...["CHAIR-10", "AdvanceRota", "rotating-chair/willow"],
    ])
    expect(await scene.jinlin.settle("town")).toEqual([])
    expect((await logOf(under)).length).toBe(log.length)
  })

  it("SHELL-7 in a file is found out by whoever reads it next, and leaves the other conference alone", async () => {
    const { another, behind, store } = await openFile()
    const before = await sceneOn(store)
    await grant(before, ...setting, ...setting.map(onElm))
    behind(
      "UPDATE jinlin_events SET body = replace(body, 'clinic', 'cinema') WHERE stream = ? AND revision = 4",
      place.stream,
    )
    const scene = await sceneOn(await another())
    expect(await scene.jinlin.execute(release("school"))).toEqual({
      ok: false,
      refusals: [{ _tag: "CorruptEvent", rule: "SHELL-7", ...place, because: "digest" }],
    })
    await grant(scene, onElm(release("clinic")))
    const tasks = await tasksOf(scene)
    expect(saidOf(tasks)).toBe("CorruptEvent")
  })
})
