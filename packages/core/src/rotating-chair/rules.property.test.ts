import { assertLaw, chairLaws } from "@jinlin/testkit/rotating-chair"
import { describe, it } from "vitest"
import { rotatingChair } from "./index.ts"

describe("the published laws hold for our rotating chair, over changing membership", () => {
  for (const law of chairLaws)
    it(`${law.id} ${law.says}`, () => {
      assertLaw(law, rotatingChair, { numRuns: 400 })
    })
})
