import type { OptionIssue } from "@jinlin/sdk"

const isPath = (value: unknown): boolean =>
  typeof value === "string" && value !== "" && !value.includes("\0") && !/^(:memory:|file:)/i.test(value)

/** A path of a file. */
export const fileIssues = (value: unknown): ReadonlyArray<OptionIssue> =>
  isPath(value) ? [] : [{ path: [], message: "must be the path of a file" }]

/** A path of a file, or nothing. */
export const otherFileIssues = (value: unknown): ReadonlyArray<OptionIssue> =>
  value === undefined ? [] : fileIssues(value)

/** A number of milliseconds, or nothing. */
export const durationIssues = (value: unknown): ReadonlyArray<OptionIssue> =>
  value === undefined || (typeof value === "number" && Number.isFinite(value) && value >= 0)
    ? []
    : [{ path: [], message: "must be a number of milliseconds, 0 or more" }]
