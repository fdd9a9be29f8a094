import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"

/** A history with one thing in it that did not happen so, and what it is. */
export interface Mutation {
  /** Such as `drop MatterResolved` or `change policy.newStarts of CoGovernanceOpened`. */
  readonly what: string
  readonly history: ReadonlyArray<Happened>
}

/** An event as data. */
export type Happened = { readonly _tag: string; readonly on: CivilDate } & Readonly<Record<string, unknown>>

const digest = /^sha-256:[0-9a-f]{64}$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** Other values of the same shape; where nothing stands, something of every shape that may stand there. */
const others = (value: unknown): ReadonlyArray<unknown> => {
  if (typeof value === "boolean") return [!value]
  if (typeof value === "number") return [value + 1]
  if (typeof value !== "string") return ["x", 1, "2026-03-05", { version: 1, until: "2026-06-01" }]
  if (digest.test(value)) return [`sha-256:${"0".repeat(64)}`]
  return [day.test(value) ? addDays(value as CivilDate, 1) : `${value}-x`]
}

/** Every place in data at which a value stands, with the data in which another stands there. */
const changed = (value: unknown, path: string): ReadonlyArray<readonly [path: string, changed: unknown]> => {
  if (typeof value !== "object" || value === null) return others(value).map((one) => [path, one] as const)
  if (Array.isArray(value)) {
    const less = value.length > 0 ? [[`${path}.less`, value.slice(1)] as const] : []
    const inside = value.slice(0, 1).flatMap((item, place) => changed(item, `${path}.${place}`))
    return [...less, ...inside.map(([at, item]) => [at, [item, ...value.slice(1)]] as const)]
  }
  return Object.entries(value).flatMap(([name, inside]) =>
    changed(inside, path === "" ? name : `${path}.${name}`).map(
      ([at, item]) => [at, { ...value, [name]: item }] as const,
    ),
  )
}

const replaced = (history: ReadonlyArray<Happened>, at: number, ...events: ReadonlyArray<Happened>) => [
  ...history.slice(0, at),
  ...events,
  ...history.slice(at + 1),
]

/** One event left out, told twice, told after the next one, told at the end, or of another day. */
export const displacements = (history: ReadonlyArray<Happened>): ReadonlyArray<Mutation> =>
  history.flatMap((event, at): ReadonlyArray<Mutation> => {
    const next = history[at + 1]
    const last = history.at(-1)
    const { _tag, on } = event
    const name = `${_tag} (${at + 1})`
    return [
      { what: `drop ${name}`, history: replaced(history, at) },
      { what: `double ${name}`, history: replaced(history, at, event, event) },
      ...(next === undefined
        ? []
        : [
            { what: `swap ${name}`, history: replaced(replaced(history, at, next), at + 1, { ...event, on: next.on }) },
            {
              what: `move ${name}`,
              history: [...replaced(history, at), { ...event, on: last?.on ?? on }],
            },
          ]),
      { what: `later ${name}`, history: replaced(history, at, { ...event, on: addDays(on, 1) }) },
      { what: `earlier ${name}`, history: replaced(history, at, { ...event, on: addDays(on, -1) }) },
    ]
  })

/** One value of one event changed into another of its kind. */
export const changes = (history: ReadonlyArray<Happened>): ReadonlyArray<Mutation> =>
  history.flatMap((event, at) => {
    const { _tag, on, ...others } = event
    return changed(others, "").map(([path, fields]) => ({
      what: `change ${path} of ${_tag} (${at + 1})`,
      history: replaced(history, at, { _tag, on, ...(fields as object) }),
    }))
  })
