import type { Membership } from "@jinlin/core/co-governance"
import type { MatterPlan } from "@jinlin/core/deliberation"
import type { CalendarData, DecisionRules } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { CharterVoice } from "../charter/voice.ts"
import { voiceOf } from "../charter/voice.ts"
import type { Years } from "../hosting/hosted.ts"
import { type Lawbook, lawIn, plansIn } from "./law.ts"

/** All that a journal is told from outside of its rows: its charter, the packs, the work calendar, and who belongs where. */
export interface Voices {
  readonly lawOn: (set: string, day: CivilDate) => DecisionRules | null
  readonly planOn: (list: string, day: CivilDate) => MatterPlan | null
  readonly charter: CharterVoice
  readonly calendarOf: (years: Years) => CalendarData | undefined
  readonly membershipsOf: (people: ReadonlyArray<string>) => ReadonlyArray<Membership>
}

/** So many years before the first are looked at for the last that was published, as the shell does. */
const yearsBack = 10

/** Years of a calendar, one after the other, as far as they are published. */
const yearsIn = ({ id, version, years }: CalendarData, { from, until }: Years): CalendarData | undefined => {
  for (let first = from; first >= from - yearsBack; first -= 1) {
    const found = []
    for (let year = first; year <= until; year += 1) {
      const published = years.find((one) => one.year === year)
      if (published === undefined) break
      found.push(published)
    }
    if (found.length > 0) return { id, version, years: found }
  }
  return undefined
}

/** The bodies of those who are listed in the charter; whoever is in none is not known. */
const membershipsIn =
  ({ members = {} }: Lawbook["charter"]): Voices["membershipsOf"] =>
  (people) =>
    people.flatMap((person) => {
      const bodies = Object.keys(members).filter((body) => members[body]?.includes(person) === true)
      return bodies.length === 0 ? [] : [{ person, bodies }]
    })

/** What a lawbook says. Rule JOURNAL-18. */
export const voicesOf = (lawbook: Lawbook): Voices => {
  const { calendar, charter, packs } = lawbook
  const [law, plan] = [lawIn(lawbook), plansIn(lawbook)]
  return {
    lawOn: (set, day) => law(charter.community, set, day),
    planOn: (list, day) => plan(charter.community, list, day),
    charter: voiceOf(charter, packs),
    calendarOf: (years) => yearsIn(calendar, years),
    membershipsOf: membershipsIn(charter),
  }
}
