import { assertDisclosureLaw, disclosureLaws } from "@jinlin/testkit/disclosure"
import { describe, it } from "vitest"
import { disclosure } from "./index.ts"

describe("laws of disclosure", () => {
  for (const law of disclosureLaws)
    it(`${law.id} ${law.says}`, () => assertDisclosureLaw(law, disclosure, { numRuns: 300 }))
})
