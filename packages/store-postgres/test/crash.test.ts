import { afterAll, describe, expect, it } from "vitest"
import { type Killed, killServers, killWriters } from "./crash/kills.ts"
import { leftOf, lineOf } from "./crash/left.ts"
import { groundOf } from "./ground.ts"
import { openedStore } from "./opened.ts"
import { type Place, startServer } from "./server.ts"

// The server answers before the disk has it, unless it is told otherwise: the store tells it, for its own commits.
const server = await startServer(["recovery_init_sync_method=syncfs", "synchronous_commit=off"])

if ("skipped" in server)
  describe("kills", () => {
    it("are tried on a server of its own", (context) => context.skip(`${server.skipped}`))
  })
else {
  const ground = groundOf(server)
  afterAll(async () => {
    await ground.clear()
    await server.remove()
  }, 60_000)

  const trial = async (what: string, run: (place: Place) => Promise<Killed>) => {
    const place = await ground.newDatabase()
    await openedStore({ pool: ground.pooled(place) })
    const killed = await run(place)
    const left = await leftOf(ground.pooled(place), killed)
    process.stdout.write(lineOf(what, left))
    expect(left.acknowledged).toBeGreaterThan(0)
    expect([left.lost, left.torn, left.hidden]).toEqual([0, 0, 0])
    expect(left.answered).toBe(left.unacknowledged)
  }

  describe("SIGKILL at random instants", () => {
    it("STORE-1 of the writing process: nothing acknowledged is lost, nothing is torn (R1, R2, R4)", () =>
      trial("the writer", (place) => killWriters(place, { kills: 100, seconds: 12 })))

    it("STORE-1 of the server and all of its processes: nothing acknowledged is lost, nothing is torn (R1, R2, R4)", () =>
      trial("the server", (place) => killServers(server, place, { kills: 20, seconds: 8 })))
  })
}
