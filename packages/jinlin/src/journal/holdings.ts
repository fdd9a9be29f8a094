import type { CoGovernance, CoGovernanceEvent } from "@jinlin/core/co-governance"
import type { Covenant, CovenantEvent } from "@jinlin/core/covenant"
import type { DeliberationEvent, Matter } from "@jinlin/core/deliberation"
import type { Disclosure, DisclosureEvent } from "@jinlin/core/disclosure"
import type { Conference, ConferenceEvent } from "@jinlin/core/joint-conference"
import type { Rota, RotaEvent } from "@jinlin/core/rotating-chair"
import { unfounded } from "../hosting/ask.ts"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import type { Happened, Holdings, Standing } from "./story.ts"

type Held<Of> = Of extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : never

/** Where everything stands while a story is told or read back: it changes with every event. */
export type OpenHoldings = { readonly [Name in keyof Holdings]: Held<Holdings[Name]> }

/** Before anything has happened. */
export const noHoldings = (): OpenHoldings => ({
  standings: new Map<string, Standing>(),
  matters: new Map<string, Matter>(),
  coGovernances: new Map<string, CoGovernance>(),
  covenants: new Map<string, Covenant>(),
  disclosures: new Map<string, Disclosure>(),
})

/** Where a stream stands; undefined: nothing has happened to it, or it is none of a story. */
export const stateIn = (holdings: Holdings, process: string, subject: string): unknown => {
  switch (process) {
    case "joint-conference":
      return holdings.standings.get(subject)?.conference
    case "rotating-chair":
      return holdings.standings.get(subject)?.rota
    case "deliberation":
      return holdings.matters.get(subject)
    case "co-governance":
      return holdings.coGovernances.get(subject)
    case "covenant":
      return holdings.covenants.get(subject)
    case "disclosure":
      return holdings.disclosures.get(subject)
    default:
      return undefined
  }
}

const put = (holdings: OpenHoldings, { process, subject }: Stream, state: unknown): void => {
  const standing = holdings.standings.get(subject) ?? unfounded
  switch (process.name) {
    case "joint-conference":
      holdings.standings.set(subject, { ...standing, conference: state as Conference })
      break
    case "rotating-chair":
      holdings.standings.set(subject, { ...standing, rota: state as Rota })
      break
    case "deliberation":
      holdings.matters.set(subject, state as Matter)
      break
    case "co-governance":
      holdings.coGovernances.set(subject, state as CoGovernance)
      break
    case "covenant":
      holdings.covenants.set(subject, state as Covenant)
      break
    case "disclosure":
      holdings.disclosures.set(subject, state as Disclosure)
  }
}

/** One stream of a process. */
interface Stream {
  readonly process: Hosted
  readonly subject: string
}

/** Takes note of where a stream stands after an event. */
export const moveOn = (holdings: OpenHoldings, stream: Stream, event: Tagged): void => {
  const { process, subject } = stream
  put(holdings, stream, process.evolve(stateIn(holdings, process.name, subject) ?? process.initial, event))
}

/** An event of a stream as a story tells it; undefined: of a process of which no story tells. */
export const happenedTo = ({ process: { name }, subject }: Stream, event: Tagged): Happened | undefined => {
  switch (name) {
    case "joint-conference":
      return { process: name, event: event as ConferenceEvent }
    case "rotating-chair":
      return { process: name, event: event as RotaEvent }
    case "deliberation":
      return { process: name, matter: subject, event: event as DeliberationEvent }
    case "co-governance":
      return { process: name, coGovernance: subject, event: event as CoGovernanceEvent }
    case "covenant":
      return { process: name, covenant: subject, event: event as CovenantEvent }
    case "disclosure":
      return { process: name, disclosure: subject, event: event as DisclosureEvent }
    default:
      return undefined
  }
}
