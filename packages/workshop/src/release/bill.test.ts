import { describe, expect, it } from "vitest"
import { licenceFaults, licenceLines } from "./bill.ts"

const component = (name: string, ...ids: ReadonlyArray<string>) => ({
  name,
  version: "1.0.0",
  licenses: ids.map((id) => ({ license: { id } })),
})

describe("the licences in a bill of materials", () => {
  it("are listed by component", () => {
    const bill = {
      components: [
        component("b", "MIT"),
        { ...component("hashes", "MIT"), group: "@noble" },
        component("a", "ISC", "MIT"),
      ],
    }
    expect(licenceLines(bill)).toEqual(["@noble/hashes 1.0.0: MIT", "a 1.0.0: ISC AND MIT", "b 1.0.0: MIT"])
  })

  it("pass when everybody may pass them on", () => {
    expect(licenceFaults({ components: [component("a", "MIT"), component("b", "Apache-2.0")] })).toEqual([])
  })

  it.each([component("a", "GPL-3.0-only"), component("a"), component("a", "MIT", "GPL-3.0-only")])(
    "fail for what nobody agreed to",
    (one) => {
      expect(licenceFaults({ components: [one] })).toHaveLength(1)
    },
  )
})
