import { describe, expect, it } from "vitest"
import { add, countResults, countStep, countTests } from "./count.ts"

const file = (status: string, tests: number) => ({
  name: "x.test.ts",
  status,
  assertionResults: Array.from({ length: tests }),
})

describe("the closing line counts", () => {
  it("each check as one", () => {
    const results = [true, true, false].map((holds) => ({ name: "x", holds, seconds: 0 }))
    expect(countResults(results)).toEqual({ passed: 2, failed: 1 })
  })

  it("each test as one", () => {
    const report = {
      success: false,
      numPassedTests: 7,
      numFailedTests: 2,
      testResults: [file("passed", 4), file("failed", 5)],
    }
    expect(countTests(report)).toEqual({ passed: 7, failed: 2 })
  })

  it("a file that failed before its first test as one failure", () => {
    const report = {
      success: false,
      numPassedTests: 4,
      numFailedTests: 0,
      testResults: [file("passed", 4), file("failed", 0)],
    }
    expect(countTests(report)).toEqual({ passed: 4, failed: 1 })
  })

  it("an error outside of the tests as one failure", () => {
    const report = { success: false, numPassedTests: 4, numFailedTests: 0, testResults: [file("passed", 4)] }
    expect(countTests(report)).toEqual({ passed: 4, failed: 1 })
  })

  it("nothing as failed in a run that succeeded", () => {
    const report = { success: true, numPassedTests: 4, numFailedTests: 0, testResults: [file("passed", 4)] }
    expect(countTests(report)).toEqual({ passed: 4, failed: 0 })
  })

  it("the sums of both sides", () => {
    expect(add({ passed: 1, failed: 2 }, { passed: 10, failed: 20 })).toEqual({ passed: 11, failed: 22 })
  })
})

describe("a step", () => {
  it.each([
    { code: 0, written: { passed: 3, failed: 0 }, count: { passed: 3, failed: 0 }, when: "it ended well" },
    {
      code: 1,
      written: { passed: 3, failed: 1 },
      count: { passed: 3, failed: 1 },
      when: "its failures are counted already",
    },
    {
      code: 1,
      written: { passed: 3, failed: 0 },
      count: { passed: 3, failed: 1 },
      when: "it ended badly with nothing to show for it",
    },
    { code: 1, written: undefined, count: { passed: 0, failed: 1 }, when: "it broke off" },
    {
      code: 0,
      written: undefined,
      count: { passed: 0, failed: 1 },
      when: "it says that it ended well and left nothing",
    },
    { code: 0, written: { passed: 0, failed: 0 }, count: { passed: 0, failed: 1 }, when: "it checked nothing" },
  ])("comes to $count.passed passed and $count.failed failed when $when", ({ code, count, written }) => {
    expect(countStep(code, written)).toEqual(count)
  })
})
