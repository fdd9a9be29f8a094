import type { RotaCommand } from "@jinlin/core/rotating-chair"
import type { Line } from "../lines.ts"
import { advance, byMonths, decline, fill, noShow, opening, seat, skip, substitute, swap, unseat } from "./asking.ts"

type Rota = Line<RotaCommand>

/** Turns are traded, put off, declined and missed. */
export const turns: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", byMonths),
    says: "A rota opens today: its first term begins at once.",
  },
  { on: "2026-01-10", ask: swap(2, 3), says: "Two units trade turns that have not begun." },
  { on: "2026-01-10", ask: swap(2, 3), says: "Made twice, a swap leaves every term to the unit that had it." },
  { on: "2026-01-10", ask: swap(3, 3), says: "A turn is not traded with itself.", refused: ["NothingToSwap"] },
  { on: "2026-01-10", ask: swap(1, 3), says: "A term that has begun is not traded.", refused: ["TermAlreadyBegun"] },
  {
    on: "2026-01-10",
    ask: swap(9, 1),
    says: "What is wrong with each of the two is said, in their order.",
    refused: ["TermNotPublished", "TermAlreadyBegun"],
  },
  {
    on: "2026-01-31",
    ask: skip(2),
    says: "The day before it begins a turn may still be put off: it moves, and is owed.",
  },
  { on: "2026-02-01", ask: skip(2), says: "On its first day it may not.", refused: ["TermAlreadyBegun"] },
  { on: "2026-02-02", ask: advance, says: "The debt is repaid by the first term published after it." },
  { on: "2026-02-03", ask: skip(9), says: "What is not published is not put off.", refused: ["TermNotPublished"] },
  { on: "2026-02-03", ask: decline(3), says: "A turn that is declined moves and is used up." },
  { on: "2026-02-03", ask: decline(9), says: "What is not published is not declined.", refused: ["TermNotPublished"] },
  {
    on: "2026-02-03",
    ask: noShow(4),
    says: "Nobody can fail to appear in a term that has not begun.",
    refused: ["TermNotBegun"],
  },
  { on: "2026-02-03", ask: noShow(9), says: "Nor in one that is not published.", refused: ["TermNotPublished"] },
  { on: "2026-02-20", ask: noShow(2), says: "The chair did not appear, and owes the turn by this policy." },
  { on: "2026-02-20", ask: noShow(2), says: "That is put on record once.", refused: ["NoShowAlreadyRecorded"] },
  {
    on: "2026-03-05",
    ask: noShow(2),
    says: "Nor a second time when the term has just ended.",
    refused: ["NoShowAlreadyRecorded"],
  },
  { on: "2026-03-05", ask: seat("court"), says: "A newcomer takes a seat: no back pay and no jump." },
  { on: "2026-03-05", ask: seat("court"), says: "A unit has one seat.", refused: ["UnitAlreadySeated"] },
  { on: "2026-03-06", ask: unseat("library"), says: "Who has no seat does not leave.", refused: ["UnitNotSeated"] },
  { on: "2026-03-06", ask: unseat("clinic"), says: "A unit leaves: its turns move and nobody else's." },
  { on: "2026-06-01", ask: advance, says: "Three months go by." },
  { on: "2026-06-02", ask: seat("clinic"), says: "Coming back gains nothing: the place is the last one." },
  { on: "2026-09-15", ask: advance, says: "And three more." },
]

/** Debts have a limit, and the last unit cannot give way. */
export const limits: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", { ...byMonths, owedTurnsLimit: 1, horizonTerms: 5 }, ["clinic", "school"]),
    says: "Two units, one debt at a time.",
  },
  { on: "2026-01-02", ask: skip(2), says: "The school puts off its turn." },
  { on: "2026-01-02", ask: skip(4), says: "It may not owe a second one.", refused: ["OwedTurnsLimitReached"] },
  { on: "2026-01-02", ask: swap(3, 5), says: "Two turns of one unit are not traded.", refused: ["NothingToSwap"] },
  { on: "2026-01-03", ask: unseat("school"), says: "The school leaves, and its debt with it." },
  { on: "2026-01-04", ask: skip(3), says: "The last unit cannot put its turn off.", refused: ["NobodyElseSeated"] },
  { on: "2026-01-04", ask: decline(3), says: "Nor decline it.", refused: ["NobodyElseSeated"] },
  { on: "2026-01-04", ask: substitute(null), says: "Nor is there anybody to stand in.", refused: ["NobodyElseSeated"] },
  { on: "2026-01-05", ask: unseat("clinic"), says: "The last unit leaves: the chair is vacant with no end in sight." },
  { on: "2026-01-20", ask: fill(1), says: "Nobody can be appointed.", refused: ["EmptyRoll"] },
  { on: "2026-01-20", ask: substitute(null), says: "Nobody can stand in for nobody.", refused: ["EmptyRoll"] },
  { on: "2026-02-01", ask: advance, says: "The next term begins vacant, and one more is published vacant." },
  { on: "2026-02-10", ask: seat("court"), says: "Whoever comes first fills every term that was left vacant." },
]
