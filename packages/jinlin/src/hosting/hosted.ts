import type { Membership } from "@jinlin/core/co-governance"
import type { MatterPlan } from "@jinlin/core/deliberation"
import type {
  Actor,
  CalendarData,
  Checked,
  DecisionRules,
  Due,
  Grounds,
  Located,
  Moment,
  NeededFact,
  NonEmpty,
  Notice,
  Refusal,
  RuleId,
} from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { BallotCount, BallotWrite, Claim, Release } from "@jinlin/sdk"
import { type CharterVoice, voiceless } from "../charter/voice.ts"

/** Anything with a tag: a command or an event of whichever process. */
export interface Tagged {
  readonly _tag: string
}

/** What a command means for another stream, which was read for it and is written by the same commit. Rule SHELL-26. */
export interface Beyond {
  readonly process: string
  readonly subject: string
  /** Where that stream stood. */
  readonly before: unknown
  /** The rule of the reaction. */
  readonly rule: RuleId
  readonly events: ReadonlyArray<Tagged>
  readonly grounds: Grounds
}

/** What came of a command, of whichever process. */
export type HandledAny =
  | {
      readonly ok: true
      readonly events: ReadonlyArray<Tagged>
      readonly grounds: Grounds
      readonly beyond?: ReadonlyArray<Beyond>
    }
  | { readonly ok: false; readonly refusals: ReadonlyArray<Refusal> }

/** Who asks, when, and what was gathered for the decision. */
export interface Around {
  readonly actor: Actor
  readonly now: Moment
  /** The id of the stream that is asked. */
  readonly subject: string
  /** Where the streams stand that facts were read from, by their process: a state, or the states of all that were claimed. */
  readonly others: ReadonlyMap<string, unknown>
  /** The conference by whose record the actor's post is held. */
  readonly record: string
  /** The rules of the set that was asked for, resolved for the day; null: none was, or there is no such set. */
  readonly law: DecisionRules | null
  /** The list of steps that was asked for, as it is on the day; null: none was, or there is no such list. */
  readonly plan: MatterPlan | null
  /** What lies in the ballot box that was asked for. */
  readonly box: ReadonlyArray<BallotCount> | undefined
  /** What the charter says on a day, of everything that is not the law of one set. */
  readonly charter: CharterVoice
  /** The work calendar of the years that were asked for; undefined: none was, or none is known. */
  readonly calendar: CalendarData | undefined
  /** Of the people who were asked for, the bodies and units of those whom the directory knows. */
  readonly memberships: ReadonlyArray<Membership> | undefined
}

/** What a decision is told where nothing is gathered for it. */
export const alone = {
  law: null,
  plan: null,
  box: undefined,
  charter: voiceless,
  calendar: undefined,
  memberships: undefined,
} as const

/** A command where its stream stands. */
export interface Put<Command = Tagged, State = unknown> {
  readonly command: Command
  readonly state: State
  readonly subject: string
}

/** A fold over a stream other than its state, for facts that the state does not keep; `name` tells it from others. */
export interface Folding {
  readonly name: string
  readonly initial: unknown
  readonly evolve: (folded: unknown, event: Tagged) => unknown
}

/**
 * Where a fact is read: from one stream, from every stream that holds a claim of a scope, or from a line of streams of which each
 * names the next. What a line gives is a map of states by subject.
 */
type Place =
  | { readonly _tag: "Stream"; readonly subject: string; readonly as?: Folding }
  | { readonly _tag: "Claimed"; readonly scope: string }
  | {
      readonly _tag: "Line"
      readonly subjects: ReadonlyArray<string>
      readonly next: (state: unknown) => string | null
    }

/** What is written beside the events: what their stream claims, and what is done to ballot boxes. */
interface Beside {
  readonly claims?: ReadonlyArray<Omit<Claim, "holder">>
  readonly releases?: ReadonlyArray<Omit<Release, "holder">>
  readonly ballots?: ReadonlyArray<BallotWrite>
}

/** Events that are about to be written, and the state before them. */
export interface Writing<Command = Tagged, State = unknown, Event = Tagged> extends Put<Command, State> {
  readonly events: ReadonlyArray<Event>
}

/** Years of a calendar, the last included. */
export interface Years {
  readonly from: number
  readonly until: number
}

/** One stream of a process. */
export interface Which {
  readonly process: string
  readonly subject: string
}

/** What a process may say of itself beyond what every process says. */
export interface Says<Command, State, Event> {
  /** Posts of which its own facts say who holds them, and no directory: they are taken as they are claimed, and authority compares. */
  readonly ownPosts?: ReadonlyArray<string>
  /** The subject that a command must be put to; absent: any. */
  readonly subjectOf?: (command: Command) => string
  /** Where a fact is read; absent: from the stream of the same subject. Undefined: it is not needed now. */
  readonly placeOf?: (fact: NeededFact, put: Put<Command, State>) => Place | undefined
  /** The set whose rules of today are needed; undefined: none. */
  readonly lawFor?: (put: Put<Command, State>) => string | undefined
  /** The list of steps that is needed as it is today; undefined: none. */
  readonly planFor?: (command: Command) => string | undefined
  /** The ballot box that is to be read; undefined: none. */
  readonly boxFor?: (put: Put<Command, State>) => string | undefined
  /** Whose due items come before the command, besides those of its own stream. */
  readonly comesAfter?: (put: Pick<Put<Command>, "command" | "subject">) => ReadonlyArray<Which>
  /** As `comesAfter`, of streams that only the state names. */
  readonly comesAfterToo?: (put: Put<Command, State>) => ReadonlyArray<Which>
  /** The years of which the work calendar is needed; undefined: none. */
  readonly yearsFor?: (put: Put<Command, State> & { readonly today: CivilDate }) => Years | undefined
  /** The people whose bodies and units must be known; undefined: nobody's. */
  readonly peopleFor?: (command: Command) => ReadonlyArray<string> | undefined
  readonly beside?: (writing: Writing<Command, State, Event>) => Beside
  /** What of a command makes it the same command; absent: all of it. Whatever is secret is left out. */
  readonly contentOf?: (command: Command) => unknown
  /** The body that a person must see to it for, when something is left to one. */
  readonly bodyOf?: (state: State) => string | undefined
}

/**
 * A process as the shell sees it: it reads commands and events strictly, and says what a command needs from elsewhere. States
 * go in and out unseen; only the process itself knows what they are.
 */
export interface Hosted extends Says<Tagged, unknown, Tagged> {
  readonly name: string
  /**
   * Whose record says who holds a post: that of the conference which is the subject itself, or of one that is named beside it;
   * or no conference's, and then the directory knows who holds an office of a body.
   */
  readonly record: "subject" | "named" | "none"
  readonly initial: unknown
  readonly commandTags: ReadonlySet<string>
  readonly eventTags: ReadonlySet<string>
  readonly readCommand: (input: unknown) => Checked<Tagged, NonEmpty<Located>>
  readonly readEvent: (input: unknown) => Checked<Tagged, NonEmpty<Located>>
  readonly needs: (command: Tagged) => ReadonlyArray<NeededFact>
  readonly handle: (command: Tagged, state: unknown, around: Around) => HandledAny
  readonly evolve: (state: unknown, event: Tagged) => unknown
  readonly due: (state: unknown) => ReadonlyArray<Due<Tagged>>
  readonly notices: (event: Tagged) => ReadonlyArray<Notice>
}
