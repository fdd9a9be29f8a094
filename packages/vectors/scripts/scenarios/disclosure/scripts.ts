import type { DisclosureCircumstances, DisclosureCommand } from "@jinlin/core/disclosure"
import { disclosure, standingOf } from "@jinlin/core/disclosure"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { play } from "@jinlin/testkit"
import {
  disclosureActors,
  disclosureAt,
  disclosureRules,
  downOn,
  objectingOn,
  postingOn,
  preparing,
  sceneSections,
  sceneSubject,
  someDigest,
  disclosureStep as step,
} from "@jinlin/testkit/disclosure"
import { line, type StepScript } from "../steps.ts"

type Script = StepScript<DisclosureCommand, DisclosureCircumstances>
type More = Parameters<typeof step>[2]

const document = sceneSubject().digest
const check = (day: CivilDate, more: More = {}, preparation = 1) =>
  step(day, { _tag: "ConfirmCheck", document, preparation }, more)
const down = (day: CivilDate, posting: number, on = day) => step(day, downOn(day, posting, on))
const objectTo = (day: CivilDate, objection: string, text = 7) =>
  step(day, objectingOn(day, objection, { text: someDigest(text) }))
const answer = (day: CivilDate, objection: string, digit = 8) =>
  step(day, { _tag: "AnswerObjection", objection, answer: someDigest(digit) })
const hangs = (day: CivilDate, posting: number, more: More = {}) =>
  step(day, { _tag: "ConfirmHanging", posting, reason: "a slip of the pen", evidence: someDigest(5) }, more)
const complete = (day: CivilDate, more: More = {}) => step(day, { _tag: "CompleteDisclosure" }, more)
const supersede = (day: CivilDate, by: string, more: More = {}) => step(day, { _tag: "SupersedeDisclosure", by }, more)
const sheet = (day: CivilDate, on: CivilDate, evidence: number | null) =>
  step(day, { ...postingOn(on), evidence: evidence === null ? null : someDigest(evidence) })

const [title, applicant, decision] = sceneSections()
if (applicant === undefined || decision === undefined) throw new Error("The scene has three sections.")
const blackedOut = { ...preparing, sections: [title, applicant, decision].map((one) => ({ ...one, shown: false })) }
const allHidden = { ...preparing, sections: [{ ...title, shown: false }, ...blackedOut.sections.slice(1)] as const }
const allShown = { ...preparing, sections: [title, { ...applicant, shown: true }, decision] as const }

const plain: Script = {
  name: "plain",
  says: "One disclosure from its drawing up to its end: fifteen days on the notice board.",
  lines: [
    line("Drawn up: what was decided, with one section blacked out.", step("2026-08-31", preparing)),
    line("Somebody else checks it.", check("2026-08-31")),
    line("It goes up; from 2 to 16 September are fifteen days.", step("2026-09-01", postingOn("2026-09-01"))),
    line("The same place again is another posting, and changes no day.", step("2026-09-02", postingOn("2026-09-02"))),
    line("Somebody objects.", objectTo("2026-09-03", "objection-1")),
    line("The same again is granted, and nothing happens.", objectTo("2026-09-03", "objection-1")),
    line("Another text under the same id is refused.", objectTo("2026-09-03", "objection-1", 6), "ObjectionIdTaken"),
    line("Nobody raised this one.", answer("2026-09-04", "objection-9"), "ObjectionUnknown"),
    line(
      "In the last minute of the last day, with an objection open: two reasons.",
      complete("2026-09-16", { minuteOfDay: 1439 }),
      "PeriodStillRuns",
      "ObjectionsOpen",
    ),
    line("It is answered.", answer("2026-09-16", "objection-1")),
    line("The same answer again changes nothing.", answer("2026-09-16", "objection-1")),
    line("An answer is not changed.", answer("2026-09-16", "objection-1", 9), "AnsweredAlready"),
    line(
      "Over, and a sheet of the last day may still lie.",
      complete("2026-09-17", { minuteOfDay: 0 }),
      "SheetsAwaited",
    ),
    line("So it is on the last day of sheets.", complete("2026-09-19", { minuteOfDay: 1439 }), "SheetsAwaited"),
    line("Every sheet has had its time.", complete("2026-09-20", { minuteOfDay: 0 })),
    line("Completed already: nothing happens.", complete("2026-09-20")),
    line("After the completion the law names the way.", objectTo("2026-09-21", "o-2"), "ObjectionAfterCompletion"),
    line(
      "What is completed is not given up.",
      step("2026-09-21", { _tag: "AbandonDisclosure", reason: "no" }),
      "AlreadyPublished",
    ),
    line("Nor drawn up anew.", step("2026-09-21", preparing), "AlreadyPublished"),
    line("It came down after its end.", down("2026-09-21", 1)),
    line(
      "That the other was down ten days ago is not entered any more.",
      down("2026-09-21", 2, "2026-09-10"),
      "TakeDownDayImpossible",
    ),
    line("It came down after its end, and is not said to hang.", hangs("2026-09-21", 1), "DisclosureAtOtherStage"),
  ],
}

const drawingUp: Script = {
  name: "drawing-up",
  says: "What may be drawn up and checked, and by whom.",
  lines: [
    line("Nothing is there to be checked.", check("2026-08-31"), "DisclosureAtOtherStage"),
    line(
      "The system draws nothing up.",
      step("2026-08-31", preparing, { actor: { _tag: "System", rule: "DISCLOSURE-13" } }),
      "DisclosingPersonMissing",
    ),
    line("Nothing was decided yet.", step("2026-08-31", preparing, { subject: null }), "NothingToPublish"),
    line(
      "Nothing is decided of another matter.",
      step("2026-08-31", { ...preparing, matter: "matter-9" }),
      "NothingToPublish",
    ),
    line(
      "Another text, of which nothing is shown.",
      step("2026-08-31", allHidden, { subject: sceneSubject(4) }),
      "NotTheDecidedText",
      "NothingShown",
    ),
    line(
      "It corrects what nobody knows.",
      step("2026-08-31", { ...preparing, corrects: "disclosure-9" }),
      "DisclosureUnknown",
    ),
    line("Drawn up.", step("2026-08-31", preparing)),
    line("Drawn up in the same way again: nothing happens.", step("2026-08-31", preparing)),
    line("Of another kind than before.", step("2026-08-31", { ...preparing, what: "result" }), "DisclosureOfAnother"),
    line(
      "Checked by whoever drew it up.",
      check("2026-08-31", { actor: disclosureActors.discloser }),
      "CheckedByPreparer",
    ),
    line("Not what was prepared last.", check("2026-08-31", {}, 7), "NotAsPrepared"),
    line(
      "The system checks nothing.",
      check("2026-08-31", { actor: { _tag: "System", rule: "DISCLOSURE-13" } }),
      "DisclosingPersonMissing",
    ),
    line("Not checked yet: it is not put up.", step("2026-08-31", postingOn("2026-08-31")), "DisclosureAtOtherStage"),
    line("Checked.", check("2026-08-31")),
    line("Checked already: nothing happens.", check("2026-08-31")),
    line(
      "Less is blacked out: the digest is the same, and the check is of another preparation.",
      step("2026-08-31", allShown),
    ),
    line("The second preparation is checked.", check("2026-09-01", {}, 2)),
    line("Nothing is up that could come down.", down("2026-09-01", 1), "DisclosureAtOtherStage"),
    line("Nor objected to.", objectTo("2026-09-01", "objection-1"), "DisclosureAtOtherStage"),
    line(
      "It is given up, with a reason.",
      step("2026-09-01", { _tag: "AbandonDisclosure", reason: "the matter was revoked" }),
    ),
    line("After that nothing is drawn up.", step("2026-09-02", preparing), "DisclosureAtOtherStage"),
  ],
}

const rulesOf = (days: number, ...others: ReadonlyArray<string>) =>
  disclosureRules("2026-09-01", {
    period: { ...disclosureRules("2026-09-01").period, days },
    required: {
      ...disclosureRules("2026-09-01").required,
      channels: [others[0] ?? "notice-board", ...others.slice(1)],
    },
  })
const postedWith = (more: More) => step("2026-09-01", postingOn("2026-09-01"), more)

const putUp: Script = {
  name: "putting-up",
  says: "Days, sheets, rules and channels of postings.",
  lines: [
    line("Drawn up.", step("2026-08-31", preparing)),
    line("Checked.", check("2026-08-31")),
    line("The decision is gone.", postedWith({ subject: null }), "NothingToPublish"),
    line("Meanwhile another text was decided.", postedWith({ subject: sceneSubject(4) }), "NotTheDecidedText"),
    line("The rules contradict each other.", postedWith({ rules: null }), "DisclosureRulesUnresolved"),
    line(
      "The rules are of another day.",
      postedWith({ rules: disclosureRules("2026-08-30") }),
      "DisclosureRulesUnresolved",
    ),
    line("Fourteen days are fewer than the law has.", postedWith({ rules: rulesOf(14) }), "RulesBelowLaw"),
    line("Online alone is not what the law has.", postedWith({ rules: rulesOf(15, "online") }), "RulesBelowLaw"),
    line(
      "There is no calendar.",
      step("2026-09-01", postingOn("2026-09-01"), { calendar: undefined }),
      "CalendarMissing",
    ),
    line("A posting of tomorrow.", step("2026-09-01", postingOn("2026-09-02")), "PostingDayImpossible"),
    line(
      "A posting before the check, without a sheet.",
      sheet("2026-09-01", "2026-08-30", null),
      "PostingDayImpossible",
      "SheetMissing",
    ),
    line("A posting of yesterday without a sheet.", sheet("2026-09-01", "2026-08-31", null), "SheetMissing"),
    line(
      "With its sheet, and two channels that must stand: no period yet.",
      step(
        "2026-09-01",
        { ...postingOn("2026-08-31"), evidence: someDigest(5) },
        { rules: { ...rulesOf(15, "notice-board", "online"), day: "2026-08-31" } },
      ),
    ),
    line("One of two is missing.", complete("2026-11-01"), "PeriodNotBegun"),
    line("Online as well: the period begins.", step("2026-09-03", postingOn("2026-09-03", "online", "our site"))),
    line("There is no third posting.", down("2026-09-04", 3), "PostingUnknown"),
    line("Before it went up.", down("2026-09-04", 2, "2026-09-02"), "TakeDownDayImpossible"),
    line("The site is off: the period is broken.", down("2026-09-05", 2)),
    line("That it came down stays as it is.", down("2026-09-06", 2), "TakenDownAlready"),
    line("The same again changes nothing.", down("2026-09-06", 2, "2026-09-05")),
    line(
      "The next day it is on again, and is counted anew.",
      step("2026-09-06", postingOn("2026-09-06", "online", "our site")),
    ),
    line("The board comes down, and another goes up on the very day: the gap.", down("2026-09-10", 1)),
    line("It goes on as it was counted.", step("2026-09-10", postingOn("2026-09-10"))),
    line("Certain, and so not counted again.", step("2026-09-12", { _tag: "RecountPeriod" })),
    line("Completed.", complete("2026-09-25")),
    line(
      "That it was down before its end is not said afterwards.",
      down("2026-09-26", 3, "2026-09-20"),
      "TakeDownDayImpossible",
      "CameDownBeforeTheEnd",
    ),
    line("Nothing is put up after that.", step("2026-09-26", postingOn("2026-09-26")), "DisclosureAtOtherStage"),
    line("Nor counted.", step("2026-09-26", { _tag: "RecountPeriod" }), "DisclosureAtOtherStage"),
  ],
}

const subjectOfWinter = { ...sceneSubject(), since: "2026-12-01" } as const
const next = {
  id: "scene",
  version: "2026-11-10",
  years: [
    { year: 2026, off: [], work: [], source: { title: "Scene", published: "2025-11-04" } },
    {
      year: 2027,
      off: ["2027-01-01", "2027-01-04", "2027-01-05"],
      work: [],
      source: { title: "Scene", published: "2026-11-04" },
    },
  ],
} as const
const winter: Script = {
  name: "provisional",
  says: "A period that reaches into a year without a calendar.",
  lines: [
    line("Drawn up.", step("2026-12-15", preparing, { subject: subjectOfWinter })),
    line("Checked.", check("2026-12-15")),
    line("Put up: its end is provisional.", step("2026-12-17", postingOn("2026-12-17"), { subject: subjectOfWinter })),
    line("Counted again while nothing is published: nothing happens.", step("2026-12-20", { _tag: "RecountPeriod" })),
    line("The calendar came: it ends later.", step("2026-12-21", { _tag: "RecountPeriod" }, { calendar: next })),
    line("It ends as it was counted.", complete("2027-01-04", { calendar: next }), "PeriodStillRuns"),
    line("Over, and sheets are still entered.", complete("2027-01-09", { calendar: next }), "SheetsAwaited"),
    line("Over.", complete("2027-01-10", { calendar: next })),
  ],
}

const far: Script = {
  name: "beyond",
  says: "A period that would end where the calendar does.",
  lines: [
    line("Drawn up.", step("9999-12-20", preparing)),
    line("Checked.", check("9999-12-20")),
    line("Fifteen days later there is no day.", step("9999-12-28", postingOn("9999-12-28")), "PeriodUncountable"),
  ],
}

const up = disclosureAt("posted")
const objected = [...up, objectTo("2026-09-02", "objection-1")]
const standing = (steps: typeof up, id = "disclosure-1") => standingOf(id, play(disclosure, steps).state)
const corrected = standing(objected)
const correctionSteps = [
  step("2026-09-07", { ...preparing, corrects: "disclosure-1" }, { disclosure: "disclosure-2", corrected }),
  step("2026-09-07", { _tag: "ConfirmCheck", document, preparation: 1 }),
  step("2026-09-07", postingOn("2026-09-07"), { corrected }),
]
const prepared = standing(correctionSteps.slice(0, 1), "disclosure-2")
const posted = standing(correctionSteps, "disclosure-2")
const correcting = (more: Partial<typeof preparing> = {}, around: More = { corrected }) =>
  step("2026-09-07", { ...preparing, corrects: "disclosure-1", ...more }, { disclosure: "disclosure-2", ...around })

const correction: Script = {
  name: "correction",
  says: "A disclosure that corrects another one, and takes over its objections.",
  lines: [
    line("For another audience.", correcting({ audience: "owners" }), "CorrectionDiffers"),
    line(
      "Of what was superseded before.",
      correcting({}, { corrected: { ...corrected, status: "superseded", supersededBy: "disclosure-3" } }),
      "NotCorrectable",
    ),
    line("Drawn up as a correction.", correcting()),
    line("Checked.", check("2026-09-07")),
    line(
      "What it corrects was superseded meanwhile.",
      step("2026-09-07", postingOn("2026-09-07"), {
        corrected: { ...corrected, status: "superseded", supersededBy: "disclosure-3" },
      }),
      "NotCorrectable",
    ),
    line("Put up: what waits for an answer comes along.", step("2026-09-07", postingOn("2026-09-07"), { corrected })),
    line("It is answered here.", answer("2026-09-08", "objection-1")),
    line(
      "On paper, of a day on which what it corrects still hung.",
      step("2026-09-08", objectingOn("2026-09-08", "objection-2", { receivedOn: "2026-09-05" })),
    ),
    line("That is answered, too.", answer("2026-09-09", "objection-2")),
    line("Over.", complete("2026-09-26")),
  ],
}

const replaced: Script = {
  name: "superseded",
  says: "A disclosure in whose place a correction comes.",
  lines: [
    ...objected.map((one, index) => line(["Drawn up.", "Checked.", "Put up.", "Somebody objects."][index] ?? "", one)),
    line("By what nobody knows.", supersede("2026-09-07", "disclosure-2"), "DisclosureUnknown"),
    line(
      "By what is not up yet, and took nothing over.",
      supersede("2026-09-07", "disclosure-2", { correction: prepared }),
      "CorrectionNotPosted",
      "ObjectionsNotCarried",
    ),
    line(
      "By what corrects another one, and knows none of its objections.",
      supersede("2026-09-07", "disclosure-2", { correction: { ...posted, corrects: "disclosure-5", objections: [] } }),
      "CorrectionDiffers",
      "ObjectionsNotCarried",
    ),
    line("By its correction.", supersede("2026-09-07", "disclosure-2", { correction: posted })),
    line("By the same again: nothing happens.", supersede("2026-09-07", "disclosure-2", { correction: posted })),
    line(
      "By another one.",
      supersede("2026-09-08", "disclosure-3", { correction: { ...posted, disclosure: "disclosure-3" } }),
      "AlreadyCorrected",
    ),
    line("Who objects does so against the correction.", objectTo("2026-09-08", "objection-2"), "ObjectionElsewhere"),
    line("It is never completed.", complete("2026-12-01"), "DisclosureAtOtherStage"),
    line("That it came down is noted.", down("2026-09-09", 1)),
  ],
}

const paper = (day: CivilDate, receivedOn: CivilDate, objection: string, evidence: number | null = 4) =>
  step(day, {
    ...objectingOn(day, objection, { receivedOn }),
    evidence: evidence === null ? null : someDigest(evidence),
  })

const onPaper: Script = {
  name: "on-paper",
  says: "Objections on paper: the day on which they were received, their sheets, and until when they are entered.",
  lines: [
    ...up.map((one, index) => line(["Drawn up.", "Checked.", "Put up."][index] ?? "", one)),
    line("Received before it was up.", paper("2026-09-02", "2026-08-31", "paper-1"), "ObjectionDayImpossible"),
    line("Received tomorrow.", paper("2026-09-02", "2026-09-03", "paper-1"), "ObjectionDayImpossible"),
    line(
      "Received before it was up, and without its sheet: two reasons.",
      paper("2026-09-02", "2026-08-31", "paper-1", null),
      "ObjectionDayImpossible",
      "ObjectionSheetMissing",
    ),
    line(
      "Received yesterday, without its sheet.",
      paper("2026-09-02", "2026-09-01", "paper-1", null),
      "ObjectionSheetMissing",
    ),
    line("Received on the first day, with its sheet.", paper("2026-09-02", "2026-09-01", "paper-1")),
    line("The same once more: nothing happens, whatever day it names.", paper("2026-09-09", "2026-09-09", "paper-1")),
    line("Received today, with a sheet nevertheless.", paper("2026-09-09", "2026-09-09", "paper-2")),
    line("Four days ago is one too many.", paper("2026-09-10", "2026-09-06", "paper-3"), "ObjectionDayImpossible"),
    line("Three days ago.", paper("2026-09-10", "2026-09-07", "paper-3")),
    line("Answered.", answer("2026-09-11", "paper-1")),
    line("The second, too.", answer("2026-09-11", "paper-2")),
    line("And the third.", answer("2026-09-11", "paper-3")),
    line(
      "Another board hung from the last day on, and is entered two days later.",
      step("2026-09-18", { ...postingOn("2026-09-16", "notice-board", "building 3"), evidence: someDigest(6) }),
    ),
    line("So nobody completes it on the 20th.", complete("2026-09-20"), "SheetsAwaited"),
    line(
      "Handed in on the last day, typed on the last one that sheets have.",
      paper("2026-09-19", "2026-09-16", "paper-4"),
    ),
    line("It waits, and so does the sheet: two reasons.", complete("2026-09-20"), "SheetsAwaited", "ObjectionsOpen"),
    line("Answered late.", answer("2026-09-28", "paper-4")),
    line("Completed at once.", complete("2026-09-28")),
  ],
}

const slips: Script = {
  name: "slips",
  says: "What comes down: the sheets of it, and that it was a slip, and hangs.",
  lines: [
    line("Nothing is up.", hangs("2026-08-31", 1), "DisclosureAtOtherStage"),
    ...up.map((one, index) => line(["Drawn up.", "Checked.", "Put up."][index] ?? "", one)),
    line("There is no fifth posting.", hangs("2026-09-02", 5), "PostingUnknown"),
    line("It hangs already: nothing happens.", hangs("2026-09-02", 1)),
    line(
      "It came down yesterday, without a sheet.",
      step("2026-09-05", { ...downOn("2026-09-05", 1, "2026-09-04"), evidence: null }),
      "TakeDownSheetMissing",
    ),
    line(
      "Of four days ago nothing is entered, nor without a sheet.",
      step("2026-09-06", { ...downOn("2026-09-06", 1, "2026-09-02"), evidence: null }),
      "TakeDownDayImpossible",
      "TakeDownSheetMissing",
    ),
    line("Of three days ago, with its sheet: the period is broken.", down("2026-09-07", 1, "2026-09-04")),
    line("Nothing runs.", complete("2026-09-08"), "PeriodNotBegun"),
    line("There is no calendar.", hangs("2026-09-08", 1, { calendar: undefined }), "CalendarMissing"),
    line("On the third day after it was entered: it hangs, and the period is what it was.", hangs("2026-09-10", 1)),
    line("On the last evening it is said to have come down again.", down("2026-09-16", 1)),
    line("Another board is put up on the next day.", step("2026-09-17", postingOn("2026-09-17"))),
    line("Four days after that was entered it is too late.", hangs("2026-09-20", 1), "HangingConfirmedLate"),
    line(
      "Too late, and no calendar: two reasons.",
      hangs("2026-09-20", 1, { calendar: undefined }),
      "HangingConfirmedLate",
      "CalendarMissing",
    ),
    line("Three days after it is not: the first period counts again.", hangs("2026-09-19", 1)),
    line("Whoever was told that it was down has time to object.", complete("2026-09-21"), "SheetsAwaited"),
    line("That time is over.", complete("2026-09-22")),
  ],
}

const noLaw = { ...sceneSubject(), law: null, recourse: null } as const
const ofVillages = { ...sceneSubject().law, instrument: "Villagers' Committee Organization Law (2025-10-28)" } as const
const inVillage = {
  ...sceneSubject(),
  law: { ...ofVillages, article: "35", certainty: "law" },
  recourse: { ...ofVillages, article: "36", certainty: "law" },
} as const
const shortRules = (days: number, sheets: number) =>
  ({ ...rulesOf(days), sheets: { ...rulesOf(days).sheets, days: sheets } }) as const

const lawOfTheDay: Script = {
  name: "law-of-the-day",
  says: "What the law says on the day of the first posting, which stays.",
  lines: [
    line("No law asks for it: drawn up.", step("2026-08-31", preparing, { subject: noLaw })),
    line("Checked.", check("2026-08-31")),
    line(
      "A sheet lies as long as the period lasts.",
      postedWith({ subject: noLaw, rules: shortRules(5, 5) }),
      "SheetsOutlastPeriod",
    ),
    line("Or longer.", postedWith({ subject: noLaw, rules: shortRules(5, 6) }), "SheetsOutlastPeriod"),
    line(
      "The law came meanwhile, and asks for more: two reasons.",
      postedWith({ rules: shortRules(3, 3) }),
      "RulesBelowLaw",
      "SheetsOutlastPeriod",
    ),
    line("Put up on the first day of the law, which is the one of villages.", postedWith({ subject: inVillage })),
    line(
      "Another board, when the matter bears another law: the first one stays.",
      step("2026-09-02", postingOn("2026-09-02"), { subject: sceneSubject() }),
    ),
    line("Completed.", complete("2026-09-20")),
    line(
      "After that the way is the one of that law.",
      objectTo("2026-09-21", "objection-1"),
      "ObjectionAfterCompletion",
    ),
  ],
}

const shorter: Script = {
  name: "without-law",
  says: "What no law has published: short periods, no recourse, and other audiences.",
  lines: [
    line(
      "For nobody for whom anything is published.",
      step("2026-08-31", { ...preparing, audience: "strangers" }, { subject: noLaw }),
      "AudienceUnknown",
    ),
    line(
      "The law has it published for the residents.",
      step("2026-08-31", { ...preparing, audience: "owners" }),
      "AudienceUnknown",
    ),
    line(
      "The rules of today contradict each other: that is looked at when it goes up.",
      step("2026-08-31", { ...preparing, audience: "strangers" }, { subject: noLaw, rules: null }),
    ),
    line("For the owners.", step("2026-08-31", { ...preparing, audience: "owners" }, { subject: noLaw })),
    line(
      "The same, but that a law says to whom one turns: it is drawn up again.",
      step("2026-08-31", { ...preparing, audience: "owners" }, { subject: { ...noLaw, recourse: inVillage.recourse } }),
    ),
    line("And again without it.", step("2026-08-31", { ...preparing, audience: "owners" }, { subject: noLaw })),
    line(
      "Nothing is different: nothing happens.",
      step("2026-08-31", { ...preparing, audience: "owners" }, { subject: noLaw }),
    ),
    line("Checked.", check("2026-08-31", {}, 4)),
    line(
      "On the day of the posting nothing is published for owners any more.",
      postedWith({
        subject: noLaw,
        rules: { ...rulesOf(15), audiences: { ...rulesOf(15).audiences, among: ["residents"] } },
      }),
      "AudienceUnknown",
    ),
    line("On that day a law has it published.", postedWith({}), "AudienceUnknown"),
    line("Put up for one day, of which no sheet may lie.", postedWith({ subject: noLaw, rules: shortRules(1, 0) })),
    line("Received yesterday.", paper("2026-09-02", "2026-09-01", "paper-1"), "ObjectionDayImpossible"),
    line("It came down yesterday.", down("2026-09-02", 1, "2026-09-01"), "TakeDownDayImpossible"),
    line("Up yesterday.", sheet("2026-09-02", "2026-09-01", 5), "PostingDayImpossible"),
    line("Over, and nothing lies: completed in the first minute.", complete("2026-09-03", { minuteOfDay: 0 })),
    line("No law names a way.", objectTo("2026-09-03", "objection-1"), "ObjectionAfterCompletion"),
  ],
}

/** Scenarios of disclosures that are written by hand. */
export const disclosureScripts: ReadonlyArray<Script> = [
  ...[plain, drawingUp, putUp, winter, far, correction, replaced],
  ...[onPaper, slips, lawOfTheDay, shorter],
]
