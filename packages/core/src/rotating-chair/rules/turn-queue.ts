/**
 * The order `LongestWaiting` for very long forecasts: a ring of units in which a turn is taken from the front and given
 * back at the end, where newcomers join too. Units are whole numbers from 0 to `capacity - 1`, each in the ring at most once.
 * A unit that leaves is passed over when its place comes up, so every step costs the same however many units there are.
 */
export interface TurnQueue {
  /** Units in the ring. */
  readonly size: () => number
  /** A unit joins at the end. Joining twice changes nothing. */
  readonly join: (unit: number) => void
  readonly leave: (unit: number) => void
  /** The unit whose turn it is; it waits again from now on. -1 when the ring is empty. */
  readonly next: () => number
}

/** A ring for units 0 to `capacity - 1`. Agrees with `nextInTurn` while nothing is owed and nothing is published ahead (CHAIR-8). */
export const turnQueue = (capacity: number): TurnQueue => {
  let ring = new Int32Array(4 * capacity + 4)
  const placeOf = new Int32Array(capacity).fill(-1)
  let head = 0
  let tail = 0
  let size = 0
  const compact = () => {
    const fresh = new Int32Array(ring.length)
    let end = 0
    for (let place = head; place < tail; place += 1) {
      const unit = ring[place] as number
      if (placeOf[unit] !== place) continue
      placeOf[unit] = end
      fresh[end] = unit
      end += 1
    }
    ring = fresh
    head = 0
    tail = end
  }
  const append = (unit: number) => {
    if (tail === ring.length) compact()
    placeOf[unit] = tail
    ring[tail] = unit
    tail += 1
  }
  return {
    size: () => size,
    join: (unit) => {
      if (placeOf[unit] !== -1) return
      append(unit)
      size += 1
    },
    leave: (unit) => {
      if (placeOf[unit] === undefined || placeOf[unit] === -1) return
      placeOf[unit] = -1
      size -= 1
    },
    next: () => {
      while (head < tail) {
        const unit = ring[head] as number
        const live = placeOf[unit] === head
        head += 1
        if (!live) continue
        append(unit)
        return unit
      }
      return -1
    },
  }
}
