import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openSqliteStore } from "../src/open.ts"
import { nameOf, tenant, wholeCommit } from "./commits.ts"
import { landedIn } from "./landed.ts"
import { below, type Random, randomFrom } from "./random.ts"

/** What came of harming the log of a store. */
export interface TornFigures {
  readonly trials: number
  /** Opened, whole, and what stands there is how the log began: no more, no less, nothing in part. */
  readonly clean: number
  /** How many different beginnings were seen. */
  readonly prefixes: number
  /** Of the trials that were not clean, what was wrong. */
  readonly faults: ReadonlyArray<string>
}

/** A database, its log, and the names of what was committed, in order. */
interface Base {
  readonly database: Buffer
  readonly log: Buffer
  readonly names: ReadonlyArray<string>
}

const opened = async (file: string) => {
  const store = await openSqliteStore({ file })
  if (!store.ok) throw new Error(JSON.stringify(store.failure))
  return store.value
}

/** Commits one by one, and a few at once, so that transactions of both kinds lie in the log. */
const written = async (file: string, commits: number): Promise<ReadonlyArray<string>> => {
  const store = await opened(file)
  const names: Array<string> = []
  const lengths = new Map<string, number>()
  while (names.length < commits) {
    const together = names.length % 5 === 0 ? 3 : 1
    const group = Array.from({ length: together }, (_, index) => {
      const stream = `s-${(names.length + index) % 4}`
      const revision = (lengths.get(stream) ?? 0) + 1
      lengths.set(stream, revision)
      return { stream, revision }
    })
    const answers = await Promise.all(group.map(({ revision, stream }) => store.commit(wholeCommit(stream, revision))))
    if (!answers.every(({ ok }) => ok)) throw new Error("a commit of the base failed")
    names.push(...group.map(({ revision, stream }) => nameOf(stream, revision)))
  }
  return names
}

/** How many commits lie in the log: so few that SQLite does not fold them into the database meanwhile. */
const commitsInLog = 40

/** The files as they stand while the store is open: nothing but the tables in the database, everything else in the log. */
const baseIn = async (folder: string): Promise<Base> => {
  const file = join(folder, "base.db")
  await (await opened(file))[Symbol.asyncDispose]()
  const names = await written(file, commitsInLog)
  return { database: readFileSync(file), log: readFileSync(`${file}-wal`), names }
}

const bytesFlipped = 32

/** The log cut off somewhere, or with bytes that somebody or something changed. */
const harmed = (log: Buffer, random: Random): Buffer => {
  const at = below(random, log.length)
  if (below(random, 2) === 0) return log.subarray(0, at)
  const changed = Buffer.from(log)
  for (let index = at; index < Math.min(at + bytesFlipped, log.length); index += 1)
    changed[index] = (changed[index] ?? 0) ^ (1 + below(random, 255))
  return changed
}

const faultAfter = async (file: string, names: ReadonlyArray<string>): Promise<string | number> => {
  const store = await openSqliteStore({ file })
  if (!store.ok) return `it did not open: ${JSON.stringify(store.failure)}`
  const head = await store.value.head(tenant)
  await store.value[Symbol.asyncDispose]()
  const { events, integrity, torn } = landedIn(file)
  if (!head.ok || integrity !== "ok") return `it is damaged: ${integrity}`
  if (torn > 0) return `${torn} commits stand there in part`
  return events.every((name, index) => name === names[index])
    ? events.length
    : "what stands there is no beginning of the log"
}

/** Harms the log at random places and opens the store; every trial begins from the same files. */
export const tearLogs = async ({
  seed,
  trials,
}: {
  readonly trials: number
  readonly seed: number
}): Promise<TornFigures> => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-torn-"))
  const random = randomFrom(seed)
  try {
    const { database, log, names } = await baseIn(folder)
    const found: Array<string | number> = []
    for (let trial = 0; trial < trials; trial += 1) {
      const file = join(folder, `${trial}.db`)
      writeFileSync(file, database)
      writeFileSync(`${file}-wal`, harmed(log, random))
      found.push(await faultAfter(file, names))
      for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true })
    }
    const prefixes = found.filter((one) => typeof one === "number")
    const faults = found.filter((one) => typeof one === "string")
    return { trials, clean: prefixes.length, prefixes: new Set(prefixes).size, faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The figures in one line. */
export const tornLine = (seed: number, { clean, faults, prefixes, trials }: TornFigures): string =>
  `store-sqlite: ${trials} torn logs (seed ${seed}): ${clean} clean, ${prefixes} different prefixes, ${faults.length} not clean${faults.length > 0 ? `: ${faults[0]}` : ""}`
