import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Store } from "@jinlin/sdk"
import { openSqliteStore } from "@jinlin/store-sqlite"
import { afterAll, describe, expect, it } from "vitest"
import { message, notice, tenant } from "./relay-scene.ts"
import { seeded } from "./seeded.ts"

const folder = mkdtempSync(join(tmpdir(), "jinlin-relay-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [file, sent] = [join(folder, "store.db"), join(folder, "sent.txt")]
const seed = 20_261_123
const wantedKills = Number(process.env["JINLIN_RELAY_KILLS"] ?? 3)

const open = async (): Promise<Store> => {
  const opened = await openSqliteStore({ file })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened.value
}

/** Runs a relay, and kills it when it has begun to send so many messages; whether it came to its end first. */
const live = (messages: number): Promise<"killed" | "done"> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--conditions=@jinlin/source", fileURLToPath(new URL("./relay-child.ts", import.meta.url)), file, sent],
      { stdio: ["pipe", "pipe", "pipe"] },
    )
    let [said, wrong] = ["", ""]
    child.stderr.on("data", (text) => {
      wrong += text
    })
    child.stdout.on("data", (text) => {
      said += text
      if (said.split("sending").length > messages) child.kill("SIGKILL")
    })
    child.on("exit", (code, signal) => {
      if (said.includes("done")) resolve("done")
      else if (signal === "SIGKILL") resolve("killed")
      else reject(new Error(`the relay ended with ${code}: ${wrong}`))
    })
  })

describe("a relay that is killed again and again, on a file", () => {
  it(
    "RELAY-1 RELAY-2 leaves nothing undelivered, repeats only under the same id, and keeps the order of every key",
    async () => {
      const random = seeded(seed)
      writeFileSync(sent, "")
      const [keys, perKey] = [20, 3 + 2 * wantedKills]
      const store = await open()
      for (let index = 0; index < perKey; index += 1) {
        const deliveries = Array.from({ length: keys }, (_, key) => message(`k${key}-${index}`, { key: `k${key}` }))
        await store.commit({ tenant, at: 0, deliveries: [...deliveries, notice(`n@${index}`)] })
      }
      let kills = 0
      for (let over = false; !over; ) {
        const came = await live(kills < wantedKills ? 1 + Math.floor(random() * 40) : Number.POSITIVE_INFINITY)
        if (came === "killed") kills += 1
        over = came === "done"
      }
      const lines = readFileSync(sent, "utf8").trimEnd().split("\n")
      const [waiting, delivered] = [
        await store.backlog(tenant, Date.now()),
        await store.readDeliveries(tenant, { status: "delivered", limit: 10_000 }),
      ]
      await store[Symbol.asyncDispose]()
      const distinct = new Set(lines)
      const last = new Map<string, number>()
      let inversions = 0
      for (const [, key = "", place] of lines.map((line) => /^(k\d+)-(\d+)$/.exec(line) ?? [])) {
        if (Number(place) < (last.get(key) ?? -1)) inversions += 1
        last.set(key, Math.max(Number(place), last.get(key) ?? -1))
      }
      const total = perKey * (keys + 2)
      const figures = {
        messages: total,
        kills,
        duplicates: lines.length - distinct.size,
        inversions,
        lost: total - distinct.size,
      }
      process.stdout.write(`relay on SQLite, seed ${seed}: ${JSON.stringify(figures)}\n`)
      expect(figures).toMatchObject({ inversions: 0, lost: 0 })
      expect(waiting).toMatchObject({ ok: true, value: { waiting: 0, parked: 0 } })
      expect(delivered.ok && delivered.value.rows.length).toBe(perKey * (keys + 3))
      expect(kills).toBe(wantedKills)
    },
    60_000 + wantedKills * 10_000,
  )
})
