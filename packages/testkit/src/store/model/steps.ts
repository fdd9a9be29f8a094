import * as fc from "fast-check"

/** Names come from small sets, so that steps meet each other. */
const streams = fc.constantFrom("a", "A", "a/b")
const keys = fc.constantFrom("k1", "K1", "k2")
const holders = fc.constantFrom("h1", "h2")

/** Ids of commands; two of them differ by case alone. */
export const commandKeys: ReadonlyArray<string> = ["c1", "c2", "C2", "c3", "c4", "c5", "c6"]

/** How far a part is from what would go through: mostly not at all. */
const off = fc.oneof({ weight: 24, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) })

const rarely = <Value>(arbitrary: fc.Arbitrary<Value>, weight = 3) =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const few = <Value>(arbitrary: fc.Arbitrary<Value>, maxLength = 2) => fc.array(arbitrary, { maxLength })

const outcomes = fc.oneof(
  { weight: 4, arbitrary: fc.constant("Delivered" as const) },
  { weight: 2, arbitrary: fc.constant("Postponed" as const) },
  { weight: 2, arbitrary: fc.constant("Parked" as const) },
  { weight: 2, arbitrary: fc.constant("Redriven" as const) },
)

const choices = ["yes", "no"] as const

const boxes = fc.constantFrom("b1", "b2")

const ballots = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ _tag: fc.constant("Open" as const), box: boxes, choices: fc.constant(choices) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      ...{ _tag: fc.constant("Cast" as const), box: boxes },
      choice: fc.constantFrom(...choices, ...choices, ...choices, "other"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Close" as const), box: boxes }) },
)

/** What a random commit is to do; what it needs to know of the store is filled in when its turn comes. */
const sketches = fc.record({
  appends: few(fc.record({ stream: streams, events: fc.integer({ min: 0, max: 2 }), off })),
  guards: rarely(few(fc.record({ stream: streams, off }))),
  claims: rarely(few(fc.record({ scope: fc.constantFrom("plain", "counted"), key: keys, holder: holders }))),
  releases: rarely(few(fc.record({ scope: fc.constantFrom("plain", "counted"), key: keys, off }))),
  idempotency: rarely(
    fc.record({ key: fc.constantFrom(...commandKeys), content: fc.constantFrom("one", "one", "one", "two") }),
    2,
  ),
  due: rarely(few(fc.record({ stream: streams, keys: fc.uniqueArray(keys), at: fc.integer({ min: 0, max: 3 }) }))),
  dueSettled: rarely(few(fc.record({ stream: streams, key: keys }))),
  deliveries: rarely(few(fc.record({ id: fc.integer({ min: 1, max: 30 }), key: keys }), 3), 1),
  settlements: rarely(few(fc.record({ which: fc.nat({ max: 30 }), outcome: outcomes, off }), 2), 1),
  checkpoints: rarely(fc.record({ name: fc.constantFrom("board@1", "reader"), off, back: fc.nat({ max: 2 }) })),
  rows: rarely(
    few(
      fc.record({ version: fc.constantFrom("1", "2"), key: keys, body: fc.option(fc.constantFrom("x", "y", "")) }),
      3,
    ),
  ),
  switchTo: rarely(fc.constantFrom("1", "2"), 8),
  ballots: rarely(few(ballots), 2),
  audit: rarely(few(fc.constantFrom("looked", "forbidden"))),
  fenced: rarely(off),
})

/** A random commit, before it is filled in. What is left out is nothing. */
export type Sketch = Partial<typeof sketches extends fc.Arbitrary<infer Value> ? Value : never>

const moment = fc.integer({ min: 0, max: 6 })

const kinds = fc.oneof(
  { weight: 12, arbitrary: fc.record({ _tag: fc.constant("Commit" as const), sketch: sketches }) },
  {
    weight: 4,
    arbitrary: fc.record({ _tag: fc.constant("Take" as const), limit: fc.integer({ min: 1, max: 3 }), off }),
  },
  { weight: 3, arbitrary: fc.record({ _tag: fc.constant("Acquire" as const), holder: holders }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Release" as const), off }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Forget" as const), ago: moment }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Drop" as const), version: fc.constantFrom("1", "2") }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Reopen" as const) }) },
)

/** One thing that is done to the store and to the model. Time goes on by `later`. */
const steps = fc.record({ who: fc.constantFrom(0, 0, 0, 1), later: fc.integer({ min: 0, max: 2 }), step: kinds })

type Drawn = typeof steps extends fc.Arbitrary<infer Value> ? Value : never

/** What is done in one step. */
export type Doing =
  | Exclude<Drawn["step"], { readonly _tag: "Commit" }>
  | { readonly _tag: "Commit"; readonly sketch: Sketch }

/** One step of a random sequence. */
export type Step = Omit<Drawn, "step"> & { readonly step: Doing }

/**
 * Random sequences of steps, for two tenants who use the same names. A sequence is long, and when it fails it shrinks by
 * leaving out steps (null).
 */
export const sequencesOf = (length: number): fc.Arbitrary<ReadonlyArray<Step | null>> =>
  fc.array(fc.option(steps, { freq: 50 }), { minLength: length, maxLength: length })
