import type { Objection, RaisedObjection } from "../model.ts"

/** The objections that wait for an answer, in the order in which they came. Rule DISCLOSURE-12. */
export const openObjections = (objections: ReadonlyArray<Objection>): ReadonlyArray<Objection> =>
  objections.filter(({ answered }) => answered === null)

/** What a correction takes over from the disclosure that it corrects: what is not answered there. Rule DISCLOSURE-15. */
export const carriedFrom = (disclosure: string, objections: ReadonlyArray<Objection>): ReadonlyArray<RaisedObjection> =>
  openObjections(objections).map(({ answered: _, ...raised }) => ({ ...raised, from: disclosure }))

/** Of the open objections, those that a correction does not know. Rule DISCLOSURE-15. */
export const notCarried = (
  objections: ReadonlyArray<Objection>,
  known: ReadonlyArray<Objection>,
): ReadonlyArray<string> =>
  openObjections(objections)
    .filter(({ objection, text }) => !known.some((one) => one.objection === objection && one.text === text))
    .map(({ objection }) => objection)
