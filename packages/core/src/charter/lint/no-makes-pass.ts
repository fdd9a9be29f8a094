import type { LintFinding } from "./finding.ts"
import { type DecidingSet, decidingSets, thresholdRules } from "./sets.ts"
import { type Counting, countingOf, passes, type Turnout } from "./turnout.ts"
import { rulePath, type View } from "./view.ts"

/** A motion that fails, and would pass if one more voter came or spoke up and voted against it. */
export interface Witness {
  readonly members: number
  readonly before: Turnout
  readonly after: Turnout
}

/** Electorates up to this size are searched in every way of voting, larger ones with votes for and against alone. */
const everyWay = 8
const twoWays = 24

const upTo = (last: number): ReadonlyArray<number> => Array.from({ length: last + 1 }, (_, index) => index)

function* turnouts(members: number): Generator<Turnout> {
  const others = members <= everyWay ? members : 0
  for (const votes of upTo(members))
    for (const against of upTo(members - votes))
      for (const abstain of upTo(Math.min(others, members - votes - against)))
        for (const sitting of upTo(Math.min(others, members - votes - against - abstain)))
          yield { for: votes, against, abstain, sitting, away: members - votes - against - abstain - sitting }
}

/** The same evening with one more vote against: of one who stayed away, or of one who sat there in silence. */
const withOneMoreNo = (turnout: Turnout): ReadonlyArray<Turnout> => {
  const against = turnout.against + 1
  const came = turnout.away > 0 ? [{ ...turnout, against, away: turnout.away - 1 }] : []
  const spoke = turnout.sitting > 0 ? [{ ...turnout, against, sitting: turnout.sitting - 1 }] : []
  return [...came, ...spoke]
}

/**
 * The smallest electorate in which a further vote against makes a failed motion pass, found by trying all of them, voters
 * weighing the same. Undefined: there is none of up to 8 voters, nor one of up to 24 who vote for or against or stay away.
 */
export const noMakesPass = (counting: Counting): Witness | undefined => {
  for (let members = 1; members <= twoWays; members += 1) {
    for (const before of turnouts(members)) {
      const after = withOneMoreNo(before).find((turnout) => passes(counting, turnout))
      if (after !== undefined && !passes(counting, before)) return { members, before, after }
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
