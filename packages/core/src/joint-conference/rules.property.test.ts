import { assertConferenceLaw, conferenceLaws } from "@jinlin/testkit/joint-conference"
import { describe, it } from "vitest"
import { jointConference } from "./index.ts"

describe("the published laws hold for our joint conference, over changing membership and changing policies", () => {
  for (const law of conferenceLaws)
    it(`${law.id} ${law.says}`, () => {
      assertConferenceLaw(law, jointConference, { numRuns: 150 })
    })
})
