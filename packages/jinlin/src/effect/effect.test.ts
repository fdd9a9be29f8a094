import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { describe, expect, it } from "vitest"
import { readCharter } from "../charter/charter.ts"
import { listedDirectory } from "../shell/people.ts"
import { createJinlin, JinlinService, Refused } from "./index.ts"

const charter = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, policies: {} })
if (!charter.ok) throw new Error("charter")
const config = () => ({
  store: openMemoryStore(),
  charter: charter.value,
  clock: virtualClock(Date.UTC(2026, 0, 5, 1)),
  directory: listedDirectory([
    {
      tenant: "town",
      login: "sub",
      person: "p-sub",
      units: [],
      offices: [{ post: "superior", within: "subdistrict" }],
    },
  ]),
})
const found = {
  ...({ tenant: "town", id: "c-1", process: "joint-conference", subject: "willow" } as const),
  actor: { login: "sub", post: "superior", within: "subdistrict" },
  command: {
    _tag: "FoundConference",
    level: "community",
    convenor: "p-con",
    policy: conferencePolicyDefaults,
  } as const,
}

describe("the Effect side of the shell", () => {
  it("gives what the Promise side gives, with refusals as failures of one type", async () => {
    const program = Effect.gen(function* () {
      const jinlin = yield* JinlinService
      const accepted = yield* jinlin.execute(found)
      const again = yield* jinlin.execute(found)
      const refused = yield* Effect.flip(jinlin.execute({ ...found, id: "c-2" }))
      const convenors = yield* jinlin.views.jointConference.convenors(
        { tenant: "town", subject: "willow" },
        { after: accepted.position },
      )
      return { accepted, again, refused, convenors }
    })
    const { accepted, again, convenors, refused } = await Effect.runPromise(
      program.pipe(Effect.provide(JinlinService.layer(config()))),
    )
    expect(again).toEqual(accepted)
    expect(refused).toBeInstanceOf(Refused)
    expect(refused.refusals).toMatchObject([{ rule: "CONFERENCE-1" }])
    expect(refused.message).toContain("CONFERENCE-1")
    expect(convenors.rows).toEqual([{ person: null, from: "2026-01-05", until: null }])
  })

  it("SHELL-11 does not begin a command that was interrupted before, and disposes of what it started", async () => {
    const given = config()
    const program = Effect.scoped(Effect.flatMap(createJinlin(given), (jinlin) => jinlin.execute(found)))
    const exit = await Effect.runPromiseExit(program, { signal: AbortSignal.abort() })
    expect(Exit.isFailure(exit)).toBe(true)
    const log = await given.store.readLog("town", { limit: 1 })
    expect(log.ok && log.value.events).toEqual([])
  })
})
