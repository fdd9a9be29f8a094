import type { CivilDate } from "../../kernel/arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { Version } from "../model.ts"
import { canBeFiledOn, daysLate, reminderIsDue, reminderOn } from "../rules/index.ts"
import { type Command, type CovenantDecision, type Objection, quiet, type Standing, versionIn } from "./standing.ts"

const isFiledSo = ({ filed }: Version, { on, receipt, with: office }: Command<"FileVersion">): boolean =>
  filed !== null && filed.on === on && filed.receipt === receipt && filed.with === office

const dayMustBePossible = (on: CivilDate, version: Version, to: CivilDate): Objection =>
  canBeFiledOn(version, on, to)
    ? undefined
    : { _tag: "FilingDayImpossible", rule: "COVENANT-13", on, from: version.decidedOn, to }

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
  if (lastDay === undefined || !reminderIsDue(found.value, on))
    return object({ _tag: "FilingNotDue", rule: "COVENANT-13", version, lastDay: lastDay ?? null })
  return unless([], () => [{ _tag: "FilingReminded", version, lastDay, on }])
}
