/**
 * The items in an order that anybody can draw again from the seed and the round, whatever order they were given in.
 *
 * How it is drawn, for whoever checks it in another language: the items are put in order of their UTF-16 code units, and
 * Fisher–Yates goes from the last place to the first. A place among the first n + 1 is the leading bits of a 32-bit number,
 * as many as n has, drawn again while they exceed n, so that no place is favoured. The numbers come from sfc32 (Chris
 * Doty-Humphrey, PractRand), which starts from the words (0, 0, 0) and the counter 1 and takes in `<round>:<seed>` and
 * then 15 spaces: each code unit is exclusive-or-ed into the first word, and one number is dropped.
 *
 * It keeps nothing secret: whoever chooses the seed chooses the order, so a seed is agreed or drawn in public before the
 * list is known. Rules SHUFFLE-1 to SHUFFLE-4 (our default).
 */
export const seededShuffle = <Item extends string>(
  items: ReadonlyArray<Item>,
  seed: string,
  round: number,
): ReadonlyArray<Item> => {
  let a = 0
  let b = 0
  let c = 0
  let counter = 1
  const next = (): number => {
    const drawn = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return drawn
  }
  const text = `${round}:${seed}${" ".repeat(15)}`
  for (let index = 0; index < text.length; index++) {
    a ^= text.charCodeAt(index)
    next()
  }
  const order = [...items].sort((one, other) => (one < other ? -1 : +(one > other)))
  for (let last = order.length - 1; last > 0; last--) {
    let place: number
    do place = next() >>> Math.clz32(last)
    while (place > last)
    const moved = order[last] as Item
    order[last] = order[place] as Item
    order[place] = moved
  }
  return order
}
