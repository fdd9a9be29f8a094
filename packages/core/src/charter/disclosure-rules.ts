import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import type { Citation } from "../kernel/citation.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { NonEmpty } from "../kernel/decider.ts"
import type { ValueMisfit } from "./decision-refusals.ts"
import type { CharterRefusal } from "./refusals.ts"
import { attempt } from "./resolve.ts"
import { defaultCitation, type HeldBound, type Resolved, type ResolvedRule } from "./resolved.ts"
import type { CharterRules } from "./rule-choices.ts"
import type { RulePack } from "./rule-pack.ts"
import { countOf, misfit, type Reading, ruleOf } from "./rule-reading.ts"
import { againstKeys, packsIn, readingUnder } from "./rules-of-process.ts"

/** By which rules what was decided is published on a day, of the shape that `disclosure` freezes. Rule CHARTER-18. */
export interface PublishingRules {
  readonly day: CivilDate
  readonly packs: ReadonlyArray<string>
  readonly period: { readonly days: number; readonly citation: Citation }
  readonly required: { readonly channels: readonly [string, ...ReadonlyArray<string>]; readonly citation: Citation }
  readonly sheets: { readonly days: number; readonly citation: Citation }
  readonly audiences: { readonly among: readonly [string, ...ReadonlyArray<string>]; readonly citation: Citation }
}

/** What a law says of publishing what a body decided: for how long, and to whom to turn; null: none says so. Rule CHARTER-19. */
export interface PublishingLaw {
  readonly law: Citation | null
  readonly recourse: Citation | null
}

/** Which bodies publish what others decide, and which oversee that. Rule CHARTER-18. */
export interface PublishingBodies {
  readonly publishers: ReadonlyArray<string>
  readonly overseers: ReadonlyArray<string>
}

/** Our defaults where nobody says anything else. Rule CHARTER-18. */
export const publishingDefaults = {
  ...({ periodDays: 15, channels: ["notice-board"], sheetDays: 3, audiences: ["residents"] } as const),
  publishers: ["residents-committee", "villagers-committee", "owners-committee"],
  overseers: ["oversight-committee"],
} as const

const family = "disclosure"
const keys = ["period-days", "required-channels", "sheet-days", "audiences"]

/** What a rule lists, or our default. */
const listOf = (reading: Reading, key: string, otherwise: PublishingRules["required"]["channels"]) => {
  const rule = ruleOf(reading, key)
  if (rule?.value._tag === "Choices") return { items: rule.value.choices, citation: rule.citation }
  if (rule !== undefined) misfit(reading, rule, { expected: "choices" })
  return { items: otherwise, citation: defaultCitation }
}

/** A sheet may not lie as long as the period lasts: else nobody could object to what is entered late. */
const longestSheet = 31

/**
 * By which rules something is published that is first put up on this day; what nobody says is our default. Refused are faults of
 * the packs as such and of these rules. Rules CHARTER-18, CHARTER-21.
 */
export const publishingRulesOn = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  day: CivilDate,
): Checked<PublishingRules, NonEmpty<CharterRefusal | ValueMisfit>> => {
  const { refusals, resolved } = attempt(charter, packs, day)
  const reading = readingUnder(resolved, family, [family])
  const read = keys.flatMap((key): ReadonlyArray<ResolvedRule> => {
    const rule = ruleOf(reading, key)
    return rule === undefined ? [] : [rule]
  })
  const { periodDays, sheetDays } = publishingDefaults
  const days = { unit: "calendar-day" } as const
  const period = countOf(reading, { ...days, key: "period-days", least: 1, most: 366, otherwise: periodDays })
  const most = Math.min(longestSheet, period.value - 1)
  const sheets = countOf(reading, { ...days, key: "sheet-days", most, otherwise: Math.min(sheetDays, most) })
  const required = listOf(reading, "required-channels", publishingDefaults.channels)
  const audiences = listOf(reading, "audiences", publishingDefaults.audiences)
  const mine = new Set(keys.map((key) => `${family}/${key}`))
  const [first, ...others] = [
    ...againstKeys(refusals, (key) => mine.has(key)),
    ...(reading.refusals as ReadonlyArray<ValueMisfit>),
  ]
  if (first !== undefined) return refuse([first, ...others])
  return accept({
    ...{ day, packs: packsIn(read) },
    required: { channels: required.items, citation: required.citation },
    period: { days: period.value, citation: period.citation },
    sheets: { days: sheets.value, citation: sheets.citation },
    audiences: { among: audiences.items, citation: audiences.citation },
  })
}

/**
 * Which bodies publish what was decided, besides those that decided it, and which oversee that: what `disclosure/publishers` and
 * `disclosure/overseers` name, or our default. What is no list of choices says nothing. Rule CHARTER-18.
 */
export const publishingBodiesOn = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  day: CivilDate,
): PublishingBodies => {
  const { resolved } = attempt(charter, packs, day)
  const named = (key: keyof PublishingBodies): ReadonlyArray<string> => {
    const found = resolved.rules.find((rule) => rule.key === `${family}/${key}`)
    return found?.value._tag === "Choices" ? found.value.choices : publishingDefaults[key]
  }
  return { publishers: named("publishers"), overseers: named("overseers") }
}

const boundsOf = ({ rules }: Resolved, key: string): ReadonlyArray<HeldBound> =>
  rules.find((rule) => rule.key === key)?.bounds ?? []

/** What a law binds everybody to, by the pack that has it. */
const lawful = (resolved: Resolved, key: string): ReadonlyMap<string, HeldBound> =>
  new Map(
    boundsOf(resolved, `${family}/${key}`)
      .filter(({ bound, citation }) => bound !== "default" && citation.certainty === "law")
      .map((one) => [one.pack, one]),
  )

/** Whether a consultation that a committee organizes sits under this set: what a profile or the community says of it. */
const isConsultation = ({ rules }: Resolved, set: string): boolean => {
  const value = rules.find(({ key }) => key === `${family}/consultations-of.${set}`)?.value
  return value?._tag === "Flag" && value.flag
}

/** The laws that have published what was decided so: under sets that they name, or in a consultation, where they ask for those. */
const concernedBy = (resolved: Resolved, sets: ReadonlyArray<string>): ReadonlyArray<HeldBound> => {
  const named = [...lawful(resolved, "decisions-of").values()].filter(
    ({ value }) => value._tag === "Choices" && value.choices.some((set) => sets.includes(set)),
  )
  const isConsulted = sets.some((set) => isConsultation(resolved, set))
  const asked = [...lawful(resolved, "consultations").values()].filter(
    ({ value }) => isConsulted && value._tag === "Flag" && value.flag,
  )
  return [...named, ...asked]
}

/**
 * What the laws of a day say of publishing what was decided under these sets of rules: the period of a law is that of the bodies
 * which it names itself, and of consultations where it has those published. Several laws: the one that goes before. Rule CHARTER-19.
 */
export const publishingLawOn = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  { day, sets }: { readonly day: CivilDate; readonly sets: ReadonlyArray<string> },
): PublishingLaw => {
  const { resolved } = attempt(charter, packs, day)
  const concerned = concernedBy(resolved, sets)
  const cited = (key: string): Citation | null => {
    const said = lawful(resolved, key)
    return concerned.map(({ pack }) => said.get(pack)?.citation).find((citation) => citation !== undefined) ?? null
  }
  return { law: cited("period-days"), recourse: cited("recourse") }
}
