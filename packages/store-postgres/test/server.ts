import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { chownSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { scheduler } from "node:timers/promises"
import pg from "pg"
import { type Binaries, findBinaries, type NoServer } from "./binaries.ts"

/** How a client finds the server: through a socket in a folder, so that no port is taken. */
export interface Place {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/** A PostgreSQL server of a test's own. */
export interface Server {
  readonly place: Place
  /** A new, empty database; gives how to reach it. */
  readonly newDatabase: () => Promise<Place>
  /** Ends it as an administrator would: connections are closed, nothing is lost. */
  readonly stop: () => Promise<void>
  /** Kills the server and all of its processes, as a power cut would but for the disk. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** Stops it and takes its files away. */
  readonly remove: () => Promise<void>
}

const port = 5432

/** Processes that a process started. */
const childrenOf = (parent: number): ReadonlyArray<number> =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const [, rest = ""] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ")
        return Number(rest.split(" ")[1]) === parent
      } catch {
        return false
      }
    })
    .map(Number)

const signalled = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone already.
  }
}

/** Stopped first, so that it starts no other process between the look at its children and the kill. */
const killedWithChildren = ({ pid }: ChildProcess): void => {
  if (pid === undefined) return
  signalled(pid, "SIGSTOP")
  const children = childrenOf(pid)
  for (const one of [pid, ...children]) signalled(one, "SIGKILL")
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", () => resolve()))

const initialize = ({ env, folder, initdb, user }: Binaries, data: string): string | undefined => {
  mkdirSync(data)
  if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid)
  const flags = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
  const made = spawnSync(initdb, ["-D", data, ...flags], { ...user, env, cwd: folder, encoding: "utf8" })
  return made.status === 0 ? undefined : `initdb: ${made.stderr.split("\n")[0]}`
}

const launch = (binaries: Binaries, data: string, settings: ReadonlyArray<string>): Promise<ChildProcess> => {
  const { env, postgres, user } = binaries
  const flags = ["-D", data, "-k", data, "-p", String(port), "-c", "listen_addresses=", ...settings]
  const child = spawn(postgres, flags, { ...user, env, cwd: data, stdio: ["ignore", "ignore", "pipe"] })
  return new Promise((resolve, reject) => {
    let said = ""
    child.stderr.on("data", (text) => {
      said = `${said}${text}`.slice(-2000)
      if (said.includes("ready to accept connections")) resolve(child)
    })
    child.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}

/** After a kill the last of the old processes may still be about to go, and a server does not start beside it. */
const relaunched = async (...given: Parameters<typeof launch>): Promise<ChildProcess> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await launch(...given)
    } catch (thrown) {
      if (attempt === 20 || !String(thrown).includes("shared memory")) throw thrown
      await scheduler.wait(50)
    }
}

/**
 * Starts a server with a fresh folder. Without `settings` it is as durable as PostgreSQL is; automatic vacuum is off, since
 * its transactions would hold up the log for moments that no test expects.
 */
export const startServer = async (settings: ReadonlyArray<string> = []): Promise<Server | NoServer> => {
  const binaries = findBinaries()
  if ("skipped" in binaries) return binaries
  const data = join(binaries.folder, "data")
  const fault = initialize(binaries, data)
  if (fault !== undefined) return { skipped: fault }
  const flags = [...settings, "autovacuum=off", "max_connections=200"].flatMap((one) => ["-c", one])
  let child = await launch(binaries, data, flags)
  const atExit = (): void => {
    killedWithChildren(child)
    rmSync(binaries.folder, { recursive: true, force: true })
  }
  process.once("exit", atExit)
  const place = { host: data, port, user: "postgres", database: "postgres" }
  let databases = 0
  const stop = async (): Promise<void> => {
    child.kill("SIGINT")
    await ended(child)
  }
  return {
    place,
    newDatabase: async () => {
      databases += 1
      const client = new pg.Client(place)
      await client.connect()
      await client.query(`create database test_${databases}`)
      await client.end()
      return { ...place, database: `test_${databases}` }
    },
    stop,
    kill: async () => {
      killedWithChildren(child)
      await ended(child)
    },
    start: async () => {
      child = await relaunched(binaries, data, flags)
    },
    remove: async () => {
      child.kill("SIGQUIT")
      await ended(child)
      process.removeListener("exit", atExit)
      rmSync(binaries.folder, { recursive: true, force: true })
    },
  }
}
