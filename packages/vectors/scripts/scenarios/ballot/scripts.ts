import type { BallotCommand } from "@jinlin/core/ballot"
import type { Line, Script } from "../lines.ts"
import {
  annulledRound,
  called,
  cast,
  castSecretly,
  closedRound,
  decidedRound,
  openRound,
  paper,
  secretRound,
  spoilt,
  withProxy,
} from "./asking.ts"

type Ballots = ReadonlyArray<Line<BallotCommand>>

/** Everything that arrives of one voter in an open ballot. */
const open: Ballots = [
  { on: "2026-03-01", round: null, ask: cast(), says: "The matter has no such round.", refused: ["RoundUnknown"] },
  {
    on: "2026-03-01",
    round: { ...openRound, round: 3 },
    ask: cast(),
    says: "It has another.",
    refused: ["RoundUnknown"],
  },
  { on: "2026-03-01", round: called, ask: cast(), says: "Before it opens no ballot comes.", refused: ["RoundNotOpen"] },
  {
    on: "2026-03-02",
    round: { ...openRound, voter: null },
    ask: cast(),
    says: "Who is not on the frozen roll does not vote.",
    refused: ["VoterNotOnRoll"],
  },
  {
    on: "2026-03-02",
    round: { ...openRound, voter: { person: "p-1", recused: true } },
    ask: cast(),
    says: "Nor does who has an interest in it.",
    refused: ["RecusedFromVote"],
  },
  {
    on: "2026-03-02",
    round: openRound,
    ask: cast({ castBy: "flat-9" }),
    says: "A neighbour who holds no proxy casts for nobody.",
    refused: ["NotEntitledToCast"],
  },
  {
    on: "2026-03-02",
    round: openRound,
    ask: castSecretly(),
    says: "What is open is not cast secretly; the refusal says how.",
    refused: ["BallotTakenOtherwise"],
  },
  { on: "2026-03-02", round: openRound, ask: cast(), says: "The voter is for it." },
  { on: "2026-03-02", minute: 600, round: openRound, ask: cast({ choice: "against" }), says: "And thinks again." },
  {
    on: "2026-03-03",
    round: { ...openRound, ...withProxy },
    ask: cast({ castBy: "flat-9", choice: "abstain" }),
    says: "A proxy casts for the voter, and all three ballots are kept.",
  },
  {
    on: "2026-03-03",
    round: { ...openRound, ...withProxy },
    ask: cast({ castBy: "flat-8" }),
    says: "There is one proxy, and the voter.",
    refused: ["NotEntitledToCast"],
  },
  { on: "2026-03-04", round: openRound, ask: paper(), says: "A clerk enters a paper." },
  {
    on: "2026-03-04",
    round: openRound,
    ask: paper({ late: true }),
    says: "While it is open no paper is late.",
    refused: ["PaperNotLate"],
  },
  { on: "2026-03-04", round: openRound, ask: spoilt(), says: "A paper that says nothing is kept with the reason." },
  {
    on: "2026-03-04",
    round: { ...openRound, voter: { person: null, recused: false } },
    ask: spoilt(),
    says: "Where nobody is named for the voter, nobody is told.",
  },
  {
    on: "2026-03-04",
    round: openRound,
    ask: cast({ voter: "flat-2", castBy: "flat-2" }),
    says: "The stream is one voter's.",
    refused: ["BallotOfAnother"],
  },
  {
    on: "2026-03-04",
    round: { ...openRound, voter: null },
    ask: cast({ matter: "roof" }),
    says: "Every reason is named.",
    refused: ["BallotOfAnother", "VoterNotOnRoll"],
  },
  {
    on: "2026-03-09",
    round: closedRound,
    ask: cast(),
    says: "After the close nothing comes over a login.",
    refused: ["RoundNotOpen"],
  },
  {
    on: "2026-03-09",
    round: closedRound,
    ask: paper(),
    says: "Nor a paper that the clerk calls in time.",
    refused: ["RoundNotOpen"],
  },
  {
    on: "2026-03-09",
    round: closedRound,
    ask: spoilt(),
    says: "Nor a void one.",
    refused: ["RoundNotOpen"],
  },
  {
    on: "2026-03-09",
    round: closedRound,
    ask: paper({ late: true }),
    says: "A late paper is kept and does not count.",
  },
  {
    on: "2026-03-20",
    round: decidedRound,
    ask: paper({ late: true, castBy: "flat-7" }),
    says: "So it is when the round is decided, whoever it says that cast it: its roll is not at hand.",
  },
  {
    on: "2026-03-20",
    round: decidedRound,
    ask: cast({ castBy: "flat-7" }),
    says: "Over a login nothing comes any more; that is the one reason, since the roll says nothing of anybody.",
    refused: ["RoundNotOpen"],
  },
  {
    on: "2026-03-20",
    round: decidedRound,
    ask: paper(),
    says: "Nor on a paper that the clerk calls in time.",
    refused: ["RoundNotOpen"],
  },
]

/** The last day of a ballot, and the day after. */
const lastDay: Ballots = [
  {
    on: "2026-03-08",
    minute: 1439,
    round: openRound,
    ask: cast(),
    says: "In the last minute of the last day it counts.",
  },
  {
    on: "2026-03-09",
    minute: 0,
    round: openRound,
    ask: cast({ choice: "against" }),
    says: "A minute later it comes too late, though nobody has closed the ballot yet.",
    refused: ["RoundNotOpen"],
  },
  { on: "2026-03-09", round: openRound, ask: paper(), says: "So does a paper.", refused: ["RoundNotOpen"] },
  { on: "2026-03-09", round: openRound, ask: spoilt(), says: "And a void one.", refused: ["RoundNotOpen"] },
  { on: "2026-03-09", round: openRound, ask: paper({ late: true }), says: "As a late one it is kept." },
  {
    on: "2026-03-09",
    round: secretRound,
    ask: castSecretly({ voter: "flat-1" }),
    says: "Where it is secret nothing is kept.",
    refused: ["RoundNotOpen", "VotedAlready"],
  },
  {
    on: "2026-03-12",
    round: { ...openRound, closesOn: "2026-03-15" },
    ask: cast({ choice: "against" }),
    says: "When the ballot is put off, ballots come again.",
  },
]

/** A ballot that came to nothing. */
const annulled: Ballots = [
  { on: "2026-03-02", round: openRound, ask: cast(), says: "A ballot is cast." },
  {
    on: "2026-03-03",
    round: annulledRound,
    ask: cast({ choice: "against" }),
    says: "When the round is annulled, nobody votes in it any more.",
    refused: ["RoundNotOpen"],
  },
  { on: "2026-03-03", round: annulledRound, ask: spoilt(), says: "No paper comes.", refused: ["RoundNotOpen"] },
  {
    on: "2026-03-03",
    round: annulledRound,
    ask: castSecretly(),
    says: "Nothing comes in whatever way.",
    refused: ["RoundNotOpen", "VotedAlready"],
  },
  { on: "2026-03-03", round: annulledRound, ask: paper({ late: true }), says: "A paper that comes later is kept." },
]

/** One voter in a secret ballot. */
const secret: Ballots = [
  {
    on: "2026-03-02",
    round: secretRound,
    ask: cast(),
    says: "A choice that the log would show is refused.",
    refused: ["BallotTakenOtherwise"],
  },
  {
    on: "2026-03-02",
    round: secretRound,
    ask: paper(),
    says: "A paper that bears a name is none of a secret ballot.",
    refused: ["BallotTakenOtherwise"],
  },
  {
    on: "2026-03-02",
    round: secretRound,
    ask: castSecretly({ castBy: "flat-4" }),
    says: "Nobody else votes for the voter.",
    refused: ["NotEntitledToCast"],
  },
  { on: "2026-03-02", round: secretRound, ask: castSecretly(), says: "The log gets that somebody voted, and no more." },
  {
    on: "2026-03-03",
    round: { ...secretRound, ...withProxy },
    ask: castSecretly({ castBy: "flat-9", choice: "for" }),
    says: "A second time nobody can, not even by proxy.",
    refused: ["VotedAlready"],
  },
  {
    on: "2026-03-09",
    round: { ...secretRound, phase: "closed" },
    ask: castSecretly(),
    says: "Two reasons at once.",
    refused: ["RoundNotOpen", "VotedAlready"],
  },
  {
    on: "2026-03-09",
    round: { ...secretRound, phase: "closed" },
    ask: paper({ late: true }),
    says: "A late paper of a secret ballot is none either.",
    refused: ["BallotTakenOtherwise"],
  },
]

/** Votes that a meeting takes as a whole. */
const meeting: Ballots = [
  {
    on: "2026-03-02",
    round: { ...openRound, mode: "show-of-hands" },
    ask: cast(),
    says: "Raised hands are taken down for the meeting.",
    refused: ["BallotTakenOtherwise"],
  },
  {
    on: "2026-03-02",
    round: { ...openRound, mode: "secret-papers" },
    ask: spoilt(),
    says: "Papers that tellers count are too.",
    refused: ["BallotTakenOtherwise"],
  },
  {
    on: "2026-03-02",
    round: { ...openRound, voter: { person: null, recused: false }, ...withProxy },
    ask: cast({ castBy: "flat-9" }),
    says: "For an unsold dwelling its proxy votes: the first ballot of a stream.",
  },
]

/** The scenarios of a ballot that are written by hand. */
export const ballotScripts: ReadonlyArray<Script<BallotCommand>> = [
  { name: "open", says: "What arrives of one voter in an open ballot.", lines: open },
  { name: "last-day", says: "The last day of a ballot, and the day after.", lines: lastDay },
  { name: "annulled", says: "A ballot that came to nothing.", lines: annulled },
  { name: "secret", says: "One voter in a secret ballot.", lines: secret },
  { name: "meeting", says: "Ballots that a meeting takes otherwise, and a first one by proxy.", lines: meeting },
]
