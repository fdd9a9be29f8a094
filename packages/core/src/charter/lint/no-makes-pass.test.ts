import { decisionRules, resolve } from "@jinlin/core/charter"
import type { Base, Threshold } from "@jinlin/core/kernel/arithmetic"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { charter, choice, meetingRules, pack, rule, threshold, today } from "../../../test/charter/samples.ts"
import type { PackRule } from "../rule-pack.ts"
import { noMakesPass } from "./no-makes-pass.ts"
import { type Counting, countingOf, type Turnout } from "./turnout.ts"

const countingFor = (...rules: ReadonlyArray<PackRule>): Counting => {
  const one = pack("sample@2020-01-01", { rules })
  const resolved = resolve(charter([one]), [one], today)
  const read = resolved.ok ? decisionRules(resolved.value, "meeting") : resolved
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return countingOf(read.value)
}

describe("LINT-12 a vote against that makes a motion pass", () => {
  it("LINT-12 of four members three make the quorum of article 29: two for it fail, and pass with one against", () => {
    expect(noMakesPass(countingFor(...meetingRules))).toEqual({
      members: 4,
      before: { for: 2, against: 0, abstain: 0, sitting: 0, away: 2 },
      after: { for: 2, against: 1, abstain: 0, sitting: 0, away: 1 },
    })
  })

  it("LINT-12 where more than half of all members must be for it, no vote against helps", () => {
    const counting = countingFor(
      rule("meeting/quorum.heads", "floor", threshold("at-least 1/2 members")),
      rule("meeting/approval.heads", "floor", threshold("more-than 1/2 members")),
    )
    expect(noMakesPass(counting)).toBeUndefined()
  })

  it("LINT-12 without a quorum, no vote against helps", () => {
    const approval = rule("meeting/approval.heads", "floor", threshold("more-than 1/2 valid"))
    expect(noMakesPass(countingFor(approval))).toBeUndefined()
  })

  it("LINT-12 silence makes no quorum, whatever becomes of it: the vote against does", () => {
    const counting = countingFor(
      ...[rule("meeting/quorum.heads", "floor", threshold("at-least 2/3 members")), ...meetingRules.slice(1)],
      rule("meeting/quorum-counts", "exact", choice("participating")),
      rule("meeting/silence", "exact", choice("abstain")),
    )
    expect(noMakesPass(counting)).toMatchObject({ members: 4, before: { for: 2, against: 0 }, after: { against: 1 } })
  })

  it("LINT-12 a high majority is found only in a larger electorate", () => {
    const counting = countingFor(
      rule("meeting/quorum.heads", "floor", threshold("at-least 2/3 members")),
      rule("meeting/approval.heads", "floor", threshold("at-least 9/10 present")),
    )
    expect(noMakesPass(counting)).toMatchObject({ members: 14, before: { for: 9 }, after: { for: 9, against: 1 } })
  })
})

/** One more vote against makes the quorum: the quorum, the approval, and the smallest electorate, worked out by hand. */
const edges = [
  ["at-least 2/3 members", "at-least 19/20 present", { members: 29, for: 19 }],
  ["at-least 1/3 members", "at-least 9/10 present", { members: 28, for: 9 }],
  ["more-than 1/2 members", "at-least 19/20 valid", { members: 38, for: 19 }],
  ["at-least 1/20 members", "more-than 1/2 present", { members: 41, for: 2 }],
  ["at-least 1/1000 members", "more-than 1/2 present", { members: 2001, for: 2 }],
  ["more-than 1/2 members", "at-least 1/2 members", { members: 2, for: 1 }],
  ["at-least 99/100 members", "at-least 49/50 members", { members: 50, for: 49 }],
] as const

/** No vote against helps, in an electorate of whatever size. */
const never = [
  ["at-least 2/3 members", "at-least 1/1 present"],
  ["at-least 2/3 members", "at-least 2/3 members"],
  ["at-least 2/3 entitled", "more-than 2/3 members"],
  ["more-than 2/3 members", "more-than 2/3 members"],
] as const

describe("LINT-12 at the edge of the quorum", () => {
  const counting = (quorum: Parameters<typeof threshold>[0], approval: Parameters<typeof threshold>[0]) =>
    countingFor(
      rule("meeting/quorum.heads", "floor", threshold(quorum)),
      rule("meeting/approval.heads", "floor", threshold(approval)),
    )

  it.each(edges)("LINT-12 a quorum of %s and an approval of %s: %o", (quorum, approval, { for: votes, members }) => {
    const [before, after] = [
      { for: votes, against: 0, abstain: 0, sitting: 0, away: members - votes },
      { for: votes, against: 1, abstain: 0, sitting: 0, away: members - votes - 1 },
    ]
    expect(noMakesPass(counting(quorum, approval))).toEqual({ members, before, after })
  })

  it.each(never)("LINT-12 a quorum of %s and an approval of %s: no vote against helps", (quorum, approval) => {
    expect(noMakesPass(counting(quorum, approval))).toBeUndefined()
  })
})

/** What one voter did. */
const acts = ["for", "against", "abstain", "sitting", "away"] as const
type Act = (typeof acts)[number]

/** Written without the code under test: voters one by one, and shares in whole numbers. */
const verdict = (counting: Counting, voters: ReadonlyArray<Act>): boolean => {
  const how = (...wanted: ReadonlyArray<Act>): number => voters.filter((act) => wanted.includes(act)).length
  const voted = how("for", "against", "abstain")
  const sizes: Record<Base, number> = {
    ...{ members: voters.length, entitled: voters.length, "whole-estate": voters.length },
    ...{ present: voted + how("sitting"), cast: voted, valid: voted, participating: voted },
  }
  const met = ({ comparison, share }: Threshold, count: number, of: number): boolean => {
    const [left, right] = [count * Number(share.denominator), of * Number(share.numerator)]
    return count > 0 && (comparison === "at-least" ? left >= right : left > right)
  }
  const approved = (asked: Threshold): boolean => {
    const silent = asked.base === "participating" && counting.silentTakePart ? how("sitting", "away") : 0
    const following = counting.silentFollow && how("for") > how("against") ? silent : 0
    return met(asked, how("for") + following, sizes[asked.base] + silent)
  }
  return (
    counting.quorum.every((asked) => met(asked, sizes[counting.quorumCounts], sizes[asked.base])) &&
    counting.approval.every(approved) &&
    counting.approval.length > 0
  )
}

const everyEvening = (size: number): ReadonlyArray<ReadonlyArray<Act>> =>
  size === 0 ? [[]] : everyEvening(size - 1).flatMap((others) => acts.map((act) => [...others, act]))

/** Whether in any evening of so many voters, one who had not voted turns a failure into a pass by voting against. */
const happensWith = (counting: Counting, size: number): boolean =>
  everyEvening(size).some(
    (voters) =>
      !verdict(counting, voters) &&
      voters.some(
        (act, index) =>
          (act === "away" || act === "sitting") && verdict(counting, voters.toSpliced(index, 1, "against")),
      ),
  )

const votersOf = (turnout: Turnout): ReadonlyArray<Act> => acts.flatMap((act) => Array<Act>(turnout[act]).fill(act))

const share = fc
  .tuple(fc.bigInt({ min: 1n, max: 5n }), fc.bigInt({ min: 1n, max: 5n }))
  .filter(([above, below]) => above <= below)
  .map(([numerator, denominator]) => ({ numerator, denominator }))

const asked = (...among: ReadonlyArray<Base>): fc.Arbitrary<Threshold> =>
  fc.record({
    share,
    comparison: fc.constantFrom("more-than", "at-least"),
    measure: fc.constantFrom("heads", "area"),
    base: fc.constantFrom(...among),
  })

const someCounting: fc.Arbitrary<Counting> = fc.record({
  quorum: fc.array(asked("members", "entitled", "whole-estate"), { maxLength: 2 }),
  approval: fc.array(asked("members", "present", "participating", "valid", "cast", "entitled"), {
    minLength: 1,
    maxLength: 2,
  }),
  quorumCounts: fc.constantFrom("present", "participating"),
  silentTakePart: fc.boolean(),
  silentFollow: fc.boolean(),
})

describe("LINT-12 the search, against voters counted one by one", () => {
  it("LINT-12 finds the smallest electorate that there is, and none where there is none", () => {
    fc.assert(
      fc.property(someCounting, (counting) => {
        const found = noMakesPass(counting)?.members
        const smallest = [1, 2, 3, 4].find((size) => happensWith(counting, size))
        expect(found !== undefined && found <= 4 ? found : undefined).toBe(smallest)
      }),
      { numRuns: 150 },
    )
  })

  it("LINT-12 finds no larger electorate than there is, among those of up to 20 who vote for or against or stay away", () => {
    const evening = (size: number, votes: number, against: number): ReadonlyArray<Act> => [
      ...Array<Act>(votes).fill("for"),
      ...Array<Act>(against).fill("against"),
      ...Array<Act>(size - votes - against).fill("away"),
    ]
    const happens = (counting: Counting, size: number): boolean =>
      Array.from({ length: size }, (_, came) => came).some((came) =>
        Array.from({ length: came + 1 }, (_, votes) => votes).some(
          (votes) =>
            !verdict(counting, evening(size, votes, came - votes)) &&
            verdict(counting, evening(size, votes, came - votes + 1)),
        ),
      )
    const steep = fc
      .record({ asked: asked("present", "valid", "members"), missing: fc.bigInt({ min: 3n, max: 14n }) })
      .map(({ asked: one, missing }) => ({ ...one, share: { numerator: missing - 1n, denominator: missing } }))
    fc.assert(
      fc.property(someCounting, steep, (counting, approval) => {
        const steeper = { ...counting, approval: [approval] }
        const found = noMakesPass(steeper)?.members ?? Number.POSITIVE_INFINITY
        for (let size = 9; size <= 20; size += 1) if (happens(steeper, size)) expect(found).toBeLessThanOrEqual(size)
      }),
      { numRuns: 60 },
    )
  })

  it("LINT-12 what it shows is so: the motion fails before and passes after, and one voter more is against it", () => {
    fc.assert(
      fc.property(someCounting, (counting) => {
        const witness = noMakesPass(counting)
        if (witness === undefined) return
        const { after, before, members } = witness
        expect([votersOf(before).length, votersOf(after).length]).toEqual([members, members])
        expect(after).toMatchObject({ for: before.for, against: before.against + 1, abstain: before.abstain })
        expect([verdict(counting, votersOf(before)), verdict(counting, votersOf(after))]).toEqual([false, true])
      }),
      { numRuns: 300 },
    )
  })
})
