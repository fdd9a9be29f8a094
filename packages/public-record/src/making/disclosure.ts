import { type Disclosure, type DisclosureEvent, disclosure } from "@jinlin/core/disclosure"
import { type CivilDeadline, replay } from "@jinlin/core/kernel"
import type { PublicDisclosure, PublicPeriod } from "../model/disclosure.ts"

/** Only its day is told of when the period began: the minute is that at which somebody typed. */
const periodOf = ({ calendar, end, from, lastDay, provisional, rule, steps }: CivilDeadline): PublicPeriod => ({
  ...{ from: from.civilDate, lastDay, end, rule, calendar, provisional, steps },
})

const objectionsOf = ({ objections }: Disclosure): PublicDisclosure["objections"] =>
  objections.map(({ answered, from, objection, on, text }) => ({ objection, text, on, from, answered }))

const postingsOf = ({ postings }: Disclosure): PublicDisclosure["postings"] =>
  postings.map(({ channel, number, on, place, takenDown: down }) => ({
    ...{ number, channel, place, on },
    takenDown: down && { on: down.on, reason: down.reason },
  }))

/** A disclosure without anybody in it; nothing: it was never put up, so that nobody was told anything by it. Rule RECORD-3. */
export const publicDisclosure = (id: string, history: ReadonlyArray<DisclosureEvent>): PublicDisclosure | undefined => {
  const state = replay(disclosure, history)
  const { audience, checkedOn, document, matter, rules, since, what } = state
  if (state.postings.length === 0 || matter === null || what === null || document === null) return undefined
  if (audience === null || since === null || checkedOn === null || rules === null) return undefined
  const { completedOn, corrects, law, period, recourse, sections, status, supersededBy } = state
  return {
    ...{ disclosure: id, status, matter, what, document, sections, audience, corrects, supersededBy, since, checkedOn },
    ...{ law, recourse, rules, completedOn },
    postings: postingsOf(state),
    period: period === null ? null : periodOf(period),
    objections: objectionsOf(state),
  }
}
