import {
  type CoGovernance,
  type CoGovernanceCommand,
  coGovernance,
  combined,
  type DeliberationFact,
  type DisclosureFact,
} from "@jinlin/core/co-governance"
import { digestOfSections } from "@jinlin/core/kernel"
import { on, type Walked, walk } from "@jinlin/testkit"
import {
  coGovernanceOpener,
  coGovernancePolicy,
  decidedFact,
  deliberationFact,
  disclosureFact,
  revokingText,
  sceneConvenor,
  someDocument,
} from "@jinlin/testkit/co-governance"

const today = "2026-03-20"
const reason = "as things are"

/** One deliberation of each kind that decides, one that is lost, and one that decides another text. */
const matters: ReadonlyArray<DeliberationFact> = [
  decidedFact("self-governance", "residents", { endedOn: today, openedOn: today }),
  deliberationFact("self-governance", "residents-lost", { openedOn: today }),
  decidedFact("joint", "conference", { endedOn: today, openedOn: today }),
  decidedFact("joint", "conference-otherwise", { endedOn: today, openedOn: today, text: someDocument(2) }),
]

const notice = (what: "decision" | "result", name: string, corrects: ReadonlyArray<string>): DisclosureFact =>
  disclosureFact(what, name, { from: today, status: "completed", ends: null, corrects })

/** Everything is disclosed, and its period is over; the first notice has a correction. */
const disclosures: ReadonlyArray<DisclosureFact> = [
  notice("decision", "notice-1", []),
  notice("decision", "notice-2", ["notice-1"]),
  notice("result", "notice-3", []),
]

const opening = (combine: "both" | "second-if-touched"): CoGovernanceCommand => ({
  ...{ _tag: "OpenCoGovernance", title: "Lights", combine, touched: [] },
})

const commands: ReadonlyArray<CoGovernanceCommand> = [
  opening("both"),
  opening("second-if-touched"),
  { _tag: "AttachDeliberation", which: "self-governance", matter: "residents" },
  { _tag: "AttachDeliberation", which: "self-governance", matter: "residents-lost" },
  { _tag: "AttachDeliberation", which: "joint", matter: "conference" },
  { _tag: "AttachDeliberation", which: "joint", matter: "conference-otherwise" },
  { _tag: "DetachDeliberation", which: "self-governance", reason },
  { _tag: "RecordOutcome", which: "self-governance" },
  { _tag: "RecordOutcome", which: "joint" },
  { _tag: "DeclareTouchedUnits", units: ["school"], reason },
  { _tag: "SkipJoint", reason },
  { _tag: "ReturnToDeliberation", which: "self-governance", reason },
  { _tag: "ReturnToDeliberation", which: "joint", reason },
  { _tag: "RejectCoGovernance", which: "self-governance", reason },
  { _tag: "WithdrawCoGovernance", reason },
  { _tag: "BeginImplementation" },
  { _tag: "ReportResult", report: someDocument(9), implementedOn: today },
  { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" },
  { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-2" },
  { _tag: "LinkDisclosure", what: "result", disclosure: "notice-3" },
  {
    ...{ _tag: "RecordAppraisal", which: "internal-bodies", appraisal: "appraisal-1", result: someDocument(8) },
    ...{ by: "compound-party-branch", appraised: ["owners-committee"], appraisers: ["person-5"] },
  },
  { _tag: "SkipAppraisal", which: "co-building-units", reason },
  { _tag: "CloseCoGovernance" },
  { _tag: "RevokeResolution", by: "revoking", sections: revokingText },
]

/** The matter of deliberation that a command is about: what runs when it is attached is lost when its outcome is asked for. */
const deliberationFor = (state: CoGovernance, command: CoGovernanceCommand): DeliberationFact | undefined => {
  if (command._tag === "RevokeResolution")
    return decidedFact("self-governance", "revoking", { endedOn: today, text: digestOfSections(revokingText) })
  if (command._tag === "AttachDeliberation") return matters.find(({ matter }) => matter === command.matter)
  if (command._tag !== "RecordOutcome" && command._tag !== "DetachDeliberation") return undefined
  const found = matters.find(({ matter }) => matter === state.deliberations[command.which].matter)
  const isLost = command._tag === "RecordOutcome" && found?.status === "open"
  return isLost ? { ...found, status: "rejected", endedOn: today } : found
}

/** Where the matter stands; while it is deliberated also whether it waits, has lost one, or has two texts. */
const view = (state: CoGovernance): string =>
  state.status === "deliberating" ? `deliberating: ${combined(state)._tag.toLowerCase()}` : state.status

/** The life of a matter with two deliberations, side by side or the second only if units are touched. */
export const coGovernanceWorld = (): Walked =>
  walk({
    decider: coGovernance,
    commands: () => commands,
    circumstances: (state, command) => ({
      actor: command._tag === "SkipJoint" ? sceneConvenor : coGovernanceOpener,
      now: on(today),
      coGovernance: "co-governance-1",
      policy: coGovernancePolicy,
      deliberation: deliberationFor(state, command),
      disclosures,
      memberships: [{ person: "person-5", bodies: ["compound-party-branch"] }],
    }),
    view,
    limit: 30_000,
  })
