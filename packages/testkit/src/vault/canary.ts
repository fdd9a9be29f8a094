import { fail, holds } from "./asserting.ts"
import type { RawFile } from "./trial.ts"

/**
 * Texts that nobody has, and that are found again wherever they leak: each carries a mark that is drawn for it. `name` and
 * `text` are Chinese, `telephone` is ASCII; all are obviously made up.
 */
export interface Canary {
  readonly name: string
  readonly telephone: string
  /** Long enough to fill many pages of a database, with the mark in every line. */
  readonly text: string
  /** What is looked for. */
  readonly marks: ReadonlyArray<string>
}

const drawMark = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("")

/** A canary with a mark of its own. */
export const drawCanary = (): Canary => {
  const mark = drawMark()
  const chinese = Array.from(mark, (digit) => "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"[Number.parseInt(digit, 16)]).join("")
  const telephone = `CANARY-000-${mark}`
  const name = `金絲雀${chinese}`
  const line = `${name}（化名）的電話是 ${telephone}，這是一行編造的文字。\n`
  return { name, telephone, text: line.repeat(400), marks: [`CANARY-000-${mark}`, chinese] }
}

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true)
  return bytes
}

const startsAt = (bytes: Uint8Array, wanted: Uint8Array, start: number): boolean =>
  wanted.every((byte, index) => bytes[start + index] === byte)

/** Where bytes stand in others; -1: nowhere. */
const placeOfBytes = (bytes: Uint8Array, wanted: Uint8Array): number => {
  const [first] = wanted
  if (first === undefined) return -1
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsAt(bytes, wanted, at)) return at
  return -1
}

/** Every file in which some bytes stand, with the place, in words. */
export const filesWith = (files: ReadonlyArray<RawFile>, wanted: Uint8Array): ReadonlyArray<string> =>
  files.flatMap(({ bytes, name }) => {
    const at = placeOfBytes(bytes, wanted)
    return at < 0 ? [] : [`${name} at byte ${at}`]
  })

/** Where the marks of a canary stand, as UTF-8 or as UTF-16 (little-endian), in words. */
export const foundOf = ({ marks }: Canary, files: ReadonlyArray<RawFile>): ReadonlyArray<string> =>
  marks.flatMap((mark) => [
    ...filesWith(files, new TextEncoder().encode(mark)).map((where) => `${where} (UTF-8)`),
    ...filesWith(files, utf16(mark)).map((where) => `${where} (UTF-16)`),
  ])

/** The canary stands in no file. */
export const isGone = (canary: Canary, files: ReadonlyArray<RawFile>, what: string): void => {
  holds(
    files.some(({ bytes }) => bytes.length > 0),
    `${what}: no file was looked at`,
  )
  const found = foundOf(canary, files)
  if (found.length > 0) fail(`${what}: a canary was found in ${found.join(", ")}`)
}

/** The answer repeats nothing of the canary. */
export const keepsQuiet = (answer: unknown, { marks }: Canary, what: string): void => {
  const said = JSON.stringify(answer) ?? ""
  if (marks.some((mark) => said.includes(mark))) fail(`${what}: the answer repeats what was handed in`)
}
