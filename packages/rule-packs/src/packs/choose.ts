import type { RulePack } from "@jinlin/core/charter"
import { rulePacks } from "./all.ts"

/** The pack of that id, such as `cn.urc-law@2026-01-01`; undefined: there is none here. */
export const packById = (id: string): RulePack | undefined => rulePacks.find(({ pack }) => pack === id)

/** `cn-fj` lies in itself and in `cn`. */
const liesIn = (place: string, around: string): boolean => place === around || place.startsWith(`${around}-`)

/**
 * The packs that hold on a day, its first day included and its end not.
 *
 * @param day A civil date such as `2026-01-01`.
 * @param jurisdiction A place such as `cn-fj`: its own packs and those of the places around it. Absent: every place.
 */
export const packsInForce = (day: string, jurisdiction?: string): ReadonlyArray<RulePack> =>
  rulePacks.filter(
    (pack) =>
      pack.effectiveFrom <= day &&
      (pack.effectiveTo === null || day < pack.effectiveTo) &&
      (jurisdiction === undefined || liesIn(jurisdiction, pack.jurisdiction)),
  )
