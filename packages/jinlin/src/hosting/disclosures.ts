import { type CoGovernance, coGovernance } from "@jinlin/core/co-governance"
import { deliberation, type MatterStanding, matterStanding } from "@jinlin/core/deliberation"
import * as disclosure from "@jinlin/core/disclosure"
import type { Moment } from "@jinlin/core/kernel"
import { type CivilDate, yearOf } from "@jinlin/core/kernel/arithmetic"
import { bodiesOfMatter, postingReplaces, toPublish } from "@jinlin/core/reactions"
import type { CharterVoice } from "../charter/voice.ts"
import { type Handled, handle } from "./ask.ts"
import { host } from "./host.ts"
import type { Folding, HandledAny, Hosted, Tagged, Years } from "./hosted.ts"

type Command = disclosure.DisclosureCommand
type State = disclosure.Disclosure

/** A matter of deliberation as other processes are told of it. */
export const standingFold: Folding = {
  name: "standing",
  initial: matterStanding.initial,
  evolve: (standing, event: Tagged) =>
    matterStanding.evolve(standing as MatterStanding, event as Parameters<typeof matterStanding.evolve>[1]),
}

/** The state of a matter that was read under its process, or that of one which nobody has put forward. */
export const matterIn = (others: ReadonlyMap<string, unknown>): MatterStanding =>
  (others.get(deliberation.process) as MatterStanding | undefined) ?? matterStanding.initial

/** The matter and the kind that a command is about: those that it names, or that the disclosure is of. */
const aboutIn = (command: Command, state: State): Pick<State, "matter" | "what"> =>
  command._tag === "PrepareDisclosure" ? command : state

const correctedIn = (command: Command, state: State): string | null =>
  command._tag === "PrepareDisclosure" ? command.corrects : state.corrects

/** The matter that a disclosure is of, as both processes have it that may bear it. */
const bearingIn = (others: ReadonlyMap<string, unknown>) => ({
  coGovernance: (others.get(coGovernance.process) as CoGovernance | undefined) ?? coGovernance.initial,
  deliberation: matterIn(others),
})

/** The commands that ask for the rules of a day, and for what a law says on it. */
const published: ReadonlyArray<Command["_tag"]> = ["PrepareDisclosure", "PostDisclosure"]

/** What there is to publish, with what a law says of it on a day. */
const subjectIn = (
  { matter, what }: Pick<State, "matter" | "what">,
  others: ReadonlyMap<string, unknown>,
  { charter, today }: { readonly charter: CharterVoice; readonly today: CivilDate },
): disclosure.DisclosureSubject | null => {
  if (matter === null || what === null) return null
  const found = toPublish({ matter, ...bearingIn(others) }, what)
  if (found === undefined) return null
  const { sets, ...subject } = found
  return { ...subject, ...charter.publishingLaw(today, sets) }
}

/** The years that a period of this disclosure may touch: from its first posting on, a longest period and the next year after it. */
const yearsIn = (command: Command, { postings }: State, today: CivilDate): Years | undefined => {
  const counts: ReadonlyArray<Command["_tag"]> = [
    "PostDisclosure",
    "TakeDown",
    "ConfirmHanging",
    "RecountPeriod",
    "CompleteDisclosure",
  ]
  if (!counts.includes(command._tag)) return undefined
  const days = [...postings.map(({ on }) => on), ...("on" in command ? [command.on] : []), today].toSorted()
  const [first = today] = days
  return { from: yearOf(first), until: yearOf(days.at(-1) ?? today) + 2 }
}

const process = { decider: disclosure.disclosure, authority: disclosure.authority }

/** A disclosure that was asked, and the one that it corrects, as both stand. */
interface Pair {
  readonly subject: string
  readonly corrected: State | undefined
  readonly now: Moment
}

/** A correction that is put up takes the place of what it corrects by the same write. Rule SHELL-26, for REACTION-16. */
const withReplaced = (
  handled: Handled<disclosure.DisclosureEvent, State>,
  { corrected, now, subject }: Pair,
): HandledAny => {
  if (!handled.ok) return handled
  const { events, grounds, state } = handled
  const follows = postingReplaces(events, { disclosure: subject, state })
  if (follows === undefined || corrected === undefined) return { ok: true, events, grounds }
  const { command, rule } = follows
  const actor = { _tag: "System", rule } as const
  const correction = disclosure.standingOf(subject, state)
  const circumstances = { actor, now, disclosure: follows.subject, correction }
  const replaced = handle(process, { command, state: corrected, circumstances })
  if (!replaced.ok) return replaced
  const beyond = { rule, process: disclosure.disclosure.process, subject: follows.subject, before: corrected }
  return { ok: true, events, grounds, beyond: [{ ...beyond, events: replaced.events, grounds: replaced.grounds }] }
}

/**
 * Of the decision and of the result of a matter one disclosure is drawn up that corrects nothing: whoever holds this is the first
 * of its line, and all others correct. Rule SHELL-24.
 */
const disclosureScope = (matter: string, what: disclosure.Disclosed): string => `disclosure-of/${matter}/${what}`

/** The claim of a disclosure where it stands so: it corrects nothing, and was not given up. */
const claimOf = ({ corrects, matter, status, what }: State) =>
  matter === null || what === null || corrects !== null || status === "abandoned"
    ? undefined
    : { scope: disclosureScope(matter, what), key: "first" }

/** What is published: one stream is one disclosure. Rules SHELL-16, SHELL-23 to SHELL-25. */
export const disclosures: Hosted = host<State, Command, disclosure.DisclosureEvent>({
  name: disclosure.disclosure.process,
  record: "none",
  initial: disclosure.disclosure.initial,
  commands: disclosure.DisclosureCommand,
  events: disclosure.DisclosureEvent,
  needs: disclosure.circumstances,
  placeOf: (fact, { command, state }) => {
    if (fact.fact === "correction" && command._tag === "SupersedeDisclosure")
      return { _tag: "Stream", subject: command.by }
    const ofMatter = fact.fact === "subject" || fact.fact === "scope"
    const subject = ofMatter ? aboutIn(command, state).matter : correctedIn(command, state)
    if (subject === null) return undefined
    const isFolded = fact.from === deliberation.process
    return isFolded ? { _tag: "Stream", subject, as: standingFold } : { _tag: "Stream", subject }
  },
  yearsFor: ({ command, state, today }) => yearsIn(command, state, today),
  comesAfter: ({ subject }) => [{ process: disclosure.disclosure.process, subject }],
  comesAfterToo: ({ command, state: { corrects } }) =>
    command._tag === "PostDisclosure" && corrects !== null
      ? [{ process: disclosure.disclosure.process, subject: corrects }]
      : [],
  handle: (command, state, { actor, calendar, charter, now, others, subject }) => {
    const read = others.get(disclosure.disclosure.process) as State | undefined
    const named = command._tag === "SupersedeDisclosure" ? command.by : correctedIn(command, state)
    const standing = read === undefined || named === null ? null : disclosure.standingOf(named, read)
    const known = standing?.status === "unprepared" ? null : standing
    const today = now.civilDate
    const publishedOn = command._tag === "PostDisclosure" ? command.on : today
    const circumstances = {
      ...{ actor, now, calendar, disclosure: subject, corrected: known, correction: known },
      scope: charter.publishingScope(today, bodiesOfMatter(bearingIn(others))),
      subject: subjectIn(aboutIn(command, state), others, { charter, today: publishedOn }),
      rules: published.includes(command._tag) ? charter.publishing(publishedOn) : undefined,
    }
    return withReplaced(handle(process, { command, state, circumstances }), { subject, corrected: read, now })
  },
  beside: ({ events, state }) => {
    const [before, after] = [claimOf(state), claimOf(events.reduce(disclosure.disclosure.evolve, state))]
    if (before?.scope === after?.scope) return {}
    return { claims: after === undefined ? [] : [after], releases: before === undefined ? [] : [before] }
  },
  bodyOf: ({ preparedBy }) => preparedBy?.within,
  evolve: disclosure.disclosure.evolve,
  due: disclosure.due,
  notices: disclosure.notices,
})
