import type { Because, RotaCommand, RotaEvent, RotaPolicy } from "@jinlin/core/rotating-chair"
import type { Chapter, Told } from "../story.ts"
import { inForce, inForceBetween, type Ruled, ruled } from "./in-force.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

type Adoption = Extract<RotaCommand, { readonly _tag: "AdoptRotaPolicy" }>

const samePolicy = (one: RotaPolicy | undefined, other: RotaPolicy): boolean => {
  const fields = one === undefined ? {} : Object.fromEntries(Object.entries(one))
  return Object.entries(other).every(([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value))
}

const byMeetings = (policy: RotaPolicy | undefined): boolean => policy?.term._tag === "Meetings"

const mustAdopt = ({ chapter, policies }: Ruled, { effectiveFrom, policy }: Adoption): boolean => {
  const latest = policies.at(-1)?.effectiveFrom ?? chapter.day
  const sameBasis = byMeetings(inForce(policies, chapter.day)) === byMeetings(policy)
  return effectiveFrom >= chapter.day && effectiveFrom >= latest && sameBasis
}

const wronglyKept = ({ after, events }: Chapter, { effectiveFrom, policy }: Adoption): boolean => {
  const kept = after.policies.at(-1)
  const said = events.find((event) => event._tag === "RotaPolicyAdopted")
  const right = (dated: typeof kept) => dated?.effectiveFrom === effectiveFrom && samePolicy(dated.policy, policy)
  return !right(kept) || !right(said)
}

const adoptions = (told: Told): string | undefined => {
  for (const ruling of ruled(told)) {
    const { command, day, refused } = ruling.chapter
    if (command._tag !== "AdoptRotaPolicy") continue
    if (mustAdopt(ruling, command) === refused) return `on ${day} a policy was ${refused ? "refused" : "adopted"}`
    if (!refused && wronglyKept(ruling.chapter, command))
      return `on ${day} another policy was adopted than was asked for`
  }
  return undefined
}

const reasons: Readonly<Record<RotaPolicy["order"]["_tag"], Because["_tag"]>> = {
  Listed: "NextOnList",
  Drawn: "NextDrawn",
  LongestWaiting: "WaitedLongest",
}

type Published = Extract<RotaEvent, { readonly _tag: "TermPublished" }>

/** A term counted in meetings is published for no day: it may follow any policy since a term last began. */
const unreadBy = ({ repays, term }: Published, policies: ReadonlyArray<RotaPolicy>): string | undefined => {
  const fitting = policies.map((policy) => reasons[policy.order._tag])
  const reason = term.because[0]?._tag
  if (term.unit === null || repays !== null || reason === undefined || fitting.includes(reason)) return undefined
  return `term ${term.ordinal} has ${reason} instead of ${fitting.join(" or ")}`
}

/** The horizon is read when a term begins, or a vacancy ends: then terms are published up to it, and not beyond. */
const unread = (told: Told): string | undefined => {
  let begun = told.chapters[0]?.day ?? told.day
  let [last, serving, enough] = [0, 0, 0]
  for (const { chapter, policies } of ruled(told)) {
    for (const event of chapter.events) {
      if (event._tag === "TermBegun") {
        if (last < enough) return `by ${event.on} ${last} terms are published, and should be ${enough}`
        begun = event.on
        serving = event.term
        enough = event.term + (inForce(policies, begun)?.horizonTerms ?? 0)
      }
      if (event._tag !== "TermPublished") continue
      const { from, ordinal } = event.term
      last = ordinal
      const ahead = ordinal - serving
      const far = inForceBetween(policies, begun, chapter.day).some((policy) => ahead <= policy.horizonTerms)
      if (serving > 0 && !far) return `on ${chapter.day} term ${ordinal} is published, ${ahead} terms ahead`
      const wrong = unreadBy(event, inForceBetween(policies, from ?? begun, from ?? chapter.day))
      if (wrong !== undefined) return wrong
    }
    if (last < enough) return `on ${chapter.day} ${last} terms are published, and should be ${enough}`
  }
  return undefined
}

/** Laws on policies that are adopted: which may be, and what comes of them. */
export const adoptionLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-18",
    says: "A policy is adopted exactly when it is for today or later, not before the one adopted last, and on the same basis; it is kept as it was asked for, from its day on.",
    stories: storiesOf({}, ["wait", "adopt", "adopt", "join", "leave"]),
    check: adoptions,
  },
  {
    id: "CHAIR-18",
    says: "From its day on the policy that was adopted is in force: terms are published up to its horizon whenever one begins, in the order that it says for their first day.",
    stories: storiesOf({}, ["wait", "wait", "adopt", "join", "leave", "skip", "meeting", "meeting"]),
    check: unread,
  },
]
