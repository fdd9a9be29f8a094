import { type CovenantCircumstances, type CovenantCommand, CovenantEvent } from "@jinlin/core/covenant"
import type { Actor } from "@jinlin/core/kernel"
import { on } from "@jinlin/testkit"
import { covenantDigest, offeredText, repealText } from "@jinlin/testkit/covenant"
import type { Case, Told } from "../scenario.ts"
import { type Asker, authorityOf, type Needs, type StepScript, tellSteps } from "../steps.ts"
import { covenant } from "../subjects.ts"

/** The facts that each command is told. */
export const covenantNeeds: Needs<CovenantCommand> = {
  OpenCovenant: ["predecessor"],
  DraftRevision: [],
  AbandonDraft: [],
  OpenComments: ["rules"],
  RecordComment: [],
  DisposeComment: [],
  CloseComments: [],
  CheckLegality: ["rules"],
  SubmitDraft: ["rules", "outcome"],
  RecordDecision: ["rules", "outcome"],
  BringIntoForce: [],
  FileVersion: [],
  RemindFiling: [],
  OrderCorrection: [],
  LiftOrder: [],
  RepealCovenant: ["covenant", "rules", "outcome"],
}

/** Tells a scenario of a covenant that is written by hand. */
export const tellCovenantScript = (script: StepScript<CovenantCommand, CovenantCircumstances>): Told =>
  tellSteps(covenant, covenantNeeds, script)

const post = (name: string, within: string, person: string, onBehalfOf?: string): Actor =>
  onBehalfOf === undefined
    ? { _tag: "Post", person, post: name, within }
    : { _tag: "Post", person, post: name, within, onBehalfOf }

const actors: ReadonlyArray<Asker> = [
  ["who drafts for the community", post("drafter", "community-1", "p-1")],
  ["who drafts for another community", post("drafter", "community-2", "p-2")],
  ["who presides in the community", post("presider", "community-1", "p-3")],
  ["its secretary", post("secretary", "community-1", "p-4")],
  ["its secretary, typing for a resident", post("secretary", "community-1", "p-4", "p-5")],
  ["its secretary, typing for the office", post("secretary", "community-1", "p-4", "office-1")],
  ["a resident of the community", post("resident", "community-1", "p-5")],
  ["a resident of another community", post("resident", "community-2", "p-6")],
  ["who checks texts", post("legal-reviewer", "office-1", "p-7")],
  ["the office above", post("supervising-office", "office-1", "p-8")],
  ["another office", post("supervising-office", "office-2", "p-9")],
  ["the system", { _tag: "System", rule: "COVENANT-3" }],
]

const opening: CovenantCommand = { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" }
/** One command of each tag. */
const commands: ReadonlyArray<CovenantCommand> = [
  opening,
  { _tag: "DraftRevision", sections: offeredText, reasons: [] },
  { _tag: "AbandonDraft", reason: "no" },
  { _tag: "OpenComments", until: "2026-03-18" },
  { _tag: "RecordComment", comment: "c", clause: null, text: covenantDigest(7), receivedOn: "2026-03-10" },
  { _tag: "DisposeComment", comment: "c", disposition: "not-taken-up", reason: "so", clauses: [] },
  { _tag: "CloseComments" },
  { _tag: "CheckLegality", document: covenantDigest(1), conforms: true, opinion: covenantDigest(8), against: [] },
  { _tag: "SubmitDraft", matter: "matter-1", corrects: [] },
  { _tag: "RecordDecision" },
  { _tag: "BringIntoForce", version: 1, from: "2026-05-01" },
  { _tag: "FileVersion", version: 1, receipt: "no. 7", with: "office-1", on: "2026-05-01" },
  { _tag: "RemindFiling", version: 1 },
  { _tag: "OrderCorrection", order: "order-9", version: 1, by: "office-1", clauses: ["dogs"], reason: "so" },
  { _tag: "LiftOrder", order: "order-1", reason: "so" },
  { _tag: "RepealCovenant", matter: "matter-9", sections: repealText, from: "2026-05-01" },
]

/** Who may ask what before a covenant is begun, and when one has been ordered corrected. */
export const covenantAuthority = (told: Told): ReadonlyArray<Case> =>
  authorityOf(covenant, CovenantEvent, {
    ...{ told, actors, rule: "COVENANT-17" },
    around: (actor) => ({ actor, now: on("2026-05-20") }),
    places: [
      { count: 0, commands: [opening] },
      { count: told.events.length, commands },
    ],
  })
