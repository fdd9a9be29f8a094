import { accept, type Checked } from "../../kernel/checked.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { CivilDeadline } from "../../kernel/resolved-deadline.ts"
import type { Disclosure, Posting } from "../model.ts"
import type { DisclosureRules } from "../policy.ts"
import type { DisclosureRefusal } from "../refusals.ts"
import { isKept } from "../rules/index.ts"
import { periodWith } from "./counting.ts"
import { type Against, type Command, type DisclosureDecision, mustBe, quiet, type Standing } from "./standing.ts"

type Down = Command<"TakeDown">

const withoutIt = ({ on, posting, reason }: Down, { postings }: Disclosure): ReadonlyArray<Posting> =>
  postings.map((known) => (known.number === posting ? { ...known, takenDown: { on, reason } } : known))

/** It came down between the day on which it went up and today (DISCLOSURE-9). */
const dayMustDo = ({ on, posting }: Down, known: Posting, latest: Down["on"]): Against =>
  on < known.on || on > latest
    ? { _tag: "TakeDownDayImpossible", rule: "DISCLOSURE-9", posting, on, earliest: known.on, latest }
    : undefined

/** What is completed stood to its end, and is not found afterwards to have not (DISCLOSURE-9). */
const endMustStand = ({ on, posting }: Down, after: ReadonlyArray<Posting>, disclosure: Disclosure): Against => {
  const { completedOn, period, rules } = disclosure
  if (completedOn === null || period === null || rules === null) return undefined
  return isKept({ postings: after, channels: rules.required.channels }, period)
    ? undefined
    : { _tag: "CameDownBeforeTheEnd", rule: "DISCLOSURE-9", posting, on, lastDay: period.lastDay }
}

/** The period after it came down; once completed or corrected the one that there was stays. */
const periodAfter = (
  after: ReadonlyArray<Posting>,
  rules: DisclosureRules,
  standing: Standing,
): Checked<CivilDeadline | null, DisclosureRefusal> => {
  const { period, status } = standing.disclosure
  const channels = rules.required.channels
  if (status !== "posted" || period === null || isKept({ postings: after, channels }, period)) return accept(period)
  return periodWith(after, rules, standing)
}

/** Something came down. Before the end of the period that breaks it off, unless another posting stands for it (DISCLOSURE-9). */
export const takeDown = (command: Down, standing: Standing): DisclosureDecision => {
  const { disclosure, today } = standing
  const { on, posting, reason } = command
  const stage = mustBe(disclosure, "posted", "completed", "superseded")
  const { postings, rules } = disclosure
  if (stage !== undefined || rules === null)
    return object(
      stage ?? { _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status: "checked", allowed: ["posted"] },
    )
  const known = postings.find(({ number }) => number === posting)
  if (known === undefined) {
    const numbers = postings.map(({ number }) => number)
    return object({ _tag: "PostingUnknown", rule: "DISCLOSURE-9", posting, postings: numbers })
  }
  const down = known.takenDown
  if (down !== null)
    return down.on === on ? quiet : object({ _tag: "TakenDownAlready", rule: "DISCLOSURE-9", posting, on: down.on })
  const after = withoutIt(command, disclosure)
  const period = periodAfter(after, rules, standing)
  const against = [
    dayMustDo(command, known, today),
    endMustStand(command, after, disclosure),
    period.ok ? undefined : period.refusal,
  ]
  const next = period.ok ? period.value : null
  return unless(against, () => [
    {
      _tag: "PostingTakenDown",
      ...{ posting, channel: known.channel, takenDown: { on, reason }, period: next },
      broken: disclosure.period !== null && next?.from.civilDate !== disclosure.period.from.civilDate,
      on: today,
    },
  ])
}
