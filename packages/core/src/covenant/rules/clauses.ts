/** A clause of a text: its name, and the commitment to its words. */
export interface Clause {
  readonly name: string
  readonly commitment: string
}

/** A text as far as rules see it: its clauses in their order, each named once. */
export type ClauseList = ReadonlyArray<Clause>

/** The names in their order. */
export const namesOf = (clauses: ClauseList): ReadonlyArray<string> => clauses.map(({ name }) => name)

/** Whether two lists hold the same, in the same order. */
export const sameNames = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === other.length && one.every((name, place) => other[place] === name)

/** The first name that two clauses bear; nothing where each has its own (COVENANT-2). */
export const clauseNamedTwice = (clauses: ClauseList): string | undefined => {
  const names = namesOf(clauses)
  return names.find((name, place) => names.indexOf(name) < place)
}

/** Whether two texts are the same: the same clauses, with the same words, in the same order. */
export const sameClauses = (one: ClauseList, other: ClauseList): boolean =>
  one.length === other.length &&
  one.every(({ commitment, name }, place) => other[place]?.name === name && other[place]?.commitment === commitment)

/** Of the clauses that a text must have, those that this text does not have (COVENANT-7). */
export const missingClauses = <Required extends { readonly clause: string }>(
  required: ReadonlyArray<Required>,
  clauses: ClauseList,
): ReadonlyArray<Required> => {
  const names = new Set(namesOf(clauses))
  return required.filter(({ clause }) => !names.has(clause))
}
