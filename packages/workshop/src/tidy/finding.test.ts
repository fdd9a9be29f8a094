import { describe, expect, it } from "vitest"
import { expectNone } from "./finding.ts"

describe("findings", () => {
  it("are thrown all at once, in order of file and line, each with its remedy", () => {
    const at = (path: string, line: number) => ({ path, line, wrong: "is long", remedy: "Split it" })
    const findings = [at("b.ts", 1), at("a.ts", 10), at("a.ts", 9)]
    const listed = "a.ts:9 is long. Split it.\na.ts:10 is long. Split it.\nb.ts:1 is long. Split it."
    expect(() => expectNone(findings)).toThrow(`3 to put in order:\n${listed}`)
  })

  it("that are none pass", () => {
    expect(() => expectNone([])).not.toThrow()
  })
})
