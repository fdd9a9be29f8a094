// `pnpm crash:postgres`: a thousand kills at random instants, 750 of the writing process and 250 of the server.
import { killServers, killWriters } from "../test/crash/kills.ts"
import { leftOf, lineOf } from "../test/crash/left.ts"
import { openedStore, poolOf } from "../test/opened.ts"
import { startServer } from "../test/server.ts"

const server = await startServer(["recovery_init_sync_method=syncfs", "synchronous_commit=off"])
if ("skipped" in server) throw new Error(`[store-postgres] ${server.skipped}`)

const trials = {
  "the writer": { kills: 750, run: killWriters },
  "the server": {
    kills: 250,
    run: (...given: Parameters<typeof killWriters>) => killServers(server, ...given),
  },
}

for (const [what, { kills, run }] of Object.entries(trials)) {
  const place = await server.newDatabase()
  const pool = poolOf(place)
  await openedStore({ pool })
  const killed = await run(place, { kills, seconds: Number.POSITIVE_INFINITY })
  const after = poolOf(place)
  const left = await leftOf(after, killed)
  await Promise.all([pool.end(), after.end()])
  process.stdout.write(lineOf(what, left))
  if (left.lost + left.torn + left.hidden > 0 || left.answered !== left.unacknowledged) process.exitCode = 1
}

await server.remove()
