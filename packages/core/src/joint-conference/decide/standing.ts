import * as Result from "effect/Result"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Decision } from "../../kernel/decider.ts"
import type { Moment } from "../../kernel/moment.ts"
import type { Presider } from "../circumstances.ts"
import type { ConferenceCommand } from "../commands.ts"
import type { ConferenceEvent } from "../events.ts"
import type { Conference } from "../model.ts"
import type { ConferencePolicy } from "../policy.ts"
import type { ConferenceRefusal } from "../refusals.ts"

/** Where a command finds an active conference: the moment, the policy of its day, and who presides by a rota, if one is kept. */
export interface Standing {
  readonly conference: Conference
  readonly policy: ConferencePolicy
  readonly now: Moment
  readonly today: CivilDate
  readonly presider: Presider | undefined
}

/** One kind of command. */
export type Command<Tag extends ConferenceCommand["_tag"]> = Extract<ConferenceCommand, { readonly _tag: Tag }>

/** What a command on a conference comes to. */
export type ConferenceDecision = Decision<ConferenceEvent, ConferenceRefusal>

/** An objection, or nothing against it. */
export type Objection = ConferenceRefusal | undefined

/** Granted, and nothing happens: it is so already. */
export const quiet: ConferenceDecision = Result.succeed([])
