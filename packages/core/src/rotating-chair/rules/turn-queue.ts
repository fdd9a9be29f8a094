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

/** A class, because its methods are compiled once for all rings. Places count from 1: a fresh array means that nobody sits. */
class Ring implements TurnQueue {
  readonly #ring: Int32Array
  readonly #placeOf: Int32Array
  #head = 0
  #tail = 0
  #size = 0
  constructor(capacity: number) {
    this.#ring = new Int32Array(2 * capacity + 4)
    this.#placeOf = new Int32Array(capacity)
  }
  size() {
    return this.#size
  }
  join(unit: number) {
    if (this.#placeOf[unit] !== 0) return
    this.#append(unit)
    this.#size += 1
  }
  leave(unit: number) {
    if (!this.#placeOf[unit]) return
    this.#placeOf[unit] = 0
    this.#size -= 1
  }
  next() {
    while (this.#head < this.#tail) {
      const unit = this.#ring[this.#head] as number
      this.#head += 1
      if (this.#placeOf[unit] !== this.#head) continue
      this.#append(unit)
      return unit
    }
    return -1
  }
  #append(unit: number) {
    if (this.#tail === this.#ring.length) this.#compact()
    this.#ring[this.#tail] = unit
    this.#tail += 1
    this.#placeOf[unit] = this.#tail
  }
  #compact() {
    let end = 0
    for (let place = this.#head; place < this.#tail; place += 1) {
      const unit = this.#ring[place] as number
      if (this.#placeOf[unit] !== place + 1) continue
      this.#ring[end] = unit
      end += 1
      this.#placeOf[unit] = end
    }
    this.#head = 0
    this.#tail = end
  }
}

/** A ring for units 0 to `capacity - 1`. Agrees with `nextInTurn` while nothing is owed and nothing is published ahead (CHAIR-8). */
export const turnQueue = (capacity: number): TurnQueue => new Ring(capacity)
