import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { readCharter } from "../charter/charter.ts"
import { createJinlin } from "./create.ts"
import { listedDirectory } from "./people.ts"

const charter = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, policies: {} })
if (!charter.ok) throw new Error("charter")
const start = Date.UTC(2026, 0, 5, 1)

const users = [
  { login: "sub", person: "p-sub", units: ["subdistrict"], offices: [{ post: "superior", within: "subdistrict" }] },
  { login: "con", person: "p-con", units: ["subdistrict"], offices: [] },
  { login: "sec", person: "p-sec", units: ["office"], offices: [] },
].map((user) => ({ ...user, tenant: "town" }))

const open = async () => {
  const clock = virtualClock(start)
  const store = openMemoryStore()
  const made = await createJinlin({ store, directory: listedDirectory(users), charter: charter.value, clock })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return { jinlin: made.value, clock, store }
}
const superior = { login: "sub", post: "superior", within: "subdistrict" }
const convenor = { login: "con", post: "convenor", within: "subdistrict" }
const found = {
  ...({ tenant: "town", process: "joint-conference", subject: "willow", actor: superior } as const),
  command: {
    _tag: "FoundConference",
    level: "community",
    convenor: "p-con",
    policy: conferencePolicyDefaults,
  } as const,
}
const admit = (unit: string) => ({
  ...({
    tenant: "town",
    process: "joint-conference",
    subject: "willow",
    actor: convenor,
    id: `admit-${unit}`,
  } as const),
  command: {
    _tag: "AdmitUnit",
    unit,
    kind: "school",
    capacity: "member",
    delegate: `p-${unit}`,
    alternate: null,
  } as const,
})
const openRota = {
  ...({ tenant: "town", process: "rotating-chair", subject: "willow", actor: convenor, id: "rota" } as const),
  command: {
    _tag: "OpenRota",
    policy: rotaPolicyDefaults,
    units: ["school", "clinic"],
    startsOn: "2026-01-05",
  } as const,
}

describe("the shell", () => {
  it("carries a conference and its rota", async () => {
    const { clock, jinlin } = await open()
    expect(await jinlin.execute({ ...found, id: "c-1" })).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(await jinlin.execute(admit("school"))).toMatchObject({ ok: true })
    expect(await jinlin.execute(openRota)).toMatchObject({ ok: false, refusals: [{ _tag: "UnitsNotMembers" }] })
    expect(await jinlin.execute(admit("clinic"))).toMatchObject({ ok: true })
    const rota = await jinlin.execute(openRota)
    expect(rota).toMatchObject({ ok: true })
    expect(await jinlin.execute(openRota)).toEqual(rota)
    expect(await jinlin.execute(admit("court"))).toMatchObject({ ok: true })
    expect(await jinlin.settle("town")).toEqual([])
    await clock.advance(200 * 86_400_000)
    expect(await jinlin.settle("town")).toEqual([])
    const terms = await jinlin.views.rotatingChair.terms({ tenant: "town", subject: "willow" }, { page: { size: 3 } })
    expect(terms.ok && terms.value.rows.map(({ unit }) => unit)).toEqual(["school", "clinic", "school"])
  })
})
