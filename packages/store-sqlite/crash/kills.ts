import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import type { Store } from "@jinlin/sdk"
import { openSqliteStore } from "../src/open.ts"
import { answerOf, tenant, wholeCommit } from "./commits.ts"
import { type Landed, landedIn, runWithoutGaps } from "./landed.ts"
import { below, type Random, randomFrom } from "./random.ts"

/** What came of killing a writer again and again. */
export interface KillFigures {
  readonly kills: number
  readonly acknowledged: number
  /** Acknowledged, and not there afterwards. */
  readonly lost: number
  /** There in part. */
  readonly torn: number
  /** There, and never acknowledged: the writer was killed in between. */
  readonly unacknowledged: number
  /** Of those, how many are answered the same when they are tried again. */
  readonly answeredTheSame: number
  /** Files that SQLite or the store found damaged, or whose streams have gaps. */
  readonly damaged: number
}

const nothing: KillFigures = {
  ...{ kills: 0, acknowledged: 0, lost: 0, torn: 0 },
  ...{ unacknowledged: 0, answeredTheSame: 0, damaged: 0 },
}

const sum = (one: KillFigures, other: KillFigures): KillFigures => ({
  kills: one.kills + other.kills,
  acknowledged: one.acknowledged + other.acknowledged,
  lost: one.lost + other.lost,
  torn: one.torn + other.torn,
  unacknowledged: one.unacknowledged + other.unacknowledged,
  answeredTheSame: one.answeredTheSame + other.answeredTheSame,
  damaged: one.damaged + other.damaged,
})

const writer = fileURLToPath(new URL("./writer.ts", import.meta.url))

/** The longest time a writer is let write before it is killed, in milliseconds. */
const longest = 40

/** One in so many is killed while it still starts, opens the file and reads what the one before left in the log. */
const early = 8

interface Files {
  readonly file: string
  readonly notes: string
  /** Where compiled modules are kept, so that the next writer starts faster. */
  readonly compiled: string
}

/** Starts a writer; `ended` gives the signal that ended it, and `complaint` what it said of itself. */
const start = ({ compiled, file, notes }: Files, streams: number) => {
  const child = spawn(process.execPath, ["--conditions=@jinlin/source", writer, file, notes, String(streams)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  const complaint: Array<string> = []
  child.stderr.on("data", (part: Buffer) => complaint.push(part.toString()))
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("close", (_, signal) => resolve(signal)))
  return { child, ended, complaint }
}

/** Starts a writer and kills it at a random instant. Throws what it complained of, if it ended by itself. */
const killOne = async (files: Files, random: Random): Promise<void> => {
  const { child, complaint, ended } = start(files, 1 + below(random, 6))
  const isEarly = below(random, early) === 0
  if (!isEarly) await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), ended])
  await wait(random() * (isEarly ? 3 * longest : longest))
  child.kill("SIGKILL")
  if ((await ended) !== "SIGKILL") throw new Error(`the writer ended by itself: ${complaint.join("")}`)
}

/** The notes of a writer, as far as they were finished: names with positions. */
const notesIn = (notes: string): ReadonlyMap<string, string> => {
  const text = existsSync(notes) ? readFileSync(notes, "utf8") : ""
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n")
  return new Map(lines.flatMap((line) => (line === "" ? [] : [[line.split(" ")[0] ?? "", line.split(" ")[1] ?? ""]])))
}

/** Tries what was never acknowledged once more: it must be answered as what it is. */
const triedAgain = async (store: Store, name: string, position: string): Promise<boolean> => {
  const at = name.indexOf("@")
  const again = await store.commit(wholeCommit(name.slice(0, at), Number(name.slice(at + 1))))
  return again.ok && again.value.repeated && again.value.position === position && again.value.answer === answerOf(name)
}

const positionsIn = async (store: Store): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (let after: string | undefined; ; ) {
    const page = await store.readLog(tenant, { limit: 10_000, after })
    if (!page.ok) throw new Error(JSON.stringify(page.failure))
    for (const { position, revision, stream } of page.value.events) found.set(`${stream}@${revision}`, position)
    if (page.value.atEnd) return found
    after = page.value.next ?? undefined
  }
}

const isWhole = async (store: Store, { events, integrity }: Landed): Promise<boolean> =>
  integrity === "ok" && runWithoutGaps(events) && (await store.verify()).ok

/** Compares what stands in the file with what was acknowledged. `known`: what was compared before. */
const compare = async (
  { file, notes }: Files,
  known: ReadonlySet<string>,
): Promise<KillFigures & { readonly names: ReadonlySet<string> }> => {
  const opened = await openSqliteStore({ file })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const store = opened.value
  try {
    const [landed, positions, told] = [landedIn(file), await positionsIn(store), notesIn(notes)]
    const fresh = [...positions].filter(([name]) => !told.has(name) && !known.has(name))
    let answeredTheSame = 0
    for (const [name, position] of fresh) if (await triedAgain(store, name, position)) answeredTheSame += 1
    return {
      kills: 0,
      acknowledged: [...told.keys()].filter((name) => !known.has(name)).length,
      lost: [...told].filter(([name, position]) => positions.get(name) !== position).length,
      torn: landed.torn,
      unacknowledged: fresh.length,
      answeredTheSame,
      damaged: (await isWhole(store, landed)) ? 0 : 1,
      names: new Set(positions.keys()),
    }
  } finally {
    await store[Symbol.asyncDispose]()
  }
}

/** Kills writers on one file, one after the other; between two kills the file is compared, or left for the next writer to recover. */
const onOneFile = async (folder: string, kills: number, random: Random): Promise<KillFigures> => {
  const files = {
    file: join(folder, "store.db"),
    notes: join(folder, "notes"),
    compiled: join(folder, "..", "compiled"),
  }
  let figures = nothing
  let known: ReadonlySet<string> = new Set()
  for (let kill = 1; kill <= kills; kill += 1) {
    await killOne(files, random)
    figures = sum(figures, { ...nothing, kills: 1 })
    if (kill < kills && below(random, 2) === 0) continue
    const found = await compare(files, known)
    known = found.names
    figures = sum(figures, found)
  }
  return figures
}

/** How many kills a file takes before the next one is begun. */
const killsPerFile = 20

/** Kills writers at random instants, in so many lanes at once; gives the figures over all of them. */
export const killWriters = async ({
  kills,
  lanes,
  seed,
}: {
  readonly kills: number
  readonly lanes: number
  readonly seed: number
}): Promise<KillFigures> => {
  const root = mkdtempSync(join(tmpdir(), "jinlin-crash-"))
  // One writer that writes nothing ends by itself and leaves its compiled modules to all the others.
  const first = { file: join(root, "first.db"), notes: join(root, "first"), compiled: join(root, "compiled") }
  await start(first, 0).ended
  const random = randomFrom(seed)
  const files = Array.from({ length: Math.ceil(kills / killsPerFile) }, (_, index) => ({
    folder: mkdtempSync(join(root, "file-")),
    kills: Math.min(killsPerFile, kills - index * killsPerFile),
    random: randomFrom(below(random, 2 ** 32)),
  }))
  let figures = nothing
  const lane = async (): Promise<void> => {
    for (let next = files.shift(); next !== undefined; next = files.shift()) {
      const found = await onOneFile(next.folder, next.kills, next.random)
      figures = sum(figures, found)
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
    return figures
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The figures in one line. */
export const killLine = (seed: number, figures: KillFigures): string =>
  `store-sqlite: ${figures.kills} kills (seed ${seed}): acknowledged ${figures.acknowledged}, lost ${figures.lost}, ` +
  `torn ${figures.torn}, unacknowledged but committed ${figures.unacknowledged} ` +
  `(${figures.answeredTheSame} answered the same on retry), damaged ${figures.damaged}`
