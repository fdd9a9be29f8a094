import type { Tally, Voter } from "@jinlin/core/deliberation"
import type { DecisionRules } from "@jinlin/core/kernel"
import type { Measure } from "@jinlin/core/kernel/arithmetic"
import { fewestOnRoll, fewestToldApart } from "../policy.ts"

/** A line of a tally. */
export type Line = keyof Tally

/** The lines that lie within each other, the widest first: what two of them differ by is a group of voters. */
const nested: ReadonlyArray<Line> = ["members", "entitled", "present", "cast", "valid", "for"]

type Asked = DecisionRules["approval"][number]["threshold"]

const baseOf = ({ base }: Asked): Line => {
  if (base === "whole-estate") return "members"
  return base === "participating" ? "cast" : base
}

/** The lines that a quorum reads. */
export const quorumReads = (rules: DecisionRules, threshold: Asked): ReadonlyArray<Line> => [
  baseOf(threshold),
  rules.quorumCounts === "present" ? "present" : "cast",
]

/** The lines that an approval reads; where silence counts for something, the silent and the votes against too. */
export const approvalReads = ({ silence }: DecisionRules, threshold: Asked): ReadonlyArray<Line> => {
  const ofSilence: ReadonlyArray<Line> =
    silence.policy === "not-participating" || threshold.base !== "participating" ? [] : ["silent", "against"]
  return [baseOf(threshold), "for", ...ofSilence]
}

/** Every line that rules read in a measure. */
const readIn = (rules: DecisionRules, measure: Measure): ReadonlySet<Line> =>
  new Set([
    ...rules.quorum
      .filter(({ threshold }) => threshold.measure === measure)
      .flatMap(({ threshold }) => quorumReads(rules, threshold)),
    ...rules.approval
      .filter(({ threshold }) => threshold.measure === measure)
      .flatMap(({ threshold }) => approvalReads(rules, threshold)),
  ])

/** Whether all weigh the same in a measure: then a sum says how many they are and nothing more. */
export const weighAlike = (roll: ReadonlyArray<Voter>, measure: Measure): boolean =>
  roll.every((voter) => voter[measure] === roll[0]?.[measure])

/** The fewest voters who have so many heads together: the heaviest ones. */
const fewestWith = (roll: ReadonlyArray<Voter>, heads: number): number => {
  let left = heads
  let voters = 0
  for (const voter of roll.toSorted((one, other) => other.heads - one.heads)) {
    if (left <= 0) break
    left -= voter.heads
    voters += 1
  }
  return voters
}

/** Whether a group is nobody, or large enough that its sum points at none of its voters. */
const isCrowd = (
  roll: ReadonlyArray<Voter>,
  { area, heads }: { readonly heads: number; readonly area: number },
): boolean => (heads === 0 ? area === 0 : fewestWith(roll, heads) >= fewestToldApart)

/**
 * The lines that are told in a measure in which voters weigh differently: those that the rules read, if the roll is long and each
 * group that they tell apart is large; else only what the whole roll weighs. Rule RECORD-5.
 */
export const toldLines = (
  { roll, rules }: { readonly roll: ReadonlyArray<Voter>; readonly rules: DecisionRules },
  tally: Tally,
  measure: Measure,
): ReadonlySet<Line> => {
  const alone: ReadonlySet<Line> = new Set(["members"])
  const read = readIn(rules, measure)
  if (roll.length < fewestOnRoll || read.has("silent") || read.has("against")) return alone
  const lines = nested.filter((line) => line === "members" || read.has(line))
  const groups = lines.map((line, place) => {
    const inner = lines[place + 1]
    const within = inner === undefined ? { heads: 0, area: 0 } : tally[inner]
    return { heads: tally[line].heads - within.heads, area: tally[line].area - within.area }
  })
  return groups.every((group) => isCrowd(roll, group)) ? new Set(lines) : alone
}
