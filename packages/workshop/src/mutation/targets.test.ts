import { describe, expect, it } from "vitest"
import { patternsOf } from "./targets.ts"

describe("the targets of mutation testing", () => {
  it("are all of them when none is named, and tests are never among them", () => {
    expect(patternsOf([])).toEqual(expect.arrayContaining(["packages/core/src/kernel/**/*.ts", "!**/*.test.ts"]))
    expect(patternsOf([]).some((pattern) => pattern.includes("joint-conference/rules"))).toBe(true)
  })

  it("are the ones that are named", () => {
    expect(patternsOf(["kernel"]).some((pattern) => pattern.includes("rotating-chair"))).toBe(false)
  })

  it("are refused by an unknown name, with the names there are", () => {
    expect(() => patternsOf(["chair"])).toThrow("one of kernel, rotating-chair, joint-conference")
  })
})
