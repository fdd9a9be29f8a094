import { MatterPlan } from "@jinlin/core/deliberation"
import { CivilDate, DecisionRules, Digest, Id, Moment, RuleId, StepPlan, WhenLost } from "@jinlin/core/kernel"
import type { JsonObject } from "../json-text.ts"
import { inOrder } from "./document.ts"
import { law, type Process, processes } from "./processes.ts"
import { coGovernanceFacts, covenantFacts, definitionsOfPublicity, disclosureFacts } from "./publicity.ts"
import { defined, generated, id, nullable, object, words } from "./writing.ts"

const dialect = "https://json-schema.org/draft/2020-12/schema"
const rule = { $ref: "#/$defs/RuleId" }
const text = { type: "string", minLength: 1 } as const

const tagged = (tag: string, properties: JsonObject, optional: ReadonlyArray<string> = []): JsonObject =>
  object({ _tag: { type: "string", const: tag }, ...properties }, optional)

const actor: JsonObject = {
  description:
    "Who acts: a person who holds a post of a body or unit (a clerk who types for somebody says so in `onBehalfOf`), or the system, with the rule that sent it.",
  oneOf: [
    tagged("Post", { person: id, post: id, within: id, onBehalfOf: id }, ["onBehalfOf"]),
    tagged("System", { rule }),
  ],
}

const presider: JsonObject = {
  description: "Who presides by a rota that is kept elsewhere: a unit, or the convenor. Absent: no rota is kept.",
  oneOf: [tagged("Unit", { unit: id }), tagged("Convenor", {})],
}

const members: JsonObject = {
  description: "For `OpenRota`: the member units of the conference. Absent: no conference is kept.",
  type: "array",
  items: id,
}

const person = { oneOf: [id, { type: "null" }] }

const round: JsonObject = nullable(
  object({
    round: { type: "integer", minimum: 1 },
    phase: words("called", "open", "closed", "decided", "annulled"),
    mode: nullable(
      words("show-of-hands", "open", "secret", "secret-papers"),
      "Null while no ballot is open yet, and once the round is decided or annulled.",
    ),
    closesOn: nullable(generated(CivilDate), "The last day on which a ballot is in time; null where `mode` is."),
    voter: nullable(
      object({ person, recused: { type: "boolean" } }),
      "The voter on the frozen roll; null: not on it, or the round is over and its roll is not kept.",
    ),
    proxy: nullable(object({ voter: id, person }), "Who votes for the voter by proxy; null: nobody."),
    body: { description: "The body that sits; its secretary enters papers.", ...id },
  }),
  "The round that the ballot belongs to, as its matter has it; null: the matter has no such round.",
)

const { DecisionRules: _, ...partsOfLaw } = law

/** The law of a set on a day, and the list of steps of a matter, in definitions of their own. */
const lawSchema = (): JsonObject => ({
  ...defined("DecisionRules", {
    description: "Everything by which one sitting of one body is judged, as it was resolved for one day.",
    schema: DecisionRules,
    named: partsOfLaw,
  }),
  ...defined("MatterPlan", {
    description: "The steps of a matter, and the name of the list that they were taken from.",
    schema: MatterPlan,
    named: { StepPlan, WhenLost },
  }),
})

const arrived: JsonObject = {
  description:
    "For `DecideStep`: every ballot of the round, of each voter the ballots in the order in which they arrived. Absent: nobody gathered them.",
  type: "array",
  items: object({
    voter: id,
    choice: nullable(words("for", "against", "abstain"), "Null: it is secret, and lies in the box."),
    castBy: { description: "Who cast it: the voter itself or its proxy.", ...id },
    channel: {
      ...words("online", "paper"),
      description: "Over the login of the voter or its proxy, or on a paper that a clerk entered.",
    },
    at: { description: "Milliseconds since 1970.", type: "integer" },
    kept: words("counts", "void", "late"),
  }),
}

const box: JsonObject = {
  description:
    "For `DecideStep` after a secret ballot: how often each choice lies in the box. Absent: it was not read.",
  type: "array",
  items: object({ choice: text, count: { type: "integer", minimum: 0 } }),
}

const resolvedLaw = nullable(
  { $ref: "#/$defs/DecisionRules" },
  "The rules of the set that the command or the sitting names, resolved for today; null: there is no such set, or its rules contradict each other.",
)

const listedPlan = nullable(
  { $ref: "#/$defs/MatterPlan" },
  "For `OpenMatter`: the list of steps that its plan names, as the charter and the packs of the community have it today; null: they have no such list.",
)

/** What a process is told besides who acts and when, by the name of the fact. */
export const facts: Readonly<Record<Process, JsonObject>> = {
  "joint-conference": { presider },
  "rotating-chair": { members },
  ballot: { round },
  deliberation: { law: resolvedLaw, plan: listedPlan, ballots: arrived, box },
  disclosure: disclosureFacts,
  "co-governance": coGovernanceFacts,
  covenant: covenantFacts,
}

/** The facts that are told every time; each of the others may be absent. */
const always: ReadonlyArray<string> = ["round"]

const shared: JsonObject = { Id: generated(Id), RuleId: generated(RuleId) }

const published = (name: string, title: string, body: JsonObject): JsonObject =>
  inOrder({ ...body, $schema: dialect, $id: `urn:jinlin:schema:${name}`, title })

/** Circumstances are plain interfaces without a schema, so theirs is written here, and tested with samples. */
export const circumstancesSchema = (process: Process): JsonObject => {
  const told: JsonObject = { actor: { $ref: "#/$defs/Actor" }, now: { $ref: "#/$defs/Moment" }, ...facts[process] }
  return published(`${process}:circumstances`, `${process}: circumstances`, {
    description:
      "What a decision is told besides the command and the history: who acts, when, and facts of other processes.",
    ...object(
      told,
      Object.keys(facts[process]).filter((fact) => !always.includes(fact)),
    ),
    $defs: {
      Actor: actor,
      ...shared,
      Moment: { description: "An instant, and what the wall clock of a zone shows at it.", ...generated(Moment) },
      ...(process === "deliberation" ? lawSchema() : definitionsOfPublicity(process)),
    },
  })
}

/** Why an actor may do what it asks: recorded with every event. */
export const groundsSchema: JsonObject = published("kernel:grounds", "Grounds", {
  description: "Why an actor may do what it asks; recorded with every event.",
  ...object({ rule, post: id, within: id, onBehalfOf: id }, ["onBehalfOf"]),
  $defs: shared,
})

/** The refusal of whoever may not. */
export const forbiddenSchema: JsonObject = published("kernel:forbidden", "Forbidden", {
  description: "The actor holds none of the posts that may do this; `allowed` names them.",
  ...tagged(
    "Forbidden",
    {
      ...{ rule, command: text, allowed: { type: "array", items: text } },
      within: { description: "The bodies in one of which the post must be held.", type: "array", items: id },
    },
    ["within"],
  ),
  $defs: shared,
})

const list = (items: JsonObject): JsonObject => ({ type: "array", items })

/** The form of the files in `cases/` and `histories/`; what is inside a command or an event is said by the process's own schemas. */
export const vectorsSchema: JsonObject = published("vectors", "Files of vectors", {
  description: "A file of cases, or a history that cases refer to.",
  oneOf: [{ $ref: "#/$defs/Cases" }, { $ref: "#/$defs/History" }],
  $defs: {
    Case: {
      type: "object",
      properties: {
        id: { description: "Names this question for ever.", ...text },
        says: { description: "What it shows, in a sentence.", ...text },
        rules: { description: "The rules of the process's README that it is about.", ...list(rule), minItems: 1 },
        expect: { type: "object" },
      },
      required: ["id", "says", "rules", "expect"],
    },
    Cases: object(
      {
        process: { type: "string", enum: ["kernel", ...processes] },
        asks: { description: "Which question every case of this file puts.", ...text },
        says: text,
        with: { description: "What every case of this file is asked with.", type: "object" },
        cases: list({ $ref: "#/$defs/Case" }),
      },
      ["with"],
    ),
    History: object({
      process: { type: "string", enum: [...processes] },
      history: { description: "Its name: what a case's `history.from` names.", ...text },
      says: text,
      events: list({ type: "object", properties: { _tag: text }, required: ["_tag"] }),
      states: {
        description: "The SHA-256 digest of the canonical JSON of the state after each event.",
        ...list(generated(Digest)),
      },
    }),
    RuleId: shared["RuleId"] ?? {},
  },
})
