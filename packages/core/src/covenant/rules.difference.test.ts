import { covenantText as text } from "@jinlin/testkit/covenant"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  applyDifference,
  type Clause,
  composeDifferences,
  type Difference,
  difference,
  movedBetween,
  namesOf,
  unaccounted,
} from "./rules/index.ts"

const value = <Value>(checked: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value => {
  if (!checked.ok) throw new Error("refused")
  return checked.value
}

/** Texts of some of six clauses, in any order, with few different words each, so that much comes, goes, moves and comes back. */
const texts: fc.Arbitrary<ReadonlyArray<Clause>> = fc
  .tuple(fc.shuffledSubarray(["a", "b", "c", "d", "e", "f"]), fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }))
  .map(([names, words]) => names.map((name, place) => ({ name, commitment: `words-${words[place]}` })))

/** All subsets of a list, the longest first: how a person without the algorithm finds what may stay. */
const fewestMoved = (before: ReadonlyArray<string>, after: ReadonlyArray<string>): number => {
  const kept = after.filter((name) => before.includes(name))
  const rises = (names: ReadonlyArray<string>) =>
    names.every((name, place) => place === 0 || before.indexOf(names[place - 1] ?? "") < before.indexOf(name))
  let most = 0
  for (let bits = 0; bits < 2 ** kept.length; bits += 1) {
    const stays = kept.filter((_, place) => ((bits >> place) & 1) === 1)
    if (rises(stays)) most = Math.max(most, stays.length)
  }
  return kept.length - most
}

describe("COVENANT-16 the difference of two texts", () => {
  it("COVENANT-16 says by hand what was removed, added, changed and moved", () => {
    const before = text("lead:1", "parking:1", "dogs:1", "noise:1")
    const after = text("noise:1", "lead:1", "parking:2", "fire:1")
    expect(difference(before, after)).toEqual({
      before: ["lead", "parking", "dogs", "noise"],
      after: ["noise", "lead", "parking", "fire"],
      removed: [before[2]],
      added: [after[3]],
      changed: [{ name: "parking", was: before[1]?.commitment, is: after[2]?.commitment }],
      moved: ["noise"],
    })
  })

  it("COVENANT-16 of a text and itself is nothing", () => {
    fc.assert(
      fc.property(texts, (one) => {
        expect(difference(one, one)).toMatchObject({ removed: [], added: [], changed: [], moved: [] })
      }),
    )
  })

  it("COVENANT-16 laid on the first gives the second", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(applyDifference(one, difference(one, other))).toEqual({ ok: true, value: other })
      }),
    )
  })

  it("COVENANT-16 two that meet compose to the difference of the first and the last, without the texts", () => {
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        expect(composeDifferences(difference(a, b), difference(b, c))).toEqual({ ok: true, value: difference(a, c) })
      }),
      { numRuns: 1000 },
    )
  })

  it("COVENANT-16 of several steps it makes no difference which two are composed first", () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (a, b, c, d) => {
        const [ab, bc, cd] = [difference(a, b), difference(b, c), difference(c, d)]
        const left = composeDifferences(value(composeDifferences(ab, bc)), cd)
        const right = composeDifferences(ab, value(composeDifferences(bc, cd)))
        expect(left).toEqual(right)
      }),
    )
  })

  it("COVENANT-16 what moved is the fewest clauses, and without them the order is the same", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [before, after] = [namesOf(one), namesOf(other)]
        const moved = movedBetween(before, after)
        const rest = (names: ReadonlyArray<string>, others: ReadonlyArray<string>) =>
          names.filter((name) => others.includes(name) && !moved.includes(name))
        expect(rest(before, after)).toEqual(rest(after, before))
        expect(moved.length).toBe(fewestMoved(before, after))
      }),
    )
  })

  it("COVENANT-16 lies on no other text, and says which clauses do not fit", () => {
    const before = text("lead:1", "parking:1")
    const change = difference(before, text("lead:1", "parking:2"))
    const misfit = { _tag: "DifferenceDoesNotFit", rule: "COVENANT-16", expected: ["lead", "parking"] }
    expect(applyDifference(text("lead:1", "parking:3"), change)).toEqual({
      ok: false,
      refusal: { ...misfit, got: ["lead", "parking"], clauses: ["parking"] },
    })
    for (const other of [text("parking:1", "lead:1"), text("lead:1"), text("lead:1", "parking:1", "dogs:1")])
      expect(applyDifference(other, change)).toMatchObject({ ok: false, refusal: { ...misfit, clauses: [] } })
    const next = difference(text("lead:1", "parking:4"), text("lead:1"))
    expect(composeDifferences(change, next)).toMatchObject({ ok: false, refusal: { ...misfit, clauses: ["parking"] } })
    expect(composeDifferences(change, difference(text("lead:1"), before))).toMatchObject({
      ok: false,
      refusal: { expected: ["lead"], got: ["lead", "parking"] },
    })
  })

  it("COVENANT-16 a clause that goes and comes back as it was is in it nowhere, but for its place", () => {
    const [a, b, c] = [text("lead:1", "dogs:1"), text("lead:1"), text("dogs:1", "lead:1")]
    const whole: Difference = value(composeDifferences(difference(a, b), difference(b, c)))
    expect(whole).toMatchObject({ removed: [], added: [], changed: [] })
    expect(whole.moved).toHaveLength(1)
  })
})

describe("COVENANT-6 what nobody accounts for", () => {
  const offered = text("lead:1", "parking:1", "dogs:1")
  const by = (...names: ReadonlyArray<string>) => new Set(names)

  it("COVENANT-6 each way of changing a text by hand, unexcused and excused", () => {
    expect(unaccounted(offered, offered, by())).toEqual([])
    expect(unaccounted(offered, text("lead:1", "parking:2", "dogs:1"), by("dogs"))).toEqual(["parking"])
    expect(unaccounted(offered, text("lead:1", "parking:2", "dogs:1"), by("parking"))).toEqual([])
    expect(unaccounted(offered, text("lead:1", "parking:1"), by())).toEqual(["dogs"])
    expect(unaccounted(offered, text("lead:1", "parking:1"), by("dogs"))).toEqual([])
    expect(unaccounted(offered, text("lead:1", "parking:1", "dogs:1", "noise:1"), by())).toEqual(["noise"])
    expect(unaccounted(offered, text("noise:1", "lead:1", "parking:1", "dogs:1"), by("noise"))).toEqual([])
  })

  it("COVENANT-6 of two clauses that changed places either may be the one that somebody accounts for", () => {
    const swapped = text("lead:1", "dogs:1", "parking:1")
    expect(unaccounted(offered, swapped, by())).toHaveLength(1)
    expect(unaccounted(offered, swapped, by("dogs"))).toEqual([])
    expect(unaccounted(offered, swapped, by("parking"))).toEqual([])
    expect(unaccounted(offered, swapped, by("lead"))).toHaveLength(1)
  })

  it("COVENANT-6 nothing is left over exactly when both texts are the same without what is excused", () => {
    fc.assert(
      fc.property(texts, texts, fc.subarray(["a", "b", "c", "d", "e", "f"]), (one, other, names) => {
        const rest = (clauses: ReadonlyArray<Clause>) => clauses.filter(({ name }) => !names.includes(name))
        const same = JSON.stringify(rest(one)) === JSON.stringify(rest(other))
        expect(unaccounted(one, other, new Set(names)).length === 0).toBe(same)
      }),
    )
  })
})
