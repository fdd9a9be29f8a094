import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { getSQLiteEventStore, readMessagesBatch, sqliteConnection } from "@event-driven-io/emmett-sqlite"
import type { Store } from "@jinlin/sdk"
import { openSqliteStore } from "@jinlin/store-sqlite"
import type { Contender } from "../../measuring/contender.ts"
import type { Preparation, TimedRow } from "../row.ts"
import { contentOf, eventAt } from "./events.ts"
import { floorOn, readingFloorOn } from "./floor.ts"
import { shellOn } from "./shell.ts"

const folder = mkdtempSync(join(tmpdir(), "jinlin-bench-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string): string => join(folder, `${name}.sqlite`)

const openStore = async (file: string): Promise<Store> => {
  const opened = await openSqliteStore({ file })
  if (!opened.ok) throw new Error(`[bench] the store did not open: ${opened.failure._tag}`)
  return opened.value
}

/** Commits commands of one event each through the port, so many at once. */
const committing = (store: Store, name: string, atOnce: number): Contender => {
  let next = 1
  const revisions = new Map<string, number>()
  const commitOne = async (): Promise<number> => {
    const number = next
    next += 1
    const stream = `joint-conference/s-${number % 1000}`
    const expected = revisions.get(stream) ?? 0
    revisions.set(stream, expected + 1)
    const key = `command/c-${number}`
    const written = await store.commit({
      ...{ tenant: "bench", at: 1_767_574_800_000 },
      appends: [{ stream, expected, events: [eventAt(stream, expected + 1)] }],
      idempotency: { key, content: contentOf(key), answer: `{"events":1,"revision":${number},"stream":"${stream}"}` },
    })
    if (!written.ok) throw new Error(`[bench] a commit failed: ${written.failure._tag}`)
    return written.value.repeated ? 0 : 1
  }
  return { name, part: "ours", run: inBatches(commitOne, atOnce) }
}

const inBatches =
  (one: () => Promise<number>, atOnce: number) =>
  async (times: number): Promise<number> => {
    let sum = 0
    for (let done = 0; done < times; done += atOnce) {
      const batch = Array.from({ length: Math.min(atOnce, times - done) }, one)
      for (const each of await Promise.all(batch)) sum += each
    }
    return sum
  }

/** emmett's append on one connection that is kept, one event a command; it keeps no command ids and no digests. */
const emmettContender = (name: string, file: string, atOnce: number): Contender => {
  const store = getSQLiteEventStore({ fileName: file, schema: { autoMigration: "CreateOrUpdate" } })
  let next = 1
  const appendOne = async (): Promise<number> => {
    const number = next
    next += 1
    const { body } = eventAt("s", number)
    const data = JSON.parse(body) as Record<string, unknown>
    await store.appendToStream(`s-${number}`, [{ type: "AttendanceRecorded", data }])
    return 1
  }
  return { name, part: "peer", run: inBatches(appendOne, atOnce) }
}

const bare = (file: string, atOnce: number): Contender => {
  const floor = floorOn(file)
  return {
    name: atOnce === 1 ? "bare statements, a transaction each" : `bare statements, ${atOnce} in a transaction`,
    part: "floor",
    run: (times) => {
      let sum = 0
      for (let done = 0; done < times; done += atOnce) sum += floor.write(Math.min(atOnce, times - done))
      return sum
    },
  }
}

const commandRow = async (id: string, atOnce: number, atMost: number): Promise<TimedRow> => ({
  _tag: "Timed",
  id,
  title:
    atOnce === 1
      ? "SQLite, synchronous=FULL: one durable command"
      : `SQLite, FULL: durable commands, ${atOnce} in flight`,
  contenders: [
    committing(await openStore(fileOf(`${id}-ours`)), "store-sqlite, one commit a command", atOnce),
    await shellOn(await openStore(fileOf(`${id}-shell`)), atOnce),
    emmettContender("emmett-sqlite append, over node:sqlite", fileOf(`${id}-emmett`), atOnce),
    bare(fileOf(`${id}-floor`), atOnce),
  ],
  target: { _tag: "TimesFloor", atMost },
  clock: "wall",
  notes: [],
})

const events = Number(process.env["JINLIN_BENCH_EVENTS"] ?? 1_000_000)
const eventsPerPage = 10_000

const fill = async (store: Store): Promise<void> => {
  const perCommit = 10_000
  for (let written = 0; written < events; written += perCommit) {
    const stream = `joint-conference/s-${written}`
    const some = Array.from({ length: perCommit }, (_, index) => eventAt(stream, index + 1))
    const came = await store.commit({ tenant: "bench", at: 0, appends: [{ stream, expected: 0, events: some }] })
    if (!came.ok) throw new Error(`[bench] filling the log failed: ${came.failure._tag}`)
  }
}

const replaying = (store: Store): Contender => {
  let after: string | undefined
  return {
    name: "store-sqlite readLog, parsed",
    part: "ours",
    run: async (times) => {
      let sum = 0
      for (let page = 0; page < times; page += 1) {
        const read = await store.readLog("bench", { limit: eventsPerPage, ...(after === undefined ? {} : { after }) })
        if (!read.ok) throw new Error(`[bench] reading the log failed: ${read.failure._tag}`)
        for (const { body } of read.value.events) sum += (JSON.parse(body) as { unit: string }).unit.length
        after = read.value.atEnd ? undefined : (read.value.next ?? undefined)
      }
      return sum
    },
  }
}

const bareReplay = (file: string): Contender => {
  const floor = readingFloorOn(file)
  let after = 0
  return {
    name: "bare pages, parsed",
    part: "floor",
    run: (times) => {
      let sum = 0
      for (let page = 0; page < times; page += 1) {
        sum += floor.page(after, eventsPerPage)
        after = (after + eventsPerPage) % events
      }
      return sum
    },
  }
}

const emmettReplay = async (file: string): Promise<Contender> => {
  const store = getSQLiteEventStore({ fileName: file, schema: { autoMigration: "CreateOrUpdate" } })
  const held = 20_000
  for (let written = 0; written < held; written += 500) {
    const some = Array.from({ length: 500 }, (_, index) => {
      const data = JSON.parse(eventAt("s", index).body) as Record<string, unknown>
      return { type: "AttendanceRecorded", data }
    })
    await store.appendToStream(`s-${written}`, some)
  }
  const connection = sqliteConnection({ fileName: file })
  let after = 0n
  return {
    name: `emmett-sqlite readMessagesBatch, of ${held.toLocaleString("en")}`,
    part: "peer",
    run: async (times) => {
      let sum = 0
      for (let page = 0; page < times; page += 1) {
        const { currentGlobalPosition, messages } = await readMessagesBatch(connection, {
          after,
          batchSize: eventsPerPage,
        })
        sum += messages.length
        after = messages.length < eventsPerPage ? 0n : currentGlobalPosition
      }
      return sum
    },
  }
}

const replayRow = async (): Promise<TimedRow> => {
  const file = fileOf("replay")
  const store = await openStore(file)
  await fill(store)
  return {
    _tag: "Timed",
    id: "sqlite-replay",
    title: `SQLite: replay of ${events.toLocaleString("en")} events, a page of ${eventsPerPage.toLocaleString("en")}`,
    contenders: [replaying(store), await emmettReplay(fileOf("replay-emmett")), bareReplay(file)],
    target: { _tag: "TimesFloor", atMost: 1.25 },
    per: { count: eventsPerPage, name: "events" },
    clock: "wall",
    notes: [],
  }
}

/** Commands and replay on a file, beside the bare statements that write the same bytes. */
export const sqliteRows: Preparation = async () => [
  await commandRow("sqlite-command", 1, 1.15),
  await commandRow("sqlite-in-flight", 32, 1.2),
  await replayRow(),
]
