import type { RotaPolicy } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"

/** Policies with small numbers, over every axis. Narrow it by giving arbitraries of your own for some fields. */
export const rotaPolicies = (
  only: { readonly [Field in keyof RotaPolicy]?: fc.Arbitrary<RotaPolicy[Field]> } = {},
): fc.Arbitrary<RotaPolicy> =>
  fc.record<RotaPolicy>({
    order: fc.oneof(
      fc.constant({ _tag: "Listed" } as const),
      fc.constant({ _tag: "LongestWaiting" } as const),
      fc.integer({ min: 0, max: 999 }).map((seed) => ({ _tag: "Drawn", seed: `seed-${seed}` }) as const),
    ),
    term: fc.oneof(
      fc.integer({ min: 1, max: 3 }).map((count) => ({ _tag: "Months", count }) as const),
      fc.constant({ _tag: "Quarter" } as const),
      fc.integer({ min: 1, max: 3 }).map((count) => ({ _tag: "Meetings", count }) as const),
    ),
    horizonTerms: fc.integer({ min: 1, max: 4 }),
    newcomers: fc.constantFrom("this-round", "next-round"),
    movedTurns: fc.constantFrom("next-in-turn", "substitute", "vacant"),
    mergedTurns: fc.constantFrom("keep-earlier", "keep-later", "keep-both"),
    noShow: fc.constantFrom("counts", "owed"),
    owedTurnsLimit: fc.integer({ min: 1, max: 3 }),
    substitute: fc.constantFrom("next-in-turn", "previous-chair"),
    vacancyDays: fc.integer({ min: 1, max: 10 }),
    handOverDays: fc.integer({ min: 1, max: 10 }),
    ...only,
  })

/** What a community may do to its rota in a story; `which` and `other` pick among what stands at that time. */
export const moveKinds = [
  "wait",
  "join",
  "leave",
  "rejoin",
  "merge",
  "swap",
  "skip",
  "decline",
  "no-show",
  "substitute",
  "interest",
  "fill",
  "hand-over",
  "remind",
  "meeting",
  "adopt",
] as const

/** One thing that a community may do. */
export type MoveKind = (typeof moveKinds)[number]

/** One move of a story: how many days pass before it, what is tried, and two picks. */
export interface Move {
  readonly days: number
  readonly kind: MoveKind
  readonly which: number
  readonly other: number
}

/** Stories of moves; `kinds` narrows what is tried (repeat a kind to make it more frequent). */
export const rotaStories = (
  options: { readonly kinds?: ReadonlyArray<MoveKind>; readonly maxMoves?: number } = {},
): fc.Arbitrary<ReadonlyArray<Move>> =>
  fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 45 }),
      kind: fc.constantFrom(...(options.kinds ?? moveKinds)),
      which: fc.nat(60),
      other: fc.nat(60),
    }),
    { maxLength: options.maxMoves ?? 40, size: "max" },
  )
