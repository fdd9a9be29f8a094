import type { CoGovernance, CoGovernanceEvent } from "@jinlin/core/co-governance"
import type { Covenant, CovenantEvent } from "@jinlin/core/covenant"
import type { DeliberationEvent, Matter } from "@jinlin/core/deliberation"
import type { Disclosure, DisclosureEvent } from "@jinlin/core/disclosure"
import type { Conference, ConferenceEvent } from "@jinlin/core/joint-conference"
import type { Actor, Grounds, Moment, Notice, Refusal, RuleId } from "@jinlin/core/kernel"
import type { Rota, RotaEvent } from "@jinlin/core/rotating-chair"
import type { Charter } from "../charter/charter.ts"
import type { Place } from "./place.ts"
import type { RefusedRow } from "./refusals.ts"

/**
 * What set an event going: a row of the journal, a command that somebody sent to the shell under an id of theirs, a day that
 * came, or a reaction to another process.
 */
export type Cause =
  | { readonly _tag: "Row"; readonly line: number }
  | { readonly _tag: "Asked"; readonly command: string }
  | { readonly _tag: "Due"; readonly rule: RuleId }
  | { readonly _tag: "Reaction"; readonly rule: RuleId }

/** What is recorded with every event: when, where, by whom, on what grounds and why. */
export interface Recorded {
  readonly moment: Moment
  /** The conference that it happened to or whose rota it happened to; the community of the charter for everything else. */
  readonly conference: string
  /** Its place in its stream, from 1. */
  readonly revision: number
  readonly actor: Actor
  readonly grounds: Grounds
  readonly cause: Cause
}

/** An event and the process to which it happened; of a process that has a stream for each thing also which one. */
export type Happened =
  | { readonly process: "joint-conference"; readonly event: ConferenceEvent }
  | { readonly process: "rotating-chair"; readonly event: RotaEvent }
  | { readonly process: "deliberation"; readonly matter: string; readonly event: DeliberationEvent }
  | { readonly process: "co-governance"; readonly coGovernance: string; readonly event: CoGovernanceEvent }
  | { readonly process: "covenant"; readonly covenant: string; readonly event: CovenantEvent }
  | { readonly process: "disclosure"; readonly disclosure: string; readonly event: DisclosureEvent }

/** One event with all that is recorded with it. */
export type Entry = Recorded & Happened

/** Somebody was to be told something, at that moment; and of what it is. */
export interface StoryNotice extends Place {
  readonly moment: Moment
  readonly notice: Notice
}

/** A reaction or something due that was refused: work for a person, with what it was to happen to. */
export interface StoryTask extends Place {
  readonly moment: Moment
  readonly process: Entry["process"]
  readonly rule: RuleId
  readonly command: string
  readonly refusals: ReadonlyArray<Refusal>
}

/** Where a conference and its rota stand. */
export interface Standing {
  readonly conference: Conference
  readonly rota: Rota
}

/** Where everything stands, by its id, in the order in which it began. */
export interface Holdings {
  readonly standings: ReadonlyMap<string, Standing>
  /** The matters of deliberation. */
  readonly matters: ReadonlyMap<string, Matter>
  /** The matters that go through two deliberations. */
  readonly coGovernances: ReadonlyMap<string, CoGovernance>
  readonly covenants: ReadonlyMap<string, Covenant>
  readonly disclosures: ReadonlyMap<string, Disclosure>
}

/** A journal that was told: everything that happened, who was to be told, and where it all stands at the end. */
export interface Story extends Holdings {
  readonly charter: Charter
  readonly entries: ReadonlyArray<Entry>
  readonly notices: ReadonlyArray<StoryNotice>
  readonly tasks: ReadonlyArray<StoryTask>
  /** Rows that were left out; empty unless the journal was told in part. */
  readonly refused: ReadonlyArray<RefusedRow>
}
