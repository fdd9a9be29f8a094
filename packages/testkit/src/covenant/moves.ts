import * as fc from "fast-check"

/** What may be tried in a story of a covenant: a command each; `wait` lets days pass. */
export const covenantMoveKinds = [
  "wait",
  "draft",
  "abandon",
  "offer",
  "comment",
  "dispose",
  "close",
  "check",
  "submit",
  "decide",
  "force",
  "file",
  "remind",
  "order",
  "lift",
  "repeal",
  "open-again",
] as const
/** One of them. */
export type CovenantMoveKind = (typeof covenantMoveKinds)[number]

/** One move of a story: how many days pass before it, what is tried, and picks among what stands at that time. */
export interface CovenantMove {
  readonly days: number
  readonly kind: CovenantMoveKind
  readonly which: number
  readonly other: number
}

const moveOf = (kinds: fc.Arbitrary<CovenantMoveKind>, days: fc.Arbitrary<number>): fc.Arbitrary<CovenantMove> =>
  fc.record({ days, kind: kinds, which: fc.nat(59), other: fc.nat(59) })

const noDays = fc.constant(0)
const fewDays = fc.oneof({ weight: 3, arbitrary: noDays }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) })

/** One draft from its first words to its day. Between its moves anything may happen, and any of them may fail. */
const draftMoves: ReadonlyArray<CovenantMoveKind> = [
  "draft",
  "offer",
  "comment",
  "comment",
  "close",
  "dispose",
  "dispose",
  "draft",
  "check",
  "submit",
  "decide",
  "force",
  "wait",
]

/** Picks by which most drafts come through. */
const smooth = (kind: CovenantMoveKind): fc.Arbitrary<CovenantMove> =>
  fc.record({ days: noDays, kind: fc.constant(kind), which: fc.integer({ min: 1, max: 3 }), other: fc.constant(1) })

const smoothDraft: fc.Arbitrary<ReadonlyArray<CovenantMove>> = fc.tuple(...draftMoves.map(smooth))

const nowAndThen = (kinds: fc.Arbitrary<CovenantMoveKind>): fc.Arbitrary<CovenantMove | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: moveOf(kinds, fewDays) })

const drafts = (kinds: fc.Arbitrary<CovenantMoveKind>): fc.Arbitrary<ReadonlyArray<CovenantMove>> =>
  fc
    .tuple(...draftMoves.map((kind) => fc.tuple(nowAndThen(kinds), moveOf(fc.constant(kind), noDays))))
    .map((moves) => moves.flat().filter((move) => move !== undefined))

/** Stories of moves: most of them whole drafts with other moves in between. `kinds` narrows what those others are. */
export const covenantStories = (
  options: { readonly kinds?: ReadonlyArray<CovenantMoveKind>; readonly maxEpisodes?: number } = {},
): fc.Arbitrary<ReadonlyArray<CovenantMove>> => {
  const kinds = fc.constantFrom(...(options.kinds ?? covenantMoveKinds.filter((kind) => kind !== "repeal")))
  const episodes = fc.oneof(
    { weight: 2, arbitrary: drafts(kinds) },
    { weight: 3, arbitrary: smoothDraft },
    { weight: 3, arbitrary: moveOf(kinds, fewDays).map((move) => [move]) },
  )
  return fc.array(episodes, { maxLength: options.maxEpisodes ?? 8, size: "max" }).map((told) => told.flat())
}
