import { turnQueue } from "@jinlin/core/rotating-chair"
import { SequentialRoundRobin } from "round-robin-js"
import { type History, withTurn } from "./history.ts"

/** Seats the units, tells the history, and gives the checksum of who had the turn in each term. */
export type Teller = (history: History) => number

/** Our queue. */
export const byTurnQueue: Teller = ({ leaving, moves, terms, units }) => {
  const queue = turnQueue(units + terms * moves)
  for (let unit = 0; unit < units; unit += 1) queue.join(unit)
  let checksum = 0
  for (let term = 0; term < terms; term += 1) {
    for (let move = term * moves; move < (term + 1) * moves; move += 1) {
      queue.leave(leaving[move] as number)
      queue.join(units + move)
    }
    checksum = withTurn(checksum, queue.next())
  }
  return checksum
}

/**
 * round-robin-js, which numbers its items as we number units. It puts newcomers at the end of its list and not of the
 * queue: that is the same for as long as the list was not gone through once.
 */
export const byRoundRobin: Teller = ({ leaving, moves, terms, units }) => {
  const robin = new SequentialRoundRobin(Array.from({ length: units }, (_, unit) => unit))
  let checksum = 0
  for (let term = 0; term < terms; term += 1) {
    for (let move = term * moves; move < (term + 1) * moves; move += 1) {
      robin.deleteByKey(leaving[move] as number)
      robin.add(units + move)
    }
    checksum = withTurn(checksum, robin.next()?.value ?? -1)
  }
  return checksum
}

/** A list that is long enough for all, a place in it, and a mark on everybody who has left. */
export const byBareRing: Teller = ({ leaving, moves, terms, units }) => {
  const ring = new Int32Array(units + terms * (moves + 1))
  const gone = new Uint8Array(units + terms * moves)
  let end = 0
  let place = 0
  while (end < units) {
    ring[end] = end
    end += 1
  }
  let checksum = 0
  for (let term = 0; term < terms; term += 1) {
    for (let move = term * moves; move < (term + 1) * moves; move += 1) {
      gone[leaving[move] as number] = 1
      ring[end] = units + move
      end += 1
    }
    while (gone[ring[place] as number] === 1) place += 1
    const unit = ring[place] as number
    place += 1
    ring[end] = unit
    end += 1
    checksum = withTurn(checksum, unit)
  }
  return checksum
}
