import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import { rotaPolicyDefaults, rotatingChair } from "./index.ts"

const system = { _tag: "System", rule: "CHAIR-10" } as const

describe("CHAIR-10 at the end of the calendar", () => {
  it("terms that have no day left are published and never begin, so that the rota comes to rest", () => {
    const open = {
      _tag: "OpenRota",
      policy: rotaPolicyDefaults,
      units: ["school", "clinic"],
      startsOn: "9999-11-30",
    } as const
    const { refused, state } = play(rotatingChair, [
      [open, { actor: system, now: on("9999-11-30") }],
      [{ _tag: "AdvanceRota" }, { actor: system, now: on("9999-12-31") }],
    ])
    expect(refused).toEqual([])
    expect(state.serving).toBe(1)
    expect(state.terms.map(({ from, until }) => [from, until])).toEqual([
      ["9999-11-30", "9999-12-31"],
      ["9999-12-31", "9999-12-31"],
      ["9999-12-31", "9999-12-31"],
      ["9999-12-31", "9999-12-31"],
    ])
  })
})
