import type { Answer } from "@jinlin/sdk"

/** A value as a line of text, for messages: names of a record in order, what is undefined left out. */
export const said = (value: unknown): string => {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint" || (typeof part === "number" && !Number.isFinite(part)) ? String(part) : part,
  )
  return text === undefined ? String(value) : text.length > 600 ? `${text.slice(0, 600)} …` : text
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const fieldsOf = (record: Readonly<Record<string, unknown>>): ReadonlyArray<string> =>
  Object.keys(record).filter((name) => record[name] !== undefined)

/** Whether two plain values are the same; a field that is undefined is one that is not there. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (!isRecord(one) || !isRecord(other)) return false
  const names = fieldsOf(one)
  return names.length === fieldsOf(other).length && names.every((name) => isSame(one[name], other[name]))
}

/** Where two lists part, so that a message need not show all of both. */
const firstDifference = (actual: unknown, expected: unknown): string => {
  if (!Array.isArray(actual) || !Array.isArray(expected)) return `expected ${said(expected)}, got ${said(actual)}`
  const index = expected.findIndex((item, place) => !isSame(actual[place], item))
  const place = index < 0 ? expected.length : index
  const lengths = `expected ${expected.length} items, got ${actual.length}`
  return `${lengths}; item ${place}: expected ${said(expected[place])}, got ${said(actual[place])}`
}

/** Throws what does not conform. */
export const fail = (what: string): never => {
  throw new Error(`[jinlin] [testkit] ${what}`)
}

/** Both are the same, or the trial has failed. */
export const same = (actual: unknown, expected: unknown, what: string): void => {
  if (!isSame(actual, expected)) fail(`${what}: ${firstDifference(actual, expected)}`)
}

/** It holds, or the trial has failed. */
export const holds = (condition: boolean, what: string): void => {
  if (!condition) fail(what)
}

/** The value of an answer that must have gone well. */
export const granted = async <Value, Failure>(
  answer: Promise<Answer<Value, Failure>>,
  what: string,
): Promise<Value> => {
  const got = await answer
  return got.ok ? got.value : fail(`${what}: it was refused with ${said(got.failure)}`)
}

/** The answer must be a failure with these fields; it may carry more, such as a line for the operator. */
export const refused = async (
  answer: Promise<Answer<unknown, unknown>>,
  failure: Readonly<Record<string, unknown>>,
  what: string,
): Promise<void> => {
  const got = await answer
  if (got.ok) return fail(`${what}: expected ${said(failure)}, and it went through with ${said(got.value)}`)
  const told = isRecord(got.failure) ? got.failure : {}
  for (const name of Object.keys(failure))
    if (!isSame(told[name], failure[name]))
      fail(`${what}: expected ${said(failure)}, and it was refused with ${said(got.failure)}`)
}

/** Waits for all of them, and throws the first fault only when none is under way any more. */
export const allOf = async <Value>(promises: ReadonlyArray<Promise<Value>>): Promise<ReadonlyArray<Value>> => {
  const settled = await Promise.allSettled(promises)
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason
    return one.value
  })
}

/** Lets everything else go on. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Something that is tried over and over; when it was too often, the trial has failed. No store makes the kit wait for ever. */
export const patience = (what: string, turns = 20_000): (() => void) => {
  let left = turns
  return () => {
    left -= 1
    if (left < 0) fail(`${what}: nothing came of it after ${turns} turns`)
  }
}
