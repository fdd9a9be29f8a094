import { CoGovernancePolicy } from "@jinlin/core/co-governance"
import { CovenantKind, CovenantRules } from "@jinlin/core/covenant"
import { Disclosed, DisclosureRules, DisclosureStatus, Objection } from "@jinlin/core/disclosure"
import { CalendarData, Citation, CivilDate, Digest } from "@jinlin/core/kernel"
import type * as Schema from "effect/Schema"
import type { JsonObject } from "../json-text.ts"
import type { Process } from "./processes.ts"
import { defined, generated, id, nullable, object, words } from "./writing.ts"

const digest = generated(Digest)
const day = generated(CivilDate)
const none = (schema: JsonObject): JsonObject => ({ oneOf: [schema, { type: "null" }] })
const ends = nullable(
  object({ date: day, minute: { type: "integer", minimum: 0, maximum: 1439 } }),
  "Where its period ends, exclusive, on the wall clock of the community; null: none runs.",
)
const refer = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` })

const standing = object({
  disclosure: id,
  status: generated(DisclosureStatus),
  matter: none(id),
  what: none(generated(Disclosed)),
  document: none(digest),
  audience: none(id),
  corrects: none(id),
  supersededBy: none(id),
  within: nullable(id, "The body that drew it up; null: nobody has."),
  postedOn: nullable(
    day,
    "The day of its first posting, which is the one that was entered first; null: it was never up.",
  ),
  end: ends,
  completedOn: none(day),
  objections: { type: "array", items: refer("Objection") },
})

/** What a disclosure is told. */
export const disclosureFacts: JsonObject = {
  scope: {
    description:
      "For `PrepareDisclosure`, `ConfirmCheck`, `TakeDown`, `ConfirmHanging` and `RaiseObjection`: in which bodies posts must be held. Absent: in none.",
    ...object({ publishing: { type: "array", items: id }, community: { type: "array", items: id } }),
  },
  disclosure: { description: "For `PrepareDisclosure` and `SupersedeDisclosure`: the id of this disclosure.", ...id },
  subject: nullable(
    object({
      matter: id,
      what: generated(Disclosed),
      digest,
      since: { description: "The day of the decision or of the report.", ...day },
      law: nullable(refer("Citation"), "By which it must be published for as long as the law says; null: by none."),
      recourse: nullable(refer("Citation"), "That says to whom a resident turns; null: there is none."),
    }),
    "For `PrepareDisclosure` and `PostDisclosure`: what the matter has to publish; null: nothing yet.",
  ),
  corrected: nullable(standing, "For `PrepareDisclosure` and `PostDisclosure`: the disclosure that this one corrects."),
  correction: nullable(standing, "For `SupersedeDisclosure`: the disclosure that corrects this one."),
  rules: nullable(
    refer("DisclosureRules"),
    "For `PostDisclosure` the rules of the day that the command names, for `PrepareDisclosure` those of today; null: they contradict each other.",
  ),
  calendar: {
    description:
      "The work calendar, for `PostDisclosure`, `TakeDown`, `ConfirmHanging`, `RecountPeriod` and `CompleteDisclosure`.",
    ...generated(CalendarData),
  },
}

/** What a matter with two deliberations is told. */
export const coGovernanceFacts: JsonObject = {
  coGovernance: {
    description: "For `RevokeResolution`: the id of this matter, which the decided text names.",
    ...id,
  },
  policy: nullable(
    refer("CoGovernancePolicy"),
    "For `OpenCoGovernance`: what the charter says today; null: it has no such matters.",
  ),
  deliberation: nullable(
    object({
      matter: id,
      status: words("unopened", "open", "decided", "rejected", "withdrawn"),
      text: none(digest),
      body: nullable(id, "The body of its last step."),
      set: nullable(id, "The rules under which its last step that decided has sat."),
      openedOn: none(day),
      endedOn: none(day),
    }),
    "The matter of deliberation that the command names, or that is attached where it names one of the two.",
  ),
  disclosures: {
    description: "The disclosure that `LinkDisclosure` names; those that are linked, for beginning and closing.",
    type: "array",
    items: object({
      disclosure: id,
      ofThisMatter: { type: "boolean" },
      what: generated(Disclosed),
      proves: digest,
      status: generated(DisclosureStatus),
      from: nullable(day, "The day of its first posting."),
      ends,
      corrects: { description: "What it corrects, the nearest first.", type: "array", items: id },
      supersededBy: none(id),
      openObjections: { type: "integer", minimum: 0 },
    }),
  },
  memberships: {
    description: "For `RecordAppraisal`: of each appraiser, the bodies and units to which it belongs today.",
    type: "array",
    items: object({ person: id, bodies: { type: "array", items: id } }),
  },
}

/** What a covenant is told. */
export const covenantFacts: JsonObject = {
  covenant: {
    description: "For `RepealCovenant`: the id of this covenant, which the decided text names.",
    ...id,
  },
  predecessor: nullable(
    object({ covenant: id, kind: none(generated(CovenantKind)), within: none(id), repealedFrom: none(day) }),
    "For `OpenCovenant` with `after`: the covenant that it names; null: there is none.",
  ),
  rules: nullable(
    refer("CovenantRules"),
    "The rules of this kind of covenant: of today, or of the day of the decision where one is recorded; null: there are none.",
  ),
  outcome: nullable(
    object({
      matter: id,
      status: words("open", "decided", "rejected", "withdrawn"),
      text: none(digest),
      decidedOn: none(day),
      set: none(id),
    }),
    "For `RecordDecision` the matter that was submitted, for `SubmitDraft` and `RepealCovenant` the one they name; null: there is none.",
  ),
}

/** What is said of a part that stands in the circumstances by its name. */
const partsOf: Readonly<Record<string, string>> = {
  Citation: "Where a rule comes from, and how surely.",
  CoGovernancePolicy: "What a community decides about matters that go through two deliberations.",
  CovenantRules: "What holds for a covenant of one kind on one day.",
  DisclosureRules: "Everything by which one disclosure is held up to its end.",
  Objection: "What somebody has against what was published, with its answer.",
}

const inDefinitions = (named: Readonly<Record<string, Schema.Constraint>>): JsonObject =>
  Object.assign(
    {},
    ...Object.entries(named).map(([name, schema]) =>
      defined(name, { description: partsOf[name] ?? "", schema, named: name === "Citation" ? {} : { Citation } }),
    ),
  ) as JsonObject

/** The definitions that the facts of these processes refer to. */
export const definitionsOfPublicity = (process: Process): JsonObject => {
  if (process === "disclosure") return inDefinitions({ Citation, DisclosureRules, Objection })
  if (process === "co-governance") return inDefinitions({ CoGovernancePolicy })
  return process === "covenant" ? inDefinitions({ Citation, CovenantRules }) : {}
}
