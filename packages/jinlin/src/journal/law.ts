import { noRules, type RulePack, resolve } from "@jinlin/core/charter"
import type { CalendarData, NonEmpty, Refusal, StepList } from "@jinlin/core/kernel"
import type { Checked, CivilDate } from "@jinlin/core/kernel/arithmetic"
import { chinaWorkCalendar } from "@jinlin/rule-packs/calendars"
import { rulePacks } from "@jinlin/rule-packs/packs"
import type { Charter } from "../charter/charter.ts"
import { type LawOf, lawFrom, type PlanOf, plansFrom } from "../shell/law.ts"

/** A charter with the rule packs and the work calendar that are at hand. */
export interface Lawbook {
  readonly charter: Charter
  readonly packs: ReadonlyArray<RulePack>
  readonly calendar: CalendarData
}

/** A charter with the packs and the calendar of `@jinlin/rule-packs`, or with others in their place. */
export const lawbookOf = (
  charter: Charter,
  packs: ReadonlyArray<RulePack> = rulePacks,
  calendar: CalendarData = chinaWorkCalendar,
): Lawbook => ({ charter, packs, calendar })

/** The law of a lawbook, whoever's journal is told by it. */
export const lawIn = ({ charter, packs }: Lawbook): LawOf => lawFrom(() => charter, packs)

/** The lists of steps of a lawbook, whoever's journal is told by it. */
export const plansIn = ({ charter, packs }: Lawbook): PlanOf => plansFrom(() => charter, packs)

/** The lists of steps that a community uses on a day; or why its rules cannot be resolved. Rule JOURNAL-14. */
export const stepListsOn = (
  { charter, packs }: Lawbook,
  day: CivilDate,
): Checked<ReadonlyArray<StepList>, NonEmpty<Refusal>> => {
  const resolved = resolve(charter.rules ?? noRules, packs, day)
  return resolved.ok ? { ok: true, value: resolved.value.stepLists } : resolved
}
