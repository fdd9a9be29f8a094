import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Id } from "../kernel/identity.ts"
import { StepList } from "../kernel/step-list.ts"
import { Text } from "../kernel/text.ts"
import { PackId, RuleKey } from "./rule-pack.ts"
import { RuleValue } from "./rule-value.ts"

/** What a community has chosen for one rule, from a day on and until another; `because` says why, for readers. */
export const OwnChoice = Schema.Struct({
  key: RuleKey,
  value: RuleValue,
  from: Schema.optionalKey(CivilDate),
  /** The first day on which it holds no more. */
  to: Schema.optionalKey(CivilDate),
  because: Schema.optionalKey(Text),
})
export type OwnChoice = typeof OwnChoice.Type

/** The rules of a community: the packs that it follows and what it has chosen itself. */
export const CharterRules = Schema.Struct({
  packs: Schema.Array(PackId),
  choices: Schema.Array(OwnChoice),
  /** Step lists of its own, and the ids of those of its packs that it uses. */
  stepLists: Schema.Array(StepList),
  uses: Schema.Array(Id),
})
export type CharterRules = typeof CharterRules.Type

/** A community that follows nothing and has chosen nothing. */
export const noRules: CharterRules = { packs: [], choices: [], stepLists: [], uses: [] }
