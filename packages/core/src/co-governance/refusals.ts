import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { MinuteOfDay } from "../kernel/moment-schema.ts"
import { Text } from "../kernel/text.ts"
import { Appraised, Disclosed, Status, Which } from "./model.ts"
import { Combine } from "./policy.ts"

const Ids = Schema.Array(Id)

const refusal = <
  const Tag extends string,
  const Rule extends `COGOVERNANCE-${number}`,
  const Fields extends Schema.Struct.Fields,
>(
  tag: Tag,
  rule: Rule,
  evidence: Fields,
) => Schema.TaggedStruct(tag, { rule: Schema.Literal(rule), ...evidence })

/** Why a matter with two deliberations refuses. Each case carries what would make it pass. */
export const CoGovernanceRefusal = Schema.Union([
  /** Not as things stand: it is for a matter that stands at one of `needs`. */
  refusal("NotAtThisStage", "COGOVERNANCE-1", { status: Status, needs: Schema.Array(Status) }),
  /** A matter is opened once; another one needs an id of its own. */
  refusal("CoGovernanceAlreadyOpened", "COGOVERNANCE-1", { status: Status }),
  /** A matter is opened by a person who holds one of the posts. */
  refusal("CoGovernanceOpenerMissing", "COGOVERNANCE-1", { allowed: Ids }),
  /** The charter has no matters that combine like this on this day; `allowed` are the ways that it has. */
  refusal("CombineNotOfCharter", "COGOVERNANCE-2", { combine: Combine, allowed: Schema.Array(Combine), on: CivilDate }),
  /** A deliberation is attached already: it runs, or has come to something. */
  refusal("DeliberationAlreadyAttached", "COGOVERNANCE-3", { which: Which, matter: Id }),
  /** This matter is or was one of the deliberations: what goes again is a new matter. */
  refusal("DeliberationUsedBefore", "COGOVERNANCE-3", { matter: Id, which: Which }),
  /** Nothing is known of this matter of deliberation. */
  refusal("DeliberationUnknown", "COGOVERNANCE-3", { matter: Id }),
  /** Its last body is none by whose decision such a deliberation ends; `allowed` are those. */
  refusal("BodyMayNotDecide", "COGOVERNANCE-3", { which: Which, body: Schema.NullOr(Id), allowed: Ids }),
  /** The matter of deliberation was lost or taken back already. */
  refusal("DeliberationIsOver", "COGOVERNANCE-3", {
    matter: Id,
    status: Schema.Literals(["unopened", "rejected", "withdrawn"]),
  }),
  /** The residents decide first; `matter` is their deliberation, which has not decided; null: none is attached. */
  refusal("SelfGovernanceComesFirst", "COGOVERNANCE-4", { combine: Combine, matter: Schema.NullOr(Id) }),
  /** The joint deliberation was put forward before the residents had decided. */
  refusal("JointPutForwardEarly", "COGOVERNANCE-4", { openedOn: CivilDate, earliest: CivilDate }),
  /** The joint deliberation is of another text than the residents decided. */
  refusal("JointOnAnotherText", "COGOVERNANCE-4", { text: Schema.NullOr(Digest), decided: Digest }),
  /** No deliberation is attached whose outcome could be taken over. */
  refusal("DeliberationNotAttached", "COGOVERNANCE-5", { which: Which }),
  /** The deliberation has come to nothing yet. */
  refusal("DeliberationStillRuns", "COGOVERNANCE-5", { which: Which, matter: Id }),
  /** The joint deliberation is needed: by the combination, or because these units are touched. */
  refusal("JointIsRequired", "COGOVERNANCE-7", { combine: Combine, touched: Ids }),
  /** The joint deliberation is needed only where a member unit is touched: declare the units first. */
  refusal("NoUnitIsTouched", "COGOVERNANCE-7", { which: Which }),
  /** Nothing is wrong with this deliberation: it has no outcome, or all that is needed agrees or still runs. */
  refusal("NoReasonToReturn", "COGOVERNANCE-9", {
    which: Which,
    outcome: Schema.NullOr(Schema.Literals(["Decided", "Rejected", "Withdrawn"])),
  }),
  /** The deliberation was rejected as often as it may be begun: the matter falls. */
  refusal("NoNewStartLeft", "COGOVERNANCE-10", { which: Which, rejected: Schema.Int, newStarts: Schema.Int }),
  /** This deliberation was not rejected. */
  refusal("NothingIsLost", "COGOVERNANCE-10", { which: Which }),
  /** The deliberation may begin anew, so that the matter does not fall by itself, nor after it was once resolved. */
  refusal("NewStartsLeft", "COGOVERNANCE-10", { which: Which, left: Schema.Int }),
  /** Only a deliberation that still runs is let go. */
  refusal("DeliberationHasEnded", "COGOVERNANCE-11", { which: Which, matter: Id }),
  /**
   * What must have been disclosed has not: no disclosure is linked, it does not count any more, or its period is not over.
   * `ends` is when the period is over, exclusive; `supersededBy` the correction to link; `openObjections` wait for an answer.
   */
  refusal("DisclosureMissing", "COGOVERNANCE-12", {
    what: Disclosed,
    disclosure: Schema.NullOr(Id),
    status: Schema.Literals([
      "unlinked",
      "lapsed",
      "unknown",
      "unprepared",
      "prepared",
      "checked",
      "posted",
      "completed",
      "superseded",
      "abandoned",
    ]),
    ends: Schema.NullOr(Schema.Struct({ date: CivilDate, minute: MinuteOfDay })),
    supersededBy: Schema.NullOr(Id),
    openObjections: Schema.Int,
  }),
  /** The day is before the beginning of the work or after today. */
  refusal("ImplementedOutOfRange", "COGOVERNANCE-13", {
    implementedOn: CivilDate,
    earliest: CivilDate,
    latest: CivilDate,
  }),
  /** There is nothing of the kind to disclose: no resolution that stands, or no report. */
  refusal("NothingToDisclose", "COGOVERNANCE-14", { what: Disclosed }),
  /** Nothing is known of this disclosure. */
  refusal("LinkedDisclosureUnknown", "COGOVERNANCE-14", { disclosure: Id }),
  /** The disclosure is of another matter, or discloses the other thing. */
  refusal("LinkOfAnother", "COGOVERNANCE-14", { disclosure: Id, what: Disclosed }),
  /** The disclosure proves another document than the one that is to be disclosed. */
  refusal("LinkProvesAnother", "COGOVERNANCE-14", { disclosure: Id, proves: Digest, must: Digest }),
  /** The disclosure is not posted, or does not count any more. */
  refusal("LinkNotPosted", "COGOVERNANCE-14", {
    disclosure: Id,
    status: Schema.Literals(["unprepared", "prepared", "checked", "superseded", "abandoned"]),
    supersededBy: Schema.NullOr(Id),
  }),
  /** The disclosure was posted before there was anything to disclose. */
  refusal("LinkTooEarly", "COGOVERNANCE-14", { disclosure: Id, from: CivilDate, earliest: CivilDate }),
  /** Another disclosure is linked, and this one does not correct it. */
  refusal("LinkIsNoCorrection", "COGOVERNANCE-15", { disclosure: Id, linked: Id }),
  /** The appraisal is recorded already. */
  refusal("AppraisalAlreadyRecorded", "COGOVERNANCE-16", { which: Appraised, appraisal: Id }),
  /** This appraisal is a duty here, and is not skipped. */
  refusal("AppraisalIsRequired", "COGOVERNANCE-16", { which: Appraised }),
  /** The community does not let this body appraise; `allowed` are those that it does. */
  refusal("AppraiserNotOfCharter", "COGOVERNANCE-16", { by: Id, allowed: Ids }),
  /** Nobody said to which bodies these appraisers belong. */
  refusal("AppraisersUnknown", "COGOVERNANCE-17", { appraisers: Ids }),
  /** Who appraises is among the appraised: these bodies, through the body that appraises or through these people. */
  refusal("AppraiserAmongAppraised", "COGOVERNANCE-17", { bodies: Ids, appraisers: Ids }),
  /** The appraisal is neither recorded nor skipped. */
  refusal("AppraisalMissing", "COGOVERNANCE-18", { which: Appraised, maySkip: Schema.Boolean }),
  /** The matter was resolved once: whoever opened it cannot take it back any more. */
  refusal("WasResolvedBefore", "COGOVERNANCE-19", { reopened: Schema.Int }),
  /** The matter that is to revoke the resolution has decided nothing. */
  refusal("RevokingNotDecided", "COGOVERNANCE-20", { matter: Id }),
  /** The sections are not those of the text that the matter decided, which is `decided`. */
  refusal("RevocationOfAnotherText", "COGOVERNANCE-20", {
    matter: Id,
    text: Digest,
    decided: Schema.NullOr(Digest),
  }),
  /** The text has no section named `section`, so that nobody who decided it was asked to revoke this; `sections` are its own. */
  refusal("RevocationNotNamed", "COGOVERNANCE-20", { matter: Id, section: Text, sections: Ids }),
  /** The matter was decided before the resolution that it is to revoke. */
  refusal("RevokedBeforeResolved", "COGOVERNANCE-20", { decidedOn: CivilDate, earliest: CivilDate }),
  /** Whoever decided it may not revoke what was decided under the rules of `decided`. */
  refusal("MayNotRevoke", "COGOVERNANCE-20", { set: Id, decided: Ids }),
])
export type CoGovernanceRefusal = typeof CoGovernanceRefusal.Type
