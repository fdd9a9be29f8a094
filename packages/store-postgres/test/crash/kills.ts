import { spawn } from "node:child_process"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { scheduler } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { openedStore, poolOf } from "../opened.ts"
import type { Place, Server } from "../server.ts"
import { writeOn } from "./command.ts"

const program = fileURLToPath(new URL("writer.ts", import.meta.url))

/** Starts a process that writes, and kills it at a random instant after its first command. Gives what it acknowledged. */
const killWriter = async ({ database, host, port }: Place, writer: string): Promise<ReadonlyArray<string>> => {
  const given = ["--conditions=@jinlin/source", program, host, String(port), database, writer]
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "jinlin-crash-cache") }
  const child = spawn(process.execPath, given, { env, stdio: ["ignore", "pipe", "inherit"] })
  let said = ""
  child.stdout.on("data", (text) => {
    said += text
  })
  const closed = once(child, "close")
  await Promise.race([once(child.stdout, "data"), closed])
  await scheduler.wait(Math.random() * 40)
  child.kill("SIGKILL")
  await closed
  return said.split("\n").slice(0, -1)
}

/** How often something is killed: so often, or until no time is left. */
export interface Limit {
  readonly kills: number
  readonly seconds: number
}

/** What was acknowledged, and how many kills there were. */
export interface Killed {
  readonly kills: number
  readonly acknowledged: ReadonlyArray<string>
}

const hasRoom = ({ kills, seconds }: Limit): ((done: number) => boolean) => {
  const end = performance.now() + seconds * 1_000
  return (done) => done < kills && performance.now() < end
}

/** Kills writing processes, three at a time. */
export const killWriters = async (place: Place, limit: Limit): Promise<Killed> => {
  const acknowledged: Array<string> = []
  const goesOn = hasRoom(limit)
  let kills = 0
  const line = async (): Promise<void> => {
    while (goesOn(kills)) {
      kills += 1
      acknowledged.push(...(await killWriter(place, `w${kills}`)))
    }
  }
  await Promise.all([line(), line(), line()])
  return { kills, acknowledged }
}

/** Kills the server, each time while four writers are at it, and starts it again. */
export const killServers = async (server: Server, place: Place, limit: Limit): Promise<Killed> => {
  const acknowledged: Array<string> = []
  const goesOn = hasRoom(limit)
  let kills = 0
  while (goesOn(kills)) {
    kills += 1
    const pool = poolOf(place)
    const store = await openedStore({ pool })
    const writing = ["a", "b", "c", "d"].map((part) =>
      writeOn(store, `s${kills}${part}`, (name) => acknowledged.push(name)),
    )
    await scheduler.wait(5 + Math.random() * 60)
    await server.kill()
    await Promise.all(writing)
    await pool.end()
    await server.start()
  }
  return { kills, acknowledged }
}
