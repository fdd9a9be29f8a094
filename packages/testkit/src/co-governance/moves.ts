import * as fc from "fast-check"

/**
 * What may be tried in a story: a command each, but for `wait`, and for what others do: a deliberation ends (`end`), a disclosure is
 * posted (`publish`), is over (`complete`) or gets an objection (`object`).
 */
export const coGovernanceMoveKinds = [
  "wait",
  "attach",
  "end",
  "record",
  "detach",
  "touch",
  "skip-joint",
  "return",
  "reject",
  "withdraw",
  "publish",
  "complete",
  "object",
  "link",
  "begin",
  "report",
  "appraise",
  "skip-appraisal",
  "close",
  "revoke",
  "open-again",
] as const
/** One of them. */
export type CoGovernanceMoveKind = (typeof coGovernanceMoveKinds)[number]

/** One move of a story: how many days pass before it, what is tried, and picks among what stands at that time. */
export interface Move {
  readonly days: number
  readonly kind: CoGovernanceMoveKind
  readonly which: number
  readonly other: number
  readonly bits: number
}

/** Half of what is picked is the first that comes to mind, so that whole stories come about. */
const picks = fc.oneof(fc.constant(0), fc.nat(60))

const moveOf = (kind: fc.Arbitrary<CoGovernanceMoveKind>, days: fc.Arbitrary<number>): fc.Arbitrary<Move> =>
  fc.record({ days, kind, which: picks, other: picks, bits: fc.nat(0xffff) })

/** The way of a matter from its opening to its end; `which` of a move is even for the first of two and odd for the second. */
const way: ReadonlyArray<readonly [CoGovernanceMoveKind, 0 | 1, number]> = [
  ["attach", 0, 1],
  ["end", 0, 2],
  ["record", 0, 0],
  ["attach", 1, 1],
  ["end", 1, 2],
  ["record", 1, 0],
  ["publish", 0, 0],
  ["link", 0, 0],
  ["begin", 0, 1],
  ["report", 0, 3],
  ["publish", 1, 0],
  ["link", 1, 0],
  ["appraise", 0, 0],
  ["appraise", 1, 0],
  ["complete", 0, 17],
  ["close", 0, 0],
]

/** Deliberations that run side by side and may be lost or differ, until one of them goes again. */
const contest: ReadonlyArray<CoGovernanceMoveKind> = ["attach", "attach", "end", "end", "record", "record", "return"]

const steadily = ([kind, which, days]: (typeof way)[number]): fc.Arbitrary<Move> =>
  fc.record({
    days: fc.constant(days),
    kind: fc.constant(kind),
    which: fc.constant(which),
    other: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
    bits: fc.constant(0),
  })

const between = (kinds: fc.Arbitrary<CoGovernanceMoveKind>): fc.Arbitrary<Move | undefined> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: moveOf(kinds, fc.constantFrom(0, 0, 1, 5)) },
  )

const episode = (kinds: fc.Arbitrary<CoGovernanceMoveKind>): fc.Arbitrary<ReadonlyArray<Move>> =>
  fc
    .tuple(...way.map((part) => fc.tuple(between(kinds), steadily(part))))
    .map((moves) => moves.flat().filter((move) => move !== undefined))

const contested = (kinds: fc.Arbitrary<CoGovernanceMoveKind>): fc.Arbitrary<ReadonlyArray<Move>> => {
  const move = (kind: CoGovernanceMoveKind, place: number): fc.Arbitrary<Move> =>
    fc.record({
      days: fc.constantFrom(0, 1),
      kind: fc.constant(kind),
      which: kind === "return" ? fc.nat(1) : fc.constant(place % 2),
      other: kind === "end" ? fc.nat(6) : fc.constant(0),
      bits: fc.constant(0),
    })
  return fc
    .tuple(...contest.map((kind, place) => fc.tuple(between(kinds), move(kind, place))))
    .map((moves) => moves.flat().filter((one) => one !== undefined))
}

/** Stories of moves: whole ways of a matter with other moves in between, then some of anything. `kinds` narrows those others. */
export const coGovernanceMoves = (
  kinds: ReadonlyArray<CoGovernanceMoveKind> = coGovernanceMoveKinds.filter((kind) => kind !== "withdraw"),
): fc.Arbitrary<ReadonlyArray<Move>> => {
  const any = fc.constantFrom(...kinds)
  const loose = fc.array(moveOf(any, fc.constantFrom(0, 0, 1, 16)), { maxLength: 6 })
  const contests = fc.array(contested(any), { minLength: 1, maxLength: 4 }).map((rounds) => rounds.flat())
  return fc.tuple(fc.oneof(contests, episode(any)), loose, episode(any)).map((parts) => parts.flat())
}
