import { writeSync } from "node:fs"
import { flushCompileCache } from "node:module"
import pg from "pg"
import { openPostgresStore } from "../../src/index.ts"
import { writeOn } from "./command.ts"

/** A process that writes until it is killed. Each line it prints is a command that was acknowledged. */
const [host = "", port = "", database = "", writer = ""] = process.argv.slice(2)

// Whoever is killed writes no cache at its end, and the next one would compile everything once more.
flushCompileCache()
const pool = new pg.Pool({ host, port: Number(port), database, user: "postgres", max: 3 })
const opened = await openPostgresStore({ pool, migrate: false })
if (!opened.ok) throw new Error(opened.failure._tag)
await Promise.all(
  ["a", "b", "c"].map((part) => writeOn(opened.value, `${writer}${part}`, (name) => writeSync(1, `${name}\n`))),
)
