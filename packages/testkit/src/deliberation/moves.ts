import * as fc from "fast-check"

/** What may be tried in a story of a matter: a command each; `wait` lets days pass, `cast` lets a ballot arrive. */
export const deliberationMoveKinds = [
  "wait",
  "call",
  "cancel",
  "roll",
  "strike",
  "recuse",
  "proxy",
  "revoke",
  "attend",
  "headcount",
  "open",
  "cast",
  "votes",
  "counts",
  "extend",
  "close",
  "decide",
  "annul",
  "opinion",
  "rebase",
  "withdraw",
  "file",
  "open-again",
] as const
/** One of them. */
export type DeliberationMoveKind = (typeof deliberationMoveKinds)[number]

/** One move of a story: how many days pass before it, what is tried, and picks among what stands at that time. */
export interface Move {
  readonly days: number
  readonly kind: DeliberationMoveKind
  readonly which: number
  readonly other: number
  /** Two bits for each voter: whether it comes, how it votes. */
  readonly bits: number
}

const moveOf = (kinds: fc.Arbitrary<DeliberationMoveKind>, days: fc.Arbitrary<number>): fc.Arbitrary<Move> =>
  fc.record({ days, kind: kinds, which: fc.nat(60), other: fc.nat(60), bits: fc.nat(0xffff) })

const noDays = fc.constant(0)
const fewDays = fc.oneof({ weight: 3, arbitrary: noDays }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) })

/** One sitting from its call to its result. Between its moves anything may happen, and any of them may fail. */
const sittingMoves: ReadonlyArray<DeliberationMoveKind> = [
  "call",
  "roll",
  "proxy",
  "attend",
  "open",
  "cast",
  "cast",
  "votes",
  "counts",
  "close",
  "decide",
  "opinion",
]

const nowAndThen = (kinds: fc.Arbitrary<DeliberationMoveKind>): fc.Arbitrary<Move | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: moveOf(kinds, noDays) })

const sittings = (kinds: fc.Arbitrary<DeliberationMoveKind>): fc.Arbitrary<ReadonlyArray<Move>> =>
  fc
    .tuple(...sittingMoves.map((kind) => fc.tuple(nowAndThen(kinds), moveOf(fc.constant(kind), noDays))))
    .map((moves) => moves.flat().filter((move) => move !== undefined))

/** Stories of moves: most of them whole sittings with other moves in between. `kinds` narrows what those others are. */
export const deliberationStories = (
  options: { readonly kinds?: ReadonlyArray<DeliberationMoveKind>; readonly maxEpisodes?: number } = {},
): fc.Arbitrary<ReadonlyArray<Move>> => {
  const kinds = fc.constantFrom(...(options.kinds ?? deliberationMoveKinds.filter((kind) => kind !== "withdraw")))
  const episodes = fc.oneof(
    { weight: 3, arbitrary: sittings(kinds) },
    { weight: 1, arbitrary: moveOf(kinds, fewDays).map((move) => [move]) },
  )
  return fc.array(episodes, { maxLength: options.maxEpisodes ?? 8, size: "max" }).map((told) => told.flat())
}
