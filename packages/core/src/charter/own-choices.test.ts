import { describe, expect, it } from "vitest"
import { charter, choice, own, today } from "../../test/charter/samples.ts"
import { resolve } from "./resolve.ts"

const silence = (clause?: string) => own("owners/silence", choice("abstain", clause))

describe("CHARTER-8 two choices for one rule", () => {
  it.each([
    [silence("article 12"), silence("article 12"), true],
    [silence("article 12"), silence(" article 12 "), true],
    [silence("article 12"), silence(), false],
    [silence("article 12"), silence("article 13"), false],
  ])("CHARTER-8 %j and %j say the same: %s", (one, other, isSame) => {
    for (const choices of [
      [one, other],
      [other, one],
    ])
      expect(resolve(charter([], { choices }), [], today)).toMatchObject(
        isSame ? { ok: true } : { ok: false, refusal: [{ _tag: "ChoicesOverlap", key: "owners/silence" }] },
      )
  })
})
