import { decodeStrictly } from "@jinlin/core/kernel"
import { RotaEvent } from "@jinlin/core/rotating-chair"
import * as Result from "effect/Result"
import * as SchemaParser from "effect/SchemaParser"
import * as z from "zod"

/** Whether something that came from outside is an event. */
export type Reader = (input: unknown) => boolean

const begun = RotaEvent.members.find((member) => member.fields._tag.schema.literal === "TermBegun")
if (begun === undefined) throw new Error("[bench] there is no event TermBegun any more")

/** How many kinds of events a rota has. */
export const kinds = RotaEvent.members.length

const strictly = decodeStrictly(RotaEvent)
const strictlyOne = decodeStrictly(begun)
const plainly = SchemaParser.decodeUnknownResult(RotaEvent)

/** As a journal or a store reads it: any event of a rota, a copy of it, every fault with its path. */
export const byDecodeStrictly: Reader = (input) => strictly(input).ok

/** The same for the one kind of event alone. */
export const byDecodeStrictlyOne: Reader = (input) => strictlyOne(input).ok

/** The schema by itself: no copy, no bounds, unknown fields dropped. */
export const byPlainSchema: Reader = (input) => Result.isSuccess(plainly(input))

const id = z.string().regex(/^(?=.{1,128}$)[A-Za-z0-9_:-]+(?:\.[A-Za-z0-9_:-]+)*$/)
const zodEvent = z.strictObject({
  _tag: z.literal("TermBegun"),
  term: z.int().min(0),
  unit: z.nullable(id),
  on: z.iso.date(),
  handOverBefore: z.nullable(z.iso.date()),
})

export const byZod: Reader = (input) => zodEvent.safeParse(input).success

const isIdLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 58) || (code >= 65 && code <= 90) || code === 45 || code === 95

const isId = (text: unknown): boolean => {
  if (typeof text !== "string" || text.length === 0 || text.length > 128) return false
  let dotted = true
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 46 ? dotted : !isIdLetter(code)) return false
    dotted = code === 46
  }
  return !dotted
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const digits = (text: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

const isDate = (text: unknown): boolean => {
  if (typeof text !== "string" || text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return year > 0 && day > 0 && day <= (leap ? 29 : (monthDays[month - 1] ?? 0))
}

/** The five fields one after the other, and no sixth. */
export const byHand: Reader = (input) => {
  if (typeof input !== "object" || input === null) return false
  const { _tag, handOverBefore, on, term, unit } = input as { readonly [field: string]: unknown }
  let fields = 0
  for (const _ in input) fields += 1
  return (
    fields === 5 &&
    _tag === "TermBegun" &&
    Number.isSafeInteger(term) &&
    (term as number) >= 0 &&
    (unit === null || isId(unit)) &&
    isDate(on) &&
    (handOverBefore === null || isDate(handOverBefore))
  )
}
