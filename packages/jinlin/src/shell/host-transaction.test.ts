import { DatabaseSync } from "node:sqlite"
import { failed, type Store } from "@jinlin/sdk"
import { sqliteStoreWithin } from "@jinlin/store-sqlite"
import { describe, expect, it, onTestFinished } from "vitest"
import {
  admit,
  auditOf,
  day,
  engineFor,
  founding,
  grant,
  logOf,
  openRota,
  release,
  type Scene,
  saidOf,
  sceneOn,
  stranger,
  townDirectory,
} from "../../test/shell/scene.ts"
import { openFile } from "../../test/shell/stores.ts"
import { conflicting, failingAt, gone } from "../../test/shell/wrapping.ts"
import { answering } from "./answering.ts"
import type { Office } from "./execute.ts"

/** A scene on a file, and a connection of the host to the same file with a table of its own. */
const opened = async () => {
  const ground = await openFile()
  const scene = await sceneOn(ground.store)
  await grant(scene, ...founding("school"))
  const database = new DatabaseSync(ground.file)
  onTestFinished(() => database.close())
  database.exec("CREATE TABLE orders (id TEXT PRIMARY KEY)")
  const inTransaction = (end: "COMMIT" | "ROLLBACK") => ({
    begin: () => {
      database.exec("BEGIN IMMEDIATE")
      return scene.jinlin.within(sqliteStoreWithin(database))
    },
    end: () => database.exec(end),
  })
  const orders = () => database.prepare("SELECT id FROM orders").all().length
  const order = (id: string) => database.prepare("INSERT INTO orders (id) VALUES (?)").run(id)
  return { ...scene, database, order, orders, inTransaction }
}

describe("a transaction of the host", () => {
  it("SHELL-9 commits a row of theirs and an event of ours together", async () => {
    const { inTransaction, jinlin, order, orders, store } = await opened()
    const { begin, end } = inTransaction("COMMIT")
    const within = begin()
    order("o-1")
    const accepted = await within.execute(admit("clinic"))
    end()
    expect([saidOf(accepted), orders()]).toEqual(["accepted", 1])
    expect((await logOf(store)).at(-1)?.type).toBe("UnitAdmitted")
    expect(await jinlin.execute(admit("clinic"))).toStrictEqual(accepted)
  })

  it("SHELL-9 that is rolled back leaves nothing of either, neither in the store nor in anybody's memory", async () => {
    const { inTransaction, jinlin, order, orders, store } = await opened()
    const before = await logOf(store)
    const { begin, end } = inTransaction("ROLLBACK")
    const within = begin()
    order("o-1")
    expect(saidOf(await within.execute(admit("clinic")))).toBe("accepted")
    expect(saidOf(await within.execute(admit("clinic", "again")))).toBe("UnitAlreadyAdmitted")
    expect(saidOf(await within.execute(openRota(["school", "clinic"])))).toBe("accepted")
    end()
    expect([await logOf(store), orders()]).toEqual([before, 0])
    expect(saidOf(await jinlin.execute(openRota(["school", "clinic"])))).toBe("UnitsNotMembers")
    expect(await jinlin.execute(admit("clinic"))).toMatchObject({ ok: true, value: { revision: 4 } })
  })

  it("SHELL-9 is used again after a rollback, and remembers nothing of before", async () => {
    const { database, jinlin } = await opened()
    const within = jinlin.within(sqliteStoreWithin(database))
    database.exec("BEGIN IMMEDIATE")
    expect(saidOf(await within.execute(admit("clinic")))).toBe("accepted")
    database.exec("ROLLBACK; BEGIN IMMEDIATE")
    expect(saidOf(await within.execute(release("clinic")))).toBe("UnitUnknown")
    expect(saidOf(await within.execute(admit("clinic", "anew")))).toBe("accepted")
    database.exec("COMMIT")
  })

  it("SHELL-4 is never tried again: who lost a race is told to begin anew", async () => {
    const { database, jinlin } = await opened()
    database.exec("BEGIN IMMEDIATE")
    const { conflicts, store } = conflicting(sqliteStoreWithin(database), 1)
    expect(await jinlin.within(store).execute(admit("clinic"))).toEqual({
      ok: false,
      refusals: [{ _tag: "RetryByCaller", rule: "SHELL-4", stream: "joint-conference/willow" }],
    })
    expect(conflicts()).toBe(1)
    database.exec("ROLLBACK")
  })

  it("SHELL-9 that was not begun writes nothing, and says so", async () => {
    const { database, jinlin, store } = await opened()
    const before = await logOf(store)
    const outcome = await jinlin.within(sqliteStoreWithin(database)).execute(admit("clinic"))
    expect(outcome).toMatchObject({ ok: false, refusals: [{ _tag: "StoreUnavailable", kind: "misused" }] })
    expect(await logOf(store)).toEqual(before)
  })

  it("SHELL-9 a store that fails inside of it leaves the host's own work alone", async () => {
    const { database, jinlin, order, orders, store } = await opened()
    const before = await logOf(store)
    let unavailable = 0
    for (let nth = 1; ; nth += 1) {
      database.exec("BEGIN IMMEDIATE")
      order(`o-${nth}`)
      const failing = failingAt(sqliteStoreWithin(database), nth, "before")
      const said = saidOf(await jinlin.within(failing.store).execute(admit("clinic")))
      expect(["accepted", "StoreUnavailable"]).toContain(said)
      if (said === "StoreUnavailable") unavailable += 1
      database.exec(said === "StoreUnavailable" ? "COMMIT" : "ROLLBACK")
      expect([nth, await logOf(store), orders()]).toEqual([nth, before, unavailable])
      if (failing.calls() < nth) break
    }
    expect(unavailable).toBeGreaterThan(3)
  })

  /** The office of a transaction of the host, on a store that the host gives. */
  const officeOn = ({ clock, store }: Scene, given: Store): Office => ({
    ...{ engine: engineFor(given, clock), directory: townDirectory(), idsKeptFor: 30 * day, auditStore: store },
    inTurn: (_, work) => work(),
    onWritten: () => {},
  })

  it("SHELL-15 a forbidden attempt is noted whether the host commits or rolls back", async () => {
    const { database, ...scene } = await opened()
    for (const [index, ending] of ["ROLLBACK", "COMMIT"].entries()) {
      database.exec("BEGIN IMMEDIATE")
      const office = officeOn(scene, sqliteStoreWithin(database))
      expect(saidOf(await answering(office, { ...admit("clinic"), actor: stranger }))).toBe("Forbidden")
      database.exec(ending)
      await expect.poll(async () => (await auditOf(scene.store)).length).toBe(index + 1)
    }
  })

  it("SHELL-15 a store that writes outside of it is refused, and writes nothing", async () => {
    const scene = await opened()
    const before = await logOf(scene.store)
    expect(await answering(officeOn(scene, scene.store), admit("clinic"))).toMatchObject({
      ok: false,
      refusals: [{ _tag: "StoreUnavailable", rule: "STORE-13", kind: "misused" }],
    })
    expect(await logOf(scene.store)).toEqual(before)
  })

  it("SHELL-4 whoever does not get a lock in it is told to begin anew", async () => {
    const { database, ...scene } = await opened()
    database.exec("BEGIN IMMEDIATE")
    const isLocked = async () => failed({ ...gone, kind: "locked" as const })
    const within = sqliteStoreWithin(database)
    for (const locked of [
      { ...within, readStream: isLocked },
      { ...within, commit: isLocked },
    ])
      expect(await answering(officeOn(scene, locked), admit("clinic"))).toEqual({
        ok: false,
        refusals: [{ _tag: "RetryByCaller", rule: "SHELL-4", stream: "joint-conference/willow" }],
      })
    database.exec("ROLLBACK")
  })
})
