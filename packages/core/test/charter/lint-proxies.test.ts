import { lint } from "@jinlin/core/charter"
import { describe, expect, it } from "vitest"
import { charter, choice, own, persons, times, today } from "./samples.ts"

describe("LINT-21 who votes for many others", () => {
  it.each([
    ["meeting/proxy-cap", persons(3), 0],
    ["meeting/proxy-cap", persons(4), 1],
    ["meeting/proxy-cap", times(4), 0],
    ["meeting/proxy-cap", choice("four"), 0],
    ["meeting/observers", persons(4), 0],
  ] as const)("LINT-21 %s of %j: %i", (key, value, count) => {
    const found = lint(charter([], { choices: [own(key, value)] }), [], { from: today })
    expect(found.filter(({ rule }) => rule === "LINT-21")).toHaveLength(count)
  })
})
