import { type RotaCommand, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import type { Line } from "../lines.ts"
import {
  advance,
  byMonths,
  decline,
  fill,
  handOver,
  interest,
  noShow,
  opening,
  remind,
  skip,
  substitute,
  swap,
  unseat,
} from "./asking.ts"

type Rota = Line<RotaCommand>

/** A chair that nobody holds, and who takes it. */
export const vacancies: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", { ...byMonths, movedTurns: "vacant", vacancyDays: 3 }, [
      "clinic",
      "school",
      "property",
      "court",
    ]),
    says: "A rota that leaves a moved turn vacant, for three days at most.",
  },
  { on: "2026-01-10", ask: unseat("clinic"), says: "The chair leaves: the chair is vacant until the third day after." },
  { on: "2026-01-12", ask: advance, says: "The day before the time is over nothing happens." },
  { on: "2026-01-13", ask: advance, says: "On that day the next in turn takes the chair." },
  { on: "2026-01-14", ask: fill(1, "court"), says: "A chair that is held is not filled.", refused: ["TermNotVacant"] },
  { on: "2026-01-14", ask: decline(2), says: "A published turn is declined: it is vacant." },
  { on: "2026-01-14", ask: decline(2), says: "What is vacant is nobody's to decline.", refused: ["TurnNotHeld"] },
  { on: "2026-01-14", ask: swap(2, 3), says: "Nor to trade.", refused: ["TurnNotHeld"] },
  {
    on: "2026-01-14",
    ask: fill(9),
    says: "A term that is not published is not filled.",
    refused: ["TermNotPublished"],
  },
  {
    on: "2026-01-14",
    ask: fill(2, "clinic"),
    says: "Only a unit with a seat is appointed.",
    refused: ["UnitNotSeated"],
  },
  { on: "2026-01-15", ask: fill(2, "court"), says: "Somebody is appointed: that uses up its next turn." },
  { on: "2026-01-20", ask: skip(3), says: "A turn that is put off is vacant, and owed." },
  { on: "2026-03-01", ask: advance, says: "The vacant term begins vacant." },
  { on: "2026-03-02", ask: noShow(3), says: "Nobody fails to appear in a vacant term.", refused: ["TurnNotHeld"] },
  { on: "2026-03-02", ask: handOver(3), says: "A vacant chair waits for no record.", refused: ["HandOverNotDue"] },
  { on: "2026-03-02", ask: fill(3), says: "Without a name the next in turn is appointed." },
  { on: "2026-04-28", ask: unseat("property"), says: "A unit leaves: the terms it was published for are vacant." },
  {
    on: "2026-04-29",
    ask: unseat("court"),
    says: "The chair leaves too, two days before a term that is vacant already.",
  },
  { on: "2026-05-01", ask: advance, says: "The vacancy goes on into that term and is the same one." },
  { on: "2026-05-02", ask: advance, says: "It ends on the day on which it would have ended." },
]

/** Who stands in for the chair, and who has an interest. */
export const standingIn: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", { ...byMonths, movedTurns: "substitute", substitute: "previous-chair" }, [
      "clinic",
      "school",
      "property",
      "court",
    ]),
    says: "A rota in which a moved turn is stood in for, the chair before it first.",
  },
  {
    on: "2026-01-02",
    ask: substitute("clinic"),
    says: "The chair does not stand in for itself.",
    refused: ["SubstituteIsChair"],
  },
  { on: "2026-01-02", ask: substitute("library"), says: "Who stands in has a seat.", refused: ["UnitNotSeated"] },
  { on: "2026-01-02", ask: substitute("court"), says: "Somebody is named." },
  { on: "2026-01-02", ask: substitute("court"), says: "Naming the same unit again changes nothing." },
  { on: "2026-01-02", ask: substitute(null), says: "Without a name the policy's rule chooses." },
  { on: "2026-01-03", ask: interest("fence", "school"), says: "A unit declares its interest in an item." },
  {
    on: "2026-01-03",
    ask: interest("fence", "school"),
    says: "That is put on record once.",
    refused: ["InterestAlreadyDeclared"],
  },
  {
    on: "2026-01-03",
    ask: interest("fence", "library"),
    says: "A unit without a seat has no item to preside over.",
    refused: ["UnitNotSeated"],
  },
  { on: "2026-01-03", ask: interest("lights", "school"), says: "Of another item it is another interest." },
  { on: "2026-01-05", ask: skip(2), says: "A turn that is put off is stood in for: that is nobody's turn." },
  { on: "2026-01-05", ask: decline(2), says: "What is stood in for cannot be declined.", refused: ["TurnNotHeld"] },
  { on: "2026-02-01", ask: advance, says: "With a new chair the substitute stands in no more." },
  { on: "2026-02-10", ask: noShow(2), says: "A stand-in misses no turn of its own.", refused: ["TurnNotHeld"] },
  { on: "2026-02-11", ask: substitute(null), says: "The chair before this one stands in first." },
  {
    on: "2026-02-12",
    ask: unseat("court"),
    says: "Who leaves takes its turns, debts, interests and its standing in along.",
  },
  { on: "2026-04-01", ask: advance, says: "The rota goes on." },
]

/** The record by which the chair is handed over. */
export const records: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", { ...rotaPolicyDefaults, handOverDays: 10 }),
    says: "Terms by quarters; a record is due within ten days, the first day not counted.",
  },
  {
    on: "2026-01-05",
    ask: handOver(2),
    says: "No record is due of a term that has not begun.",
    refused: ["HandOverNotDue"],
  },
  { on: "2026-01-11", ask: remind(1), says: "The tenth day is still in time.", refused: ["ReminderNotDue"] },
  { on: "2026-01-12", ask: remind(1), says: "The day after it the chair is reminded." },
  { on: "2026-01-13", ask: remind(1), says: "Once.", refused: ["ReminderNotDue"] },
  { on: "2026-01-14", ask: handOver(1), says: "The record arrives." },
  { on: "2026-01-14", ask: handOver(1), says: "There is nothing left to hand over.", refused: ["HandOverNotDue"] },
  { on: "2026-01-15", ask: remind(1), says: "Nor to be reminded of.", refused: ["HandOverNotDue"] },
  {
    on: "2026-04-01",
    ask: advance,
    says: "The second quarter begins with another chair, and a record from the first is due.",
  },
  { on: "2026-04-02", ask: handOver(2), says: "The chair that went hands over to the one that came." },
]
