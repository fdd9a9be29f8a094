/**
 * A number from 0 to 4294967295 drawn from a text: the same text, the same number, on every machine.
 * FNV-1a over the UTF-16 code units, then the finalizer of MurmurHash3, so that neighbouring texts land far apart.
 * It decides orders of turn in public, where anybody can recompute it; it keeps nothing secret. Rules DRAW-1 to DRAW-3 (our default).
 */
export const drawNumber = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
