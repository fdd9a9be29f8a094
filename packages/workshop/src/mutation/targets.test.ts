import { describe, expect, it } from "vitest"
import { patternsOf, testsFor } from "./targets.ts"

describe("the targets of mutation testing", () => {
  it("are all of them when none is named, and tests are never among them", () => {
    expect(patternsOf([])).toEqual(expect.arrayContaining(["packages/core/src/kernel/**/*.ts", "!**/*.test.ts"]))
    expect(patternsOf([]).some((pattern) => pattern.includes("joint-conference/rules"))).toBe(true)
  })

  it("are the ones that are named", () => {
    expect(patternsOf(["kernel"]).some((pattern) => pattern.includes("rotating-chair"))).toBe(false)
  })

  it("are noticed by tests beside them, and not by those of what is built upon them", () => {
    expect(testsFor(["charter"])).toContain("packages/core/test/charter/*.test.ts")
    expect(testsFor(["charter"]).some((pattern) => pattern.includes("core/src/**"))).toBe(false)
    expect(testsFor(["kernel"])).toContain("packages/core/src/**/*.test.ts")
  })

  it("are refused by an unknown name, with the names there are", () => {
    expect(() => patternsOf(["chair"])).toThrow("one of kernel, rotating-chair, joint-conference")
  })
})
