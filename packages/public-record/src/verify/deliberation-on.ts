import type { DeliberationFact } from "@jinlin/core/co-governance"
import type { MatterOutcome } from "@jinlin/core/covenant"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { PublicDeliberation } from "../model/deliberation.ts"

/** The texts that it may have borne on a day while it ran: the one of the evening before, and those of that day. */
const textsOn = ({ openedOn, openedWith, sittings }: PublicDeliberation, day: CivilDate) => {
  const amended = sittings.flatMap(({ ballot, on, result }) =>
    result === "amended" && on !== null && ballot?.motion._tag === "Amend" ? [{ on, text: ballot.motion.text }] : [],
  )
  const all = [{ on: openedOn, text: openedWith }, ...amended].filter(({ on }) => on <= day)
  const before = all.filter(({ on }) => on < day).slice(-1)
  return [...before, ...all.filter(({ on }) => on === day)].map(({ text }) => text)
}

/** The rules under which the body sat that passed it last, by the end of a day. */
const setOn = ({ sittings }: PublicDeliberation, day: CivilDate): string | null =>
  sittings.findLast(({ on, result }) => result === "passed" && on !== null && on <= day)?.rules.set ?? null

/** A deliberation of the record as it may have stood on a day: it ran, or had ended, or both at different hours of the same day. */
export const deliberationOn = (known: PublicDeliberation, day: CivilDate): ReadonlyArray<DeliberationFact> => {
  const { endedOn, matter, openedOn, plan, status } = known
  const fact = { matter, body: plan.steps.at(-1)?.body ?? null, set: setOn(known, day), openedOn }
  const mayRun = endedOn === null || endedOn >= day
  const hasEnded = endedOn !== null && endedOn <= day
  return [
    ...(hasEnded ? [{ ...fact, status, text: known.text, endedOn }] : []),
    ...(mayRun ? textsOn(known, day).map((text) => ({ ...fact, status: "open", text, endedOn: null }) as const) : []),
  ]
}

/** The same for a covenant, which hears of a text only while the matter runs or where it was decided. */
export const outcomeOn = (known: PublicDeliberation, day: CivilDate): ReadonlyArray<MatterOutcome> =>
  deliberationOn(known, day).flatMap(({ endedOn, matter, set, status, text }): ReadonlyArray<MatterOutcome> => {
    if (status === "unopened") return []
    if (status === "open") return [{ matter, status, text, decidedOn: null, set: null }]
    const isDecided = status === "decided"
    return [{ matter, status, text: isDecided ? text : null, decidedOn: isDecided ? endedOn : null, set }]
  })
