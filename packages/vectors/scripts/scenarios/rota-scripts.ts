import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { type RotaCommand, type RotaPolicy, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import type { Line, Script } from "./lines.ts"

type Rota = Line<RotaCommand>

const units = ["clinic", "school", "property"]
const byMonths: RotaPolicy = { ...rotaPolicyDefaults, term: { _tag: "Months", count: 1 } }
const record = `sha-256:${"5".repeat(64)}` as const

const opening = (startsOn: CivilDate, policy: RotaPolicy, names: ReadonlyArray<string> = units): RotaCommand => ({
  _tag: "OpenRota",
  policy,
  units: names,
  startsOn,
})
const advance: RotaCommand = { _tag: "AdvanceRota" }
const seat = (unit: string): RotaCommand => ({ _tag: "SeatUnit", unit })
const unseat = (unit: string): RotaCommand => ({ _tag: "UnseatUnit", unit })
const merge = (one: string, other: string, into: string): RotaCommand => ({
  _tag: "MergeUnits",
  units: [one, other],
  into,
})
const swap = (first: number, second: number): RotaCommand => ({ _tag: "SwapTurns", first, second })
const skip = (term: number): RotaCommand => ({ _tag: "SkipTurn", term, reason: "flood season" })
const decline = (term: number): RotaCommand => ({ _tag: "DeclineTurn", term, reason: "no staff" })
const noShow = (term: number): RotaCommand => ({ _tag: "RecordNoShow", term })
const substitute = (unit: string | null): RotaCommand => ({ _tag: "NameSubstitute", unit })
const interest = (item: string, unit: string): RotaCommand => ({ _tag: "DeclareInterest", item, unit })
const fill = (term: number, unit: string | null = null): RotaCommand => ({ _tag: "FillVacancy", term, unit })
const handOver = (term: number): RotaCommand => ({ _tag: "HandOverChair", term, record })
const remind = (term: number): RotaCommand => ({ _tag: "RemindHandOver", term })
const count = (meeting: string, heldOn: CivilDate): RotaCommand => ({ _tag: "CountMeeting", meeting, heldOn })
const adopt = (effectiveFrom: CivilDate, policy: RotaPolicy): RotaCommand => ({
  _tag: "AdoptRotaPolicy",
  policy,
  effectiveFrom,
})
const close: RotaCommand = { _tag: "CloseRota" }

const life: ReadonlyArray<Rota> = [
  { on: "2026-01-30", ask: advance, says: "A rota that was never opened takes no command.", refused: ["RotaNotOpen"] },
  {
    on: "2026-02-01",
    ask: opening("2026-01-31", byMonths),
    says: "A rota does not start yesterday.",
    refused: ["RotaStartsInPast"],
  },
  { on: "2026-01-30", ask: opening("2026-01-31", byMonths, []), says: "A rota needs a unit.", refused: ["EmptyRoll"] },
  {
    on: "2026-02-01",
    ask: opening("2026-01-31", byMonths, ["clinic", "school", "clinic", "school", "clinic"]),
    says: "Every fault is named at once, each doubled unit with its rows.",
    refused: ["RotaStartsInPast", "DuplicateMember", "DuplicateMember"],
  },
  {
    on: "2026-01-30",
    ask: opening("2026-01-31", byMonths),
    members: ["school", "court"],
    says: "Where a conference is kept, only its members take turns.",
    refused: ["UnitsNotMembers"],
  },
  {
    on: "2026-01-30",
    ask: opening("2026-01-31", byMonths),
    members: ["school", "clinic", "property", "court"],
    says: "A rota opens for tomorrow: nobody is in the chair yet, and the terms are published.",
  },
  {
    on: "2026-01-30",
    ask: opening("2026-02-01", byMonths),
    says: "A rota is opened once.",
    refused: ["RotaAlreadyOpened"],
  },
  {
    on: "2026-01-30",
    ask: substitute("school"),
    says: "Nobody stands in before the first day.",
    refused: ["TermNotBegun"],
  },
  { on: "2026-01-30", ask: advance, says: "The day before the first day nothing happens." },
  { on: "2026-01-31", ask: advance, says: "On the first day the first term begins." },
  { on: "2026-01-31", ask: advance, says: "Looking again changes nothing." },
  { on: "2026-02-27", ask: advance, says: "A rota anchored on the 31st: 27 February is still the first term." },
  { on: "2026-02-28", ask: advance, says: "It begins its second term on the last day of February." },
  { on: "2026-05-01", ask: advance, says: "Nobody looked for two months: both terms begin on their own days." },
  { on: "2026-05-10", ask: close, says: "The rota is closed." },
  { on: "2026-05-11", ask: seat("court"), says: "A closed rota takes no command.", refused: ["RotaNotOpen"] },
  {
    on: "2026-05-11",
    ask: opening("2026-05-12", byMonths),
    says: "Nor is a closed rota opened again.",
    refused: ["RotaAlreadyOpened"],
  },
]

const turns: ReadonlyArray<Rota> = [
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

const limits: ReadonlyArray<Rota> = [
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

const vacancies: ReadonlyArray<Rota> = [
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

const standingIn: ReadonlyArray<Rota> = [
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

const records: ReadonlyArray<Rota> = [
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

const quarters: ReadonlyArray<Rota> = [
  {
    on: "2026-03-31",
    ask: opening("2026-03-31", rotaPolicyDefaults),
    says: "Opened on the last day of a quarter, the first term has one day.",
  },
  { on: "2026-04-01", ask: advance, says: "The next day is the second term's." },
  {
    on: "2026-04-02",
    ask: adopt("2026-04-01", rotaPolicyDefaults),
    says: "A policy does not take effect yesterday.",
    refused: ["EffectiveTooEarly"],
  },
  {
    on: "2026-04-02",
    ask: adopt("2026-04-02", { ...rotaPolicyDefaults, term: { _tag: "Meetings", count: 2 } }),
    says: "Days are not exchanged for meetings in the life of a rota.",
    refused: ["TermBasisFixed"],
  },
  {
    on: "2026-04-02",
    ask: adopt("2027-01-01", { ...byMonths, order: { _tag: "Listed" } }),
    says: "From the new year on, by months and by the list: what is published stays.",
  },
  {
    on: "2026-04-03",
    ask: adopt("2026-12-31", rotaPolicyDefaults),
    says: "Not before the policy adopted last.",
    refused: ["EffectiveTooEarly"],
  },
  {
    on: "2026-10-01",
    ask: advance,
    says: "The horizon reaches the new year: the first term under the new policy lasts until the rota's own day of the month.",
  },
  { on: "2027-03-31", ask: advance, says: "Then terms last a month, from the 31st or the month's last day." },
]

const meetings: ReadonlyArray<Rota> = [
  {
    on: "2026-01-01",
    ask: opening("2026-01-10", {
      ...rotaPolicyDefaults,
      term: { _tag: "Meetings", count: 2 },
      order: { _tag: "Listed" },
    }),
    says: "Terms of two meetings: only the first one's first day is known.",
  },
  {
    on: "2026-01-05",
    ask: count("before", "2026-01-04"),
    says: "Before the rota begins no meeting counts.",
    refused: ["MeetingOutsideTerm"],
  },
  { on: "2026-01-10", ask: count("first", "2026-01-10"), says: "A meeting on the first day counts." },
  {
    on: "2026-01-11",
    ask: count("first", "2026-01-10"),
    says: "It counts once.",
    refused: ["MeetingAlreadyCounted"],
  },
  {
    on: "2026-01-11",
    ask: count("tomorrow", "2026-01-12"),
    says: "It does not count before it is held.",
    refused: ["MeetingOutsideTerm"],
  },
  {
    on: "2026-02-20",
    ask: count("second", "2026-02-18"),
    says: "The last one is counted two days late: the term ends today, not in the past.",
  },
  {
    on: "2026-02-20",
    ask: count("third", "2026-02-20"),
    says: "Until that day is over a further meeting counts in this term.",
  },
  { on: "2026-02-21", ask: advance, says: "The next day the next term begins." },
  {
    on: "2026-02-22",
    ask: count("late", "2026-02-20"),
    says: "A meeting counts in the term in which it was held.",
    refused: ["MeetingOutsideTerm"],
  },
  { on: "2026-03-01", ask: skip(3), says: "A turn by meetings is put off like any other." },
  { on: "2026-03-02", ask: count("fourth", "2026-03-02"), says: "And the count goes on." },
]

const drawn: ReadonlyArray<Rota> = [
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

const merging = (mergedTurns: RotaPolicy["mergedTurns"], says: string): ReadonlyArray<Rota> => [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", { ...byMonths, mergedTurns, horizonTerms: 6 }, ["clinic", "school", "property"]),
    says: `Three units, seven published terms, and the rule ${mergedTurns}.`,
  },
  { on: "2026-01-02", ask: skip(2), says: "The school puts off a turn." },
  { on: "2026-01-02", ask: interest("fence", "clinic"), says: "The clinic declares an interest." },
  { on: "2026-01-02", ask: substitute("school"), says: "The school stands in for the clinic." },
  {
    on: "2026-01-03",
    ask: merge("clinic", "clinic", "clinic"),
    says: "A unit does not merge with itself.",
    refused: ["MergeNeedsTwoUnits"],
  },
  {
    on: "2026-01-03",
    ask: merge("clinic", "school", "property"),
    says: "No third unit bears the name.",
    refused: ["MergeNeedsTwoUnits"],
  },
  {
    on: "2026-01-03",
    ask: merge("library", "court", "archive"),
    says: "One of the two at least has a seat.",
    refused: ["UnitNotSeated", "UnitNotSeated"],
  },
  { on: "2026-01-10", ask: merge("clinic", "school", "campus"), says },
  { on: "2026-05-01", ask: advance, says: "The merged unit has its turns like any other." },
  {
    on: "2026-05-02",
    ask: merge("library", "property", "estate"),
    says: "Where only one of two has a seat, that seat bears the new name.",
  },
  { on: "2026-07-01", ask: advance, says: "The rota goes on." },
]

const listed: ReadonlyArray<Rota> = [
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

const endOfTime: ReadonlyArray<Rota> = [
  {
    on: "9999-10-15",
    ask: opening("9999-10-15", { ...byMonths, handOverDays: 90, vacancyDays: 90 }),
    says: "Near the end of the calendar: terms that would pass it stay on its last day.",
  },
  { on: "9999-12-31", ask: advance, says: "On the last day there is, what has no day of its own left never begins." },
]

/** The scenarios of a rota that are written by hand. */
export const rotaScripts: ReadonlyArray<Script<RotaCommand>> = [
  { name: "life", says: "A rota opens, goes on by itself and is closed.", lines: life },
  { name: "turns", says: "Turns are traded, put off, declined and missed.", lines: turns },
  { name: "limits", says: "Debts have a limit, and the last unit cannot give way.", lines: limits },
  { name: "vacancies", says: "A chair that nobody holds, and who takes it.", lines: vacancies },
  { name: "standing-in", says: "Who stands in for the chair, and who has an interest.", lines: standingIn },
  { name: "records", says: "The record by which the chair is handed over.", lines: records },
  { name: "quarters", says: "Terms by quarters, and another policy from a day on.", lines: quarters },
  { name: "meetings", says: "Terms that are counted in meetings.", lines: meetings },
  { name: "drawn", says: "Rounds whose order is drawn by lot.", lines: drawn },
  { name: "listed", says: "Rounds in the order of the list.", lines: listed },
  {
    name: "merged-keep-earlier",
    says: "Two units merge and give back their latest doubled turns.",
    lines: merging("keep-earlier", "Two units become one: the latest doubled turns go back."),
  },
  {
    name: "merged-keep-later",
    says: "Two units merge and give back their earliest doubled turns.",
    lines: merging("keep-later", "Two units become one: the earliest doubled turns go back."),
  },
  {
    name: "merged-keep-both",
    says: "Two units merge and keep all turns and debts.",
    lines: merging("keep-both", "Two units become one and keep every turn and every debt."),
  },
  { name: "end-of-time", says: "The last days of the calendar.", lines: endOfTime },
]
