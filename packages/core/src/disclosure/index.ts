import type { Decider } from "../kernel/decider.ts"
import type { DisclosureCircumstances } from "./circumstances.ts"
import type { DisclosureCommand as Command } from "./commands.ts"
import { decide } from "./decide/index.ts"
import type { DisclosureEvent as Event } from "./events.ts"
import { evolve } from "./evolve.ts"
import { empty, type Disclosure as State } from "./model.ts"
import type { DisclosureRefusal as Refusal } from "./refusals.ts"

/** A disclosure from its drawing up to its end: one stream is one disclosure. */
export const disclosure: Decider<DisclosureCircumstances, State, Command, Event, Refusal> = {
  process: "disclosure",
  initial: empty,
  decide,
  evolve,
}

export { authority, decides } from "./authority.ts"
export {
  circumstances,
  type DisclosureCircumstances,
  type DisclosureScope,
  type DisclosureStanding,
  type DisclosureSubject,
} from "./circumstances.ts"
export { DisclosureCommand } from "./commands.ts"
export { due } from "./due.ts"
export { DisclosureEvent } from "./events.ts"
export {
  Disclosed,
  DisclosedSection,
  Disclosure,
  DisclosureStatus,
  Hand,
  Objection,
  Posting,
  RaisedObjection,
  TakenDown,
} from "./model.ts"
export { notices } from "./notices.ts"
export { DisclosureRules, disclosureDefaults } from "./policy.ts"
export { DisclosureRefusal } from "./refusals.ts"
export {
  type Counted,
  carriedFrom,
  completesOn,
  type Entering,
  earliestObjection,
  earliestPosting,
  earliestTakeDown,
  isKept,
  keepsTheLaw,
  lastConfirming,
  lawfulAudience,
  lawfulChannel,
  leastLawfulDays,
  missingChannels,
  notCarried,
  type ObjectionDay,
  openObjections,
  type Posted,
  type PostingDay,
  periodOf,
  reachesThrough,
  type Stretch,
  sheetsAreInOn,
  stretchesOf,
  stretchesOn,
  type Uncountable,
  type Waiting,
} from "./rules/index.ts"
export {
  type DisclosureCard,
  type DisclosureTasks,
  type ObjectionOnBoard,
  type PlaceOnBoard,
  publicCard,
  staffCard,
} from "./views/board.ts"
export { standingOf } from "./views/standing.ts"
export { type DisclosureEntry, timeline } from "./views/timeline.ts"
