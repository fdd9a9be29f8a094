import { drawNumber } from "../../kernel/draw.ts"
import type { Because, OwedTurn, Seat } from "../model.ts"
import type { TurnOrder } from "../policy.ts"
import type { TurnBook } from "./turn-book.ts"

/** A turn that was found: whose it is, in which round, why, and the debt that it settles. */
export interface Turn {
  readonly unit: string
  readonly round: number
  readonly because: Because
  readonly repays: OwedTurn | null
}

/** A seat with the numbers that the order compares, first to last. */
type Ranked = readonly [seat: Seat, ...ranks: ReadonlyArray<number>]

const firstOf = (ranked: ReadonlyArray<Ranked>): Ranked | undefined => {
  let best: Ranked | undefined
  for (const candidate of ranked) if (best === undefined || isBefore(candidate, best)) best = candidate
  return best
}

const isBefore = ([, ...mine]: Ranked, [, ...theirs]: Ranked): boolean => {
  const place = mine.findIndex((rank, index) => rank !== theirs[index])
  return place >= 0 && (mine[place] ?? 0) < (theirs[place] ?? 0)
}

/**
 * The queue: who was seated or given a turn longest ago goes first. A newcomer stands at the end and overtakes nobody
 * (CHAIR-12), and between two turns of one unit every other unit is given one (CHAIR-4).
 */
const longestWaiting = (book: TurnBook, seats: ReadonlyArray<Seat>): Turn | undefined => {
  const best = firstOf(seats.map((seat) => [seat, seat.queued]))
  if (best === undefined) return undefined
  const [{ lastTurn, seatedAt, unit }] = best
  const since = lastTurn > seatedAt ? lastTurn : seatedAt
  return { unit, round: book.round, because: { _tag: "WaitedLongest", since }, repays: null }
}

/** In rounds: every seat once, those who joined in the middle of the round last, then the next round. */
const inRounds = (
  book: TurnBook,
  seats: ReadonlyArray<Seat>,
  rank: (seat: Seat, round: number) => number,
): readonly [Seat, number] | undefined => {
  const open = seats.filter((seat) => seat.lastRound < book.round)
  const round = open.length > 0 ? book.round : book.round + 1
  const best = firstOf(
    (open.length > 0 ? open : seats).map((seat) => [
      seat,
      seat.lateIn === round ? 1 : 0,
      rank(seat, round),
      seat.position,
    ]),
  )
  return best && [best[0], round]
}

/**
 * Whose turn is next, and why. A turn that is owed comes first (CHAIR-7); then the order of turn decides (CHAIR-3).
 * `except` names units that are passed over this once. Without anybody to take it there is no turn.
 */
export const nextInTurn = (book: TurnBook, order: TurnOrder, except: ReadonlyArray<string> = []): Turn | undefined => {
  const seats = book.seats.filter((seat) => !except.includes(seat.unit))
  const owed = book.owed.find((turn) => seats.some((seat) => seat.unit === turn.unit))
  if (owed !== undefined)
    return {
      unit: owed.unit,
      round: book.round,
      because: { _tag: "TurnOwed", owedSince: owed.since, cause: owed.cause },
      repays: owed,
    }
  if (order._tag === "LongestWaiting") return longestWaiting(book, seats)
  const drawn = order._tag === "Drawn" ? order.seed : undefined
  const found = inRounds(book, seats, (seat, round) =>
    drawn === undefined ? seat.position : drawNumber(`${drawn}/${round}/${seat.unit}`),
  )
  if (found === undefined) return undefined
  const [{ unit, position }, round] = found
  const because: Because =
    drawn === undefined ? { _tag: "NextOnList", round, position } : { _tag: "NextDrawn", round, seed: drawn }
  return { unit, round, because, repays: null }
}
