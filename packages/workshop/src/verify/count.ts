import type { Result } from "../checks/verdict.ts"

/** How many tests and checks held, and how many did not. */
export interface Count {
  readonly passed: number
  readonly failed: number
}

/** The fields of vitest's JSON report that are counted. */
export interface TestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: ReadonlyArray<{
    readonly status: string
    readonly name: string
    readonly assertionResults: ReadonlyArray<unknown>
  }>
}

export const none: Count = { passed: 0, failed: 0 }

export const add = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
})

/** Each check counts as one. */
export const countResults = (results: ReadonlyArray<Result>): Count => ({
  passed: results.filter((result) => result.holds).length,
  failed: results.filter((result) => !result.holds).length,
})

/**
 * Each test counts as one, and so does each file that failed before its first test.
 * A run that is no success although every test passed (an error outside of them) counts as one failure.
 */
export const countTests = (report: TestReport): Count => {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + broken
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

/**
 * A step that ended badly has at least one failure, whatever it managed to write down before;
 * so has a step that wrote nothing.
 */
export const countStep = (code: number, written: Count | undefined): Count => {
  const count = written ?? none
  const silent = written === undefined || count.passed + count.failed === 0
  return (code !== 0 || silent) && count.failed === 0 ? { ...count, failed: 1 } : count
}
