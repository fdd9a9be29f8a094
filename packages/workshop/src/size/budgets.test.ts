import { describe, expect, it } from "vitest"
import { budgetFaults } from "./budgets.ts"

const budget = { name: "rules", imports: ["x"], most: 2048, without: ["effect"] }
const modules = ["<stdin>", "packages/core/dist/chunk.js"]

describe("a size budget", () => {
  it.each([
    { bytes: 2047, faults: 0 },
    { bytes: 2048, faults: 0 },
    { bytes: 2049, faults: 1 },
  ])("of 2048 bytes has $faults faults at $bytes", ({ bytes, faults }) => {
    expect(budgetFaults(budget, { bytes, modules })).toHaveLength(faults)
  })

  it.each([
    "node_modules/.pnpm/effect@4.1.0/node_modules/effect/dist/Result.js",
    "node_modules\\effect\\dist\\Schema.js",
    "effect/Schema",
  ])("is broken by a module of effect: %s", (module) => {
    expect(budgetFaults(budget, { bytes: 1, modules: [...modules, module] })).toEqual([
      expect.stringContaining("is in it"),
    ])
  })

  it("is not broken by a package whose name only begins alike", () => {
    expect(budgetFaults(budget, { bytes: 1, modules: ["node_modules/effective/index.js"] })).toEqual([])
  })
})
