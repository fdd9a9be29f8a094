import type { Clock, Store } from "@jinlin/sdk"
import { voiceless } from "../charter/voice.ts"
import { processes } from "../hosting/processes.ts"
import { noCalendar } from "./calendar-of.ts"
import type { Engine } from "./engine.ts"
import type { LawOf, PlanOf } from "./law.ts"
import { noMemberships } from "./memberships-of.ts"
import { shelfOf } from "./shelf.ts"

/** What an engine is set up with. */
export interface Equipment {
  readonly store: Store
  readonly clock: Clock
  readonly zoneOf: (tenant: string) => string
  /** The rules by which bodies decide; none unless it is given. */
  readonly lawOf?: LawOf | undefined
  /** The lists of steps that matters follow; none unless it is given. */
  readonly planOf?: PlanOf | undefined
  /** What charters say beyond the rules of one set; nothing unless it is given. */
  readonly voiceOf?: Engine["voiceOf"] | undefined
  /** The work calendar; none unless it is given. */
  readonly calendarOf?: Engine["calendarOf"] | undefined
  /** Who belongs where; nobody anywhere unless it is given. */
  readonly membershipsOf?: Engine["membershipsOf"] | undefined
  /** How many streams are kept in memory as they stand; 10,000 unless it is given. */
  readonly streamsInMemory?: number | undefined
  /** How far the clock may stand before the latest event of a stream, in seconds; 300 unless it is given. */
  readonly skewSeconds?: number | undefined
}

const lawless: LawOf = () => null
const planless: PlanOf = () => null

/** An engine for every process that the shell runs, on one store. */
export const engineOn = (equipment: Equipment): Engine => {
  const { clock, lawOf = lawless, planOf = planless, store, zoneOf } = equipment
  const { calendarOf = noCalendar, membershipsOf = noMemberships, voiceOf = () => voiceless } = equipment
  const { skewSeconds = 300, streamsInMemory = 10_000 } = equipment
  return {
    ...{ store, clock, processes, zoneOf, lawOf, planOf, voiceOf, calendarOf, membershipsOf },
    shelf: shelfOf(streamsInMemory),
    skew: skewSeconds * 1000,
  }
}
