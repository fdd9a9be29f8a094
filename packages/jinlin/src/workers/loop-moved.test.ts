import { type Answering, done, failed, type Position, type Store, type StoreUnavailable } from "@jinlin/sdk"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { onceMoved } from "./loop-moved.ts"

const away: StoreUnavailable = { _tag: "StoreUnavailable", rule: "STORE-13", kind: "unreachable", detail: "" }

const logged = () => {
  const clock = virtualClock()
  const log = { head: null as Position | null, away: false }
  const head: Store["head"] = async () => (log.away ? failed(away) : done(log.head))
  const answers: Array<Awaited<Answering<number, StoreUnavailable>>> = []
  let looks = 0
  const look = onceMoved({ clock, store: { head }, atLeastEvery: 30_000 }, async (_: string) => {
    looks += 1
    return answers.shift() ?? done(0)
  })
  return { clock, log, answers, look: () => look("t"), looks: () => looks }
}

describe("work that follows the log", () => {
  it("WORKER-7 is not done where the log stands as it stood when there was nothing to do, and is as soon as it moves", async () => {
    const { log, look, looks } = logged()
    expect([await look(), await look(), looks()]).toEqual([done(0), done(0), 1])
    log.head = "1" as Position
    expect([await look(), looks()]).toEqual([done(0), 2])
    expect([await look(), looks()]).toEqual([done(0), 2])
  })

  it("WORKER-7 is done again where there was something to do, where it failed, and where nobody knows where the log stands", async () => {
    const { answers, log, look, looks } = logged()
    answers.push(done(3), failed(away))
    expect([await look(), await look(), await look()]).toEqual([done(3), failed(away), done(0)])
    log.away = true
    await look()
    expect(looks()).toBe(4)
    log.away = false
    await look()
    expect(looks()).toBe(5)
  })

  it("WORKER-7 is done at the latest after half a minute, and at once when the clock was set back", async () => {
    const { clock, look, looks } = logged()
    await look()
    await clock.advance(29_999)
    await look()
    expect(looks()).toBe(1)
    await clock.advance(1)
    await look()
    expect(looks()).toBe(2)
    clock.set(0)
    await look()
    expect(looks()).toBe(3)
  })
})
