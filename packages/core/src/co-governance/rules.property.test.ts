import { assertCoGovernanceLaw, coGovernanceLaws } from "@jinlin/testkit/co-governance"
import { describe, it } from "vitest"
import { coGovernance } from "./index.ts"

describe("the published laws hold for our co-governance, over ways to combine, policies and what others do", () => {
  for (const law of coGovernanceLaws)
    it(`${law.id} ${law.says}`, () => {
      assertCoGovernanceLaw(law, coGovernance, { numRuns: 150 })
    })
})
