import { afterAll, describe, it } from "vitest"
import { ballots } from "./chapters/ballots.ts"
import { conformance } from "./chapters/conformance.ts"
import { faults } from "./chapters/faults.ts"
import { gaps } from "./chapters/gaps.ts"
import { holding } from "./chapters/holding.ts"
import { logOrder } from "./chapters/log-order.ts"
import { opening } from "./chapters/opening.ts"
import { restored } from "./chapters/restored.ts"
import { rowLevelSecurity } from "./chapters/row-level-security.ts"
import { within } from "./chapters/within.ts"
import { groundOf } from "./ground.ts"
import { startServer } from "./server.ts"

// One server for all chapters. Nothing here asks what is left after a power cut, so that it need not wait for the disk.
const server = await startServer(["fsync=off", "max_prepared_transactions=4"])

if ("skipped" in server)
  describe("the store on PostgreSQL", () => {
    it("is tested on a server of its own", (context) => context.skip(`${server.skipped}`))
  })
else {
  const ground = groundOf(server)
  afterAll(async () => {
    await ground.clear()
    await server.remove()
  }, 60_000)
  for (const chapter of [
    opening,
    within,
    holding,
    logOrder,
    gaps,
    ballots,
    restored,
    faults,
    rowLevelSecurity,
    conformance,
  ])
    chapter(ground)
}
