import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { call, openVote, putForward, registerOf, type Sitting, vote } from "../src/decision.ts"
import { openPlatform } from "../src/platform.ts"
import { tenant } from "../src/requests.ts"
import { day, monday, tagsOf, temporaryFolder } from "./ground.ts"

const text = `sha-256:${"5".repeat(64)}` as const

const first: Sitting = { step: "sound-out", sitsOn: "2027-01-11" as CivilDate, mode: "open" }
const second: Sitting = { step: "decide", sitsOn: "2027-01-19" as CivilDate, mode: "secret" }

const votes = [
  ["home-1", "for"],
  ["home-2", "for"],
  ["home-3", "against"],
  ["home-4", "for"],
] as const

describe("a matter from the first line to its registers", () => {
  it("is put forward by the charter's list, decided in an open vote and then in a secret one", async () => {
    const clock = virtualClock(monday)
    await using jinlin = await openPlatform(temporaryFolder()("platform.db"), { clock, notifiers: [] })
    expect(tagsOf(await putForward(jinlin, text))).toEqual([])
    for (const [index, sitting] of [first, second].entries()) {
      expect(tagsOf(await call(jinlin, sitting))).toEqual([])
      await clock.advance(7 * day)
      expect(tagsOf(await openVote(jinlin, sitting))).toEqual([])
      for (const [voter, choice] of votes)
        expect(tagsOf(await vote(jinlin, { mode: sitting.mode, round: index + 1, voter, choice }))).toEqual([])
      await clock.advance(day)
      await jinlin.settle(tenant)
    }
    const cards = await jinlin.views.deliberation.matters({ tenant, subject: "bicycle-shed" })
    expect(cards.ok && cards.value.rows).toMatchObject([{ status: "decided" }])
    const [open, secret] = [await registerOf(jinlin, 1), await registerOf(jinlin, 2)]
    expect(open).toContain('data-label="投票人">home-3</td><td role="cell" data-label="表决">反对')
    expect(secret).toContain("无记名表决：登记表只写谁投过票，不写投了什么。")
    expect(secret).not.toContain('data-label="表决">反对')
  })

  it("is told which lists there are where it asks for another one", async () => {
    await using jinlin = await openPlatform(temporaryFolder()("platform.db"), {
      clock: virtualClock(monday),
      notifiers: [],
    })
    const asked = { tenant, list: "four-step" }
    expect(jinlin.plan(asked)).toMatchObject({ ok: false, refusals: [{ _tag: "StepListUnknown", known: ["twice"] }] })
  })
})
