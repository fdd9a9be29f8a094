import { assertLaw, chairLaws } from "@jinlin/testkit/rotating-chair"
import { describe, it } from "vitest"
import { rotatingChair } from "./index.ts"

/** How many stories each law is told: 400, or as many as the environment asks for. */
const runs = Number(process.env["JINLIN_RUNS"] ?? 400)

describe("the published laws hold for our rotating chair, over changing membership", () => {
  for (const law of chairLaws)
    it(`${law.id} ${law.says}`, () => {
      assertLaw(law, rotatingChair, { numRuns: runs })
    })
})
