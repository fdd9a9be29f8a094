import { type CoGovernanceCircumstances, type CoGovernanceCommand, CoGovernanceEvent } from "@jinlin/core/co-governance"
import type { Actor } from "@jinlin/core/kernel"
import { on } from "@jinlin/testkit"
import { revokingText, someDocument } from "@jinlin/testkit/co-governance"
import type { Case, Told } from "../scenario.ts"
import { type Asker, authorityOf, type Needs, type StepScript, tellSteps } from "../steps.ts"
import { coGovernance } from "../subjects.ts"

/** The facts that each command is told. */
export const coGovernanceNeeds: Needs<CoGovernanceCommand> = {
  OpenCoGovernance: ["policy"],
  AttachDeliberation: ["deliberation"],
  DetachDeliberation: ["deliberation"],
  RecordOutcome: ["deliberation"],
  DeclareTouchedUnits: [],
  SkipJoint: [],
  ReturnToDeliberation: [],
  RejectCoGovernance: [],
  WithdrawCoGovernance: [],
  BeginImplementation: ["disclosures"],
  ReportResult: [],
  LinkDisclosure: ["disclosures"],
  RecordAppraisal: ["memberships"],
  SkipAppraisal: [],
  CloseCoGovernance: ["disclosures"],
  RevokeResolution: ["deliberation", "coGovernance"],
}

/** Tells a scenario of a matter with two deliberations that is written by hand. */
export const tellCoGovernanceScript = (script: StepScript<CoGovernanceCommand, CoGovernanceCircumstances>): Told =>
  tellSteps(coGovernance, coGovernanceNeeds, script)

const post = (name: string, within: string, person: string, onBehalfOf?: string): Actor =>
  onBehalfOf === undefined
    ? { _tag: "Post", person, post: name, within }
    : { _tag: "Post", person, post: name, within, onBehalfOf }

const actors: ReadonlyArray<Asker> = [
  ["who proposes in the body in which it was opened", post("proposer", "residents-committee", "p-1")],
  ["who proposes in another body", post("proposer", "another", "p-2")],
  ["the secretary of the body in which it was opened", post("secretary", "residents-committee", "p-3")],
  ["the secretary of the joint conference", post("secretary", "joint-conference", "p-4")],
  ["the secretary of another body", post("secretary", "another", "p-5")],
  ["the convenor of the joint conference", post("convenor", "joint-conference", "p-6")],
  ["the convenor of another body", post("convenor", "another", "p-7")],
  ["the delegate of the unit", post("delegate", "school", "p-8")],
  ["the delegate of another unit", post("delegate", "clinic", "p-9")],
  ["who appraises", post("appraiser", "compound-party-branch", "p-10")],
  ["who appraises for another body", post("appraiser", "another", "p-11")],
  ["who oversees", post("overseer", "oversight-committee", "p-12")],
  ["who oversees another committee", post("overseer", "oversight-of-another", "p-13")],
  ["the system", { _tag: "System", rule: "COGOVERNANCE-10" }],
]

const reason = "as things are"
const opening: CoGovernanceCommand = { _tag: "OpenCoGovernance", title: "Lights", combine: "both", touched: [] }
/** One command of each tag. */
const commands: ReadonlyArray<CoGovernanceCommand> = [
  opening,
  { _tag: "AttachDeliberation", which: "joint", matter: "matter-2" },
  { _tag: "DetachDeliberation", which: "joint", reason },
  { _tag: "RecordOutcome", which: "joint" },
  { _tag: "DeclareTouchedUnits", units: ["school"], reason },
  { _tag: "SkipJoint", reason },
  { _tag: "ReturnToDeliberation", which: "joint", reason },
  { _tag: "RejectCoGovernance", which: "joint", reason },
  { _tag: "WithdrawCoGovernance", reason },
  { _tag: "BeginImplementation" },
  { _tag: "ReportResult", report: someDocument(9), implementedOn: "2026-04-30" },
  { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" },
  {
    ...{ _tag: "RecordAppraisal", which: "internal-bodies", appraisal: "appraisal-1", result: someDocument(8) },
    ...{ by: "compound-party-branch", appraised: ["owners-committee"], appraisers: ["person-5"] },
  },
  { _tag: "SkipAppraisal", which: "co-building-units", reason },
  { _tag: "CloseCoGovernance" },
  { _tag: "RevokeResolution", by: "matter-9", sections: revokingText },
]

/** Who may ask what before a matter is opened, and after. */
export const coGovernanceAuthority = (told: Told): ReadonlyArray<Case> =>
  authorityOf(coGovernance, CoGovernanceEvent, {
    ...{ told, actors, rule: "COGOVERNANCE-21" },
    around: (actor) => ({ actor, now: on("2026-03-06") }),
    places: [
      { count: 0, commands: [opening] },
      { count: 1, commands },
    ],
  })
