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
  type Scene,
  saidOf,
  sceneOn,
  schedule,
  start,
  toConference,
  toRota,
} from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { spoilt } from "../../test/shell/wrapping.ts"

/** What happened, as `stream type @day cause`, in the order of the log. */
const told = async ({ store }: Scene, after = 0): Promise<ReadonlyArray<string>> =>
  (await logOf(store)).slice(after).map(({ meta, stream, type }) => {
    const { cause, moment } = JSON.parse(meta)
    return `${stream.split("/")[0]} ${type} ${moment.civilDate} ${cause._tag}`
  })

describe.each(grounds)("what fell due meanwhile, $name", ({ open }) => {
  it("SHELL-10 comes before the command, as of its own day", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
    const before = (await logOf(scene.store)).length
    await scene.clock.advance(35 * day)
    await grant(scene, toRota("substitute", convenor, { _tag: "NameSubstitute", unit: "school" }))
    expect(await told(scene, before)).toEqual([
      "rotating-chair HandOverReminded 2026-01-16 Due",
      "rotating-chair TermBegun 2026-02-05 Due",
      "rotating-chair TermPublished 2026-02-05 Due",
      "rotating-chair SubstituteNamed 2026-02-09 Asked",
    ])
    expect(await scene.jinlin.settle("town")).toEqual([])
    expect((await told(scene, before)).length).toBe(4)
  })

  it("SHELL-10 is done on the conference's rota too, with what follows from it, before a command to the conference", async () => {
    const scene = await sceneOn((await open()).store)
    await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
    // Published are the terms to the fourth of May: the convenor is to preside over this one, for now.
    await grant(scene, schedule("summer", { on: "2026-05-20", chairUnit: null }))
    const before = (await logOf(scene.store)).length
    await scene.clock.advance(40 * day)
    await grant(scene, toConference("notice", clerk, { _tag: "GiveNotice", meeting: "summer" }))
    expect(await told(scene, before)).toEqual([
      "rotating-chair HandOverReminded 2026-01-16 Due",
      "rotating-chair TermBegun 2026-02-05 Due",
      "rotating-chair TermPublished 2026-02-05 Due",
      "joint-conference ChairUnitReplaced 2026-02-05 Reaction",
      "joint-conference MeetingNoticed 2026-02-14 Asked",
    ])
    expect(await scene.jinlin.settle("town")).toEqual([])
    expect((await told(scene, before)).length).toBe(5)
  })

  it("SHELL-10 is done before a command that comes through an instance which saw nothing of it", async () => {
    const ground = await open()
    const scene = await sceneOn(ground.store)
    const other = await sceneOn(await ground.another())
    await grant(scene, ...founding("school", "clinic"))
    expect(saidOf(await other.jinlin.execute(toRota("none", convenor, { _tag: "CloseRota" })))).toBe("RotaNotOpen")
    await grant(scene, openRota(["school", "clinic"]))
    const before = (await logOf(scene.store)).length
    await other.clock.advance(35 * day)
    await grant(other, toRota("close", convenor, { _tag: "CloseRota" }))
    expect((await told(scene, before)).at(-1)).toBe("rotating-chair RotaClosed 2026-02-09 Asked")
    expect((await told(scene, before)).filter((line) => line.endsWith("Due")).length).toBe(3)
  })
})

describe("very much that fell due", () => {
  it("SHELL-10 is caught up with over several commands, and none is decided before that", async () => {
    const scene = await sceneOn(openMemoryStore())
    await grant(scene, ...founding("school"), openRota(["school"]))
    scene.clock.set(start + 7305 * day)
    expect(await scene.jinlin.execute(admit("clinic"))).toEqual({
      ok: false,
      refusals: [{ _tag: "CatchingUp", rule: "SHELL-10", stream: "joint-conference/willow", issued: 300 }],
    })
    expect((await logOf(scene.store)).filter(({ type }) => type === "UnitAdmitted").length).toBe(1)
    await grant(scene, admit("clinic"))
    expect((await told(scene)).at(-1)).toBe("joint-conference UnitAdmitted 2046-01-05 Asked")
  })

  it("SHELL-10 is not waited for where the stream on which it fell due cannot be read", async () => {
    const under = openMemoryStore()
    const scene = await sceneOn(under)
    await grant(scene, ...founding("school"), openRota(["school"]))
    const spoiling = spoilt(under, (event) =>
      event.stream === "rotating-chair/willow" ? { ...event, body: `${event.body} ` } : event,
    )
    const broken = await sceneOn(spoiling, { clock: scene.clock })
    await broken.clock.advance(40 * day)
    await grant(broken, admit("clinic"))
    const close = toRota("close", convenor, { _tag: "CloseRota" })
    expect(saidOf(await broken.jinlin.execute(close))).toBe("CorruptEvent")
  })
})
