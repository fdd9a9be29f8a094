import * as ballots from "@jinlin/core/ballot"
import * as coGovernances from "@jinlin/core/co-governance"
import * as covenants from "@jinlin/core/covenant"
import * as matters from "@jinlin/core/deliberation"
import * as disclosures from "@jinlin/core/disclosure"
import * as conference from "@jinlin/core/joint-conference"
import * as chair from "@jinlin/core/rotating-chair"
import type { Subject } from "./scenario.ts"

/** The rotating chair, with what each command is mainly about. */
export const rotatingChair: Subject<
  chair.RotaCircumstances,
  chair.Rota,
  chair.RotaCommand,
  chair.RotaEvent,
  chair.RotaRefusal
> = {
  decider: chair.rotatingChair,
  authority: chair.authority,
  rulesOf: {
    OpenRota: ["CHAIR-20", "CHAIR-5"],
    AdoptRotaPolicy: ["CHAIR-18"],
    SeatUnit: ["CHAIR-12"],
    UnseatUnit: ["CHAIR-5", "CHAIR-13"],
    MergeUnits: ["CHAIR-14"],
    SwapTurns: ["CHAIR-6"],
    SkipTurn: ["CHAIR-7"],
    DeclineTurn: ["CHAIR-16"],
    RecordNoShow: ["CHAIR-11"],
    NameSubstitute: ["CHAIR-9"],
    DeclareInterest: ["CHAIR-9"],
    FillVacancy: ["CHAIR-15"],
    HandOverChair: ["CHAIR-17"],
    RemindHandOver: ["CHAIR-17"],
    CountMeeting: ["CHAIR-10"],
    AdvanceRota: ["CHAIR-1", "CHAIR-8", "CHAIR-10"],
    CloseRota: ["CHAIR-20"],
  },
}

/** The joint conference, with what each command is mainly about. */
export const jointConference: Subject<
  conference.ConferenceCircumstances,
  conference.Conference,
  conference.ConferenceCommand,
  conference.ConferenceEvent,
  conference.ConferenceRefusal
> = {
  decider: conference.jointConference,
  authority: conference.authority,
  rulesOf: {
    FoundConference: ["CONFERENCE-1", "CONFERENCE-19"],
    AdoptPolicy: ["CONFERENCE-5"],
    AssignConvenor: ["CONFERENCE-2"],
    AppointSecretariat: ["CONFERENCE-20"],
    AdmitUnit: ["CONFERENCE-3"],
    ReleaseUnit: ["CONFERENCE-4"],
    MergeMemberUnits: ["CONFERENCE-4"],
    NameDelegate: ["CONFERENCE-3"],
    ScheduleMeeting: ["CONFERENCE-6", "CONFERENCE-13"],
    ReplaceChairUnit: ["CONFERENCE-13"],
    AddAgendaItem: ["CONFERENCE-7"],
    WithdrawAgendaItem: ["CONFERENCE-7"],
    GiveNotice: ["CONFERENCE-6", "CONFERENCE-8"],
    CancelMeeting: ["CONFERENCE-15"],
    RecordAttendance: ["CONFERENCE-8", "CONFERENCE-9"],
    CallToOrder: ["CONFERENCE-10", "CONFERENCE-15"],
    AdjournMeeting: ["CONFERENCE-16"],
    ReconveneMeeting: ["CONFERENCE-16"],
    AdoptResolution: ["CONFERENCE-10", "CONFERENCE-11", "CONFERENCE-12", "CONFERENCE-13", "CONFERENCE-14"],
    CloseMeeting: ["CONFERENCE-15", "CONFERENCE-19"],
    FileMinutes: ["CONFERENCE-17"],
    RemindMinutes: ["CONFERENCE-17"],
    CloseAction: ["CONFERENCE-18"],
    ExtendAction: ["CONFERENCE-18"],
    ReassignAction: ["CONFERENCE-18"],
    RemindAction: ["CONFERENCE-18"],
    NoteMissingMeeting: ["CONFERENCE-19"],
    DissolveConference: ["CONFERENCE-1"],
  },
}

/** A ballot, with what each command is mainly about. */
export const ballot: Subject<
  ballots.BallotCircumstances,
  ballots.Ballot,
  ballots.BallotCommand,
  ballots.BallotEvent,
  ballots.BallotRefusal
> = {
  decider: ballots.ballot,
  authority: ballots.authority,
  rulesOf: {
    CastBallot: ["BALLOT-2", "BALLOT-5"],
    CastSecretBallot: ["BALLOT-6", "BALLOT-9"],
    EnterPaperBallot: ["BALLOT-3", "BALLOT-7"],
    EnterVoidBallot: ["BALLOT-7"],
  },
}

/** A matter of a deliberation, with what each command is mainly about. */
export const deliberation: Subject<
  matters.DeliberationCircumstances,
  matters.Matter,
  matters.DeliberationCommand,
  matters.DeliberationEvent,
  matters.DeliberationRefusal
> = {
  decider: matters.deliberation,
  authority: matters.authority,
  rulesOf: {
    OpenMatter: ["DELIBERATION-1", "DELIBERATION-2", "DELIBERATION-25"],
    CallStep: ["DELIBERATION-3", "DELIBERATION-4", "DELIBERATION-6"],
    CancelCall: ["DELIBERATION-3"],
    EnterRoll: ["DELIBERATION-7"],
    StrikeFromRoll: ["DELIBERATION-7"],
    RecuseVoter: ["DELIBERATION-8"],
    GrantProxy: ["DELIBERATION-9"],
    RevokeProxy: ["DELIBERATION-9"],
    RecordAttendance: ["DELIBERATION-10"],
    RecordHeadcount: ["DELIBERATION-10"],
    OpenBallot: ["DELIBERATION-11", "DELIBERATION-12", "DELIBERATION-13", "DELIBERATION-14"],
    RecordVotes: ["DELIBERATION-12", "DELIBERATION-14"],
    RecordCounts: ["DELIBERATION-12", "DELIBERATION-14"],
    ExtendBallot: ["DELIBERATION-15"],
    CloseBallot: ["DELIBERATION-16"],
    AnnulBallot: ["DELIBERATION-26"],
    DecideStep: ["DELIBERATION-17", "DELIBERATION-18"],
    RecordOpinion: ["DELIBERATION-19"],
    RebaseStep: ["DELIBERATION-6"],
    WithdrawMatter: ["DELIBERATION-20"],
    FileRegister: ["DELIBERATION-21"],
  },
}

/** A disclosure, with what each command is mainly about. */
export const disclosure: Subject<
  disclosures.DisclosureCircumstances,
  disclosures.Disclosure,
  disclosures.DisclosureCommand,
  disclosures.DisclosureEvent,
  disclosures.DisclosureRefusal
> = {
  decider: disclosures.disclosure,
  authority: disclosures.authority,
  rulesOf: {
    PrepareDisclosure: ["DISCLOSURE-1", "DISCLOSURE-2", "DISCLOSURE-3"],
    ConfirmCheck: ["DISCLOSURE-4"],
    PostDisclosure: ["DISCLOSURE-5", "DISCLOSURE-6", "DISCLOSURE-7", "DISCLOSURE-8"],
    TakeDown: ["DISCLOSURE-9"],
    ConfirmHanging: ["DISCLOSURE-9"],
    RaiseObjection: ["DISCLOSURE-10"],
    AnswerObjection: ["DISCLOSURE-11"],
    RecountPeriod: ["DISCLOSURE-8"],
    CompleteDisclosure: ["DISCLOSURE-12"],
    SupersedeDisclosure: ["DISCLOSURE-14", "DISCLOSURE-15"],
    AbandonDisclosure: ["DISCLOSURE-1"],
  },
}

/** A matter with two deliberations, with what each command is mainly about. */
export const coGovernance: Subject<
  coGovernances.CoGovernanceCircumstances,
  coGovernances.CoGovernance,
  coGovernances.CoGovernanceCommand,
  coGovernances.CoGovernanceEvent,
  coGovernances.CoGovernanceRefusal
> = {
  decider: coGovernances.coGovernance,
  authority: coGovernances.authority,
  rulesOf: {
    OpenCoGovernance: ["COGOVERNANCE-1", "COGOVERNANCE-2"],
    AttachDeliberation: ["COGOVERNANCE-3", "COGOVERNANCE-4"],
    DetachDeliberation: ["COGOVERNANCE-11"],
    RecordOutcome: ["COGOVERNANCE-5", "COGOVERNANCE-6"],
    DeclareTouchedUnits: ["COGOVERNANCE-8"],
    SkipJoint: ["COGOVERNANCE-7"],
    ReturnToDeliberation: ["COGOVERNANCE-9"],
    RejectCoGovernance: ["COGOVERNANCE-10"],
    WithdrawCoGovernance: ["COGOVERNANCE-19"],
    BeginImplementation: ["COGOVERNANCE-12"],
    ReportResult: ["COGOVERNANCE-13"],
    LinkDisclosure: ["COGOVERNANCE-14", "COGOVERNANCE-15"],
    RecordAppraisal: ["COGOVERNANCE-16", "COGOVERNANCE-17"],
    SkipAppraisal: ["COGOVERNANCE-16"],
    CloseCoGovernance: ["COGOVERNANCE-18"],
    RevokeResolution: ["COGOVERNANCE-20"],
  },
}

/** A covenant, with what each command is mainly about. */
export const covenant: Subject<
  covenants.CovenantCircumstances,
  covenants.Covenant,
  covenants.CovenantCommand,
  covenants.CovenantEvent,
  covenants.CovenantRefusal
> = {
  decider: covenants.covenant,
  authority: covenants.authority,
  rulesOf: {
    OpenCovenant: ["COVENANT-1", "COVENANT-22"],
    DraftRevision: ["COVENANT-2"],
    AbandonDraft: ["COVENANT-2", "COVENANT-5"],
    OpenComments: ["COVENANT-3"],
    RecordComment: ["COVENANT-4"],
    DisposeComment: ["COVENANT-5"],
    CloseComments: ["COVENANT-3"],
    CheckLegality: ["COVENANT-8"],
    SubmitDraft: ["COVENANT-5", "COVENANT-6", "COVENANT-7", "COVENANT-8", "COVENANT-9"],
    RecordDecision: ["COVENANT-10"],
    BringIntoForce: ["COVENANT-11", "COVENANT-12"],
    FileVersion: ["COVENANT-13"],
    RemindFiling: ["COVENANT-13"],
    OrderCorrection: ["COVENANT-14"],
    LiftOrder: ["COVENANT-14"],
    RepealCovenant: ["COVENANT-15"],
  },
}
