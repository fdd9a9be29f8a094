import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deeds, ruleSets, sittingOf } from "../../test/counting/electorates.ts"
import type { Person } from "../../test/counting/oracle.ts"
import { ballot, type CountingRules, moreThan, sitting, voidBallot, voter } from "../../test/counting/sittings.ts"
import type { ArrivedBallot, Sitting } from "./index.ts"
import { judge, judgeSitting, type TallyRules, tallyOfCounts } from "./rules/index.ts"

type People = ReadonlyArray<Person>

const rules = fc.constantFrom(...Object.values(ruleSets))

/** Up to nine people with areas of their own, who did what they did, some recused. */
const electorates = fc
  .array(
    fc.record({
      area: fc.nat(12),
      deed: fc.constantFrom(...deeds),
      recused: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    }),
    { maxLength: 9 },
  )
  .map(
    (people): People =>
      people.map(({ area, deed, recused }, place) => ({ name: `v${place + 1}`, heads: 1, area, ...deed, recused })),
  )

const outcomeOf = (people: People, by: CountingRules) => {
  const { arrived, sitting: held } = sittingOf(people, by, (place) => place % 2 === 0)
  return judgeSitting(held, arrived)
}

const doing = (people: People, name: string, did: Person["did"]): People =>
  people.map((one) => (one.name === name ? { ...one, did, here: true } : one))

/** Rules that treat for and against alike: more than half of those who say one or the other. */
const symmetric: CountingRules = { approval: [moreThan("1/2", "valid")] }
const swapped: Record<Person["did"], Person["did"]> = {
  ...{ for: "against", against: "for", abstain: "abstain", void: "void", silent: "silent" },
}
const withSidesSwapped = (people: People): People => people.map((one) => ({ ...one, did: swapped[one.did] }))

describe("two-option decisions", () => {
  it("TALLY-6 anonymity (permute voters): the same things done by others of the same weight come to the same", () => {
    fc.assert(
      fc.property(electorates, rules, fc.nat(8), (people, by, turn) => {
        const by_ = turn % (people.length || 1)
        const turned = [...people.slice(by_), ...people.slice(0, by_)]
        const renamed = turned.map((one, place) => ({ ...one, name: `v${place + 1}` }))
        const { setAside: _, ...before } = outcomeOf(people, by)
        const { setAside: __, ...after } = outcomeOf(renamed, by)
        expect(after).toEqual(before)
      }),
    )
  })

  it("TALLY-10 neutrality (swap options): where a rule treats both alike, exactly one side wins, or it is a tie", () => {
    fc.assert(
      fc.property(electorates, (all) => {
        const people = all.filter(({ did }) => did !== "abstain")
        const [one, other] = [outcomeOf(people, symmetric), outcomeOf(withSidesSwapped(people), symmetric)]
        const isTie = one.tally.for.heads === one.tally.against.heads
        expect([one.passes, other.passes].filter(Boolean)).toHaveLength(isTie ? 0 : 1)
        expect(other.tally.for).toEqual(one.tally.against)
      }),
    )
  })

  it("TALLY-11 decisiveness (a tie broken by one more vote)", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (each) => {
        const outcome = (forIt: number, against: number) =>
          judge(symmetric as TallyRules, tallyOfCounts({ members: 3_000_000, for: forIt, against })).passes
        expect([outcome(each, each), outcome(each + 1, each), outcome(each, each + 1)]).toEqual([false, true, false])
      }),
    )
  })

  it("TALLY-10 positive response (a change towards X never hurts X): whoever was not for it and votes for it", () => {
    fc.assert(
      fc.property(electorates, rules, fc.nat(8), (people, by, which) => {
        const one = people[which % (people.length || 1)]
        fc.pre(one !== undefined)
        const before = outcomeOf(people, by)
        const after = outcomeOf(doing(people, one.name, "for"), by)
        expect(before.passes && !after.passes).toBe(false)
      }),
    )
  })

  it("TALLY-10 nor does a change away from it help: from for to abstain or against", () => {
    fc.assert(
      fc.property(electorates, rules, fc.nat(8), fc.constantFrom("abstain", "against"), (people, by, which, did) => {
        const one = people.filter((person) => person.did === "for")[which % (people.length || 1)]
        fc.pre(one !== undefined)
        const after = outcomeOf(doing(people, one.name, did as Person["did"]), by)
        expect(after.passes && !outcomeOf(people, by).passes).toBe(false)
      }),
    )
  })

  it("TALLY-12 abstention never counts as yes: who abstains approves nothing and stands in the way of what is valid", () => {
    fc.assert(
      fc.property(electorates, rules, (people, by) => {
        const { tally } = outcomeOf(people, by)
        const all = people.filter(({ did, recused }) => did === "abstain" && recused !== true)
        expect(tally.abstain.heads).toBe(all.length)
        const nobody = people.map((one) => (one.did === "for" ? ({ ...one, did: "abstain" } as const) : one))
        expect(outcomeOf(nobody, by).passes).toBe(false)
      }),
    )
  })

  it("TALLY-2 adding an ineligible ballot changes nothing: of a stranger, of somebody recused, late, early, or by no proxy", () => {
    const extra = fc.constantFrom<ReadonlyArray<ArrivedBallot>>(
      [ballot("x", "for")],
      [voidBallot("x"), ballot("y", "against", { at: 0 })],
      [ballot("v1", "for", { at: 999 })],
      [ballot("v1", "against", { at: 2_001 })],
      [ballot("v2", "for", { kept: "late" }), ballot("v1", "for", { castBy: "v2" })],
      [ballot("v3", "for", { castBy: "x" })],
    )
    fc.assert(
      fc.property(electorates, rules, extra, (people, by, ballots) => {
        const { arrived, sitting: held } = sittingOf(people, by, (place) => place % 2 === 0)
        const before = judgeSitting(held, arrived)
        const after = judgeSitting(held, { ...arrived, ballots: [...ballots, ...arrived.ballots] })
        expect({ ...after, setAside: [] }).toEqual({ ...before, setAside: [] })
        expect(after.setAside).toHaveLength(before.setAside.length + ballots.length)
      }),
    )
  })

  it("TALLY-6 splitting the ballot box and adding the parts gives the same tally (consistency)", () => {
    const parts = fc.array(fc.record({ choice: fc.constantFrom("for", "against", "abstain", "?"), count: fc.nat(9) }))
    fc.assert(
      fc.property(parts, fc.nat(40), (box, at) => {
        const held = sitting(symmetric, { roll: [voter("v1")] })
        const tally = (some: typeof box) => judgeSitting(held, { ballots: [], box: some }).tally
        const [one, other, all] = [tally(box.slice(0, at)), tally(box.slice(at)), tally(box)]
        for (const field of ["for", "against", "abstain", "valid"] as const)
          expect(one[field].heads + other[field].heads).toBe(all[field].heads)
      }),
    )
  })

  it("TALLY-6 the tallies of two halves of the voters add up to that of all", () => {
    fc.assert(
      fc.property(electorates, rules, fc.nat(9), (people, by, at) => {
        const [one, other] = [outcomeOf(people.slice(0, at), by).tally, outcomeOf(people.slice(at), by).tally]
        const all = outcomeOf(people, by).tally
        for (const field of Object.keys(all) as Array<keyof typeof all>) {
          expect(one[field].heads + other[field].heads).toBe(all[field].heads)
          expect(one[field].area + other[field].area).toBe(all[field].area)
        }
      }),
    )
  })
})

describe("counting", () => {
  it("TALLY-6 each number lies within the next", () => {
    fc.assert(
      fc.property(electorates, rules, (people, by) => {
        const { tally } = outcomeOf(people, by)
        for (const measure of ["heads", "area"] as const) {
          const [said, all] = [tally.for[measure] + tally.against[measure] + tally.abstain[measure], tally]
          const chain = [all.valid, all.cast, all.present, all.entitled, all.members].map((one) => one[measure])
          expect(chain).toEqual(chain.toSorted((a, b) => a - b))
          expect([said, all.cast[measure] + all.silent[measure]]).toEqual([all.valid[measure], all.entitled[measure]])
        }
      }),
    )
  })

  it("TALLY-1 ballots in any order, of instants of their own, come to the same, in all that is said", () => {
    const arriving = fc.uniqueArray(
      fc.record({
        voter: fc.constantFrom("v1", "v2", "v3", "x"),
        choice: fc.constantFrom("for" as const, "against" as const, "abstain" as const),
        castBy: fc.constantFrom("v1", "v2", "v3"),
        channel: fc.constantFrom("online" as const, "paper" as const),
        at: fc.integer({ min: 990, max: 2_010 }),
        kept: fc.constantFrom("counts" as const, "void" as const, "late" as const),
      }),
      { selector: ({ at }) => at, maxLength: 12 },
    )
    const held = (by: CountingRules): Sitting =>
      sitting(by, {
        roll: [voter("v1", { area: 3 }), voter("v2", { area: 4 }), voter("v3", { area: 5 })],
        proxies: [{ voter: "v1", by: "v2" }],
      })
    const withProxies = rules.chain((by) =>
      fc.constantFrom<CountingRules>({ ...by, cap: 1 }, { ...by, cap: 1, repeated: "first" }),
    )
    fc.assert(
      fc.property(arriving, withProxies, fc.nat(11), (ballots, by, turn) => {
        const once = judgeSitting(held(by), { ballots, box: [] })
        const turned = [...ballots.slice(turn), ...ballots.slice(0, turn)].toReversed()
        expect(judgeSitting(held(by), { ballots: turned, box: [] })).toEqual(once)
        expect(once.tally.cast.heads + once.tally.silent.heads).toBe(3)
      }),
    )
  })

  it("TALLY-1 as many ballots are told as arrived: counted, or set aside with a reason", () => {
    const arriving = fc.array(
      fc.record({
        voter: fc.constantFrom("v1", "v2", "x"),
        choice: fc.constantFrom("for" as const, "against" as const),
        castBy: fc.constantFrom("v1", "v2"),
        channel: fc.constantFrom("online" as const, "paper" as const),
        at: fc.integer({ min: 990, max: 2_010 }),
        kept: fc.constantFrom("counts" as const, "void" as const),
      }),
      { maxLength: 9 },
    )
    fc.assert(
      fc.property(arriving, (ballots) => {
        const held = sitting(symmetric, { roll: [voter("v1"), voter("v2")] })
        const { setAside, tally } = judgeSitting(held, { ballots, box: [] })
        expect(tally.valid.heads + setAside.length).toBe(ballots.length)
      }),
    )
  })

  it("TALLY-11 a decision in two dimensions passes exactly when both do", () => {
    fc.assert(
      fc.property(electorates, (people) => {
        const asked = (...measures: ReadonlyArray<"heads" | "area">): CountingRules => ({
          ...{ quorumCounts: "participating", quorum: measures.map((one) => moreThan("1/3", "whole-estate", one)) },
          approval: measures.map((one) => moreThan("1/2", "participating", one)),
        })
        const passes = (by: CountingRules) => outcomeOf(people, by).passes
        expect(passes(asked("heads", "area"))).toBe(passes(asked("heads")) && passes(asked("area")))
      }),
    )
  })

  it("TALLY-12 silence never helps without a clause", () => {
    const policies = fc.constantFrom("abstain" as const, "follow-majority" as const)
    fc.assert(
      fc.property(electorates, rules, policies, (people, by, policy) => {
        const silent = outcomeOf(people, { ...by, silence: { policy, clause: null } })
        const apart = outcomeOf(people, { ...by, silence: { policy: "not-participating", clause: null } })
        expect(silent.passes && !apart.passes).toBe(false)
      }),
    )
  })

  it("TALLY-8 whatever is asked for, a judgement passes exactly when all its findings hold and one is of an approval", () => {
    fc.assert(
      fc.property(electorates, rules, (people, by) => {
        const { findings, passes } = outcomeOf(people, by)
        expect(passes).toBe(findings.every(({ holds }) => holds) && findings.some(({ rule }) => rule === "TALLY-10"))
      }),
    )
  })

  it("TALLY-15 flips are told of an outcome that the change turns, and each at most once", () => {
    fc.assert(
      fc.property(electorates, rules, (people, by) => {
        const { flips, passes } = outcomeOf(people, by)
        const kinds = flips.map(({ change }) => change)
        expect(new Set(kinds).size).toBe(kinds.length)
        expect(flips.every(({ voters }) => voters >= 1 && voters <= people.length)).toBe(true)
        const other = passes ? ["others-vote-for", "silent-vote-for"] : ["silent-vote-against", "for-vote-against"]
        expect(kinds.filter((kind) => other.includes(kind))).toEqual([])
      }),
    )
  })
})
