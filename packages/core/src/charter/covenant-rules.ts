import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import type { Citation } from "../kernel/citation.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { NonEmpty } from "../kernel/decider.ts"
import type { MakersMissing, ValueMisfit } from "./decision-refusals.ts"
import type { CharterRefusal } from "./refusals.ts"
import { attempt } from "./resolve.ts"
import { defaultCitation, type Resolved, type ResolvedRule } from "./resolved.ts"
import type { CharterRules } from "./rule-choices.ts"
import type { RulePack } from "./rule-pack.ts"
import { choiceOf, countOf, flagOf, misfit, type Reading, ruleOf } from "./rule-reading.ts"
import { againstKeys, packsIn, readingUnder } from "./rules-of-process.ts"

/** What holds for a covenant of one kind on one day, of the shape that `covenant` reads. Rule CHARTER-20. */
export interface CovenantMakingRules<Kind extends string = string> {
  readonly kind: Kind
  readonly day: CivilDate
  readonly packs: ReadonlyArray<string>
  readonly comments: { readonly days: number; readonly citation: Citation }
  readonly unaskedChanges: { readonly need: "stated-reason" | "new-round"; readonly citation: Citation }
  readonly requiredClauses: ReadonlyArray<{ readonly clause: string; readonly citation: Citation }>
  readonly conformity: { readonly citation: Citation }
  readonly makers: { readonly sets: readonly [string, ...ReadonlyArray<string>]; readonly citation: Citation }
  readonly filing: { readonly required: boolean; readonly withinDays: number; readonly citation: Citation }
}

/** Our defaults where nobody says anything else. Rule CHARTER-20. */
export const covenantMakingDefaults = {
  commentDays: 15,
  unaskedChanges: "stated-reason",
  filingDays: 30,
} as const

/** The kind and the day that are asked for. */
export interface CovenantOnDay<Kind extends string> {
  readonly kind: Kind
  readonly day: CivilDate
}

const names = ["comment-days", "unasked-changes", "required-clauses", "conformity", "filing", "filing-days"]
const general = "covenant"
const madeBy = "made-by."

/** Each clause is cited by the pack that asks for it, and else by whoever chose it. */
const clausesOf = (reading: Reading): CovenantMakingRules["requiredClauses"] => {
  const rule = ruleOf(reading, "required-clauses")
  if (rule === undefined) return []
  if (rule.value._tag !== "Choices") {
    misfit(reading, rule, { expected: "choices" })
    return []
  }
  return rule.value.choices.map((clause) => {
    const asks = rule.bounds.find(({ value }) => value._tag === "Choices" && value.choices.includes(clause))
    return { clause, citation: asks?.citation ?? rule.citation }
  })
}

interface Maker {
  readonly set: string
  readonly rule: ResolvedRule
}

/** The rules `made-by.<set>` of a kind. Where packs have some, a community adds no body of which none speaks. */
const madeByIn = ({ rules, set: kind }: Reading): ReadonlyArray<Maker> => {
  const start = `${kind}/${madeBy}`
  const all = [...rules].flatMap(
    ([key, rule]): ReadonlyArray<Maker> => (key.startsWith(start) ? [{ set: key.slice(start.length), rule }] : []),
  )
  const ofPacks = all.filter(({ rule }) => rule.bounds.length > 0)
  return ofPacks.length > 0 ? ofPacks : all
}

/** The bodies that make a covenant of this kind: those that are named for it, and the owners' where it is a matter of theirs. */
const makersOf = (reading: Reading, { rules }: Resolved): ReadonlyArray<Maker> => {
  const named = madeByIn(reading).filter(({ rule }) => {
    if (rule.value._tag !== "Flag") misfit(reading, rule, { expected: "flag" })
    return rule.value._tag === "Flag" && rule.value.flag
  })
  const owners = rules.find(({ key }) => key === `owners-matters/${reading.set}`)
  return owners?.value._tag === "Choice" ? [...named, { set: owners.value.choice, rule: owners }] : named
}

const filingOf = (reading: Reading): CovenantMakingRules["filing"] => {
  const required = flagOf(reading, "filing", false)
  const within = countOf(reading, {
    ...{ key: "filing-days", unit: "calendar-day", most: 366, otherwise: covenantMakingDefaults.filingDays },
  })
  return { required: required.value, withinDays: within.value, citation: required.citation }
}

const rulesFrom = <Kind extends string>(reading: Reading, makers: NonEmpty<Maker>, on: CovenantOnDay<Kind>) => {
  const comments = countOf(reading, {
    ...{ key: "comment-days", unit: "calendar-day", most: 366, otherwise: covenantMakingDefaults.commentDays },
  })
  const changes = choiceOf(reading, {
    ...{ key: "unasked-changes", expected: "unasked-changes" },
    ...{ among: ["stated-reason", "new-round"], otherwise: covenantMakingDefaults.unaskedChanges },
  })
  const conformity = flagOf(reading, "conformity", true)
  const read = names.flatMap((key) => ruleOf(reading, key) ?? [])
  const lawful = makers.find(({ rule }) => rule.citation.certainty === "law") ?? makers[0]
  const [first, ...others] = makers
  return {
    ...on,
    packs: packsIn([...read, ...makers.map(({ rule }) => rule)]),
    comments: { days: comments.value, citation: comments.citation },
    unaskedChanges: { need: changes.value, citation: changes.citation },
    requiredClauses: clausesOf(reading),
    conformity: { citation: conformity.value ? conformity.citation : defaultCitation },
    makers: { sets: [first.set, ...others.map(({ set }) => set)] as const, citation: lawful.rule.citation },
    filing: filingOf(reading),
  }
}

/**
 * What holds for a covenant of a kind on a day: the rules `<kind>/…`, and where there is none of a name those of `covenant/…`;
 * what nobody says is our default, but for who makes it, which somebody must say. Rules CHARTER-20, CHARTER-21.
 */
export const covenantRulesOn = <Kind extends string>(
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  on: CovenantOnDay<Kind>,
): Checked<CovenantMakingRules<Kind>, NonEmpty<CharterRefusal | ValueMisfit | MakersMissing>> => {
  const { day, kind } = on
  const { refusals, resolved } = attempt(charter, packs, day)
  const reading = readingUnder(resolved, kind, [kind, general])
  const [one, ...more] = makersOf(reading, resolved)
  const keys = [`${kind}/${madeBy}residents-assembly-of-residents`, `owners-matters/${kind}`]
  const missing: MakersMissing = { _tag: "MakersMissing", rule: "CHARTER-20", kind, keys }
  const rules = one === undefined ? undefined : rulesFrom(reading, [one, ...more], on)
  const isRead = (key: string) =>
    key === `owners-matters/${kind}` || key.startsWith(`${kind}/`) || key.startsWith(`${general}/`)
  const [first, ...others] = [
    ...againstKeys(refusals, isRead),
    ...(reading.refusals as ReadonlyArray<ValueMisfit>),
    ...(rules === undefined ? [missing] : []),
  ]
  return first === undefined && rules !== undefined ? accept(rules) : refuse([first ?? missing, ...others])
}
