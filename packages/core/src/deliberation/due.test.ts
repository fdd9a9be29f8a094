import { play } from "@jinlin/testkit"
import { deliberationStep as at, matterAt, plainRules, type Stage } from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"
import { deliberation, due } from "./index.ts"

const dueAt = (steps: ReturnType<typeof matterAt>) => due(play(deliberation, steps).state)

describe("what falls due", () => {
  const told: Stage = {
    mode: "open",
    closesOn: "2026-03-12",
    rules: { extension: { ...plainRules.extension, times: 1, days: 3 } },
  }

  it("DELIBERATION-16 a ballot is closed on the day after its last, and put off it is closed later", () => {
    const close = { rule: "DELIBERATION-16", command: { _tag: "CloseBallot" } }
    expect(dueAt(matterAt("balloting", told))).toEqual([{ ...close, on: "2026-03-13" }])
    const longer = at("2026-03-12", { _tag: "ExtendBallot", closesOn: "2026-03-15", reason: "too few" })
    expect(dueAt([...matterAt("balloting", told), longer])).toEqual([{ ...close, on: "2026-03-16" }])
  })

  it("DELIBERATION-17 a ballot that is closed is decided on the day of its close", () => {
    const closed = [...matterAt("balloting", told), at("2026-03-14", { _tag: "CloseBallot" })]
    expect(dueAt(closed)).toEqual([{ rule: "DELIBERATION-17", on: "2026-03-14", command: { _tag: "DecideStep" } }])
  })

  it("DELIBERATION-16 nothing falls due while nobody votes", () => {
    for (const stage of ["opened", "called", "enrolled", "attended"] as const)
      expect(dueAt(matterAt(stage))).toEqual([])
    expect(due(deliberation.initial)).toEqual([])
  })
})
