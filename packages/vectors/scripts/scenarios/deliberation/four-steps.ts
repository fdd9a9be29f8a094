import {
  amend,
  call,
  close,
  come,
  counts,
  decideIt,
  enter,
  file,
  headcount,
  heads,
  open,
  opinion,
  put,
  sendTo,
  voter,
  votes,
  withdraw,
} from "./asking.ts"
import type { MatterLine } from "./telling.ts"

type Lines = ReadonlyArray<MatterLine>

/** The Party organization passes the text, on one day. */
export const proposed: Lines = [
  { on: "2026-03-01", ask: open(), says: "A matter is put forward, with its steps." },
  {
    on: "2026-03-01",
    ask: call("propose", "party-committee", "2026-03-01"),
    says: "A body whose rules ask for no notice is called for today.",
  },
  { on: "2026-03-01", ask: heads("a", "b", "c"), says: "Its roll is entered." },
  { on: "2026-03-01", ask: come("a", "b"), says: "Two of three come." },
  { on: "2026-03-01", ask: put("show-of-hands", "2026-03-01"), says: "The text is put to the vote." },
  { on: "2026-03-01", ask: counts(2, 0), says: "Both raise their hands." },
  { on: "2026-03-01", minute: 600, ask: close, says: "A ballot of one day is closed on that day." },
  { on: "2026-03-01", minute: 601, ask: decideIt, says: "The step is passed: two of two present are more than half." },
]

/** The two committees pass it by name. */
const consulted: Lines = [
  {
    on: "2026-03-02",
    ask: call("consult", "two-committees", "2026-03-06"),
    says: "Three full days lie between call and sitting.",
  },
  { on: "2026-03-02", ask: heads("a", "b", "c", "d"), says: "Its roll is entered." },
  { on: "2026-03-06", ask: come("a", "b", "c"), says: "Three of four come, by name." },
  { on: "2026-03-06", ask: put("show-of-hands", "2026-03-06"), says: "The text is put to the vote." },
  { on: "2026-03-06", ask: votes({ for: ["a", "b"], against: ["c"] }), says: "Votes are taken down by name." },
  { on: "2026-03-06", ask: close, says: "It is closed." },
  { on: "2026-03-06", ask: decideIt, says: "Two of three present are more than half." },
]

const council = ["e", "f", "g"] as const

/** The consultation council is heard. */
const heard: Lines = [
  {
    on: "2026-03-07",
    ask: call("review", "consultation-council", "2026-03-11"),
    says: "A body that is heard is called as the others are.",
  },
  { on: "2026-03-07", ask: heads(...council), says: "Its roll is entered." },
  {
    on: "2026-03-10",
    ask: opinion(false),
    says: "It is heard on the day of its sitting, with its quorum, and not before.",
    refused: ["SittingNotBegun", "NoQuorum"],
  },
  {
    on: "2026-03-11",
    ask: put("show-of-hands", "2026-03-11"),
    says: "It decides nothing, and nobody is there.",
    refused: ["BodyIsHeard", "NoQuorum"],
  },
  { on: "2026-03-11", ask: come("e", "f"), says: "Two of three come." },
  {
    on: "2026-03-11",
    ask: opinion(false),
    says: "It would not have the matter go on: that is recorded, and the matter goes on.",
  },
]

/** Ten voters, eight of them representatives: exactly four fifths. */
export const meeting = enter(
  voter("m-1"),
  voter("m-2"),
  ...["r-1", "r-2", "r-3", "r-4", "r-5", "r-6", "r-7", "r-8"].map((name) => voter(name, { kind: "representative" })),
)

/** The four steps from the first to the last. */
export const fourStepsPassed: Lines = [
  ...proposed,
  ...consulted,
  ...heard,
  {
    on: "2026-03-12",
    ask: call("resolve", "representatives-meeting", "2026-03-22"),
    says: "Ten days' notice are ten full days: this is nine.",
    refused: ["NoticeTooShort"],
  },
  { on: "2026-03-12", ask: call("resolve", "representatives-meeting", "2026-03-23"), says: "These are ten." },
  {
    on: "2026-03-12",
    ask: enter(voter("m-1"), voter("r-1", { kind: "representative" }), voter("r-2", { kind: "representative" })),
    says: "Two of three on its roll are representatives.",
  },
  {
    on: "2026-03-23",
    ask: put("show-of-hands", "2026-03-23"),
    says: "Four fifths must be, and nobody has come.",
    refused: ["CompositionFails", "NoQuorum"],
  },
  {
    on: "2026-03-23",
    ask: meeting,
    says: "Eight of ten are representatives, which is four fifths; who was on it stays in its place.",
  },
  { on: "2026-03-23", ask: headcount(6), says: "Six are counted." },
  {
    on: "2026-03-23",
    ask: put("secret-papers", "2026-03-23"),
    says: "Two thirds of ten are seven: one is missing.",
    refused: ["NoQuorum"],
  },
  { on: "2026-03-23", ask: headcount(7), says: "One more comes; the later count takes the place of the one before." },
  { on: "2026-03-23", ask: headcount(7), says: "Counting the same again changes nothing." },
  { on: "2026-03-23", ask: put("secret-papers", "2026-03-23"), says: "Now the text is put, on papers." },
  { on: "2026-03-23", ask: counts(4, 2, 0, 1), says: "Tellers count them, one of them void." },
  { on: "2026-03-23", ask: close, says: "It is closed." },
  {
    on: "2026-03-23",
    ask: decideIt,
    says: "Four of seven present are more than half: the last step passes, and the matter is decided.",
  },
  { on: "2026-03-24", ask: file(4), says: "The register of the last sitting is filed, also after the end." },
  { on: "2026-03-24", ask: file(4), says: "Filing the same again changes nothing." },
  {
    on: "2026-03-24",
    ask: file(5),
    says: "There is no fifth sitting; the refusal names those there are.",
    refused: ["RoundNotOver"],
  },
  {
    on: "2026-03-24",
    ask: call("resolve", "representatives-meeting", "2026-05-01"),
    says: "What is decided takes nothing more.",
    refused: ["MatterNotOpen"],
  },
  { on: "2026-03-24", ask: open(), says: "Nor is it opened again.", refused: ["MatterAlreadyOpened"] },
]

/** A text goes back, is amended, and starts again. */
export const amended: Lines = [
  ...proposed,
  ...consulted,
  ...heard,
  { on: "2026-03-12", ask: call("resolve", "representatives-meeting", "2026-03-23"), says: "The last body is called." },
  { on: "2026-03-12", ask: meeting, says: "Its roll is entered." },
  { on: "2026-03-23", ask: headcount(10), says: "All come." },
  {
    on: "2026-03-23",
    ask: put("show-of-hands", "2026-03-23", amend(1)),
    says: "An amendment is another text.",
    refused: ["TextUnchanged"],
  },
  {
    on: "2026-03-23",
    ask: put("show-of-hands", "2026-03-23", sendTo("review")),
    says: "This body sends a matter back where its plan says.",
    refused: ["MayNotReturnTo"],
  },
  { on: "2026-03-23", ask: put("show-of-hands", "2026-03-23", amend(2)), says: "An amendment is put." },
  { on: "2026-03-23", ask: counts(5, 5), says: "Half of ten are for it." },
  { on: "2026-03-23", ask: close, says: "It is closed." },
  {
    on: "2026-03-23",
    ask: decideIt,
    says: "Half is not more than half: the amendment is lost, and the matter stays where it is.",
  },
  {
    on: "2026-03-24",
    ask: call("resolve", "representatives-meeting", "2026-03-25", "the lift stands still"),
    says: "The rules let a reason shorten the notice.",
  },
  { on: "2026-03-24", ask: meeting, says: "A sitting has a roll of its own." },
  { on: "2026-03-25", ask: headcount(10), says: "All come." },
  { on: "2026-03-25", ask: put("show-of-hands", "2026-03-25", amend(2)), says: "The amendment is put once more." },
  { on: "2026-03-25", ask: counts(6, 4), says: "Six of ten are for it." },
  { on: "2026-03-25", ask: close, says: "It is closed." },
  {
    on: "2026-03-25",
    ask: decideIt,
    says: "The text is another: what approved the old one lapses, and it starts again at the first body that approved it.",
  },
  {
    on: "2026-03-26",
    ask: call("consult", "two-committees", "2026-03-30"),
    says: "Not at the two committees, where the plan has it, since then nobody would propose the new text.",
    refused: ["NotItsTurn"],
  },
  {
    on: "2026-03-26",
    ask: call("propse", "party-committee", "2026-03-30"),
    says: "A step that is misspelt is none, and the steps are told.",
    refused: ["StepUnknown"],
  },
  { on: "2026-03-26", ask: call("propose", "party-committee", "2026-03-26"), says: "The first body is called again." },
  { on: "2026-03-26", ask: heads("a", "b", "c"), says: "Its roll is entered." },
  { on: "2026-03-26", ask: put("show-of-hands", "2026-03-26"), says: "The new text is put." },
  { on: "2026-03-26", ask: counts(3, 0), says: "Three raise their hands." },
  { on: "2026-03-26", ask: close, says: "It is closed." },
  { on: "2026-03-26", ask: decideIt, says: "It passes." },
  { on: "2026-03-26", ask: call("consult", "two-committees", "2026-03-30"), says: "The two committees follow." },
  { on: "2026-03-26", ask: heads("a", "b", "c", "d"), says: "Their roll is entered." },
  { on: "2026-03-30", ask: come("a", "b", "c", "d"), says: "All four come." },
  { on: "2026-03-30", ask: put("secret-papers", "2026-03-30"), says: "The text is put." },
  { on: "2026-03-30", ask: counts(2, 2), says: "Two of four." },
  { on: "2026-03-30", ask: close, says: "It is closed." },
  { on: "2026-03-30", ask: decideIt, says: "With a quorum it is lost, and goes back to where the plan says." },
  { on: "2026-04-01", ask: call("propose", "party-committee", "2026-04-01"), says: "The first body is called." },
  { on: "2026-04-01", ask: heads("a", "b", "c"), says: "Its roll is entered." },
  { on: "2026-04-01", ask: put("show-of-hands", "2026-04-01"), says: "It has no quorum to show, and votes." },
  { on: "2026-04-01", ask: counts(3, 0), says: "Three raise their hands." },
  { on: "2026-04-01", ask: close, says: "It is closed." },
  { on: "2026-04-01", ask: decideIt, says: "Nobody was taken down as present; whoever voted was." },
  { on: "2026-04-02", ask: call("consult", "two-committees", "2026-04-06"), says: "The second body is called." },
  { on: "2026-04-02", ask: heads("a", "b", "c", "d"), says: "Its roll is entered." },
  { on: "2026-04-06", ask: come("a", "b", "c"), says: "Three come." },
  {
    on: "2026-04-06",
    ask: put("show-of-hands", "2026-04-06", sendTo("propose")),
    says: "It is moved to send the matter back.",
  },
  { on: "2026-04-06", ask: votes({ for: ["a", "b", "c"] }), says: "All are for it." },
  { on: "2026-04-06", ask: close, says: "It is closed." },
  { on: "2026-04-06", ask: decideIt, says: "The matter goes back, and what the first body approved lapses." },
  {
    on: "2026-04-07",
    ask: call("propose", "party-committee", "2026-04-07"),
    says: "The first body is called once more.",
  },
  { on: "2026-04-07", ask: heads("a", "b", "c"), says: "Its roll is entered." },
  { on: "2026-04-07", ask: put("show-of-hands", "2026-04-07"), says: "The text is put." },
  { on: "2026-04-07", ask: counts(1, 2), says: "One is for it." },
  { on: "2026-04-07", ask: close, says: "It is closed." },
  { on: "2026-04-07", ask: decideIt, says: "Where the plan rejects what is lost, the matter is rejected." },
  { on: "2026-04-08", ask: withdraw, says: "What is rejected is not taken back.", refused: ["MatterNotOpen"] },
]
