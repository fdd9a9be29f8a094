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

/** No more than this of choices, and of the other lists, are read: far above what any community has, and still looked through in seconds. */
const [mostChoices, mostOthers] = [2000, 200]

/** The rules of a community: the packs that it follows and what it has chosen itself. Rule CHARTER-17. */
export const CharterRules = Schema.Struct({
  packs: Schema.Array(PackId).check(Schema.isMaxLength(mostOthers)),
  choices: Schema.Array(OwnChoice).check(Schema.isMaxLength(mostChoices)),
  /** Step lists of its own, and the ids of those of its packs that it uses. */
  stepLists: Schema.Array(StepList).check(Schema.isMaxLength(mostOthers)),
  uses: Schema.Array(Id).check(Schema.isMaxLength(mostOthers)),
})
export type CharterRules = typeof CharterRules.Type

/** A community that follows nothing and has chosen nothing. */
export const noRules: CharterRules = { packs: [], choices: [], stepLists: [], uses: [] }
