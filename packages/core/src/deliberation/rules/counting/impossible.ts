import type { Finding } from "../../../kernel/finding.ts"
import type { BoxCount } from "../../circumstances.ts"
import type { Sitting } from "../../model.ts"
import type { CastVotes, Turnout } from "./turnout.ts"
import { isCount, votesIn, votesInBox } from "./unnamed-votes.ts"

const cannotBe = (reason: string, count: number, of: number): Finding => ({
  rule: "TALLY-14",
  holds: false,
  facts: { reason, count, of },
})

const numbersIn = ({ counted, presentCount }: Sitting, box: ReadonlyArray<BoxCount>): ReadonlyArray<number> => [
  ...(presentCount === null ? [] : [presentCount]),
  ...(counted === null ? [] : [counted.for, counted.against, counted.abstain, counted.void]),
  ...box.map(({ count }) => count),
]

/** Where nobody was taken down as present, nobody can say that more voted than came. */
const presenceIsKnown = ({ present, presentCount }: Sitting): boolean => presentCount !== null || present.length > 0

/** The heads that were taken down as present, without those who are only known to have voted. */
const recordedHeads = ({ present, presentCount, recusals, roll }: Sitting): number => {
  if (presentCount !== null) return presentCount
  const there = new Set(present)
  for (const { voter } of recusals) there.delete(voter)
  return roll.filter(({ voter }) => there.has(voter)).reduce((sum, { heads }) => sum + heads, 0)
}

/**
 * Numbers that contradict each other. They prove nothing, so that nothing passes on them: votes that are no count, a box
 * with other than one vote of each voter who cast one, more present than entitled, more votes by hand than present or than
 * entitled, votes without names where a voter weighs other than one head. Rule TALLY-14.
 */
export const impossibilities = (
  sitting: Sitting,
  { box, marks }: CastVotes,
  turnout: Turnout,
): ReadonlyArray<Finding> => {
  const { cast, entitled } = turnout
  const numbers = numbersIn(sitting, box)
  const broken = numbers.filter((count) => !isCount(count)).length
  if (broken > 0) return [cannotBe("no-count", broken, numbers.length)]
  const secret = [...marks.values()].filter((mark) => mark === "secret").length
  const inBox = votesIn(votesInBox(box))
  const unequal = sitting.roll.filter(({ heads }) => heads !== 1).length
  const isUnnamed = sitting.counted !== null || inBox > 0
  const recorded = recordedHeads(sitting)
  const taken = sitting.presentCount ?? 0
  return [
    ...(inBox === secret ? [] : [cannotBe("box-and-voters-differ", inBox, secret)]),
    ...(isUnnamed && unequal > 0 ? [cannotBe("unequal-heads-without-names", unequal, sitting.roll.length)] : []),
    ...(taken > entitled.heads ? [cannotBe("more-present-than-entitled", taken, entitled.heads)] : []),
    ...(cast.heads > entitled.heads ? [cannotBe("more-votes-than-entitled", cast.heads, entitled.heads)] : []),
    ...(sitting.counted !== null && presenceIsKnown(sitting) && cast.heads > recorded
      ? [cannotBe("more-votes-than-present", cast.heads, recorded)]
      : []),
  ]
}
