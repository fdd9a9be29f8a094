import type { Moment } from "@jinlin/core/kernel"
import { describe, expect, it } from "vitest"
import {
  admit,
  convenor,
  day,
  founding,
  grant,
  logOf,
  minute,
  openRota,
  type Scene,
  saidOf,
  sceneOn,
  start,
  toRota,
} from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"

const skew = 5 * minute

interface When {
  readonly moment: Moment
  readonly written?: number
}

const lastWhen = async ({ store }: Scene): Promise<When> => {
  const { moment, written }: When = JSON.parse((await logOf(store)).at(-1)?.meta ?? "null")
  return written === undefined ? { moment } : { moment, written }
}

const instants = async ({ store }: Scene): Promise<ReadonlyArray<number>> =>
  (await logOf(store)).map(({ meta }) => (JSON.parse(meta) as When).moment.instant)

describe.each(grounds)("the clock, $name", ({ open }) => {
  const opened = async (limits = {}): Promise<Scene> => {
    const scene = await sceneOn((await open()).store, { limits })
    await grant(scene, ...founding("school"))
    return scene
  }

  it("SHELL-6 that stands behind the latest event by up to the skew does not take the story back", async () => {
    const scene = await opened()
    scene.clock.set(start - skew)
    await grant(scene, admit("clinic"))
    expect(await lastWhen(scene)).toMatchObject({ moment: { instant: start }, written: start - skew })
    scene.clock.set(start - 1)
    await grant(scene, admit("court"))
    scene.clock.set(start + 1)
    await grant(scene, admit("market"))
    expect(await lastWhen(scene)).toEqual({ moment: expect.objectContaining({ instant: start + 1 }) })
    const all = await instants(scene)
    expect(all).toEqual([...all].sort((one, other) => one - other))
  })

  it("SHELL-6 that stands behind it by a millisecond more is refused, with both times", async () => {
    const scene = await opened()
    scene.clock.set(start - skew - 1)
    expect(await scene.jinlin.execute(admit("clinic"))).toEqual({
      ok: false,
      refusals: [
        {
          ...{ _tag: "ClockBehind", rule: "SHELL-6", stream: "joint-conference/willow" },
          ...{ now: start - skew - 1, latest: start },
        },
      ],
    })
    // What was accepted before keeps its answer, whatever the clock says.
    expect(saidOf(await scene.jinlin.execute(admit("school")))).toBe("accepted")
    scene.clock.set(start - skew)
    await grant(scene, admit("clinic"))
  })

  it("SHELL-6 may be allowed to stand behind by no more than is said", async () => {
    const scene = await opened({ skewSeconds: 0 })
    scene.clock.set(start - 1)
    expect(saidOf(await scene.jinlin.execute(admit("clinic")))).toBe("ClockBehind")
    scene.clock.set(start)
    await grant(scene, admit("clinic"))
  })

  it("SHELL-6 is compared with the stream that is written, and with no other", async () => {
    const scene = await opened()
    await scene.clock.advance(day)
    await grant(scene, openRota(["school"], { startsOn: "2026-01-06" }))
    scene.clock.set(start)
    await grant(scene, admit("clinic"))
    const close = toRota("close", convenor, { _tag: "CloseRota" })
    expect(saidOf(await scene.jinlin.execute(close))).toBe("ClockBehind")
  })

  it("SHELL-6 that jumps ten years ahead does all that fell due, each as of its day; and when it is put back nothing is lost", async () => {
    const scene = await opened()
    await grant(scene, openRota(["school"]))
    const now = start + 3652 * day
    scene.clock.set(now)
    await grant(scene, admit("clinic"))
    const begun = (await logOf(scene.store)).filter(({ type }) => type === "TermBegun")
    expect(begun.map(({ meta }) => (JSON.parse(meta) as When).moment.civilDate)).toEqual(
      Array.from(
        { length: 121 },
        (_, month) => `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-05`,
      ),
    )
    expect((await lastWhen(scene)).moment.instant).toBe(now)
    scene.clock.set(start)
    expect(saidOf(await scene.jinlin.execute(admit("court")))).toBe("ClockBehind")
    expect(saidOf(await scene.jinlin.execute(admit("clinic")))).toBe("accepted")
    scene.clock.set(now + 1)
    await grant(scene, admit("court"))
    const all = await instants(scene)
    for (const stream of ["joint-conference/willow", "rotating-chair/willow"]) {
      const log = await logOf(scene.store)
      const own = all.filter((_, place) => log[place]?.stream === stream)
      expect(own).toEqual([...own].sort((one, other) => one - other))
    }
  })
})

describe("the clock and the zone", () => {
  it.each([
    ["one millisecond before midnight", Date.UTC(2026, 0, 31, 16) - 1, "2026-01-31", 1439],
    ["midnight in Shanghai", Date.UTC(2026, 0, 31, 16), "2026-02-01", 0],
  ])("SHELL-6 a moment is that of the community's zone: %s", async (_name, instant, civilDate, minuteOfDay) => {
    const scene = await sceneOn((await (grounds[0] as (typeof grounds)[number]).open()).store)
    scene.clock.set(instant)
    await grant(scene, ...founding())
    expect(await lastWhen(scene)).toEqual({ moment: { instant, zone: "Asia/Shanghai", civilDate, minuteOfDay } })
  })
})
