import { type CivilDate, compareCivilDates } from "../../kernel/arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { Version } from "../model.ts"
import { daysLate, reminderOn } from "../rules/index.ts"
import { type Command, type CovenantDecision, type Objection, quiet, type Standing, versionIn } from "./standing.ts"

const isFiledSo = ({ filed }: Version, { on, receipt, with: office }: Command<"FileVersion">): boolean =>
  filed !== null && filed.on === on && filed.receipt === receipt && filed.with === office

const dayMustBePossible = (on: CivilDate, { decidedOn: from }: Version, to: CivilDate): Objection =>
  compareCivilDates(on, from) >= 0 && compareCivilDates(on, to) <= 0
    ? undefined
    : { _tag: "FilingDayImpossible", rule: "COVENANT-13", on, from, to }

/** The receipt for a version, however late, also of one that is over; a corrected one takes its place (COVENANT-13). */
export const file = (command: Command<"FileVersion">, standing: Standing): CovenantDecision => {
  const found = versionIn(standing, command.version)
  if (!found.ok) return object(found.refusal)
  if (isFiledSo(found.value, command)) return quiet
  const { on, receipt, version, with: office } = command
  const { today } = standing
  return unless([dayMustBePossible(on, found.value, today)], () => [
    {
      _tag: "VersionFiled",
      version,
      filing: { receipt, with: office, on, lateDays: daysLate(found.value.filing, on) },
      on: today,
    },
  ])
}

/** The last day for filing has come: whoever must file is reminded, once (COVENANT-13). */
export const remind = ({ version }: Command<"RemindFiling">, standing: Standing): CovenantDecision => {
  const found = versionIn(standing, version)
  if (!found.ok) return object(found.refusal)
  const { filed, reminded } = found.value
  if (filed !== null || reminded) return quiet
  const lastDay = reminderOn(found.value)
  const { today: on } = standing
  if (lastDay === undefined || compareCivilDates(on, lastDay) < 0)
    return object({ _tag: "FilingNotDue", rule: "COVENANT-13", version, lastDay: lastDay ?? null })
  return unless([], () => [{ _tag: "FilingReminded", version, lastDay, on }])
}
