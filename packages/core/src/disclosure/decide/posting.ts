import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import type { Citation } from "../../kernel/citation.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { Disclosure, Posting, RaisedObjection } from "../model.ts"
import type { DisclosureRules } from "../policy.ts"
import { carriedFrom, earliestPosting, keepsTheLaw, lawfulChannel, leastLawfulDays } from "../rules/index.ts"
import { mustBeCorrectable } from "./correcting.ts"
import { periodWith } from "./counting.ts"
import { audienceMustDo, subjectIn } from "./preparing.ts"
import { type Against, type Command, type DisclosureDecision, mustBe, quiet, type Standing } from "./standing.ts"

type Post = Command<"PostDisclosure">

/** A disclosure that was checked or is up: everything that a posting is held against is settled. */
interface Ready extends Disclosure {
  readonly matter: string
  readonly what: "decision" | "result"
  readonly document: NonNullable<Disclosure["document"]>
  readonly since: CivilDate
  readonly checkedOn: CivilDate
}

/** The day is one that can be entered today, and an earlier one has its sheet (DISCLOSURE-6). */
const dayMustDo = ({ evidence, on }: Post, ready: Ready, { rules, today }: RulesAndDay): ReadonlyArray<Against> => {
  const { checkedOn, since } = ready
  const { citation, days } = rules.sheets
  const earliest = earliestPosting({ since, checkedOn, days, today })
  const outside: Against =
    on < earliest || on > today
      ? {
          _tag: "PostingDayImpossible",
          rule: "DISCLOSURE-6",
          ...{ on, earliest, latest: today, since, checkedOn, days, citation },
        }
      : undefined
  const sheet: Against =
    on < today && evidence === null ? { _tag: "SheetMissing", rule: "DISCLOSURE-6", on, today } : undefined
  return [outside, sheet]
}

interface RulesAndDay {
  readonly rules: DisclosureRules
  readonly today: CivilDate
}

/** Where the law's period applies no rules ask for less than it does (DISCLOSURE-5). */
const lawMustBeKept = (law: Citation | null, { period: { days }, required: { channels } }: DisclosureRules): Against =>
  law === null || keepsTheLaw(days, channels)
    ? undefined
    : {
        _tag: "RulesBelowLaw",
        rule: "DISCLOSURE-5",
        ...{ days, atLeast: leastLawfulDays, channels, channel: lawfulChannel, citation: law },
      }

/** From its entry on there is time to object: no sheet may lie as long as the period lasts (DISCLOSURE-5). */
const sheetsMustBeShorter = ({ period: { days }, sheets }: DisclosureRules): Against =>
  sheets.days < days
    ? undefined
    : { _tag: "SheetsOutlastPeriod", rule: "DISCLOSURE-5", sheetDays: sheets.days, days, citation: sheets.citation }

/** What is put up is still what was decided or reported (DISCLOSURE-2). */
const textMustStand = (ready: Ready, standing: Standing): Against => {
  const { document: got, matter, what } = ready
  const subject = subjectIn(standing, ready)
  if (subject === undefined) return { _tag: "NothingToPublish", rule: "DISCLOSURE-2", matter, what }
  return subject.digest === got
    ? undefined
    : { _tag: "NotTheDecidedText", rule: "DISCLOSURE-2", expected: subject.digest, got }
}

/** The rules of a posting: those of the day of the first one, by which the disclosure is held from then on (DISCLOSURE-5). */
const rulesFor = ({ on }: Post, { around, disclosure }: Standing): Checked<DisclosureRules, Against & object> => {
  const rules = disclosure.rules ?? around.rules
  return rules === null || rules === undefined || (disclosure.rules === null && rules.day !== on)
    ? refuse({ _tag: "DisclosureRulesUnresolved", rule: "DISCLOSURE-5", on })
    : accept(rules)
}

/** What stands against the first posting alone. */
const firstMustDo = (ready: Ready, rules: DisclosureRules, standing: Standing): ReadonlyArray<Against> =>
  ready.rules === null
    ? [
        lawMustBeKept(subjectIn(standing, ready)?.law ?? null, rules),
        sheetsMustBeShorter(rules),
        audienceMustDo(ready, rules, subjectIn(standing, ready)?.law ?? null),
        textMustStand(ready, standing),
        ...mustBeCorrectable(ready.corrects, ready, standing),
      ]
    : []

/** On the first posting of a correction: what is open of the one that it corrects (DISCLOSURE-15). */
const carried = ({ corrects, rules }: Ready, { around: { corrected } }: Standing): ReadonlyArray<RaisedObjection> =>
  rules === null && corrects !== null && corrected?.disclosure === corrects
    ? carriedFrom(corrects, corrected.objections)
    : []

const isUpAlready = ({ channel, evidence, on, place }: Post, { postings }: Disclosure): boolean =>
  postings.some(
    (one) =>
      one.takenDown === null &&
      one.channel === channel &&
      one.place === place &&
      one.on === on &&
      one.evidence === evidence,
  )

const readyIn = ({ disclosure }: Standing): Checked<Ready, Against & object> => {
  const stage = mustBe(disclosure, "checked", "posted")
  if (stage !== undefined) return refuse(stage)
  const { checkedOn, document, matter, since, status, what } = disclosure
  return matter === null || what === null || document === null || since === null || checkedOn === null
    ? refuse({ _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status, allowed: ["checked"] })
    : accept({ ...disclosure, matter, what, document, since, checkedOn })
}

/** It was put up at a place; where that brings it onto every required channel, the period begins (DISCLOSURE-7). */
export const post = (command: Post, standing: Standing): DisclosureDecision => {
  const ready = readyIn(standing)
  if (!ready.ok) return object(ready.refusal)
  if (isUpAlready(command, standing.disclosure)) return quiet
  const rules = rulesFor(command, standing)
  if (!rules.ok) return object(rules.refusal)
  const { today } = standing
  const { channel, evidence, on, place } = command
  const before = ready.value.postings
  const number = before.length + 1
  const posting: Posting = { number, channel, place, on, evidence, enteredOn: today, takenDown: null }
  const isFirst = ready.value.rules === null
  // What the law says is that of the day of the first posting, too (DISCLOSURE-5).
  const { law, recourse } = (isFirst ? subjectIn(standing, ready.value) : undefined) ?? ready.value
  const period = periodWith([...before, posting], rules.value, standing)
  const objections = [
    ...dayMustDo(command, ready.value, { rules: rules.value, today }),
    ...firstMustDo(ready.value, rules.value, standing),
    period.ok ? undefined : period.refusal,
  ]
  return unless(objections, () => [
    {
      _tag: "DisclosurePosted",
      posting,
      rules: isFirst ? rules.value : null,
      law,
      recourse,
      period: period.ok ? period.value : null,
      carried: carried(ready.value, standing),
      on: today,
    },
  ])
}
