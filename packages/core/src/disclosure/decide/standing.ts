import * as Result from "effect/Result"
import type { Actor } from "../../kernel/authority.ts"
import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Decision } from "../../kernel/decider.ts"
import { type WorkCalendar, workCalendar } from "../../kernel/work-calendar.ts"
import type { DisclosureCircumstances } from "../circumstances.ts"
import type { DisclosureCommand } from "../commands.ts"
import type { DisclosureEvent } from "../events.ts"
import type { Disclosure, DisclosureStatus, Hand } from "../model.ts"
import type { DisclosureRefusal } from "../refusals.ts"

/** Where a command finds a disclosure, and what the decision is told. */
export interface Standing {
  readonly disclosure: Disclosure
  readonly today: CivilDate
  readonly around: DisclosureCircumstances
}

/** One kind of command. */
export type Command<Tag extends DisclosureCommand["_tag"]> = Extract<DisclosureCommand, { readonly _tag: Tag }>

/** What a command on a disclosure comes to. */
export type DisclosureDecision = Decision<DisclosureEvent, DisclosureRefusal>

/** An objection, or nothing against it. */
export type Against = DisclosureRefusal | undefined

/** Granted, and nothing happens: it is so already (DISCLOSURE-18). */
export const quiet: DisclosureDecision = Result.succeed([])

/** The disclosure is at one of these points of its life (DISCLOSURE-1). */
export const mustBe = (
  { status }: Disclosure,
  first: DisclosureStatus,
  ...others: ReadonlyArray<DisclosureStatus>
): Against => {
  const allowed = [first, ...others]
  return allowed.includes(status)
    ? undefined
    : { _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status, allowed }
}

/** Who acts, where it is a person. */
export const handOf = (actor: Actor): Hand | undefined =>
  actor._tag === "System"
    ? undefined
    : { person: actor.person, onBehalfOf: actor.onBehalfOf ?? null, within: actor.within }

/** The calendar that periods are counted with (DISCLOSURE-8). */
export const calendarIn = ({ around, today: on }: Standing): Checked<WorkCalendar, DisclosureRefusal> => {
  const read = around.calendar === undefined ? undefined : workCalendar(around.calendar)
  return read?.ok === true ? accept(read.value) : refuse({ _tag: "CalendarMissing", rule: "DISCLOSURE-8", on })
}
