import type * as Schema from "effect/Schema"
import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import { schemaOf } from "./reading.ts"
import type { OutOfBounds } from "./reading-refusals.ts"
import type { RuleId as RuleIdText } from "./refusal.ts"
import type { WrongType } from "./wrong-type.ts"
import { wrongType } from "./wrong-type.ts"

const isRuleId = (text: string): text is RuleIdText => /^[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[1-9][0-9]{0,3}$/.test(text)

const readRuleId = (input: unknown): Checked<RuleIdText, OutOfBounds | WrongType> => {
  if (typeof input !== "string") return refuse(wrongType(input, "string"))
  if (isRuleId(input)) return accept(input)
  return refuse({ _tag: "OutOfBounds", rule: "READ-5", expected: "the id of a rule, such as CHAIR-3" })
}

/** The name of one rule, such as `CHAIR-3`. */
export type RuleId = RuleIdText

/** The name of one rule: capital letters, a hyphen, a number from 1. */
export const RuleId: Schema.Codec<RuleId, RuleId> = schemaOf(readRuleId, {
  identifier: "RuleId",
  description: "The id of a rule, such as CHAIR-3",
  jsonSchema: { type: "string", pattern: "^[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[1-9][0-9]{0,3}$" },
})
