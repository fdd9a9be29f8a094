import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Actor, Moment } from "@jinlin/core/kernel"
import type { Store, StoredEvent } from "@jinlin/sdk"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  admit,
  convenor,
  day,
  delegateOf,
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
  units,
} from "../../test/shell/scene.ts"
import { type Ground, grounds } from "../../test/shell/stores.ts"
import { committing, conflicting } from "../../test/shell/wrapping.ts"
import { alone } from "../hosting/hosted.ts"
import { processes } from "../hosting/processes.ts"
import type { Outcome } from "./execute.ts"
import type { CommandRequest } from "./request.ts"

const conference = processes.get("joint-conference")
if (conference === undefined) throw new Error("no conference")

interface Meta {
  readonly actor: Actor
  readonly moment: Moment
  readonly command?: string
  readonly asOf?: ReadonlyArray<{ readonly stream: string; readonly revision: number }>
}

const metaOf = ({ meta }: StoredEvent): Meta => JSON.parse(meta)
const streamIn = (log: ReadonlyArray<StoredEvent>, stream: string) => log.filter((event) => event.stream === stream)
const bodies = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<unknown> =>
  events.map(({ body }): unknown => JSON.parse(body))

/** Several instances on one data, each with a shelf of its own. */
const instances = async (ground: Ground, count: number): Promise<ReadonlyArray<Scene>> => {
  const stores = [ground.store]
  while (stores.length < count) stores.push(await ground.another())
  return Promise.all(stores.map((store) => sceneOn(store)))
}

const stateAfter = (events: ReadonlyArray<unknown>): unknown =>
  events.reduce((state, event) => conference.evolve(state, event as { readonly _tag: string }), conference.initial)

const decided = (command: ConferenceCommand, before: ReadonlyArray<unknown>, { actor, moment }: Meta) =>
  conference.handle(command, stateAfter(before), {
    ...{ actor, now: moment, others: new Map(), subject: "willow", record: "willow" },
    ...alone,
  })

/** One command that was sent, what came of it, and how long the stream was before and after. */
interface Sent {
  readonly request: CommandRequest<"joint-conference">
  readonly outcome: Outcome
  readonly from: number
  readonly to: number
}

const lengthOf = async (store: Store): Promise<number> => {
  const read = await store.readStream("town", "joint-conference/willow")
  return read.ok ? read.value.length : -1
}

const actorOf = ({ actor }: CommandRequest): Actor => ({
  ...{ _tag: "Post", person: `p-${actor.login}`, post: actor.post, within: actor.within },
})

/** The log is what the pure decider makes of the accepted commands, and every refusal was true at some moment while it was weighed. */
const mustBeSerial = (log: ReadonlyArray<StoredEvent>, sent: ReadonlyArray<Sent>): void => {
  const stream = streamIn(log, "joint-conference/willow")
  expect(stream.map(({ revision }) => revision)).toEqual(stream.map((_, index) => index + 1))
  const all = bodies(stream)
  const moment = stream[0] && metaOf(stream[0]).moment
  const written = new Set<string>()
  for (const { from, outcome, request, to } of sent) {
    if (outcome.ok) {
      const { events, revision } = outcome.value
      const mine = stream.slice(revision - events.length, revision)
      expect(bodies(mine)).toEqual(events)
      for (const event of mine) expect(metaOf(event).command).toBe(`command/${request.id}`)
      const before = all.slice(0, revision - events.length)
      const meta = mine[0] && metaOf(mine[0])
      expect(meta && decided(request.command, before, meta)).toMatchObject({ ok: true, events })
      for (const event of mine) written.add(`${event.revision}`)
    } else {
      const lengths = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      const isTrue = lengths.some((length) => {
        const meta = { actor: actorOf(request), moment: moment as Moment }
        const weighed = decided(request.command, all.slice(0, length), meta)
        return !weighed.ok && JSON.stringify(weighed.refusals) === JSON.stringify(outcome.refusals)
      })
      expect([request.id, outcome.refusals[0]._tag === "Contended" || isTrue]).toEqual([request.id, true])
    }
  }
  const accepted = sent.filter(({ outcome }) => outcome.ok)
  expect(written.size).toBe(
    accepted.reduce((sum, { outcome }) => sum + (outcome.ok ? outcome.value.events.length : 0), 0),
  )
}

const commandsInRace = fc.array(
  fc.record({ unit: fc.constantFrom(...units), kind: fc.constantFrom("admit", "release", "delegate") }),
  { minLength: 16, maxLength: 16 },
)

const requestFor = (kind: string, unit: string, id: string): CommandRequest<"joint-conference"> => {
  if (kind === "admit") return admit(unit, id)
  if (kind === "release") return release(unit, id)
  return toConference(
    id,
    { login: `${unit}-head`, post: "unit-head", within: unit },
    {
      _tag: "NameDelegate",
      unit,
      delegate: `p-${unit}-${id}`,
      alternate: null,
    },
  )
}

describe.each(grounds)("many at once, $name", ({ name, open }) => {
  it("SHELL-9 sixteen at once through three instances are as if they had come one after the other", async () => {
    await fc.assert(
      fc.asyncProperty(commandsInRace, async (moves) => {
        const ground = await open()
        const scenes = await instances(ground, 3)
        await Promise.all(scenes.map((scene) => grant(scene, ...founding("school"))))
        const sent = await Promise.all(
          moves.map(async ({ kind, unit }, index): Promise<Sent> => {
            const request = requestFor(kind, unit, `race-${index}`)
            const scene = scenes[index % scenes.length]
            if (scene === undefined) throw new Error("no scene")
            const from = await lengthOf(ground.store)
            const outcome = await scene.jinlin.execute(request)
            return { request, outcome, from, to: await lengthOf(ground.store) }
          }),
        )
        mustBeSerial(await logOf(ground.store), sent)
      }),
      { numRuns: name === "in memory" ? 20 : 4 },
    )
  })

  it("SHELL-4 of sixteen who want the same through sixteen instances one gets it, and the others hear why not", async () => {
    const ground = await open()
    const scenes = await instances(ground, 16)
    await grant(scenes[0] as Scene, ...founding("school"))
    const outcomes = await Promise.all(
      scenes.map(({ jinlin }, index) => jinlin.execute(admit("clinic", `mine-${index}`))),
    )
    const said = outcomes.map(saidOf)
    expect(said.filter((tag) => tag === "accepted").length).toBe(1)
    expect(said.filter((tag) => tag !== "accepted" && tag !== "UnitAlreadyAdmitted")).toEqual([])
  })

  it("SHELL-9 what another instance wrote is seen, whether a command would be granted or refused without it", async () => {
    const ground = await open()
    const [one, other] = (await instances(ground, 2)) as [Scene, Scene]
    await grant(one, ...founding("school"))
    await grant(other, admit("clinic"))
    // This instance last saw a roll without the clinic.
    expect(saidOf(await one.jinlin.execute(admit("clinic", "again")))).toBe("UnitAlreadyAdmitted")
    await grant(one, release("clinic"))
    // That one last saw it with the clinic, and has not heard of the rota.
    expect(saidOf(await other.jinlin.execute(openRota(["school", "clinic"])))).toBe("UnitsNotMembers")
    await grant(other, admit("court"))
    await grant(one, openRota(["school", "court"]))
    await grant(other, toRota("close", convenor, { _tag: "CloseRota" }))
    expect(saidOf(await one.jinlin.execute(toRota("close-again", convenor, { _tag: "CloseRota" })))).toBe("RotaNotOpen")
  })

  it("SHELL-9 a post that was lost through another instance is lost at once", async () => {
    const ground = await open()
    const [one, other] = (await instances(ground, 2)) as [Scene, Scene]
    await grant(one, ...founding("school"))
    await grant(
      other,
      toConference("assign", superior, { _tag: "AssignConvenor", person: "p-next-convenor", from: "2026-01-06" }),
    )
    for (const { clock } of [one, other]) await clock.advance(day)
    expect(saidOf(await one.jinlin.execute(admit("clinic")))).toBe("Forbidden")
  })

  it("SHELL-3 a fact of the same commit guards: the roll that moves before the write is read again", async () => {
    const ground = await open()
    const other = await sceneOn(await ground.another())
    let moved = false
    const store = committing(ground.store, async ({ appends = [] }, go) => {
      if (!moved && appends.some(({ stream }) => stream === "rotating-chair/willow")) {
        moved = true
        await grant(other, release("clinic"))
      }
      return go()
    })
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school", "clinic"))
    expect(await scene.jinlin.execute(openRota(["school", "clinic"]))).toMatchObject({
      ok: false,
      refusals: [{ _tag: "UnitsNotMembers", rule: "CHAIR-22", units: ["clinic"] }],
    })
    expect(moved).toBe(true)
    expect(streamIn(await logOf(ground.store), "rotating-chair/willow")).toEqual([])
    await grant(scene, openRota(["school"]))
  })

  it("SHELL-3 a fact as of its reading is noted with the events, and does not guard", async () => {
    const ground = await open()
    const scene = await sceneOn(ground.store)
    await grant(scene, ...founding("school", "clinic"), openRota(["school", "clinic"]))
    const rota = streamIn(await logOf(ground.store), "rotating-chair/willow")
    await grant(scene, schedule("spring", { on: "2026-02-20", chairUnit: "clinic" }))
    const scheduled = (await logOf(ground.store)).at(-1)
    expect(scheduled && metaOf(scheduled).asOf).toEqual([{ stream: "rotating-chair/willow", revision: rota.length }])
    // Of the same commit nothing is noted: it stood as it was read.
    expect(rota.map((event) => metaOf(event).asOf)).toEqual(rota.map(() => undefined))
    await grant(
      scene,
      toRota("interest", delegateOf("school"), { _tag: "DeclareInterest", item: "i-1", unit: "school" }),
    )
    const declared = (await logOf(ground.store)).at(-1)
    expect(declared && metaOf(declared).asOf).toEqual([
      { stream: "joint-conference/willow", revision: (scheduled as StoredEvent).revision },
    ])
  })
})

describe("a race that is lost again and again", () => {
  const opened = async (times: number) => {
    const [ground] = grounds
    const { store } = await (ground as (typeof grounds)[number]).open()
    const setting = await sceneOn(store)
    await grant(setting, ...founding("school"))
    const broken = conflicting(store, times)
    return { ...(await sceneOn(broken.store)), conflicts: broken.conflicts, under: store }
  }

  it("SHELL-4 is tried eight times and no more", async () => {
    const { conflicts, jinlin, under } = await opened(Number.POSITIVE_INFINITY)
    const before = await logOf(under)
    expect(await jinlin.execute(admit("clinic"))).toEqual({
      ok: false,
      refusals: [{ _tag: "Contended", rule: "SHELL-4", stream: "joint-conference/willow", attempts: 8 }],
    })
    expect(conflicts()).toBe(8)
    expect(await logOf(under)).toEqual(before)
  })

  it("SHELL-4 is won at the eighth try as at the first", async () => {
    const { conflicts, jinlin } = await opened(7)
    expect(saidOf(await jinlin.execute(admit("clinic")))).toBe("accepted")
    expect(conflicts()).toBe(7)
  })
})
