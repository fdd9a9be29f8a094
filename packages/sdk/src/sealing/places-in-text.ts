import type { TextPlace } from "../personal-vault.ts"

/** A text as it is searched, and where each of its code units stands in the text that was given. */
interface Folded {
  readonly text: string
  /** For each code unit of `text`, where the character begins and ends that it comes from. */
  readonly from: ReadonlyArray<TextPlace>
}

/** What is no part of a word: spaces, marks, invisible characters, and the dots inside names. */
const passedOver = /[\s\p{Mn}\p{Cf}·・‧•]/u

/** Wide and narrow, large and small letters, with and without accents are taken for the same; what stands between letters is passed over. */
const fold = (given: string): Folded => {
  const from: Array<TextPlace> = []
  let text = ""
  let at = 0
  for (const character of given) {
    const { length } = character
    for (const one of character.normalize("NFKD").toLowerCase()) {
      if (passedOver.test(one)) continue
      text += one
      for (let unit = 0; unit < one.length; unit += 1) from.push({ at, length })
    }
    at += length
  }
  return { text, from }
}

const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u
const isLetter = (character: string | undefined): boolean => character !== undefined && letter.test(character)

/** A word in letters is found as a word: `Li` does not stand in `Lily`. Where words are not set apart, a name stands wherever its characters do. */
const isWhole = (text: string, value: string, { at, length }: TextPlace): boolean => {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1)
  const [after] = text.slice(at + length, at + length + 2)
  return !(isLetter(value.at(0)) && isLetter(before)) && !(isLetter(value.at(-1)) && isLetter(after))
}

/** A value of one character would be found everywhere, and is not looked for. */
const leastCharacters = 2

/** A text that values are looked for in, one after the other: where a value stands in it, overlapping places included. */
export const placesIn = (given: string): ((value: string) => ReadonlyArray<TextPlace>) => {
  const { from, text } = fold(given)
  return (value) => {
    const sought = fold(value).text
    const places: Array<TextPlace> = []
    if ([...sought].length < leastCharacters) return places
    for (let found = text.indexOf(sought); found >= 0; found = text.indexOf(sought, found + 1)) {
      const [first, last] = [from[found], from[found + sought.length - 1]]
      if (first === undefined || last === undefined) break
      const place = { at: first.at, length: last.at + last.length - first.at }
      if (isWhole(given, sought, place)) places.push(place)
    }
    return places
  }
}
