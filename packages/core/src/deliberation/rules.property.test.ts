import { assertDeliberationLaw, deliberationLaws } from "@jinlin/testkit/deliberation"
import { describe, it } from "vitest"
import { deliberation } from "./index.ts"

describe("the published laws hold for our deliberation, over plans, rolls and laws that change", () => {
  for (const law of deliberationLaws)
    it(`${law.id} ${law.says}`, () => {
      assertDeliberationLaw(law, deliberation, { numRuns: 150 })
    })
})
