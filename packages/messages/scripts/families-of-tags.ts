import ts from "typescript"
import type { MessageKey } from "../src/catalogue.ts"

/** Where a case stands: in which file of which process, and in which type. */
export interface Place {
  readonly file: string
  readonly process: string
  readonly name: string
}

/** The keys of the texts that a tag needs. */
export type KeysOf = (tag: string, place: Place) => ReadonlyArray<MessageKey>

/** Unions whose cases explain how something came about: every `Because`, and the steps to a deadline. */
export const explains = /(?:Because|Step)$/

/** What a case of the core is, told from where it stands and what it is called, and the keys that it needs. */
export const familyOf = (
  { file, name }: Place,
  isRefusal: boolean,
  reasons: ReadonlySet<string>,
): KeysOf | undefined => {
  if (/\/events\b/.test(file)) return (tag, { process }) => [`event.${process}.${tag}`]
  if (/\/commands\b/.test(file)) return (tag) => [`term.command.${tag}`]
  if (explains.test(name) || reasons.has(name)) return (tag) => [`because.${tag}`]
  return isRefusal ? (tag) => [`refusal.${tag}.what`, `refusal.${tag}.remedy`] : undefined
}

/** The `_tag` of a case, where it is one literal. */
export const tagOf = (checker: ts.TypeChecker, type: ts.Type): string | undefined => {
  const tag = type.getProperty("_tag")
  const literal = tag === undefined ? undefined : checker.getTypeOfSymbol(tag)
  return literal?.isStringLiteral() === true ? literal.value : undefined
}

/** The cases of a union, or the type itself. */
export const casesOf = (type: ts.Type): ReadonlyArray<ts.Type> => (type.isUnion() ? type.types : [type])

/** A refusal says which rule stands against what was asked for: `rule` is the id of one. */
export const namesRule = (checker: ts.TypeChecker, type: ts.Type): boolean => {
  const rule = type.getProperty("rule")
  const text = ts.TypeFlags.StringLike
  return rule !== undefined && casesOf(checker.getTypeOfSymbol(rule)).every(({ flags }) => (flags & text) !== 0)
}
