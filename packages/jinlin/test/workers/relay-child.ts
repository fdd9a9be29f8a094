// A process with a relay on a SQLite file: run by relay-kills.test.ts, and killed by it.
import { appendFileSync } from "node:fs"
import { done } from "@jinlin/sdk"
import { openSqliteStore } from "@jinlin/store-sqlite"
import { systemClock } from "../../src/workers/clock.ts"
import { relay } from "../../src/workers/relay.ts"
import { channel, directoryOf, tenant } from "./relay-scene.ts"

const [file = "", sent = ""] = process.argv.slice(2)
const opened = await openSqliteStore({ file })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const store = opened.value

/** What is accepted stands in the file at once, as on the other side of a network. */
const app = channel("app", async ({ id }) => {
  process.stdout.write("sending\n")
  const early = Math.random() < 0.5
  if (early) appendFileSync(sent, `${id}\n`)
  await systemClock.sleep(1 + Math.random() * 4)
  if (!early) appendFileSync(sent, `${id}\n`)
  return done(null)
})

const running = relay({
  ...{ store, clock: systemClock, random: Math.random, directory: directoryOf(), notifiers: [app] },
  reach: async () => done([{ person: "p-1" }, { person: "p-2" }]),
  render: ({ template }) => ({ text: template }),
  limits: { leaseFor: 300, startsUnanswered: 1_000 },
})

// Our timers keep no process alive; whoever started this one does, by its input.
process.stdin.resume()
for (;;) {
  await running.runOnce(tenant)
  const backlog = await store.backlog(tenant, Date.now())
  if (backlog.ok && backlog.value.waiting === 0) break
  await systemClock.sleep(20)
}
process.stdin.destroy()
await running[Symbol.asyncDispose]()
await store[Symbol.asyncDispose]()
process.stdout.write("done\n")
