import { compareFractions, one } from "../../kernel/fraction.ts"
import { needed, type Threshold } from "../../kernel/threshold.ts"
import type { LintFinding } from "./finding.ts"
import { type DecidingSet, decidingSets, thresholdRules, whole } from "./sets.ts"
import { type Counting, countingOf, passes, type Turnout } from "./turnout.ts"
import { rulePath, type View } from "./view.ts"

/** A motion that fails, and would pass if one more voter came or spoke up and voted against it. */
export interface Witness {
  readonly members: number
  readonly before: Turnout
  readonly after: Turnout
}

/** Electorates up to this size are searched in every way of voting, and larger ones up to the other at the edge of the quorum. */
const everyWay = 8
const edges = 10_000

const upTo = (last: number): ReadonlyArray<number> => Array.from({ length: last + 1 }, (_, index) => index)

function* turnouts(members: number): Generator<Turnout> {
  for (const votes of upTo(members))
    for (const against of upTo(members - votes))
      for (const abstain of upTo(members - votes - against))
        for (const sitting of upTo(members - votes - against - abstain))
          yield { for: votes, against, abstain, sitting, away: members - votes - against - abstain - sitting }
}

/**
 * Where one voter is missing from a quorum and all others are for the motion. Another vote against can help only by making the
 * quorum, and no other evening leaves the approval more room: so where none of these is a witness, no evening of so many is.
 */
function* edgesOf({ quorum }: Counting, members: number): Generator<Turnout> {
  for (const asked of new Set(quorum.map((each) => needed(each, members)))) {
    if (asked > members) continue
    const [turnout, others] = [{ for: asked - 1, against: 0, abstain: 0 }, members - asked + 1]
    yield { ...turnout, sitting: 0, away: others }
    yield { ...turnout, sitting: others, away: 0 }
  }
}

/** The same evening with one more vote against: of one who stayed away, or of one who sat there in silence. */
const withOneMoreNo = (turnout: Turnout): ReadonlyArray<Turnout> => {
  const against = turnout.against + 1
  const came = turnout.away > 0 ? [{ ...turnout, against, away: turnout.away - 1 }] : []
  const spoke = turnout.sitting > 0 ? [{ ...turnout, against, sitting: turnout.sitting - 1 }] : []
  return [...came, ...spoke]
}

const witnessOf = (counting: Counting, before: Turnout): Witness | undefined => {
  const after = withOneMoreNo(before).find((turnout) => passes(counting, turnout))
  if (after === undefined || passes(counting, before)) return undefined
  const { abstain, against, away, sitting, for: votes } = before
  return { members: votes + against + abstain + sitting + away, before, after }
}

/** Whether an approval of a share of all asks at least as much as a quorum of all: then the quorum never is what is missing. */
const covers = (approval: Threshold, quorum: Threshold): boolean => {
  if (!whole.has(approval.base) || !whole.has(quorum.base)) return false
  const shares = compareFractions(approval.share, quorum.share)
  return shares > 0 || (shares === 0 && (approval.comparison === "more-than" || quorum.comparison === "at-least"))
}

/** Nothing hangs on a quorum, or nothing passes with a vote against: then no electorate need be looked at. */
const isPlain = ({ approval, quorum }: Counting): boolean =>
  approval.some(({ share }) => compareFractions(share, one) >= 0) ||
  quorum.every((asked) => approval.some((each) => covers(each, asked)))

/**
 * The smallest electorate in which a further vote against makes a failed motion pass, voters weighing the same. Undefined: there
 * is none of up to 8 voters in any way of voting, nor one of up to 10,000 in which one voter is missing from the quorum.
 */
export const noMakesPass = (counting: Counting): Witness | undefined => {
  if (isPlain(counting)) return undefined
  for (let members = 1; members <= edges; members += 1) {
    for (const before of members <= everyWay ? turnouts(members) : edgesOf(counting, members)) {
      const witness = witnessOf(counting, before)
      if (witness !== undefined) return witness
    }
  }
  return undefined
}

const factsOf = ({ after, before, members }: Witness) => ({
  members,
  for: before.for,
  against: before.against,
  abstain: before.abstain,
  present: members - before.away,
  presentThen: members - after.away,
})

/** One search for each way of counting, however many sets and days count in that way. */
const remembered = (): ((counting: Counting) => Witness | undefined) => {
  const known = new Map<string, Witness | undefined>()
  return (counting) => {
    const text = JSON.stringify(counting, (_, value) => (typeof value === "bigint" ? value.toString() : value))
    if (!known.has(text)) known.set(text, noMakesPass(counting))
    return known.get(text)
  }
}

const foundIn = (view: View, set: DecidingSet, witness: Witness): ReadonlyArray<LintFinding> => {
  const rules = thresholdRules(set)
  const named = rules.find(({ from }) => from === "own") ?? rules[0]
  if (named === undefined) return []
  const level = named.from === "own" ? "warning" : "note"
  const facts = { day: view.day, set: set.set, ...factsOf(witness) }
  return [{ rule: "LINT-12", level, path: rulePath(view, named), facts, citation: named.citation }]
}

/** Nobody helps a motion by voting against it. Where the law has it so, it is told as a note. Rule LINT-12. */
export const noMustNotHelp = (views: ReadonlyArray<View>): ReadonlyArray<LintFinding> => {
  const search = remembered()
  return views.flatMap((view) =>
    decidingSets(view).flatMap((set) => {
      const witness = search(countingOf(set.rules))
      return witness === undefined ? [] : foundIn(view, set, witness)
    }),
  )
}
