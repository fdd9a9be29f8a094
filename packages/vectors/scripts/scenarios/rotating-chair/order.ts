import type { RotaCommand } from "@jinlin/core/rotating-chair"
import type { Line } from "../lines.ts"
import { advance, byMonths, count, merge, noShow, opening, seat, skip, unseat } from "./asking.ts"

type Rota = Line<RotaCommand>

/** Rounds whose order is drawn by lot. */
export const drawn: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening(
      "2026-01-01",
      { ...byMonths, order: { _tag: "Drawn", seed: "lantern-festival" }, newcomers: "this-round", horizonTerms: 6 },
      ["clinic", "school", "property", "court", "library"],
    ),
    says: "The order of every round is drawn from a seed that was drawn in public.",
  },
  {
    on: "2026-01-05",
    ask: count("m", "2026-01-05"),
    says: "This rota counts no meetings.",
    refused: ["NotCountedInMeetings"],
  },
  { on: "2026-01-05", ask: seat("station"), says: "A newcomer comes last in this round." },
  { on: "2026-04-01", ask: advance, says: "A quarter of a year goes by." },
  { on: "2026-04-02", ask: skip(6), says: "A turn is put off in a drawn round." },
  { on: "2026-08-01", ask: advance, says: "The debt is repaid before the round goes on." },
  {
    on: "2026-08-02",
    ask: merge("clinic", "school", "campus"),
    says: "Two units merge under a new name; lots of later rounds are drawn for that name.",
  },
  { on: "2027-02-01", ask: advance, says: "And the rounds go on." },
]

/** Rounds in the order of the list. */
export const listed: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", { ...byMonths, order: { _tag: "Listed" }, noShow: "counts", horizonTerms: 2 }),
    says: "The list, a month each, two terms ahead.",
  },
  { on: "2026-01-05", ask: seat("court"), says: "A newcomer comes in from the next round on." },
  { on: "2026-02-01", ask: advance, says: "The round goes on without it." },
  { on: "2026-03-01", ask: advance, says: "In the next round it has its turn, last on the list." },
  { on: "2026-03-02", ask: noShow(3), says: "By this policy a no-show has used up its turn: nothing is owed." },
  {
    on: "2026-03-03",
    ask: unseat("property"),
    says: "The chair itself leaves: the next in turn takes it on the same day.",
  },
  { on: "2026-04-10", ask: advance, says: "The rota goes on." },
  { on: "2026-04-10", ask: unseat("clinic"), says: "A unit leaves in the middle of a round." },
  { on: "2026-09-01", ask: advance, says: "And rounds go on with two." },
]
