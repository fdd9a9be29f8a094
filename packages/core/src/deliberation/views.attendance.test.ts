import { deliberationLaws, tellDeliberation } from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deliberation, type Sitting, stepRegister } from "./index.ts"

/** Counted anew from the sitting as it stands: who may take part, and who of them came. */
const counted = ({ present, presentCount, recusals, roll }: Sitting) => {
  const recused = recusals.map(({ voter }) => voter)
  const entitled = roll.filter(({ voter }) => !recused.includes(voter))
  const weigh = (voters: Sitting["roll"]) => ({
    heads: voters.reduce((sum, { heads }) => sum + heads, 0),
    area: voters.reduce((sum, { area }) => sum + area, 0),
  })
  const there = weigh(entitled.filter(({ voter }) => present.includes(voter)))
  return {
    shouldAttend: weigh(entitled),
    didAttend: presentCount === null ? there : { heads: presentCount, area: 0 },
    recusals: recusals.filter(({ voter }) => roll.some((known) => known.voter === voter)),
  }
}

describe("the register of a sitting that is not over", () => {
  it("DELIBERATION-10 says who should have come and who did, as the sitting stands after each event", () => {
    const stories = deliberationLaws.find(({ id }) => id === "DELIBERATION-10")?.stories
    if (stories === undefined) throw new Error("the stories of attendance")
    let seen = 0
    fc.assert(
      fc.property(stories, (story) => {
        let register = stepRegister.initial
        for (const { after, events } of tellDeliberation(deliberation, story).chapters) {
          register = events.reduce(stepRegister.evolve, register)
          if (after.sitting === null) continue
          seen += after.sitting.present.length
          expect(register.entries.at(-1)).toMatchObject(counted(after.sitting))
        }
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(100)
  })
})
