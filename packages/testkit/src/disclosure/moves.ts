import * as fc from "fast-check"

/** What may be tried in a story of disclosures: a command each; `wait` lets days pass, `redecide` makes the matter another. */
export const disclosureMoveKinds = [
  "wait",
  "prepare",
  "check",
  "post",
  "post-online",
  "post-late",
  "down",
  "hangs",
  "object",
  "answer",
  "recount",
  "complete",
  "supersede",
  "abandon",
  "redecide",
] as const
/** One of them. */
export type DisclosureMoveKind = (typeof disclosureMoveKinds)[number]

/** One move: of which disclosure, how many days pass before it, what is tried, and picks among what stands at that time. */
export interface Move {
  readonly target: number
  readonly days: number
  readonly kind: DisclosureMoveKind
  readonly which: number
  readonly other: number
}

/** Disclosures of one story: the first, its correction, and another correction. */
export const targets = 3

const moveOf = (
  kinds: fc.Arbitrary<DisclosureMoveKind>,
  target: fc.Arbitrary<number> = fc.nat(targets - 1),
): fc.Arbitrary<Move> =>
  fc.record({
    target,
    days: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 1, arbitrary: fc.integer({ min: 4, max: 18 }) },
    ),
    kind: kinds,
    which: fc.nat(60),
    other: fc.nat(60),
  })

const life: ReadonlyArray<DisclosureMoveKind> = ["prepare", "check", "post", "object", "answer", "complete"]

/** One disclosure from its drawing up to its end, with other moves between. */
const lives = (kinds: fc.Arbitrary<DisclosureMoveKind>): fc.Arbitrary<ReadonlyArray<Move>> =>
  fc
    .nat(targets - 1)
    .chain((target) =>
      fc
        .tuple(
          ...life.map((kind) =>
            fc.tuple(
              moveOf(fc.constant(kind), fc.constant(target)),
              fc.option(moveOf(kinds, fc.constantFrom(target, target, 0)), { nil: undefined, freq: 2 }),
            ),
          ),
        )
        .map((moves) => moves.flat().filter((move) => move !== undefined)),
    )

/** Stories of moves: most of them whole lives with others in between. `kinds` narrows what those others are. */
export const disclosureStories = (
  options: { readonly kinds?: ReadonlyArray<DisclosureMoveKind>; readonly maxEpisodes?: number } = {},
): fc.Arbitrary<ReadonlyArray<Move>> => {
  const kinds = fc.constantFrom(...(options.kinds ?? disclosureMoveKinds.filter((kind) => kind !== "abandon")))
  const episodes = fc.oneof(
    { weight: 3, arbitrary: lives(kinds) },
    { weight: 2, arbitrary: moveOf(kinds).map((move) => [move]) },
  )
  return fc.array(episodes, { maxLength: options.maxEpisodes ?? 7, size: "max" }).map((told) => told.flat())
}
