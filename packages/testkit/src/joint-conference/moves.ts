import * as fc from "fast-check"

/**
 * What a community may do in a story. `meet` goes on to the next meeting whose notice is out and calls everybody in;
 * the others are one command each.
 */
export const conferenceMoveKinds = [
  "wait",
  "admit",
  "observe",
  "release",
  "merge",
  "delegate",
  "convenor",
  "secretariat",
  "policy",
  "schedule",
  "chair",
  "item",
  "withdraw",
  "notice",
  "cancel",
  "meet",
  "attend",
  "call",
  "resolve",
  "close",
  "minutes",
  "remind-minutes",
  "finish",
  "extend",
  "reassign",
  "remind",
  "adjourn",
  "reconvene",
  "missing",
  "dissolve",
] as const
/** One of them. */
export type ConferenceMoveKind = (typeof conferenceMoveKinds)[number]

/** One move of a story: how many days pass before it, what is tried, and picks among what stands at that time. */
export interface Move {
  readonly days: number
  readonly kind: ConferenceMoveKind
  readonly which: number
  readonly other: number
  /** Two bits for each unit: whether and how it comes, or votes. */
  readonly bits: number
}

const moveOf = (kinds: fc.Arbitrary<ConferenceMoveKind>, days: fc.Arbitrary<number>): fc.Arbitrary<Move> =>
  fc.record({ days, kind: kinds, which: fc.nat(60), other: fc.nat(60), bits: fc.nat(0xffff) })

const noDays = fc.constant(0)
const fewDays = fc.oneof({ weight: 3, arbitrary: noDays }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) })

/** The steps of one meeting from its call to its minutes. Between them anything may happen, and any of them may fail. */
const meetingSteps: ReadonlyArray<ConferenceMoveKind> = [
  "schedule",
  "item",
  "item",
  "notice",
  "meet",
  "call",
  "resolve",
  "resolve",
  "resolve",
  "close",
  "minutes",
]

const meetings = (kinds: fc.Arbitrary<ConferenceMoveKind>): fc.Arbitrary<ReadonlyArray<Move>> =>
  fc
    .tuple(
      ...meetingSteps.map((step) =>
        fc.tuple(moveOf(fc.constant(step), noDays), fc.option(moveOf(kinds, noDays), { nil: undefined, freq: 2 })),
      ),
    )
    .map((steps) => steps.flat().filter((move) => move !== undefined))

/**
 * Stories of moves, some of them the steps of whole meetings, with other moves in between. `kinds` narrows what those
 * others are (repeat a kind to make it more frequent).
 */
export const conferenceStories = (
  options: { readonly kinds?: ReadonlyArray<ConferenceMoveKind>; readonly maxEpisodes?: number } = {},
): fc.Arbitrary<ReadonlyArray<Move>> => {
  const kinds = fc.constantFrom(...(options.kinds ?? conferenceMoveKinds.filter((kind) => kind !== "dissolve")))
  const episodes = fc.oneof(
    moveOf(kinds, fewDays).map((move) => [move]),
    meetings(kinds),
  )
  return fc.array(episodes, { maxLength: options.maxEpisodes ?? 12, size: "max" }).map((told) => told.flat())
}
