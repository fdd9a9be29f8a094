import { ballotNamed } from "@jinlin/core/ballot"
import { describe, expect, it } from "vitest"

describe("BALLOT-1 the round in the name of a ballot", () => {
  it.each(["m:1x:v", "m:x1:v", "m:1.5:v", "m:-1:v", "m:1234567890123456:v"])("BALLOT-1 is no round: %s", (subject) => {
    expect(ballotNamed(subject)).toBeUndefined()
  })

  it("BALLOT-1 has fifteen digits at the most", () => {
    expect(ballotNamed("m:123456789012345:v")).toEqual({ matter: "m", round: 123_456_789_012_345, voter: "v" })
  })
})
