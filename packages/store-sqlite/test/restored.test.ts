import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Store } from "@jinlin/sdk"
import { afterAll, describe, expect, it } from "vitest"
import { openSqliteStore } from "../src/open.ts"

const folder = mkdtempSync(join(tmpdir(), "jinlin-restored-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const digest = `sha-256:${"0".repeat(64)}`

const open = async (file: string): Promise<Store> => {
  const opened = await openSqliteStore({ file })
  if (!opened.ok) throw new Error(opened.failure._tag)
  return opened.value
}
const append = async (store: Store, expected: number, body: string): Promise<string> => {
  const events = [{ type: "Noted", body: JSON.stringify(body), meta: "{}", digest }]
  const written = await store.commit({ tenant: "town", at: 0, appends: [{ stream: "notes/1", expected, events }] })
  if (!written.ok || written.value.position === null) throw new Error("not written")
  return written.value.position
}

describe("STORE-6 a copy that was put back", () => {
  it("STORE-6 is made to forget old positions by the one statement of the README, and readers inside go on", async () => {
    const [file, copy] = [join(folder, "store.db"), join(folder, "copy.db")]
    const before = await open(file)
    const kept = await append(before, 0, "school")
    await before.commit({ tenant: "town", at: 0, checkpoints: [{ name: "reader", from: null, to: kept }] })
    await before[Symbol.asyncDispose]()
    copyFileSync(file, copy)
    const original = await open(file)
    const lost = await append(original, 1, "clinic")
    await original[Symbol.asyncDispose]()

    const database = new DatabaseSync(copy)
    database.exec("UPDATE jinlin_tenants SET mark = lower(hex(randomblob(12)))")
    database.close()
    const restored = await open(copy)
    await append(restored, 1, "court")
    expect(await restored.readLog("town", { after: lost, limit: 10 })).toMatchObject({
      failure: { _tag: "InvalidCursor" },
    })
    expect(await restored.readLog("town", { after: kept, limit: 10 })).toMatchObject({
      failure: { _tag: "InvalidCursor" },
    })
    const inside = await restored.readCheckpoint("town", "reader")
    if (!inside.ok || inside.value === null) throw new Error("no checkpoint")
    const page = await restored.readLog("town", { after: inside.value, limit: 10 })
    expect(page.ok && page.value.events.map(({ body }) => body)).toEqual(['"court"'])
    await restored[Symbol.asyncDispose]()
  })
})
