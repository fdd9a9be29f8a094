import { sqliteStore } from "@jinlin/store-sqlite"
import { virtualClock } from "@jinlin/testkit/clock"
import * as Effect from "effect/Effect"
import { readCharter } from "jinlin"
import { JinlinService } from "jinlin/effect"
import { expect, it } from "vitest"
import { directory } from "../src/people.ts"
import { found } from "../src/requests.ts"
import { foundWithEffect } from "../src/with-effect.ts"
import { monday, temporaryFolder } from "./ground.ts"

it("runs on a layer, gives refusals on the failure side, and lets go of the file", async () => {
  const charter = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, policies: {} })
  if (!charter.ok) throw new Error("charter")
  const store = sqliteStore({ file: temporaryFolder()("platform.db") })
  const given = { store, directory, charter: charter.value }
  const run = (request: typeof found) => {
    const layer = JinlinService.layer({ ...given, clock: virtualClock(monday) })
    return Effect.runPromise(foundWithEffect(request).pipe(Effect.provide(layer)))
  }
  expect(await run(found)).toEqual(["since 2027-01-04"])
  expect(await run({ ...found, id: "found-again" })).toEqual([
    "[jinlin] refused: ConferenceAlreadyFounded (CONFERENCE-1)",
  ])
})
