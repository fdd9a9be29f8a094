import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shuffled, someCommunity, someDay } from "../../../test/charter/arbitraries.ts"
import { resolve } from "../resolve.ts"
import type { OwnChoice } from "../rule-choices.ts"
import { lint } from "./lint.ts"

const anyRange = fc.record({ community: someCommunity, from: someDay, to: fc.option(someDay, { nil: undefined }) })

/** What no schema let pass: shares that are none, keys without a set, texts with anything in them. */
const wildChoice: fc.Arbitrary<OwnChoice> = fc.record({
  key: fc.oneof(
    fc.string(),
    fc.constantFrom(
      "meeting/approval.heads",
      "meeting/quorum.area",
      "constructor/approval.heads",
      "__proto__/weight.x",
    ),
  ),
  value: fc.oneof(
    fc.record({
      _tag: fc.constant("Threshold" as const),
      threshold: fc.record({
        share: fc.record({
          numerator: fc.string(),
          denominator: fc.oneof(fc.string(), fc.constantFrom("0", "1", "3")),
        }),
        comparison: fc.constantFrom("more-than", "at-least"),
        measure: fc.constantFrom("heads", "area"),
        base: fc.constantFrom("members", "valid"),
      }),
    }),
    fc.record({
      _tag: fc.constant("Count" as const),
      count: fc.double(),
      unit: fc.constantFrom("year", "calendar-day"),
    }),
    fc.record({ _tag: fc.constant("Choice" as const), choice: fc.string(), clause: fc.string() }),
  ),
})

const levels = ["error", "warning", "note"]

describe("looking at any charter", () => {
  it("LINT-1 answers, with a rule, a level, plain facts and a place that is there", () => {
    fc.assert(
      fc.property(anyRange, ({ community, from, to }) => {
        for (const { facts, level, path, rule } of lint(community.rules, community.packs, { from, to })) {
          expect(rule).toMatch(/^LINT-([1-9]|1[0-5]|2[0-5])$/)
          expect(levels).toContain(level)
          expect(["string", "number", "boolean"]).toEqual(
            expect.arrayContaining(Object.values(facts).map((fact) => typeof fact)),
          )
          let place: unknown = community.rules
          for (const step of path) place = Reflect.get(Object(place), step)
          expect(place).not.toBeUndefined()
        }
      }),
      { numRuns: 150 },
    )
  })

  it("LINT-1 answers to charters that nobody has read before", () => {
    fc.assert(
      fc.property(someCommunity, fc.array(wildChoice), someDay, ({ packs, rules }, wild, from) => {
        const found = lint({ ...rules, choices: [...rules.choices, ...wild] }, packs, { from })
        expect(found.every(({ level }) => levels.includes(level))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it("LINT-1 finds an error on the first day exactly where the charter does not resolve on it", () => {
    fc.assert(
      fc.property(anyRange, ({ community, from, to }) => {
        const found = lint(community.rules, community.packs, { from, to }).filter(({ rule }) => rule === "LINT-1")
        const resolved = resolve(community.rules, community.packs, from)
        expect(found.length > 0).toBe(!resolved.ok)
      }),
      { numRuns: 150 },
    )
  })

  it("LINT-2 from each later day without one, the charter resolves on it or did not before", () => {
    fc.assert(
      fc.property(anyRange, someDay, ({ community, from }, later) => {
        const first = resolve(community.rules, community.packs, from)
        const then = resolve(community.rules, community.packs, later)
        if (!first.ok || then.ok || later <= from) return
        const found = lint(community.rules, community.packs, { from }).filter(({ rule }) => rule === "LINT-2")
        expect(found.length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })

  it("LINT-12 the order of packs and rules changes no finding but where it stands", () => {
    const both = anyRange.chain((range) => fc.record({ range: fc.constant(range), other: shuffled(range.community) }))
    const told = (findings: ReturnType<typeof lint>) =>
      findings.map(({ path: _, ...finding }) => JSON.stringify(finding)).toSorted()
    fc.assert(
      fc.property(both, ({ other, range: { community, from, to } }) => {
        const one = lint(community.rules, community.packs, { from, to }).filter(({ rule }) => rule !== "LINT-15")
        const two = lint(other.rules, other.packs, { from, to }).filter(({ rule }) => rule !== "LINT-15")
        expect(told(two)).toEqual(told(one))
      }),
      { numRuns: 100 },
    )
  })
})
