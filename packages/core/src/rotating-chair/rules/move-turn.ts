import type { Because, MoveCause, OwedTurn, Rota, Term } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { nextInTurn } from "./next-in-turn.ts"
import { standIns } from "./substitute.ts"
import { servingTerm } from "./turn-book.ts"

/** Where a turn goes that its unit does not take. `unit` null: it stays vacant. */
export interface MovedTurn {
  readonly unit: string | null
  readonly counts: boolean
  readonly round: number
  /** Why it goes there, and why this unit is the one. */
  readonly because: ReadonlyArray<Because>
  readonly repays: OwedTurn | null
}

/**
 * Who takes a turn that moved away from its unit (the policy's `movedTurns`): the next in turn, as a turn of its own; a
 * stand-in, which counts for nobody; or nobody yet. The unit it moved away from is passed over. Nobody else's published
 * turn changes (CHAIR-5).
 */
export const whoTakesOver = (
  rota: Rota,
  policy: Pick<RotaPolicy, "order" | "movedTurns" | "substitute">,
  move: { readonly term: Pick<Term, "unit" | "round">; readonly cause: MoveCause },
): MovedTurn => {
  const { cause, term } = move
  const before = term.unit
  const turn = policy.movedTurns === "next-in-turn" ? nextInTurn(rota, policy.order, [before]) : undefined
  if (turn !== undefined) return { ...turn, counts: true, because: [{ _tag: "TookOver", before, cause }, turn.because] }
  // The chair itself is asked last: it may stand in for somebody else's later turn.
  const asked = policy.movedTurns === "substitute" ? [...standIns(rota, policy), servingTerm(rota)?.unit] : []
  const unit = asked.find((candidate) => candidate !== before) ?? null
  const because: Because = { _tag: unit === null ? "LeftVacant" : "StandsIn", before, cause }
  return { unit, counts: false, round: term.round, because: [because], repays: null }
}

/**
 * Which published turns a merged unit gives back. It may keep as many as the better-off of the two had; `keep-earlier`
 * gives back its latest ones, `keep-later` its earliest, `keep-both` none (CHAIR-14).
 */
export const doubledTurns = (
  rule: RotaPolicy["mergedTurns"],
  turnsOfEach: readonly [ReadonlyArray<number>, ReadonlyArray<number>],
): ReadonlyArray<number> => {
  const all = turnsOfEach.flat().sort((left, right) => left - right)
  const surplus = rule === "keep-both" ? 0 : Math.min(...turnsOfEach.map((turns) => turns.length))
  return rule === "keep-earlier" ? all.slice(all.length - surplus) : all.slice(0, surplus)
}
