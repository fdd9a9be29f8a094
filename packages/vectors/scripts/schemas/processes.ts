import * as ballot from "@jinlin/core/ballot"
import * as coGovernance from "@jinlin/core/co-governance"
import * as covenant from "@jinlin/core/covenant"
import * as deliberation from "@jinlin/core/deliberation"
import * as disclosure from "@jinlin/core/disclosure"
import * as conference from "@jinlin/core/joint-conference"
import {
  BallotMode,
  Citation,
  CitedThreshold,
  CivilDate,
  CivilDeadline,
  DeadlineRule,
  DeadlineStep,
  DecisionRules,
  Digest,
  Finding,
  Id,
  MinuteOfDay,
  Moment,
  RuleId,
  Section,
  SilencePolicy,
  StepPlan,
  Text,
  ThresholdData,
  WhenLost,
} from "@jinlin/core/kernel"
import * as chair from "@jinlin/core/rotating-chair"
import type * as Schema from "effect/Schema"
import type { JsonObject } from "../json-text.ts"
import { docCommentsOf } from "./doc-comments.ts"
import { schemaDocument } from "./document.ts"

/** What is told of a process: what may be asked, what happens, why it may not, and the state that events lead to. */
export const kinds = ["commands", "events", "refusals", "state"] as const
type Kind = (typeof kinds)[number]

/** The processes whose schemas and vectors are published. */
export const processes = [
  "joint-conference",
  "rotating-chair",
  "ballot",
  "deliberation",
  "disclosure",
  "co-governance",
  "covenant",
] as const
export type Process = (typeof processes)[number]

const says: Readonly<Record<Kind, string>> = {
  commands: "What may be asked. `_tag` names the command.",
  events: "What has happened. Stored for ever: cases are added, none is ever renamed or taken away.",
  refusals:
    "Why a command is refused, by `_tag`, with the id of its rule and the evidence that says what would make it pass.",
  state:
    "The state that the events lead to, for finding out where two implementations part. A state of yours may look otherwise.",
}

const kernel = { CivilDate, Digest, Id, MinuteOfDay, Text }

const roots: Readonly<Record<Process, Readonly<Record<Kind, Schema.Constraint>>>> = {
  "joint-conference": {
    commands: conference.ConferenceCommand,
    events: conference.ConferenceEvent,
    refusals: conference.ConferenceRefusal,
    state: conference.Conference,
  },
  "rotating-chair": {
    commands: chair.RotaCommand,
    events: chair.RotaEvent,
    refusals: chair.RotaRefusal,
    state: chair.Rota,
  },
  ballot: {
    commands: ballot.BallotCommand,
    events: ballot.BallotEvent,
    refusals: ballot.BallotRefusal,
    state: ballot.Ballot,
  },
  deliberation: {
    commands: deliberation.DeliberationCommand,
    events: deliberation.DeliberationEvent,
    refusals: deliberation.DeliberationRefusal,
    state: deliberation.Matter,
  },
  disclosure: {
    commands: disclosure.DisclosureCommand,
    events: disclosure.DisclosureEvent,
    refusals: disclosure.DisclosureRefusal,
    state: disclosure.Disclosure,
  },
  "co-governance": {
    commands: coGovernance.CoGovernanceCommand,
    events: coGovernance.CoGovernanceEvent,
    refusals: coGovernance.CoGovernanceRefusal,
    state: coGovernance.CoGovernance,
  },
  covenant: {
    commands: covenant.CovenantCommand,
    events: covenant.CovenantEvent,
    refusals: covenant.CovenantRefusal,
    state: covenant.Covenant,
  },
}

/** What a law is made of, wherever it stands. */
export const law = { BallotMode, Citation, CitedThreshold, DecisionRules, RuleId, SilencePolicy, ThresholdData }

const named: Readonly<Record<Process, Readonly<Record<string, Schema.Constraint>>>> = {
  "joint-conference": {
    ...kernel,
    Action: conference.Action,
    AgendaItem: conference.AgendaItem,
    Attendance: conference.Attendance,
    Cadence: conference.Cadence,
    Capacity: conference.Capacity,
    Citation,
    ClosedMeeting: conference.ClosedMeeting,
    ConferencePolicy: conference.ConferencePolicy,
    Convenorship: conference.Convenorship,
    DatedPolicy: conference.DatedPolicy,
    Finding,
    Frozen: conference.Frozen,
    Level: conference.Level,
    MajorityThreshold: conference.MajorityThreshold,
    Meeting: conference.Meeting,
    MeetingOutcome: conference.MeetingOutcome,
    MeetingStatus: conference.MeetingStatus,
    Presided: conference.Presided,
    PutText: conference.PutText,
    QuorumThreshold: conference.QuorumThreshold,
    Reconvening: conference.Reconvening,
    ReminderStage: conference.ReminderStage,
    RuleId,
    Seat: conference.Seat,
    Secretariat: conference.Secretariat,
    Unit: conference.Unit,
    Votes: conference.Votes,
  },
  "rotating-chair": {
    ...kernel,
    Because: chair.Because,
    MoveCause: chair.MoveCause,
    OwedTurn: chair.OwedTurn,
    RotaPolicy: chair.RotaPolicy,
    Seat: chair.Seat,
    Term: chair.Term,
    TermLength: chair.TermLength,
    TurnOrder: chair.TurnOrder,
    Vacancy: chair.Vacancy,
  },
  ballot: {
    ...kernel,
    BallotOf: ballot.BallotOf,
    Cast: ballot.Cast,
    Channel: ballot.Channel,
    Choice: ballot.Choice,
    Phase: ballot.Phase,
  },
  deliberation: {
    ...kernel,
    ...law,
    ClosedSitting: deliberation.ClosedSitting,
    CountedVotes: deliberation.CountedVotes,
    Finding,
    Flip: deliberation.Flip,
    Judgement: deliberation.Judgement,
    MatterPlan: deliberation.MatterPlan,
    Motion: deliberation.Motion,
    NamedVotes: deliberation.NamedVotes,
    OpenBallot: deliberation.OpenBallot,
    Passed: deliberation.Passed,
    ProxyVote: deliberation.ProxyVote,
    Rebasing: deliberation.Rebasing,
    Recusal: deliberation.Recusal,
    SetAside: deliberation.SetAside,
    SetAsideReason: deliberation.SetAsideReason,
    Sitting: deliberation.Sitting,
    StepPlan,
    Tally: deliberation.Tally,
    VoidBallot: deliberation.VoidBallot,
    Voter: deliberation.Voter,
    Weight: deliberation.Weight,
    WhenLost,
  },
  disclosure: {
    ...kernel,
    Citation,
    CivilDeadline,
    DeadlineRule,
    DeadlineStep,
    Disclosed: disclosure.Disclosed,
    DisclosedSection: disclosure.DisclosedSection,
    DisclosureRules: disclosure.DisclosureRules,
    DisclosureStatus: disclosure.DisclosureStatus,
    Hand: disclosure.Hand,
    Moment,
    Objection: disclosure.Objection,
    Posting: disclosure.Posting,
    RaisedObjection: disclosure.RaisedObjection,
    RuleId,
    TakenDown: disclosure.TakenDown,
  },
  "co-governance": {
    ...kernel,
    AppraisalRecord: coGovernance.AppraisalRecord,
    Appraised: coGovernance.Appraised,
    CoGovernancePolicy: coGovernance.CoGovernancePolicy,
    Combine: coGovernance.Combine,
    Deliberation: coGovernance.Deliberation,
    Disclosed: coGovernance.Disclosed,
    Link: coGovernance.Link,
    Outcome: coGovernance.Outcome,
    PastDeliberation: coGovernance.PastDeliberation,
    Report: coGovernance.Report,
    Resolution: coGovernance.Resolution,
    Revoking: coGovernance.Revoking,
    Skip: coGovernance.Skip,
    Status: coGovernance.Status,
    Which: coGovernance.Which,
  },
  covenant: {
    ...kernel,
    Citation,
    Clauses: covenant.Clauses,
    Comment: covenant.Comment,
    CommentRound: covenant.CommentRound,
    CorrectionOrder: covenant.CorrectionOrder,
    CovenantKind: covenant.CovenantKind,
    Disposition: covenant.Disposition,
    Draft: covenant.Draft,
    FilingDuty: covenant.FilingDuty,
    FilingReceipt: covenant.FilingReceipt,
    LegalityCheck: covenant.LegalityCheck,
    Repeal: covenant.Repeal,
    RequiredClause: covenant.RequiredClause,
    Returned: covenant.Returned,
    ReturnedBecause: covenant.ReturnedBecause,
    Section,
    StatedReason: covenant.StatedReason,
    Submission: covenant.Submission,
    Version: covenant.Version,
  },
}

const sourceOf = (file: string): URL => new URL(`../../../core/src/${file}.ts`, import.meta.url)

/** Where the law is described that a deliberation goes by. */
export const sourcesOfLaw: ReadonlyArray<URL> = ["kernel/decision-rules", "kernel/step-list"].map(sourceOf)

const sources = (process: Process): ReadonlyArray<URL> => [
  ...["model", "policy", "commands", "events", "refusals"].map((file) => sourceOf(`${process}/${file}`)),
  ...(process === "deliberation" ? sourcesOfLaw : []),
]

/** The schema of one kind of one process. */
export const schemaOfProcess = (process: Process, kind: Kind): JsonObject =>
  schemaDocument({
    id: `urn:jinlin:schema:${process}:${kind}`,
    title: `${process}: ${kind}`,
    description: says[kind],
    schema: roots[process][kind],
    named: named[process],
    docs: docCommentsOf(sources(process)),
  })
