import { assertCovenantLaw, covenantLaws } from "@jinlin/testkit/covenant"
import { describe, it } from "vitest"
import { covenant } from "./index.ts"

describe("the published laws hold for our covenant, over drafts, versions and rules that change", () => {
  for (const law of covenantLaws)
    it(`${law.id} ${law.says}`, () => {
      assertCovenantLaw(law, covenant, { numRuns: 150 })
    })
})
