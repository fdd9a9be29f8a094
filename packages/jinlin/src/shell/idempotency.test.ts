import type { Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  admit,
  appoint,
  convenor,
  day,
  delegateOf,
  found,
  founding,
  grant,
  logOf,
  openRota,
  release,
  saidOf,
  sceneOn,
  start,
  superior,
  toConference,
} from "../../test/shell/scene.ts"
import { grounds, openFile } from "../../test/shell/stores.ts"
import type { CommandRequest } from "./request.ts"

const keptUnder = async (store: Store, id: string): Promise<boolean> => {
  const kept = await store.readCommand("town", `command/${id}`)
  return kept.ok && kept.value !== null
}

describe.each(grounds)("the id of a command, $name", ({ open }) => {
  it("SHELL-1 the same id and content give the very same answer, now and after the state has moved on", async () => {
    const { store } = await open()
    const { clock, jinlin } = await sceneOn(store)
    await grant({ jinlin }, ...founding("school", "clinic"))
    const rota = await jinlin.execute(openRota(["school", "clinic"]))
    const admitted = await jinlin.execute(admit("court"))
    const released = await jinlin.execute(release("court"))
    expect([rota, admitted, released].map(saidOf)).toEqual(["accepted", "accepted", "accepted"])
    await clock.advance(40 * day)
    expect(await jinlin.settle("town")).toEqual([])
    const written = await logOf(store)
    // All three would be refused now: the rota is open, the unit was on the roll, and has left it.
    expect(await jinlin.execute(openRota(["school", "clinic"]))).toStrictEqual(rota)
    expect(await jinlin.execute(admit("court"))).toStrictEqual(admitted)
    expect(await jinlin.execute(release("court"))).toStrictEqual(released)
    expect(await logOf(store)).toEqual(written)
  })

  it("SHELL-1 the answer is the same through another process and after the store was opened anew", async () => {
    const ground = await open()
    const first = await sceneOn(ground.store)
    await grant(first, ...founding("school"))
    const answer = await first.jinlin.execute(admit("clinic"))
    const second = await sceneOn(await ground.another())
    expect(await second.jinlin.execute(admit("clinic"))).toStrictEqual(answer)
    if (ground.reopened === undefined) return
    const third = await sceneOn(await ground.reopened())
    expect(await third.jinlin.execute(admit("clinic"))).toStrictEqual(answer)
  })

  it("SHELL-1 sent sixteen times at once, a command is carried out once", async () => {
    const ground = await open()
    const scenes = await Promise.all([ground.store, await ground.another()].map((store) => sceneOn(store)))
    await Promise.all(scenes.map((scene) => grant(scene, ...founding("school"))))
    const before = await logOf(ground.store)
    const sixteen = Array.from({ length: 16 }, (_, index) => scenes[index % scenes.length] ?? scenes[0])
    const answers = await Promise.all(sixteen.map((scene) => scene?.jinlin.execute(admit("clinic"))))
    expect(answers.map((answer) => answer && saidOf(answer))).toEqual(sixteen.map(() => "accepted"))
    for (const answer of answers) expect(answer).toStrictEqual(answers[0])
    expect((await logOf(ground.store)).length).toBe(before.length + 1)
  })

  it("SHELL-1 other content under the same id is a conflict, whichever part of it is other", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school", "clinic"))
    const { command } = admit("court")
    const original = { ...admit("court"), id: "one" }
    await grant(scene, original)
    const forUnit = (unit: string): CommandRequest => ({ ...admit(unit), id: "one" })
    const others: Readonly<Record<string, CommandRequest>> = {
      "another unit": forUnit("market"),
      "another command": { ...release("school"), id: "one" },
      "another field": { ...original, command: { ...command, kind: "clinic" } as typeof command },
      "another body of the same post": { ...original, actor: { ...convenor, within: "office" } },
      "on behalf of somebody": { ...original, actor: { ...convenor, onBehalfOf: "p-clerk" } },
      "another process": { ...openRota(["school"]), id: "one" },
    }
    for (const [name, request] of Object.entries(others)) {
      const outcome = await scene.jinlin.execute(request)
      expect([name, saidOf(outcome)]).toEqual([name, "IdempotencyConflict"])
    }
    expect(await scene.jinlin.execute({ ...original, issuedAt: start })).toStrictEqual(
      await scene.jinlin.execute(original),
    )
  })

  it("SHELL-1 somebody else does not get the answer, nor learns that the id is taken", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school"))
    const other = { ...admit("school"), actor: { ...convenor, login: "stranger" } }
    expect(await scene.jinlin.execute(other)).toMatchObject({ ok: false, refusals: [{ _tag: "Forbidden" }] })
    const delegate = { ...admit("school"), actor: delegateOf("school") }
    expect(await scene.jinlin.execute(delegate)).toMatchObject({ ok: false, refusals: [{ _tag: "Forbidden" }] })
  })

  it("SHELL-1 whoever lost the post since gets the answer that they got", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school"))
    const answer = await scene.jinlin.execute(admit("clinic"))
    await grant(
      scene,
      toConference("assign", superior, { _tag: "AssignConvenor", person: "p-next-convenor", from: "2026-01-06" }),
    )
    await scene.clock.advance(day)
    expect(saidOf(await scene.jinlin.execute(admit("court")))).toBe("Forbidden")
    expect(await scene.jinlin.execute(admit("clinic"))).toStrictEqual(answer)
  })

  it("SHELL-1 a refused command leaves neither event nor id, and is weighed anew under the same id", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school"))
    const before = await logOf(store)
    expect(saidOf(await scene.jinlin.execute(openRota(["school", "clinic"])))).toBe("UnitsNotMembers")
    expect(await logOf(store)).toEqual(before)
    expect(await keptUnder(store, "open-rota")).toBe(false)
    await grant(scene, admit("clinic"), openRota(["school", "clinic"]))
    expect(await keptUnder(store, "open-rota")).toBe(true)
  })

  it("SHELL-1 ids are told apart by case", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding(), admit("school", "x-1"), admit("clinic", "X-1"))
    expect(await keptUnder(store, "x-1")).toBe(true)
    expect(await keptUnder(store, "X-1")).toBe(true)
  })

  it("SHELL-1 one id in two tenants is two commands", async () => {
    const { store } = await open()
    const scene = await sceneOn(store)
    await grant(scene, ...founding())
    const inCity = await scene.jinlin.execute({ ...founding()[0], tenant: "city" } as CommandRequest)
    expect(saidOf(inCity)).toBe("accepted")
    expect([(await logOf(store, "town")).length, (await logOf(store, "city")).length]).toEqual([2, 1])
  })
})

describe("an answer that was kept in a file", () => {
  it("SHELL-1 is refused as what it is when it, or its events, cannot be read any more", async () => {
    const { behind, store } = await openFile()
    const scene = await sceneOn(store)
    await grant(scene, ...founding("school"))
    behind("UPDATE jinlin_commands SET answer = ? WHERE key = ?", "no json", "command/admit-school")
    expect(saidOf(await scene.jinlin.execute(admit("school")))).toBe("CorruptEvent")
    behind("UPDATE jinlin_events SET body = ? WHERE type = ?", "no json", "SecretariatAppointed")
    expect(saidOf(await scene.jinlin.execute(appoint))).toBe("CorruptEvent")
  })
})

describe("the time at which a command was issued", () => {
  const skew = 300_000
  const kept = 30 * day
  const issued = async (issuedAt: number) => {
    const { jinlin } = await sceneOn(openMemoryStore())
    return saidOf(await jinlin.execute({ ...found, issuedAt }))
  }

  it("SHELL-2 a command issued as long ago as ids are kept is taken, one millisecond earlier it has expired", async () => {
    expect(await issued(start - kept + 1)).toBe("accepted")
    expect(await issued(start - kept)).toBe("accepted")
    expect(await issued(start - kept - 1)).toBe("CommandExpired")
  })

  it("SHELL-2 a client's clock may be ahead by the skew, and not by a millisecond more", async () => {
    expect(await issued(start + skew - 1)).toBe("accepted")
    expect(await issued(start + skew)).toBe("accepted")
    expect(await issued(start + skew + 1)).toBe("IssuedInFuture")
  })

  it("SHELL-2 the refusals say what would pass", async () => {
    const { jinlin } = await sceneOn(openMemoryStore(), { limits: { idsKeptForDays: 2, skewSeconds: 10 } })
    expect(await jinlin.execute({ ...found, issuedAt: 0 })).toEqual({
      ok: false,
      refusals: [{ _tag: "CommandExpired", rule: "SHELL-2", issuedAt: 0, keptForDays: 2, path: ["issuedAt"] }],
    })
    expect(await jinlin.execute({ ...found, issuedAt: start + 10_001 })).toEqual({
      ok: false,
      refusals: [{ _tag: "IssuedInFuture", rule: "SHELL-2", issuedAt: start + 10_001, now: start, path: ["issuedAt"] }],
    })
    expect(saidOf(await jinlin.execute({ ...found, issuedAt: start - 2 * day }))).toBe("accepted")
    expect(saidOf(await jinlin.execute({ ...found, issuedAt: 1.5 }))).not.toBe("accepted")
  })
})
