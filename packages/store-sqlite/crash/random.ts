/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number

/** A small generator (mulberry32): enough to choose instants and places, and to choose them again. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A seed that nobody chose. */
export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

/** A whole number from 0 to one below `limit`. */
export const below = (random: Random, limit: number): number => Math.floor(random() * limit)
