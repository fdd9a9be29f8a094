import type { Because, MoveCause, OwedTurn, Rota, Term } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { nextInTurn } from "./next-in-turn.ts"
import { standIns } from "./substitute.ts"

/** Where a turn goes that its unit does not take. `unit` null: it stays vacant. */
export interface MovedTurn {
  readonly unit: string | null
  readonly counts: boolean
  readonly round: number
  readonly because: Because
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
  const except = before === null ? [] : [before]
  if (policy.movedTurns === "next-in-turn") {
    const turn = nextInTurn(rota, policy.order, except)
    if (turn !== undefined) return { ...turn, counts: true, because: { _tag: "TookOver", before, cause } }
  }
  if (policy.movedTurns === "substitute") {
    const unit = standIns(rota, policy).find((candidate) => candidate !== before)
    if (unit !== undefined)
      return { unit, counts: false, round: term.round, because: { _tag: "StandsIn", before, cause }, repays: null }
  }
  return { unit: null, counts: false, round: term.round, because: { _tag: "LeftVacant", before, cause }, repays: null }
}

/**
 * Which published turns a merged unit gives back. It may keep as many as the better-off of the two had; `keep-earlier`
 * gives back its latest ones, `keep-later` its earliest, `keep-both` none (CHAIR-14).
 */
export const doubledTurns = (
  rule: RotaPolicy["mergedTurns"],
  turnsOfEach: readonly [ReadonlyArray<number>, ReadonlyArray<number>],
): ReadonlyArray<number> => {
  const [one, other] = turnsOfEach
  const surplus = one.length < other.length ? one.length : other.length
  if (rule === "keep-both" || surplus === 0) return []
  const all = [...one, ...other].sort((left, right) => left - right)
  return rule === "keep-earlier" ? all.slice(all.length - surplus) : all.slice(0, surplus)
}
