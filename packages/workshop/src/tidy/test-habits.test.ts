import { describe, expect, it } from "vitest"
import { said } from "./said.ts"
import { clockExpectations, silentSkips, switchedTests, waits } from "./test-habits.ts"

const inTest = (text: string): Record<string, string> => ({ "packages/sdk/src/a.test.ts": text })

describe("tests that are switched", () => {
  const variants = ["only", "skip", "todo", "fails", "skipIf", "runIf"]

  it.each(variants)("by .%s are found on it, test and describe", (variant) => {
    for (const runner of ["it", "test", "describe", "it.concurrent", "it.each(rows)"])
      expect(said(switchedTests, inTest(`${runner}.${variant}("a", () => {})`))).toEqual([
        expect.stringContaining(`\`.${variant}\``),
      ])
  })

  it("are not seen in a text, nor in a property of something else", () => {
    expect(said(switchedTests, inTest('it("skips", () => { expect(page.skip).toBe(1); say("it.only") })'))).toEqual([])
  })
})

describe("skips in the middle of a test", () => {
  it.each(["context.skip()", "skip(!exists)", "context.skip(reason())"])(
    "need a reason that the run prints: %s",
    (call) => {
      expect(said(silentSkips, inTest(`it("a", (context) => { ${call} })`))).toEqual([
        expect.stringContaining("skips without a reason"),
      ])
    },
  )

  it.each(['context.skip("no vectors here")', 'skip(!exists, "no vectors here")', "context.skip(`no \u0024{file}`)"])(
    "may say so: %s",
    (call) => {
      expect(said(silentSkips, inTest(`it("a", (context) => { ${call} })`))).toEqual([])
    },
  )
})

describe("waiting", () => {
  it("for time to pass is found", () => {
    expect(said(waits, inTest("await new Promise((done) => setTimeout(done, 50))"))).toEqual([
      expect.stringContaining("`setTimeout`"),
    ])
    expect(said(waits, inTest('it("never calls setTimeout", () => {})'))).toEqual([])
  })
})

describe("expectations about the wall clock", () => {
  it.each([
    "expect(Date.now() - start).toBeLessThan(5)",
    "expect(took).toBeLessThan(performance.now())",
    "const start = performance.now()\nconst took = end - start\nexpect(took).toBeLessThan(5)",
    "expect(report.day).toBe(new Date().getDate())",
  ])("are found: %s", (text) => {
    expect(said(clockExpectations, inTest(text))).toEqual([
      expect.stringContaining("expects something of the wall clock"),
    ])
  })

  it.each([
    'expect(day).toEqual(new Date("2026-01-03"))',
    "const start = Date.now()\nsay(start)\nexpect(1).toBe(1)",
    "const now = () => Date.now()\nexpect(decide(command)).toBe(1)",
  ])("are not seen in %s", (text) => {
    expect(said(clockExpectations, inTest(text))).toEqual([])
  })
})
