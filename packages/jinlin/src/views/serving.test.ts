import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { failed, type Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { readCharter } from "../charter/charter.ts"
import { createJinlin } from "../shell/create.ts"
import { engineOn } from "../shell/engine-on.ts"
import { listedDirectory } from "../shell/people.ts"
import type { HostedView } from "./hosted-view.ts"
import { projectorOf } from "./projector.ts"
import { look } from "./query.ts"
import { viewTable } from "./table.ts"

const charter = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, policies: {} })
if (!charter.ok) throw new Error("charter")
const offices = [{ post: "superior", within: "subdistrict" }]
const directory = listedDirectory([{ tenant: "town", login: "sub", person: "p-sub", units: [], offices }])
const clock = virtualClock(Date.UTC(2026, 0, 5, 1))
const params = { tenant: "town", subject: "willow" }

const open = async () => {
  const store = openMemoryStore()
  const made = await createJinlin({ store, directory, charter: charter.value, clock })
  if (!made.ok) throw new Error("not made")
  const found = await made.value.execute({
    ...{ tenant: "town", id: "c-1", process: "joint-conference", subject: "willow" },
    actor: { login: "sub", post: "superior", within: "subdistrict" },
    command: { _tag: "FoundConference", level: "community", convenor: "p-con", policy: conferencePolicyDefaults },
  })
  if (!found.ok) throw new Error(JSON.stringify(found.refusals))
  return { jinlin: made.value, store, position: found.value.position }
}

/** Asks a view of our own, on a store. */
const asking = (store: Store, view: HostedView) => {
  const engine = engineOn({ store, clock, zoneOf: () => "Asia/Shanghai" })
  const projector = projectorOf(engine, view)
  return (looking: object = {}) => look({ engine, directory }, { view, projector }, { params, looking })
}

const first = viewTable.jointConference.convenors as HostedView
const second: HostedView = {
  ...first,
  version: "2",
  show: (row) => ({ ...(row as object), shownBy: "2" }),
}
/** Counts what is written of the second version, and never lets it come to its end. */
const neverDone = (store: Store): Store => ({
  ...store,
  readLog: async (tenant, page) => {
    const read = await store.readLog(tenant, page)
    return read.ok ? { ok: true, value: { ...read.value, atEnd: false } } : read
  },
})

describe("VIEW-5 a new version is built beside the old one", () => {
  it("VIEW-5 an earlier version whose rows can be shown answers until the new one is there", async () => {
    const { store } = await open()
    expect(await asking(store, first)()).toMatchObject({ value: { rows: [{ person: null, from: "2026-01-05" }] } })
    const building = asking(neverDone(store), { ...second, alsoShows: ["1"] })
    const meanwhile = await building()
    expect(meanwhile).toMatchObject({ value: { rows: [{ from: "2026-01-05", shownBy: "2" }] } })
    const on = await store.readView("town", { view: first.name, keys: [], limit: 1 })
    expect(on.ok && on.value.version).toBe("1")
    const built = asking(store, { ...second, alsoShows: ["1"] })
    await built()
    await built()
    const then = await store.readView("town", { view: first.name, keys: [], limit: 1 })
    expect(then.ok && then.value.version).toBe("2")
  })

  it("VIEW-5 what was just written is looked for in the new version, and waited for", async () => {
    const { position, store } = await open()
    await asking(store, first)()
    const answered = await asking(store, { ...second, alsoShows: ["1"] })({ after: position })
    expect(answered).toMatchObject({ value: { rows: [{ shownBy: "2" }] } })
  })
})

describe("VIEW-3 looking", () => {
  it("VIEW-3 needs no writing: rows that are there are shown when the store takes none, with how far they had read", async () => {
    const { position, store } = await open()
    await asking(store, first)()
    const full: Store = {
      ...store,
      commit: async () => failed({ _tag: "StoreUnavailable", rule: "STORE-13", kind: "full", detail: "full" }),
    }
    const more = await asking(store, first)()
    await store.commit({ tenant: "town", at: 0, appends: [] })
    expect(await asking(full, first)()).toEqual(more)
    expect(await asking(full, { ...second })({ after: position })).toMatchObject({
      ok: false,
      refusals: [{ kind: "full" }],
    })
  })

  it.each(["", "0", "\0\0", "zzz"])("VIEW-3 refuses %o, which is no position", async (after) => {
    const { jinlin } = await open()
    const answered = await jinlin.views.jointConference.convenors(params, { after })
    expect(answered).toMatchObject({ ok: false, refusals: [{ _tag: "InvalidCursor", path: ["after"] }] })
  })
})
