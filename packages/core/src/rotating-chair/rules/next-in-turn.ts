import { drawNumber } from "../../kernel/draw.ts"
import type { Because, OwedTurn, Seat } from "../model.ts"
import type { TurnOrder } from "../policy.ts"
import { seatOf, type TurnBook } from "./turn-book.ts"

/** A turn that was found: whose it is, in which round, why, and the debt that it settles. */
export interface Turn {
  readonly unit: string
  readonly round: number
  readonly because: Because
  readonly repays: OwedTurn | null
}

/** The round of a seat's next turn: a seat has one turn in every round, and none is left out when it is passed over. */
const roundOf = (seat: Seat): number => seat.lastRound + 1

/**
 * What an order compares, the smaller number first, the next number where the first are equal; no two seats have them all
 * alike. `LongestWaiting` is the queue: who was seated or given a turn longest ago goes first, so a newcomer overtakes
 * nobody (CHAIR-12) and between two turns of one unit every other unit is given one (CHAIR-4). The others go in rounds:
 * every seat once, those who joined in the middle of the round last, then the next round.
 */
const ranksOf = (order: TurnOrder): ReadonlyArray<(seat: Seat) => number> => {
  if (order._tag === "LongestWaiting") return [(seat) => seat.queued]
  return [
    roundOf,
    (seat) => (seat.lateIn === roundOf(seat) ? 1 : 0),
    (seat) => (order._tag === "Drawn" ? drawNumber(`${order.seed}/${roundOf(seat)}/${seat.unit}`) : 0),
    (seat) => seat.position,
  ]
}

const isBefore = (one: Seat, other: Seat, ranks: ReadonlyArray<(seat: Seat) => number>): boolean => {
  for (const rank of ranks) {
    const ahead = rank(other) - rank(one)
    if (ahead !== 0) return ahead > 0
  }
  return false
}

const reasonFor = (order: TurnOrder, seat: Seat): Because => {
  if (order._tag === "LongestWaiting") return { _tag: "WaitedLongest", since: Math.max(seat.lastTurn, seat.seatedAt) }
  return order._tag === "Listed"
    ? { _tag: "NextOnList", round: roundOf(seat), position: seat.position }
    : { _tag: "NextDrawn", round: roundOf(seat), seed: order.seed }
}

/** The first of some seats by the order of turn alone, whatever is owed; none where there is no seat. */
export const firstInOrder = (
  book: Pick<TurnBook, "round">,
  order: TurnOrder,
  seats: ReadonlyArray<Seat>,
): Turn | undefined => {
  const ranks = ranksOf(order)
  let [first] = seats
  if (first === undefined) return undefined
  for (const seat of seats) if (isBefore(seat, first, ranks)) first = seat
  const round = order._tag === "LongestWaiting" ? book.round : roundOf(first)
  return { unit: first.unit, round, because: reasonFor(order, first), repays: null }
}

/**
 * Whose turn is next, and why. A turn that is owed comes first (CHAIR-7); then the order of turn decides (CHAIR-3).
 * `except` names units that are passed over this once. Without anybody to take it there is no turn.
 */
export const nextInTurn = (
  book: TurnBook,
  order: TurnOrder,
  except: ReadonlyArray<string | null> = [],
): Turn | undefined => {
  const seats = book.seats.filter((seat) => !except.includes(seat.unit))
  const owed = book.owed.find((turn) => seatOf({ seats }, turn.unit))
  if (owed === undefined) return firstInOrder(book, order, seats)
  const because: Because = { _tag: "TurnOwed", owedSince: owed.since, cause: owed.cause }
  return { unit: owed.unit, round: book.round, because, repays: owed }
}
