import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Rota, RotaPolicy } from "@jinlin/core/rotating-chair"
import type { Chapter, Told } from "../story.ts"

/** A policy, and the first day that it is for. */
export type DatedPolicy = Rota["policies"][number]

/** A chapter, and the policies that were asked for and granted before it; the first chapter knows its own. */
export interface Ruled {
  readonly chapter: Chapter
  readonly policies: ReadonlyArray<DatedPolicy>
}

const opened = ({ command, refused }: Chapter): ReadonlyArray<DatedPolicy> =>
  command._tag === "OpenRota" && !refused ? [{ policy: command.policy, effectiveFrom: command.startsOn }] : []

const adopted = ({ command, refused }: Chapter): ReadonlyArray<DatedPolicy> =>
  command._tag === "AdoptRotaPolicy" && !refused
    ? [{ policy: command.policy, effectiveFrom: command.effectiveFrom }]
    : []

/** Every chapter with the policies that rule it, read off the commands and not off what a decider made of them. */
export const ruled = (told: Told): ReadonlyArray<Ruled> => {
  let policies: ReadonlyArray<DatedPolicy> = []
  return told.chapters.map((chapter) => {
    policies = [...policies, ...opened(chapter)]
    const known = policies
    policies = [...policies, ...adopted(chapter)]
    return { chapter, policies: known }
  })
}

/** The policy of a day: the last that was adopted for it or for a day before it. */
export const inForce = (policies: ReadonlyArray<DatedPolicy>, day: CivilDate): RotaPolicy | undefined => {
  let current = policies[0]?.policy
  for (const { effectiveFrom, policy } of policies) if (effectiveFrom <= day) current = policy
  return current
}

/** The policies of the days from one to another, both counted, the first day's first. */
export const inForceBetween = (
  policies: ReadonlyArray<DatedPolicy>,
  from: CivilDate,
  to: CivilDate,
): ReadonlyArray<RotaPolicy> => {
  const first = inForce(policies, from)
  const later = policies.filter((dated) => from < dated.effectiveFrom && dated.effectiveFrom <= to)
  return first === undefined ? [] : [first, ...later.map((dated) => dated.policy)]
}
