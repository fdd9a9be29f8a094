import type {
  CoGovernanceCircumstances,
  CoGovernanceCommand,
  DeliberationFact,
  DisclosureFact,
} from "@jinlin/core/co-governance"
import { digestOfSections } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import {
  type CoGovernanceStage,
  type CoGovernanceStep,
  coGovernanceAt,
  coGovernancePolicy,
  completedDisclosures,
  decidedFact,
  deliberated,
  deliberationFact,
  disclosureFact,
  coGovernanceOpening as opening,
  revokingText,
  sceneConvenor,
  someDocument,
  coGovernanceStep as step,
} from "@jinlin/testkit/co-governance"
import { line, type StepScript } from "../steps.ts"

type Script = StepScript<CoGovernanceCommand, CoGovernanceCircumstances>
type More = Parameters<typeof step>[2]
type Which = "self-governance" | "joint"

const reason = "as things are"
const attach = (day: CivilDate, which: Which, matter: string, deliberation?: DeliberationFact | null) =>
  step(
    day,
    { _tag: "AttachDeliberation", which, matter },
    { deliberation: deliberation === undefined ? deliberationFact(which, matter) : deliberation },
  )
const record = (day: CivilDate, which: Which, deliberation?: DeliberationFact | null) =>
  step(day, { _tag: "RecordOutcome", which }, { deliberation })
const detach = (day: CivilDate, which: Which, deliberation?: DeliberationFact | null) =>
  step(day, { _tag: "DetachDeliberation", which, reason }, { deliberation })
const again = (day: CivilDate, which: Which) => step(day, { _tag: "ReturnToDeliberation", which, reason })
const fall = (day: CivilDate, which: Which, why: string | null) =>
  step(day, { _tag: "RejectCoGovernance", which, reason: why })
const touch = (day: CivilDate, ...units: readonly [string, ...ReadonlyArray<string>]) =>
  step(day, { _tag: "DeclareTouchedUnits", units, reason })
const skip = (day: CivilDate) => step(day, { _tag: "SkipJoint", reason }, { actor: sceneConvenor })
const withdraw = (day: CivilDate) => step(day, { _tag: "WithdrawCoGovernance", reason })
const begin = (day: CivilDate, more: More = {}) => step(day, { _tag: "BeginImplementation" }, more)
const report = (day: CivilDate, implementedOn: CivilDate, digit = 9) =>
  step(day, { _tag: "ReportResult", report: someDocument(digit), implementedOn })
const link = (day: CivilDate, what: "decision" | "result", disclosure: string, fact: DisclosureFact | null) =>
  step(day, { _tag: "LinkDisclosure", what, disclosure }, { disclosures: fact === null ? [] : [fact] })
const close = (day: CivilDate, more: More = {}) => step(day, { _tag: "CloseCoGovernance" }, more)
type Sections = Extract<CoGovernanceCommand, { readonly _tag: "RevokeResolution" }>["sections"]
/** What was decided, where nothing else is said, is the text that revokes the resolution. */
const revoke = (
  day: CivilDate,
  by: string,
  fact: DeliberationFact | null,
  sections: Sections = revokingText,
  text = digestOfSections(sections),
) => {
  const isDecided = fact !== null && fact.status === "decided"
  return step(day, { _tag: "RevokeResolution", by, sections }, { deliberation: isDecided ? { ...fact, text } : fact })
}

const decided = (
  which: Which,
  matter: string,
  endedOn: CivilDate,
  more: Partial<Omit<DeliberationFact, "endedOn">> = {},
) => decidedFact(which, matter, { openedOn: "2026-03-02", endedOn, ...more })
const lost = (which: Which, matter: string, endedOn: CivilDate) =>
  deliberationFact(which, matter, { status: "rejected", endedOn })

const appraisal = (more: object = {}) => ({
  ...({
    _tag: "RecordAppraisal",
    which: "internal-bodies",
    appraisal: "appraisal-1",
    result: someDocument(8),
  } as const),
  ...({ by: "compound-party-branch", appraised: ["owners-committee"], appraisers: ["person-5"] } as const),
  ...more,
})
const appraise = (day: CivilDate, more: object = {}, bodies: ReadonlyArray<string> = ["compound-party-branch"]) =>
  step(day, appraisal(more), { memberships: [{ person: "person-5", bodies }] })
const skipAppraisal = (day: CivilDate, which: "internal-bodies" | "co-building-units") =>
  step(day, { _tag: "SkipAppraisal", which, reason })

const told = (stage: CoGovernanceStage) =>
  coGovernanceAt(stage).map((one: CoGovernanceStep) => line(`Up to where it is ${stage}: ${one[0]._tag}.`, one))
const notice = (more: Partial<Omit<DisclosureFact, "from">> & { readonly from?: CivilDate } = {}): DisclosureFact => ({
  ...disclosureFact("decision", "notice-1", { from: "2026-03-21" }),
  ...more,
})

const notUp: DisclosureFact = { ...notice(), status: "checked", from: null, ends: null }

const together: Script = {
  name: "together",
  says: "Two deliberations side by side, both disclosures, both appraisals, closed.",
  lines: [
    ...told("resolved"),
    line("A matter is opened once.", opening(), "CoGovernanceAlreadyOpened"),
    line("Nobody takes back what was resolved.", withdraw("2026-03-20"), "NotAtThisStage"),
    line("Nothing is linked.", begin("2026-03-20", { disclosures: [] }), "DisclosureMissing"),
    line(
      "Nothing is known of this disclosure.",
      link("2026-03-21", "decision", "notice-1", null),
      "LinkedDisclosureUnknown",
    ),
    line(
      "It is of another matter.",
      link("2026-03-21", "decision", "notice-1", notice({ ofThisMatter: false })),
      "LinkOfAnother",
    ),
    line(
      "It proves another text.",
      link("2026-03-21", "decision", "notice-1", notice({ proves: someDocument(5) })),
      "LinkProvesAnother",
    ),
    line("It is not up.", link("2026-03-21", "decision", "notice-1", notUp), "LinkNotPosted"),
    line(
      "It was up before the last body had decided.",
      link("2026-03-21", "decision", "notice-1", notice({ from: "2026-03-19" })),
      "LinkTooEarly",
    ),
    line("There is no result to disclose.", link("2026-03-21", "result", "notice-1", notice()), "NothingToDisclose"),
    line("It is linked.", link("2026-03-21", "decision", "notice-1", notice())),
    line("The same again: nothing happens.", link("2026-03-21", "decision", "notice-1", notice())),
    line(
      "A fresh one is no correction.",
      link("2026-03-22", "decision", "notice-9", notice({ disclosure: "notice-9", from: "2026-03-22" })),
      "LinkIsNoCorrection",
    ),
    line(
      "A correction takes its place.",
      link(
        "2026-03-22",
        "decision",
        "notice-3",
        notice({ disclosure: "notice-3", from: "2026-03-22", corrects: ["notice-1"] }),
      ),
    ),
    line(
      "What is linked was corrected again meanwhile.",
      begin("2026-03-22", {
        disclosures: [notice({ disclosure: "notice-3", status: "superseded", supersededBy: "notice-4" })],
      }),
      "DisclosureMissing",
    ),
    line(
      "It is carried out.",
      begin("2026-03-22", { disclosures: [notice({ disclosure: "notice-3", from: "2026-03-22" })] }),
    ),
    line("No report before the work began.", report("2026-05-01", "2026-03-21"), "ImplementedOutOfRange"),
    line("Nor for a day to come.", report("2026-05-01", "2026-05-02"), "ImplementedOutOfRange"),
    line("Nothing is appraised before the report.", appraise("2026-05-01"), "NotAtThisStage"),
    line("Reported.", report("2026-05-01", "2026-04-30")),
    line("The same again: nothing happens.", report("2026-05-01", "2026-04-30")),
    line(
      "The result is disclosed.",
      link("2026-05-02", "result", "notice-2", disclosureFact("result", "notice-2", { from: "2026-05-02" })),
    ),
    line("Reported anew: its disclosure lapses.", report("2026-05-03", "2026-04-29", 7)),
    line(
      "The lapsed one counts no more, and both appraisals are missing.",
      close("2026-05-25", {
        disclosures: [
          notice({
            disclosure: "notice-3",
            from: "2026-03-22",
            status: "completed",
            ends: { date: "2026-04-07", minute: 0 },
          }),
          disclosureFact("result", "notice-2", { from: "2026-05-02", status: "completed" }),
        ],
      }),
      "DisclosureMissing",
      "AppraisalMissing",
      "AppraisalMissing",
    ),
    line(
      "Its correction.",
      link(
        "2026-05-04",
        "result",
        "notice-5",
        disclosureFact("result", "notice-5", { from: "2026-05-04", proves: someDocument(7), corrects: ["notice-2"] }),
      ),
    ),
    line(
      "By a body that the charter does not let.",
      appraise("2026-05-05", { by: "somebody-else" }, ["somebody-else"]),
      "AppraiserNotOfCharter",
    ),
    line(
      "Nobody says where the appraiser belongs.",
      step("2026-05-05", appraisal(), { memberships: [] }),
      "AppraisersUnknown",
    ),
    line(
      "He belongs to the appraised.",
      appraise("2026-05-05", {}, ["compound-party-branch", "owners-committee"]),
      "AppraiserAmongAppraised",
    ),
    line("A duty is not skipped.", skipAppraisal("2026-05-05", "internal-bodies"), "AppraisalIsRequired"),
    line("Appraised.", appraise("2026-05-05")),
    line("The same again: nothing happens.", appraise("2026-05-05")),
    line(
      "Another one is not recorded over it.",
      appraise("2026-05-06", { appraisal: "appraisal-2" }),
      "AppraisalAlreadyRecorded",
    ),
    line("Nor is it skipped.", skipAppraisal("2026-05-06", "internal-bodies"), "AppraisalAlreadyRecorded"),
    line("The other one is skipped, with a reason.", skipAppraisal("2026-05-06", "co-building-units")),
    line(
      "And recorded after all.",
      appraise("2026-05-07", { which: "co-building-units", appraisal: "appraisal-3", appraised: ["school"] }),
    ),
    line(
      "An objection waits for an answer.",
      close("2026-05-25", {
        disclosures: [
          notice({
            disclosure: "notice-3",
            from: "2026-03-22",
            status: "completed",
            ends: { date: "2026-04-07", minute: 0 },
          }),
          disclosureFact("result", "notice-5", { from: "2026-05-04", proves: someDocument(7), openObjections: 1 }),
        ],
      }),
      "DisclosureMissing",
    ),
    line(
      "It says that it is completed, a minute before its end.",
      close("2026-05-19", {
        minuteOfDay: 1439,
        disclosures: [
          notice({
            disclosure: "notice-3",
            from: "2026-03-22",
            status: "completed",
            ends: { date: "2026-04-07", minute: 0 },
          }),
          disclosureFact("result", "notice-5", { from: "2026-05-04", proves: someDocument(7), status: "completed" }),
        ],
      }),
      "DisclosureMissing",
    ),
    line(
      "Closed.",
      close("2026-05-20", {
        minuteOfDay: 0,
        disclosures: [
          notice({
            disclosure: "notice-3",
            from: "2026-03-22",
            status: "completed",
            ends: { date: "2026-04-07", minute: 0 },
          }),
          disclosureFact("result", "notice-5", { from: "2026-05-04", proves: someDocument(7), status: "completed" }),
        ],
      }),
    ),
    line(
      "Closed is an end: it is not closed again.",
      close("2026-05-21", { disclosures: completedDisclosures }),
      "NotAtThisStage",
    ),
    line(
      "A correction is linked after the end too.",
      link(
        "2026-06-01",
        "result",
        "notice-6",
        disclosureFact("result", "notice-6", {
          from: "2026-06-01",
          proves: someDocument(7),
          corrects: ["notice-5", "notice-2"],
        }),
      ),
    ),
    line(
      "What is closed is not revoked.",
      revoke(
        "2026-06-02",
        "matter-9",
        decided("self-governance", "matter-9", "2026-06-02", { set: "residents-assembly-of-residents" }),
      ),
      "NotAtThisStage",
    ),
  ],
}

const openings: Script = {
  name: "opening",
  says: "What a matter is opened with, and which deliberations are attached.",
  lines: [
    line("Nothing is opened.", attach("2026-03-02", "joint", "matter-2"), "NotAtThisStage"),
    line(
      "The system opens nothing.",
      step(
        "2026-03-02",
        { _tag: "OpenCoGovernance", title: "Lights", combine: "both", touched: [] },
        { actor: { _tag: "System", rule: "COGOVERNANCE-10" } },
      ),
      "CoGovernanceOpenerMissing",
    ),
    line(
      "The charter has no such matters.",
      step("2026-03-02", { _tag: "OpenCoGovernance", title: "Lights", combine: "both", touched: [] }, { policy: null }),
      "CombineNotOfCharter",
    ),
    line(
      "The charter has another way alone.",
      opening({}, { ...coGovernancePolicy, combines: ["first-then-second"] }),
      "CombineNotOfCharter",
    ),
    line("Opened: the residents first.", opening({ combine: "first-then-second", touched: ["school", "school"] })),
    line("The residents come first.", attach("2026-03-03", "joint", "matter-2"), "SelfGovernanceComesFirst"),
    line(
      "Nothing is attached that could be taken over.",
      record("2026-03-03", "self-governance"),
      "DeliberationNotAttached",
    ),
    line("Nor let go.", detach("2026-03-03", "self-governance"), "DeliberationNotAttached"),
    line(
      "Nobody knows of this matter.",
      attach("2026-03-03", "self-governance", "matter-1", null),
      "DeliberationUnknown",
    ),
    line(
      "It does not end with a body of the residents.",
      attach(
        "2026-03-03",
        "self-governance",
        "matter-1",
        deliberationFact("self-governance", "matter-1", { body: "street-office" }),
      ),
      "BodyMayNotDecide",
    ),
    line(
      "It was lost already.",
      attach("2026-03-03", "self-governance", "matter-1", lost("self-governance", "matter-1", "2026-03-02")),
      "DeliberationIsOver",
    ),
    line("Attached.", attach("2026-03-03", "self-governance", "matter-1")),
    line("Attached already: nothing happens.", attach("2026-03-03", "self-governance", "matter-1")),
    line(
      "Another is not attached beside it.",
      attach("2026-03-03", "self-governance", "matter-8"),
      "DeliberationAlreadyAttached",
    ),
    line(
      "It still runs.",
      record("2026-03-04", "self-governance", deliberationFact("self-governance", "matter-1")),
      "DeliberationStillRuns",
    ),
    line(
      "By mistake: it is let go.",
      detach("2026-03-04", "self-governance", deliberationFact("self-governance", "matter-1")),
    ),
    line("And not attached again.", attach("2026-03-04", "self-governance", "matter-1"), "DeliberationUsedBefore"),
    line("Another one.", attach("2026-03-04", "self-governance", "matter-3")),
    line(
      "It has ended and is not let go.",
      detach("2026-03-10", "self-governance", decided("self-governance", "matter-3", "2026-03-09")),
      "DeliberationHasEnded",
    ),
    line(
      "What it came to is taken over.",
      record("2026-03-10", "self-governance", decided("self-governance", "matter-3", "2026-03-09")),
    ),
    line(
      "Taken over already: nothing happens.",
      record("2026-03-10", "self-governance", decided("self-governance", "matter-3", "2026-03-09")),
    ),
    line(
      "Put forward before the residents had decided, and on another text.",
      attach(
        "2026-03-11",
        "joint",
        "matter-4",
        deliberationFact("joint", "matter-4", { openedOn: "2026-03-08", text: someDocument(3) }),
      ),
      "JointPutForwardEarly",
      "JointOnAnotherText",
    ),
    line(
      "On the day of their decision, on their text.",
      attach("2026-03-11", "joint", "matter-5", deliberationFact("joint", "matter-5", { openedOn: "2026-03-09" })),
    ),
    line(
      "It changed the text: two texts, no resolution.",
      record(
        "2026-03-20",
        "joint",
        decided("joint", "matter-5", "2026-03-19", { openedOn: "2026-03-09", text: someDocument(2) }),
      ),
    ),
    line("The residents' decision is not to be skipped.", skip("2026-03-20"), "JointIsRequired"),
    line(
      "The residents go again: what was decided on their old text lapses with it.",
      again("2026-03-21", "self-governance"),
    ),
    line("Taken back.", withdraw("2026-03-22")),
    line("Taken back is an end.", withdraw("2026-03-22"), "NotAtThisStage"),
    line("After that nothing is attached.", attach("2026-03-22", "self-governance", "matter-6"), "NotAtThisStage"),
  ],
}

const skipped: Script = {
  name: "skipped",
  says: "The joint deliberation is left out, until a unit is touched after all.",
  lines: [
    line("Opened: the joint one only if units are touched.", opening({ combine: "second-if-touched" })),
    ...deliberated("self-governance", {
      ...decided("self-governance", "matter-1", "2026-03-10"),
      endedOn: "2026-03-10",
    }).map((one) => line(`The residents: ${one[0]._tag}.`, one)),
    line(
      "No unit is touched: none is attached.",
      attach("2026-03-11", "joint", "matter-2", deliberationFact("joint", "matter-2", { openedOn: "2026-03-11" })),
      "NoUnitIsTouched",
    ),
    line("It is left out, and the matter is resolved.", skip("2026-03-11")),
    line("It is resolved, and no stage for leaving anything out.", skip("2026-03-11"), "NotAtThisStage"),
    line("It is disclosed.", link("2026-03-11", "decision", "notice-1", notice({ from: "2026-03-11" }))),
    line("It is carried out.", begin("2026-03-12", { disclosures: [notice({ from: "2026-03-11" })] })),
    line("Reported.", report("2026-03-13", "2026-03-13")),
    line("A unit is touched after all: resolution, work and report fall.", touch("2026-03-14", "school")),
    line("It is touched already: nothing happens.", touch("2026-03-14", "school")),
    line("What the residents decided is not taken back so.", withdraw("2026-03-15"), "WasResolvedBefore"),
    line(
      "The joint deliberation.",
      attach("2026-03-15", "joint", "matter-2", deliberationFact("joint", "matter-2", { openedOn: "2026-03-15" })),
    ),
    line("It is lost.", record("2026-03-16", "joint", lost("joint", "matter-2", "2026-03-16"))),
    line("It may begin anew, so that the matter does not fall.", fall("2026-03-16", "joint", reason), "NewStartsLeft"),
    line("It goes again.", again("2026-03-16", "joint")),
    line(
      "Attached.",
      attach("2026-03-17", "joint", "matter-3", deliberationFact("joint", "matter-3", { openedOn: "2026-03-17" })),
    ),
    line(
      "It decides the text of the residents.",
      record("2026-03-20", "joint", decided("joint", "matter-3", "2026-03-20", { openedOn: "2026-03-17" })),
    ),
    line(
      "The old notice counts no more.",
      begin("2026-03-21", { disclosures: [notice({ from: "2026-03-11" })] }),
      "DisclosureMissing",
    ),
    line(
      "Revoked by what decided nothing.",
      revoke("2026-03-22", "matter-8", deliberationFact("self-governance", "matter-8")),
      "RevokingNotDecided",
    ),
    line(
      "By what was decided before it.",
      revoke(
        "2026-03-22",
        "matter-8",
        decided("self-governance", "matter-8", "2026-03-19", { set: "joint-conference" }),
      ),
      "RevokedBeforeResolved",
    ),
    line(
      "By what was decided on something else.",
      revoke("2026-03-22", "matter-8", decided("self-governance", "matter-8", "2026-03-22"), [
        { name: "bins", commitment: someDocument(4) },
      ]),
      "RevocationNotNamed",
    ),
    line(
      "The sections are not those of what was decided.",
      revoke(
        "2026-03-22",
        "matter-8",
        decided("self-governance", "matter-8", "2026-03-22"),
        revokingText,
        someDocument(4),
      ),
      "RevocationOfAnotherText",
    ),
    line(
      "By a body that may not.",
      revoke("2026-03-22", "matter-8", decided("self-governance", "matter-8", "2026-03-22", { set: "street-office" })),
      "MayNotRevoke",
    ),
    line(
      "By the residents themselves.",
      revoke("2026-03-22", "matter-8", decided("self-governance", "matter-8", "2026-03-22")),
    ),
    line("What was done of it is still reported.", report("2026-03-23", "2026-03-14", 6)),
    line("But nothing is carried out any more.", begin("2026-03-23", { disclosures: [] }), "NotAtThisStage"),
  ],
}

const losing: Script = {
  name: "lost",
  says: "Deliberations that are lost, begin anew, and are lost for good.",
  lines: [
    line("Opened.", opening()),
    line("Nothing is lost.", fall("2026-03-02", "joint", reason), "NothingIsLost"),
    line("Nothing has to go again.", again("2026-03-02", "joint"), "NoReasonToReturn"),
    line("The residents'.", attach("2026-03-03", "self-governance", "matter-1")),
    line("The joint one.", attach("2026-03-03", "joint", "matter-2")),
    line(
      "The residents' is lost.",
      record("2026-03-10", "self-governance", lost("self-governance", "matter-1", "2026-03-10")),
    ),
    line(
      "By itself it does not fall: it may begin anew, and the other one runs.",
      step(
        "2026-03-10",
        { _tag: "RejectCoGovernance", which: "self-governance", reason: null },
        { actor: { _tag: "System", rule: "COGOVERNANCE-10" } },
      ),
      "NewStartsLeft",
      "DeliberationStillRuns",
    ),
    line("It goes again.", again("2026-03-11", "self-governance")),
    line("As a new matter.", attach("2026-03-11", "self-governance", "matter-3")),
    line(
      "It is lost again.",
      record("2026-03-15", "self-governance", lost("self-governance", "matter-3", "2026-03-15")),
    ),
    line("No new start is left.", again("2026-03-15", "self-governance"), "NoNewStartLeft"),
    line(
      "The other one still runs: it does not fall by itself.",
      step(
        "2026-03-15",
        { _tag: "RejectCoGovernance", which: "self-governance", reason: null },
        { actor: { _tag: "System", rule: "COGOVERNANCE-10" } },
      ),
      "DeliberationStillRuns",
    ),
    line("The joint one decides.", record("2026-03-16", "joint", decided("joint", "matter-2", "2026-03-16"))),
    line(
      "The matter falls by itself.",
      step(
        "2026-03-16",
        { _tag: "RejectCoGovernance", which: "self-governance", reason: null },
        { actor: { _tag: "System", rule: "COGOVERNANCE-10" } },
      ),
    ),
    line("Fallen is an end.", fall("2026-03-16", "self-governance", null), "NotAtThisStage"),
  ],
}

const early: Script = {
  name: "skip-lapses",
  says: "The joint deliberation is left out before the residents have decided, and is needed after all.",
  lines: [
    line("Opened: the joint one only if units are touched.", opening({ combine: "second-if-touched" })),
    line("The residents'.", attach("2026-03-03", "self-governance", "matter-1")),
    line("The joint one is left out.", skip("2026-03-04")),
    line("Left out already: nothing happens.", skip("2026-03-04")),
    line("A unit is touched after all: the skip falls.", touch("2026-03-05", "school", "clinic")),
    line("It cannot be left out any more.", skip("2026-03-06"), "JointIsRequired"),
  ],
}

/** Scenarios of matters with two deliberations that are written by hand. */
export const coGovernanceScripts: ReadonlyArray<Script> = [together, openings, skipped, losing, early]
