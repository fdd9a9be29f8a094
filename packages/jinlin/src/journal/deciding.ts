import type { Actor, Grounds, Moment, NeededFact, Refusal } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { ClaimTaken } from "@jinlin/sdk"
import type { Beyond, Hosted, Tagged } from "../hosting/hosted.ts"
import { processes } from "../hosting/processes.ts"
import { stateIn } from "./holdings.ts"
import type { Asked } from "./row.ts"
import type { Holdings } from "./story.ts"
import type { Voices } from "./voices.ts"

/** Where all streams stand that a command may concern, and what is said outside of them. */
export interface Before {
  readonly voices: Voices
  readonly holdings: Holdings
  /** The matters of deliberation as other processes are told of them, by their ids. */
  readonly told: ReadonlyMap<string, unknown>
  /** Who holds what only one may have, by scope and key. */
  readonly claims: ReadonlyMap<string, string>
}

/** What came of a command: what happened, and what its stream takes and gives back of what only one may have; or every reason against it. */
export type Decided =
  | { readonly ok: false; readonly refusals: ReadonlyArray<Refusal> }
  | {
      readonly ok: true
      readonly process: Hosted
      readonly grounds: Grounds
      readonly events: ReadonlyArray<Tagged>
      /** What it means at once for other streams. */
      readonly beyond: ReadonlyArray<Beyond>
      readonly taken: ReadonlyArray<string>
      readonly released: ReadonlyArray<string>
    }

/** The one name of what only one may have. */
export const claimName = ({ key, scope }: { readonly scope: string; readonly key: string }): string => `${scope} ${key}`

/** A process of which a row that was read asks something. */
export const hostedBy = (name: string): Hosted => {
  const process = processes.get(name)
  if (process === undefined) throw new Error("[jinlin] [journal] there is no process for a row that was read")
  return process
}

type Asking = Asked & { readonly actor: Actor; readonly now: Moment }

/** A command where its stream stands. */
interface Put {
  readonly process: Hosted
  readonly command: Tagged
  readonly state: unknown
  readonly subject: string
}

/** Streams of which each names the next, by their ids. */
const lineOf = (
  { holdings }: Before,
  from: Hosted,
  { next, subjects }: { readonly subjects: ReadonlyArray<string>; readonly next: (state: unknown) => string | null },
): ReadonlyMap<string, unknown> => {
  const states = new Map<string, unknown>()
  const waiting = [...subjects]
  for (let subject = waiting.shift(); subject !== undefined; subject = waiting.shift()) {
    if (states.has(subject)) continue
    const state = stateIn(holdings, from.name, subject) ?? from.initial
    states.set(subject, state)
    const after = next(state)
    if (after !== null) waiting.push(after)
  }
  return states
}

/** What a fact is where all streams stand; undefined: it is not needed now. A journal holds no ballots that arrive one by one. */
const factFor = (fact: NeededFact, { process, ...put }: Put, before: Before): unknown => {
  const from = hostedBy(fact.from)
  const { placeOf } = process
  const place = placeOf === undefined ? ({ _tag: "Stream", subject: put.subject } as const) : placeOf(fact, put)
  switch (place?._tag) {
    case "Stream":
      return place.as === undefined
        ? (stateIn(before.holdings, from.name, place.subject) ?? from.initial)
        : (before.told.get(place.subject) ?? place.as.initial)
    case "Line":
      return lineOf(before, from, place)
    case "Claimed":
      return []
    default:
      return undefined
  }
}

const factsFor = (put: Put, before: Before): ReadonlyMap<string, unknown> =>
  new Map(
    put.process.needs(put.command).flatMap((fact): ReadonlyArray<readonly [string, unknown]> => {
      const found = factFor(fact, put, before)
      return found === undefined ? [] : [[fact.from, found]]
    }),
  )

/** What is said on the day of a command, as far as it asks for it. */
const saidFor = (put: Put, today: CivilDate, voices: Voices) => {
  const { command, process } = put
  const [set, list] = [process.lawFor?.(put), process.planFor?.(command)]
  const [years, people] = [process.yearsFor?.({ ...put, today }), process.peopleFor?.(command)]
  return {
    law: set === undefined ? null : voices.lawOn(set, today),
    plan: list === undefined ? null : voices.planOn(list, today),
    box: process.boxFor?.(put) === undefined ? undefined : [],
    charter: voices.charter,
    calendar: years === undefined ? undefined : voices.calendarOf(years),
    memberships: people === undefined ? undefined : voices.membershipsOf(people),
  }
}

/** Decides a command of any process where its streams stand, as the shell does. Writes nothing down. */
export const decideOn = ({ actor, command, now, process: name, subject }: Asking, before: Before): Decided => {
  const { claims, holdings, voices } = before
  const process = hostedBy(name)
  const state = stateIn(holdings, name, subject) ?? process.initial
  const put: Put = { process, command, state, subject }
  const others = factsFor(put, before)
  const around = { ...{ actor, now, subject, others, record: subject }, ...saidFor(put, now.civilDate, voices) }
  const handled = process.handle(command, state, around)
  if (!handled.ok) return handled
  const { beyond = [], events, grounds } = handled
  const beside = events.length === 0 ? undefined : process.beside?.({ command, events, state, subject })
  const released = (beside?.releases ?? []).map(claimName)
  const stream = `${name}/${subject}`
  const taken = beside?.claims ?? []
  const refusals = taken.flatMap((claim): ReadonlyArray<ClaimTaken> => {
    const holder = released.includes(claimName(claim)) ? undefined : claims.get(claimName(claim))
    const { key, scope } = claim
    return holder === undefined || holder === stream
      ? []
      : [{ _tag: "ClaimTaken", rule: "STORE-5", scope, key, holder }]
  })
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, process, grounds, events, beyond, released, taken: taken.map(claimName) }
}
