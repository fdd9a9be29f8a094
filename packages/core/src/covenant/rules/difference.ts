import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import { type Clause, type ClauseList, namesOf, sameNames } from "./clauses.ts"
import { movedBetween } from "./moved.ts"

/** A clause whose words became others. */
export interface ChangedClause {
  readonly name: string
  readonly was: string
  readonly is: string
}

/** What became of one text to make it another. Names of clauses and commitments, never words. */
export interface Difference {
  /** The names of the clauses in their order, before and after. */
  readonly before: ReadonlyArray<string>
  readonly after: ReadonlyArray<string>
  /** In the order of the text before. */
  readonly removed: ClauseList
  /** In the order of the text after, as `changed` and `moved` are. */
  readonly added: ClauseList
  readonly changed: ReadonlyArray<ChangedClause>
  /** The fewest clauses of both texts that had to be put elsewhere. */
  readonly moved: ReadonlyArray<string>
}

/** The difference begins with another text than it is laid on: `expected` are the clauses it begins with, `clauses` those that do not fit. */
export interface DifferenceDoesNotFit {
  readonly _tag: "DifferenceDoesNotFit"
  readonly rule: "COVENANT-16"
  readonly expected: ReadonlyArray<string>
  readonly got: ReadonlyArray<string>
  readonly clauses: ReadonlyArray<string>
}

const byName = (clauses: ClauseList): ReadonlyMap<string, string> =>
  new Map(clauses.map(({ commitment, name }) => [name, commitment]))

/** What became of a text to make it another (COVENANT-16). */
export const difference = (before: ClauseList, after: ClauseList): Difference => {
  const was = byName(before)
  const is = byName(after)
  const changed = after.flatMap(({ commitment, name }) => {
    const old = was.get(name)
    return old === undefined || old === commitment ? [] : [{ name, was: old, is: commitment }]
  })
  return {
    before: namesOf(before),
    after: namesOf(after),
    removed: before.filter(({ name }) => !is.has(name)),
    added: after.filter(({ name }) => !was.has(name)),
    changed,
    moved: movedBetween(namesOf(before), namesOf(after)),
  }
}

/** What a difference found before it, of the clauses that it touches. */
const foundBy = ({ changed, removed }: Difference): ClauseList => [
  ...removed,
  ...changed.map(({ name, was }) => ({ name, commitment: was })),
]

/** What a difference left behind it, of the clauses that it touched. */
const leftBy = ({ added, changed }: Difference): ClauseList => [
  ...added,
  ...changed.map(({ is, name }) => ({ name, commitment: is })),
]

/** The clauses of which both lists know something, and not the same. */
const contradicting = (one: ClauseList, other: ClauseList): ReadonlyArray<string> => {
  const known = byName(one)
  return other.filter(({ commitment, name }) => (known.get(name) ?? commitment) !== commitment).map(({ name }) => name)
}

const fit = (
  expected: ReadonlyArray<string>,
  got: ReadonlyArray<string>,
  clauses: ReadonlyArray<string>,
): DifferenceDoesNotFit | undefined =>
  sameNames(expected, got) && clauses.length === 0
    ? undefined
    : { _tag: "DifferenceDoesNotFit", rule: "COVENANT-16", expected, got, clauses }

/** The named clauses of which the words are known, in this order. */
const known = (names: ReadonlyArray<string>, words: ReadonlyMap<string, string>): ClauseList =>
  names.flatMap((name) => {
    const commitment = words.get(name)
    return commitment === undefined ? [] : [{ name, commitment }]
  })

/** Lay a difference on the text that it begins with: the text that it ends with (COVENANT-16). */
export const applyDifference = (
  text: ClauseList,
  change: Difference,
): Checked<ReadonlyArray<Clause>, DifferenceDoesNotFit> => {
  const misfit = fit(change.before, namesOf(text), contradicting(text, foundBy(change)))
  if (misfit !== undefined) return refuse(misfit)
  const words = new Map([...byName(text), ...byName(leftBy(change))])
  return accept(known(change.after, words))
}

/**
 * One difference instead of two, of which the second begins where the first ends; neither text is needed. It is the difference
 * between the first text and the last: what came and went again is in it nowhere (COVENANT-16).
 */
export const composeDifferences = (
  first: Difference,
  second: Difference,
): Checked<Difference, DifferenceDoesNotFit> => {
  const misfit = fit(second.before, first.after, contradicting(leftBy(first), foundBy(second)))
  if (misfit !== undefined) return refuse(misfit)
  // What the first found goes before what the second found, and what the second left before what the first left.
  const was = new Map([...byName(foundBy(second)), ...byName(foundBy(first))])
  const is = new Map([...byName(leftBy(first)), ...byName(leftBy(second))])
  const stoodBefore = new Set(first.before)
  const standsAfter = new Set(second.after)
  const changed = second.after.flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)]
    const differs = stoodBefore.has(name) && old !== undefined && now !== undefined && old !== now
    return differs ? [{ name, was: old, is: now }] : []
  })
  return accept({
    before: first.before,
    after: second.after,
    removed: known(
      first.before.filter((name) => !standsAfter.has(name)),
      was,
    ),
    added: known(
      second.after.filter((name) => !stoodBefore.has(name)),
      is,
    ),
    changed,
    moved: movedBetween(first.before, second.after),
  })
}
