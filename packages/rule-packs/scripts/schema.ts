import { Bound, CountUnit, PackId, PackRule, Rank, RuleKey, RulePack, RuleValue } from "@jinlin/core/charter"
import { CivilDate, Id, StepList, StepPlan, Text, WhenLost } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"
import { isObject, type Json, type JsonObject } from "./json-text.ts"

/** The parts that get a name of their own, with what whoever has only the schema must know of them. */
const parts: Readonly<Record<string, readonly [Schema.Constraint, string?]>> = {
  Bound: [Bound, "How a value binds a community: not below, not above, exactly so, or freely."],
  CivilDate: [CivilDate],
  CountUnit: [CountUnit, "What a count counts."],
  Id: [Id],
  PackId: [PackId, "The name of a pack with the day from which it holds, such as cn.urc-law@2026-01-01."],
  PackRule: [PackRule, "One rule. `from` and `to` only where it holds for a shorter time than its pack."],
  Rank: [Rank, "What kind of instrument it is, from the one that goes before to the one that gives way."],
  RuleKey: [RuleKey, "The name of a rule: set/rule or set/rule.part, such as representatives-meeting/quorum.heads."],
  RuleValue: [RuleValue, "The value of one rule. Thresholds and counts have an order; choices and flags have none."],
  StepList: [StepList, "The steps of a deliberation in their order."],
  StepPlan: [StepPlan, "One step: which body, by which sets of rules, and where things go when it does not pass."],
  Text: [Text],
  WhenLost: [WhenLost, "What becomes of a matter that a body did not pass."],
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** A list with a first item like all the others, which Effect writes as a tuple, is a list that is not empty. */
const plainLists = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(plainLists)
  if (!isObject(value)) return value
  const { prefixItems, ...others } = value
  const isAlike = JSON.stringify(prefixItems) === JSON.stringify([value["items"]])
  return Object.fromEntries(
    Object.entries(isAlike ? others : value).map(([word, inside]) => [word, plainLists(inside)]),
  )
}

const documentOf = (schema: Schema.Constraint): { readonly body: JsonObject; readonly definitions: JsonObject } => {
  const { definitions, schema: body } = Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" })
  return {
    body: plainLists(asJson(body)) as JsonObject,
    definitions: plainLists(asJson(definitions)) as JsonObject,
  }
}

const names = new Map(
  Object.entries(parts).map(([name, [schema]]) => [JSON.stringify(documentOf(schema).body), name] as const),
)

/** The value with each part replaced by a reference to it; the part itself, whose name is `own`, is kept. */
const referring = (value: Json, own?: string): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => referring(item))
  if (!isObject(value)) return value
  const name = names.get(JSON.stringify(value))
  if (name !== undefined && name !== own) return { $ref: `#/$defs/${name}` }
  return Object.fromEntries(Object.entries(value).map(([word, inside]) => [word, referring(inside)]))
}

const described = (name: string, [schema, says]: readonly [Schema.Constraint, string?]): readonly [string, Json] => {
  const body = referring(documentOf(schema).body, name) as JsonObject
  return [name, says === undefined ? body : { description: says, ...body }]
}

/** Months with their days; that only leap years have a 29 February is beyond a pattern. */
const day =
  "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))$"

/** A share is above 0, in decimal digits; that it is not above 1, or not more than all, is beyond a pattern. */
const digits = { type: "string", pattern: "^[1-9]\\d*$" }
const share = { numerator: digits, denominator: digits }

/** What the reader refuses and a pattern can say, for those who have the schema alone. */
const stricter = (value: Json, name?: string): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => stricter(item))
  if (!isObject(value)) return value
  if (value["format"] === "date") return { ...value, pattern: day }
  return Object.fromEntries(
    Object.entries(value).map(([word, inside]) => {
      const isShare = name === "share" && word === "properties" && isObject(inside) && "numerator" in inside
      return [word, isShare ? share : stricter(inside, word)]
    }),
  )
}

/** The JSON Schema (2020-12) of a rule pack, made from `RulePack`: a field that nobody declared is refused, as our reader does. */
export const packSchema = (): JsonObject => {
  const { body, definitions } = documentOf(RulePack)
  const named = [
    ...Object.entries(definitions).map(([name, part]): readonly [string, Json] => [name, referring(part)]),
    ...Object.entries(parts).map(([name, part]) => described(name, part)),
  ]
  return stricter({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:jinlin:schema:rule-pack",
    title: "Rule pack",
    description: "Law, a reading of it, or a profile, as dated and cited data.",
    ...(referring(body) as JsonObject),
    $defs: Object.fromEntries(named.toSorted(([one], [other]) => (one < other ? -1 : 1))),
  }) as JsonObject
}
