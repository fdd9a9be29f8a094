import type { Clauses, CovenantCircumstances, CovenantCommand, MatterOutcome, Predecessor } from "@jinlin/core/covenant"
import { digestOfSections } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import {
  type CovenantStage,
  covenantCitation as cited,
  covenantAt,
  covenantDigest,
  covenantDrafter,
  covenantRules,
  decidedMatter,
  offeredText,
  openMatter,
  repealText,
  revisedText,
  covenantStep as step,
  covenantText as text,
} from "@jinlin/testkit/covenant"
import { line, type StepScript } from "../steps.ts"

type Script = StepScript<CovenantCommand, CovenantCircumstances>
type Around = Partial<CovenantCircumstances>
type Ids = ReadonlyArray<string>

const open = (day: CivilDate, around: Around = {}) =>
  step(day, { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" }, around)
const draft = (day: CivilDate, sections: Clauses, ...reasons: Ids) =>
  step(day, {
    _tag: "DraftRevision",
    sections,
    reasons: reasons.map((clause) => ({ clause, reason: "as it was said" })),
  })
const abandon = (day: CivilDate) => step(day, { _tag: "AbandonDraft", reason: "nobody wants it" })
const offer = (day: CivilDate, until: CivilDate, around: Around = {}) =>
  step(day, { _tag: "OpenComments", until }, around)
const comment = (day: CivilDate, name: string, clause: string | null, receivedOn = day, digit = 7) =>
  step(day, { _tag: "RecordComment", comment: name, clause, text: covenantDigest(digit), receivedOn })
const dispose = (
  day: CivilDate,
  name: string,
  disposition: "taken-up" | "taken-up-in-part" | "not-taken-up",
  ...clauses: Ids
) => step(day, { _tag: "DisposeComment", comment: name, disposition, reason: "as it was weighed", clauses })
const shut = (day: CivilDate) => step(day, { _tag: "CloseComments" })
const check = (day: CivilDate, document: Clauses, around: Around = {}, against: Ids = []) =>
  step(
    day,
    {
      ...{ _tag: "CheckLegality", document: digestOfSections(document), conforms: against.length === 0 },
      ...{ opinion: covenantDigest(8), against },
    },
    around,
  )
const submit = (day: CivilDate, matter: string, sections: Clauses, corrects: Ids = [], around: Around = {}) =>
  step(day, { _tag: "SubmitDraft", matter, corrects }, { outcome: openMatter(matter, sections), ...around })
const decide = (day: CivilDate, outcome: MatterOutcome | null, rulesOf: CivilDate | null = outcome?.decidedOn ?? day) =>
  step(day, { _tag: "RecordDecision" }, { rules: rulesOf === null ? null : covenantRules(rulesOf), outcome })
const force = (day: CivilDate, version: number, from: CivilDate) => step(day, { _tag: "BringIntoForce", version, from })
const file = (day: CivilDate, version: number, on = day, receipt = "no. 7") =>
  step(day, { _tag: "FileVersion", version, receipt, with: "office-1", on })
const remind = (day: CivilDate, version: number) => step(day, { _tag: "RemindFiling", version })
const order = (day: CivilDate, name: string, version: number, ...clauses: Ids) =>
  step(day, { _tag: "OrderCorrection", order: name, version, by: "office-1", clauses, reason: "against a right" })
const lift = (day: CivilDate, name: string) => step(day, { _tag: "LiftOrder", order: name, reason: "answered" })
const repeal = (day: CivilDate, from: CivilDate, around: Around, matter = "matter-9") =>
  step(day, { _tag: "RepealCovenant", matter, sections: repealText, from }, around)

const until = (stage: CovenantStage) =>
  covenantAt(stage).map((one) => line(`Up to where it is ${stage}: ${one[0]._tag}.`, one))
const ended = (status: "open" | "rejected" | "withdrawn", matter = "matter-1"): MatterOutcome => ({
  ...{ matter, status, text: null, decidedOn: null, set: null },
})

const drafting: Script = {
  name: "drafting",
  says: "A text is drafted, offered for comments, and every comment is settled.",
  lines: [
    line("Nothing is begun.", draft("2026-03-02", offeredText), "CovenantNotOpen"),
    line(
      "The system begins nothing.",
      open("2026-03-02", { actor: { _tag: "System", rule: "COVENANT-3" } }),
      "OpenerMissing",
    ),
    line("Begun.", open("2026-03-02")),
    line("It is begun once.", open("2026-03-02"), "CovenantAlreadyOpened"),
    line("There is no draft.", offer("2026-03-02", "2026-03-18"), "NoDraft"),
    line("Two clauses of one name.", draft("2026-03-02", text("lead:1", "lead:2")), "ClauseNamedTwice"),
    line("The first text.", draft("2026-03-02", offeredText)),
    line("The same again: nothing happens.", draft("2026-03-02", offeredText)),
    line("Nothing lies open.", comment("2026-03-02", "comment-1", null), "CommentsNotOpen"),
    line("Nor is anything to be closed.", shut("2026-03-02"), "CommentsNotOpen"),
    line("Fourteen days are too few.", offer("2026-03-03", "2026-03-17"), "CommentsTooShort"),
    line("More than a year is too long.", offer("2026-03-03", "2027-03-05"), "CommentsTooLong"),
    line(
      "The rules contradict each other.",
      offer("2026-03-03", "2026-03-18", { rules: null }),
      "CovenantRulesUnresolved",
    ),
    line(
      "The rules are of another day.",
      offer("2026-03-03", "2026-03-18", { rules: covenantRules("2026-03-02") }),
      "CovenantRulesUnresolved",
    ),
    line("Offered for fifteen days.", offer("2026-03-03", "2026-03-18")),
    line("Meanwhile it stays as it is.", draft("2026-03-05", revisedText), "TextLiesOpen"),
    line("Nor is it given up.", abandon("2026-03-05"), "TextLiesOpen"),
    line("A comment on a clause.", comment("2026-03-10", "comment-1", "parking")),
    line("The same again: nothing happens.", comment("2026-03-10", "comment-1", "parking")),
    line("Another one of that name.", comment("2026-03-10", "comment-1", "dogs", "2026-03-10", 6), "CommentNamedTwice"),
    line("There is no such clause.", comment("2026-03-10", "comment-2", "noise"), "NoSuchClause"),
    line(
      "It did not come in before the opening.",
      comment("2026-03-10", "comment-2", null, "2026-03-02"),
      "CommentOutOfTime",
    ),
    line("The last day is not over.", shut("2026-03-18"), "CommentsStillRun"),
    line("Closed.", shut("2026-03-19")),
    line("Closed already: nothing happens.", shut("2026-03-19")),
    line(
      "It came in on the last day, and is typed after the close.",
      comment("2026-03-20", "comment-2", null, "2026-03-18"),
    ),
    line("Nothing is given up that leaves comments unanswered.", abandon("2026-03-20"), "CommentsUndisposed"),
    line("There is no such comment.", dispose("2026-03-20", "comment-9", "taken-up"), "NoSuchComment"),
    line(
      "Not taken up, and yet it changes something.",
      dispose("2026-03-20", "comment-1", "not-taken-up", "dogs"),
      "DispositionContradicts",
    ),
    line("Taken up.", dispose("2026-03-20", "comment-1", "taken-up", "parking")),
    line("Settled in the same way: nothing happens.", dispose("2026-03-20", "comment-1", "taken-up", "parking")),
    line(
      "Another revision: parking, and dogs, which nobody spoke of.",
      draft("2026-03-21", text("lead:1", "parking:2", "dogs:2")),
    ),
    line("Another text was checked.", check("2026-03-21", offeredText), "AnotherTextChecked"),
    line(
      "Who drafted does not check.",
      check("2026-03-21", text("lead:1", "parking:2", "dogs:2"), { actor: covenantDrafter }),
      "CheckedByDrafter",
    ),
    line(
      "It conforms, and yet conflicts with something.",
      step("2026-03-21", {
        _tag: "CheckLegality",
        document: digestOfSections(text("lead:1", "parking:2", "dogs:2")),
        conforms: true,
        opinion: covenantDigest(8),
        against: ["a right"],
      }),
      "OpinionContradicts",
    ),
    line(
      "A comment waits, a clause changed unasked, nobody has checked it.",
      submit("2026-03-22", "matter-1", text("lead:1", "parking:2", "dogs:2")),
      "CommentsUndisposed",
      "ChangesUnaccounted",
      "LegalityUnchecked",
    ),
    line("Settled.", dispose("2026-03-22", "comment-2", "not-taken-up")),
    line("The reason is stated.", draft("2026-03-22", text("lead:1", "parking:2", "dogs:2"), "dogs")),
    line(
      "It conflicts with a right.",
      check("2026-03-22", text("lead:1", "parking:2", "dogs:2"), {}, ["the right to come and go"]),
    ),
    line(
      "So it is not submitted.",
      submit("2026-03-22", "matter-1", text("lead:1", "parking:2", "dogs:2")),
      "TextDoesNotConform",
    ),
    line("Without the clause that it must have.", draft("2026-03-23", text("parking:2", "dogs:2"), "lead")),
    line("Checked.", check("2026-03-23", text("parking:2", "dogs:2"))),
    line("It lacks a clause.", submit("2026-03-23", "matter-1", text("parking:2", "dogs:2")), "ClausesMissing"),
    line("With it again.", draft("2026-03-23", text("lead:1", "parking:2", "dogs:2"), "lead", "dogs")),
    line("Checked.", check("2026-03-23", text("lead:1", "parking:2", "dogs:2"))),
    line(
      "By another article of the law the check says nothing.",
      submit("2026-03-24", "matter-1", text("lead:1", "parking:2", "dogs:2"), [], {
        rules: covenantRules("2026-03-24", { conformity: { citation: { ...cited, article: "31(2)" } } }),
      }),
      "LegalityOutdated",
    ),
    line(
      "Where a new round is asked for, a reason is not enough.",
      submit("2026-03-24", "matter-1", text("lead:1", "parking:2", "dogs:2"), [], {
        rules: covenantRules("2026-03-24", { unaskedChanges: { need: "new-round", citation: cited } }),
      }),
      "ChangesUnaccounted",
    ),
    line(
      "An order that nobody gave.",
      submit("2026-03-24", "matter-1", text("lead:1", "parking:2", "dogs:2"), ["order-9"]),
      "NoSuchOrder",
    ),
    line(
      "Nobody has put forward the matter.",
      submit("2026-03-24", "matter-1", text("lead:1", "parking:2", "dogs:2"), [], { outcome: null }),
      "MatterNotRunning",
    ),
    line("It is on another text.", submit("2026-03-24", "matter-1", offeredText), "MatterOnAnotherText"),
    line("Submitted.", submit("2026-03-24", "matter-1", text("lead:1", "parking:2", "dogs:2"))),
    line("It lies with a body.", draft("2026-03-25", offeredText), "DraftLiesWithBody"),
    line("And is not given up.", abandon("2026-03-25"), "DraftLiesWithBody"),
  ],
}

const short: Script = {
  name: "given-up",
  says: "A draft that was never offered, and is given up.",
  lines: [
    ...until("drafted"),
    line("Checked.", check("2026-03-03", offeredText)),
    line("No round was held.", submit("2026-03-03", "matter-1", offeredText), "CommentsMissing"),
    line("It lies with nobody.", decide("2026-03-03", ended("open")), "DraftNotSubmitted"),
    line("Given up.", abandon("2026-03-03")),
    line("Nothing is left to be given up.", abandon("2026-03-03"), "NoDraft"),
    line(
      "There is nothing to repeal.",
      repeal("2026-03-04", "2026-03-05", {
        outcome: decidedMatter("matter-9", repealText, { decidedOn: "2026-03-04" }),
      }),
      "NothingToRepeal",
    ),
    line("There is no version.", force("2026-03-04", 1, "2026-03-05"), "NoSuchVersion"),
    line("Another draft.", draft("2026-03-04", offeredText)),
  ],
}

const bodies: Script = {
  name: "with-a-body",
  says: "What becomes of a text that lies with a body.",
  lines: [
    ...until("submitted"),
    line("Nobody knows of the matter.", decide("2026-03-30", null), "MatterUndecided"),
    line("It runs.", decide("2026-03-30", ended("open")), "MatterUndecided"),
    line(
      "The rules of the day of the decision are not known.",
      decide("2026-04-11", decidedMatter("matter-1", revisedText), null),
      "CovenantRulesUnresolved",
    ),
    line("It was lost: the draft comes back.", decide("2026-04-11", ended("rejected"))),
    line("The matter is not named twice.", submit("2026-04-12", "matter-1", revisedText), "MatterUsed"),
    line("As another one.", submit("2026-04-12", "matter-2", revisedText)),
    line("Taken back.", decide("2026-04-13", ended("withdrawn", "matter-2"))),
    line("As a third.", submit("2026-04-13", "matter-3", revisedText)),
    line(
      "Decided by a body that may not.",
      decide(
        "2026-04-14",
        decidedMatter("matter-3", revisedText, { set: "residents-committee", decidedOn: "2026-04-14" }),
      ),
    ),
    line("As a fourth.", submit("2026-04-14", "matter-4", revisedText)),
    line("Decided before it was submitted.", decide("2026-04-15", decidedMatter("matter-4", revisedText))),
    line("As a fifth.", submit("2026-04-15", "matter-5", revisedText)),
    line(
      "The body amended it: another text.",
      decide(
        "2026-04-16",
        decidedMatter("matter-5", text("lead:1", "parking:3", "dogs:1"), { decidedOn: "2026-04-16" }),
      ),
    ),
    line("What it made of it is drafted.", draft("2026-04-17", text("lead:1", "parking:3", "dogs:1"))),
    line("Checked.", check("2026-04-17", text("lead:1", "parking:3", "dogs:1"))),
    line(
      "Under the same matter it is submitted once more.",
      submit("2026-04-17", "matter-5", text("lead:1", "parking:3", "dogs:1")),
    ),
    line(
      "It is a version.",
      decide(
        "2026-04-17",
        decidedMatter("matter-5", text("lead:1", "parking:3", "dogs:1"), { decidedOn: "2026-04-16" }),
      ),
    ),
  ],
}

/** Another draft from its first text to a version that was decided on a day in `month`. */
const another = (month: "06" | "08", sections: Clauses, matter: string, corrects: Ids = []) => [
  line("A new draft.", draft(`2026-${month}-01`, sections)),
  line("Offered.", offer(`2026-${month}-01`, `2026-${month}-16`)),
  line("Closed.", shut(`2026-${month}-17`)),
  line("Checked.", check(`2026-${month}-18`, sections)),
  line("Submitted.", submit(`2026-${month}-19`, matter, sections, corrects)),
  line("A version.", decide(`2026-${month}-25`, decidedMatter(matter, sections, { decidedOn: `2026-${month}-25` }))),
]

const versions: Script = {
  name: "versions",
  says: "Versions take over from each other, are filed, and the covenant is repealed.",
  lines: [
    ...until("adopted"),
    line("Not from a day that is over.", force("2026-04-12", 1, "2026-04-11"), "ForceTooEarly"),
    line("From the first of May.", force("2026-04-12", 1, "2026-05-01")),
    line("The same again: nothing happens.", force("2026-04-12", 1, "2026-05-01")),
    line("From another day, before it has begun.", force("2026-04-20", 1, "2026-05-02")),
    line("It has begun.", force("2026-05-03", 1, "2026-05-10"), "VersionHasBegun"),
    line("Nobody is reminded before the last day.", remind("2026-05-09", 1), "FilingNotDue"),
    line("Reminded.", remind("2026-05-10", 1)),
    line("Once.", remind("2026-05-10", 1)),
    line("Not for a day before the decision.", file("2026-05-14", 1, "2026-04-09"), "FilingDayImpossible"),
    line("Filed, four days late.", file("2026-05-14", 1)),
    line("The same again: nothing happens.", file("2026-05-14", 1)),
    line("A corrected receipt.", file("2026-05-15", 1, "2026-05-10", "no. 8")),
    line("The text of the last version is nothing new.", draft("2026-05-16", revisedText)),
    line("Offered.", offer("2026-05-16", "2026-05-31")),
    line("Closed.", shut("2026-06-01")),
    line("Checked.", check("2026-06-01", revisedText)),
    line("Nothing changed.", submit("2026-06-01", "matter-2", revisedText), "NothingChanged"),
    line("Given up.", abandon("2026-06-01")),
    ...another("06", text("lead:1", "parking:4", "dogs:1"), "matter-3"),
    line("The second is in force from August on.", force("2026-06-26", 2, "2026-08-01")),
    ...another("08", text("lead:1", "parking:5", "dogs:1"), "matter-4"),
    line("The third takes over at once.", force("2026-08-26", 3, "2026-08-26")),
    line(
      "A day that is taken.",
      repeal("2026-08-26", "2026-08-26", {
        rules: covenantRules("2026-08-26"),
        outcome: decidedMatter("matter-9", repealText, { decidedOn: "2026-08-26" }),
      }),
      "DayTaken",
    ),
    line(
      "The body decided something else.",
      repeal("2026-09-01", "2026-09-05", {
        outcome: decidedMatter("matter-9", offeredText, { decidedOn: "2026-09-01" }),
      }),
      "RepealNotDecided",
    ),
    line(
      "It decided something that says nothing of this.",
      step(
        "2026-09-01",
        { _tag: "RepealCovenant", matter: "matter-9", sections: offeredText, from: "2026-09-05" },
        { outcome: decidedMatter("matter-9", offeredText, { decidedOn: "2026-09-01" }) },
      ),
      "RepealNotNamed",
    ),
    line(
      "It decided before the third version was adopted.",
      repeal("2026-09-01", "2026-09-05", {
        rules: covenantRules("2026-08-24"),
        outcome: decidedMatter("matter-9", repealText, { decidedOn: "2026-08-24" }),
      }),
      "RepealDecidedEarly",
    ),
    line(
      "It decided nothing yet.",
      repeal("2026-09-01", "2026-09-05", { outcome: ended("open", "matter-9") }),
      "MatterUndecided",
    ),
    line(
      "By a body that may not.",
      repeal("2026-09-01", "2026-09-05", {
        outcome: decidedMatter("matter-9", repealText, {
          decidedOn: "2026-09-01",
          set: "residents-committee",
        }),
      }),
      "BodyMayNotMake",
    ),
    line(
      "Repealed.",
      repeal("2026-09-01", "2026-09-05", {
        outcome: decidedMatter("matter-9", repealText, { decidedOn: "2026-09-01" }),
      }),
    ),
    line("A version is still filed.", file("2026-09-02", 3)),
    line("Nothing else.", draft("2026-09-02", offeredText), "CovenantNotOpen"),
    line("Nor begun again.", open("2026-09-02"), "CovenantAlreadyOpened"),
  ],
}

const overtaken: Script = {
  name: "overtaken",
  says: "A version without a day is overtaken by a later one.",
  lines: [
    ...until("adopted"),
    ...another("06", text("lead:1", "parking:4", "dogs:1"), "matter-3"),
    line("The second has its day first.", force("2026-06-26", 2, "2026-08-01")),
    line("The first is overtaken.", force("2026-06-26", 1, "2026-07-01"), "VersionOvertaken"),
    line("Nobody is reminded of it.", remind("2026-06-26", 1), "FilingNotDue"),
    line("What was overtaken is not corrected.", order("2026-06-26", "order-1", 1, "parking"), "VersionIsOver"),
  ],
}

const orders: Script = {
  name: "orders",
  says: "The office above orders a version corrected.",
  lines: [
    ...until("announced"),
    line("There is no such version.", order("2026-05-20", "order-1", 4, "parking"), "NoSuchVersion"),
    line("No order of this name.", lift("2026-05-20", "order-1"), "NoSuchOrder"),
    line("Ordered.", order("2026-05-20", "order-1", 1, "parking")),
    line("The same again: nothing happens.", order("2026-05-20", "order-1", 1, "parking")),
    line("Another of that name.", order("2026-05-20", "order-1", 1, "dogs"), "OrderNamedTwice"),
    line("A draft on dogs.", draft("2026-06-01", text("lead:1", "parking:2", "dogs:5"))),
    line("Offered.", offer("2026-06-01", "2026-06-16")),
    line("Closed.", shut("2026-06-17")),
    line(
      "What the order names changes, and needs no reason.",
      draft("2026-06-17", text("lead:1", "parking:6", "dogs:5")),
    ),
    line("Checked.", check("2026-06-18", text("lead:1", "parking:6", "dogs:5"))),
    line(
      "It does not say that it answers the order.",
      submit("2026-06-19", "matter-2", text("lead:1", "parking:6", "dogs:5")),
      "OrdersUnanswered",
    ),
    line("It does.", submit("2026-06-19", "matter-2", text("lead:1", "parking:6", "dogs:5"), ["order-1"])),
    line(
      "A version.",
      decide(
        "2026-06-25",
        decidedMatter("matter-2", text("lead:1", "parking:6", "dogs:5"), { decidedOn: "2026-06-25" }),
      ),
    ),
    line("Another order, on the first.", order("2026-06-26", "order-2", 1, "dogs")),
    line("It is lifted.", lift("2026-06-27", "order-2")),
    line("Lifted already: nothing happens.", lift("2026-06-27", "order-2")),
  ],
}

const later: Script = {
  name: "taking-over",
  says: "The first version gets its day when the second has begun to have one.",
  lines: [
    ...until("announced"),
    ...another("06", text("lead:1", "parking:4", "dogs:1"), "matter-3"),
    line("The second from August on.", force("2026-06-26", 2, "2026-08-01")),
    line("An order stands.", order("2026-06-26", "order-1", 1, "dogs")),
  ],
}

const early: Script = {
  name: "before-the-day",
  says: "The day of an earlier version moves, but not beyond that of the later one.",
  lines: [
    ...until("announced").slice(0, -1),
    line("The first from September on.", force("2026-04-12", 1, "2026-07-10")),
    ...another("06", text("lead:1", "parking:4", "dogs:1"), "matter-3"),
    line("The second from August on.", force("2026-06-26", 2, "2026-08-01")),
    line("Not on the first day of the second.", force("2026-06-26", 1, "2026-08-01"), "LaterVersionBegins"),
    line("Earlier it may.", force("2026-06-26", 1, "2026-07-01")),
  ],
}

const before: Predecessor = {
  ...{ covenant: "covenant-0", kind: "residents-covenant", within: "community-1", repealedFrom: "2026-05-10" },
}
const next = (predecessor: Predecessor | null) =>
  step(
    "2026-03-02",
    { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together", after: "covenant-0" },
    { predecessor },
  )

const following: Script = {
  name: "following",
  says: "A covenant follows one that was repealed.",
  lines: [
    line("There is no such covenant.", next(null), "NothingToFollow"),
    line("It was not repealed.", next({ ...before, repealedFrom: null }), "NothingToFollow"),
    line("It is of another body.", next({ ...before, within: "community-2" }), "NothingToFollow"),
    line("It is of another kind.", next({ ...before, kind: "rules-of-procedure" }), "NothingToFollow"),
    line("Begun.", next(before)),
    ...until("adopted").slice(1),
    line("The other one is still in force.", force("2026-04-12", 1, "2026-05-09"), "ForceTooEarly"),
    line("From the day on which it is over.", force("2026-04-12", 1, "2026-05-10")),
  ],
}

/** Scenarios of covenants that are written by hand. */
export const covenantScripts: ReadonlyArray<Script> = [
  ...[drafting, short, bodies, versions, overtaken],
  ...[orders, later, early, following],
]
