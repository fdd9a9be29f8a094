import { fewestSecretBallots, withholdsChoices, withoutChoices, withoutVoid } from "@jinlin/core/deliberation"
import { namesPeople, type ReportFor } from "../audience.ts"
import type { Decision, SittingRow } from "../matter-board.ts"
import type { Voice } from "../voice.ts"
import { findingsTable } from "./findings.ts"
import { type Markup, markup, type Part } from "./markup.ts"

/** A term with what is said of it. */
export const pair = (term: string, description: Part): Markup => markup`<dt>${term}</dt><dd>${description}</dd>`

/** What came of a sitting, by the name under which it is told. */
const outcomeOf = ({ came }: SittingRow): string => {
  switch (came?._tag) {
    case undefined:
      return "open"
    case "StepPassed":
      return "passed"
    case "TextAmended":
      return "amended"
    case "MatterReturned":
      return "returned"
    case "OpinionRecorded":
      return "heard"
    case "CallCancelled":
      return "cancelled"
    case "BallotAnnulled":
      return "annulled"
    case "StepLost":
      return "lost"
  }
}

const looks: Readonly<Record<string, string>> = {
  passed: " strong",
  lost: " warn",
  returned: " warn",
  cancelled: " warn",
  annulled: " warn",
}

const isDecision = (came: SittingRow["came"]): came is Decision => came !== null && "judgement" in came

const voting = ({ ballot, extended }: SittingRow, voice: Voice): Part => {
  if (ballot === null) return null
  const { closesOn, mode, motion, openedOn } = ballot.ballot
  const until = extended.at(-1)?.closesOn ?? closesOn
  const days = { mode, from: openedOn, until, oneDay: openedOn === until }
  const put = { motion: motion._tag, to: motion._tag === "Return" ? motion.to : null }
  return [
    pair(voice.say("report.matters.motion"), voice.say("report.matters.motion-on", put)),
    pair(voice.say("report.matters.voting"), [
      voice.say("report.matters.voting-days", days),
      extended.map(
        ({ closesOn: to, reason }) =>
          markup`<br><span class="note">${voice.say("report.matters.extended", { to, reason })}</span>`,
      ),
    ]),
  ]
}

/** What became of every voter on the roll, in heads and, where it counts, in area. */
const votes = (came: Decision, voice: Voice): Markup => {
  const { tally } = came.judgement
  const spoilt = { heads: tally.cast.heads - tally.valid.heads, area: tally.cast.area - tally.valid.area }
  const groups = [
    ["for", tally.for],
    ["against", tally.against],
    ["abstain", tally.abstain],
    ["void", spoilt],
    ["silent", tally.silent],
  ] as const
  const withArea = tally.members.area > 0
  const said = groups.filter(([name, { heads }]) => heads > 0 || name === "for" || name === "against")
  return markup`<ul class="votes">${said.map(([name, weight]) => markup`<li class="${name}">${voice.say(`report.matters.votes.${name}`)} <b>${weight.heads}</b>${withArea ? markup` <span class="note">${voice.say("report.matters.area", weight)}</span>` : null}</li>`)}</ul>`
}

/** Ballots that are kept and not counted, by the reason. */
const setAside = ({ judgement }: Decision, voice: Voice): Part => {
  const reasons = [...Map.groupBy(judgement.setAside, ({ reason }) => reason)]
  if (reasons.length === 0) return null
  const told = reasons.map(([reason, all]) => voice.say("report.matters.set-aside-as", { reason, count: all.length }))
  return pair(voice.say("report.matters.set-aside"), voice.sentences(told))
}

const lapsed = (came: Decision, voice: Voice): Part => {
  const steps =
    "lapsed" in came
      ? came.lapsed
      : "consequence" in came && came.consequence._tag === "Returned"
        ? came.consequence.lapsed
        : []
  return steps.length === 0
    ? null
    : pair(voice.say("report.matters.lapsed"), voice.say("report.matters.lapsed-steps", { steps }))
}

/** Whether an audience is not told how many chose what: of a secret vote of few nobody but the body is. Rule DELIBERATION-30. */
const isWithheld = ({ ballot }: SittingRow, came: Decision, shown: ReportFor): boolean =>
  !namesPeople(shown) && withholdsChoices(ballot?.ballot.mode ?? null, came.judgement.tally)

/** An outcome as an audience may read it. */
const shownTo = (row: SittingRow, came: Decision, shown: ReportFor): Decision => {
  if (!isWithheld(row, came, shown)) return came
  const { findings, setAside, ...judgement } = came.judgement
  return {
    ...came,
    judgement: { ...judgement, findings: withoutChoices(findings), setAside: withoutVoid(setAside), flips: [] },
  }
}

const outcome = (row: SittingRow, { shown, voice }: Setting): Part => {
  const { came } = row
  if (came === null) return null
  if (came._tag === "CallCancelled" || came._tag === "BallotAnnulled")
    return pair(voice.say("report.matters.reason"), came.reason)
  if (came._tag === "OpinionRecorded")
    return pair(voice.say("report.matters.opinion"), voice.say("report.matters.opinion-says", { ...came }))
  const counted = isWithheld(row, came, shown)
    ? voice.say("report.withheld.choices", { fewest: fewestSecretBallots })
    : votes(came, voice)
  const told = shownTo(row, came, shown)
  return [pair(voice.say("report.matters.votes"), counted), setAside(told, voice), lapsed(came, voice)]
}

/** Who took no part because of an interest, and why; for everybody how many they are. Rule REPORT-1. */
const recusals = ({ recused }: SittingRow, { shown, voice }: Setting): Part => {
  if (recused.length === 0) return null
  const term = voice.say("report.matters.recused")
  if (!namesPeople(shown)) return pair(term, voice.say("report.matters.recused-number", { count: recused.length }))
  return recused.map(({ reason, voter }) => pair(term, voice.say("report.matters.recused-voter", { voter, reason })))
}

/** To whom matters are told, and in which words. */
export interface Setting {
  readonly voice: Voice
  readonly shown: ReportFor
}

/** A sitting on a matter: who was called, who came, what was put to the vote, what was counted, and why that is the outcome. */
export const sittingCard = (row: SittingRow, setting: Setting, id: string): Markup => {
  const { voice } = setting
  const { called, filedOn, present, rebased, roll } = row
  const came = isDecision(row.came) ? shownTo(row, row.came, setting.shown) : row.came
  const name = outcomeOf(row)
  const turning = isDecision(came)
    ? voice.explanation(came).filter(({ role }) => role === "flip" || role === "law")
    : []
  return markup`
<article class="meeting" aria-labelledby="${id}"><h4 id="${id}">${voice.say("report.matters.sitting", { round: called.round, step: called.step })} <span class="mark${looks[name] ?? ""}">${voice.say(`report.matters.outcome.${name}`)}</span></h4>
<p class="lead">${voice.say("report.matters.called", { set: called.rules.set, on: called.calledOn, sitsOn: called.sitsOn })}</p>
<dl>${roll === null ? null : pair(voice.say("report.matters.roll"), voice.say("report.matters.came", { roll, present: present ?? null }))}
${recusals(row, setting)}
${voting(row, voice)}
${outcome(row, setting)}
${rebased === null ? null : pair(voice.say("report.matters.rebased"), voice.say(`report.matters.rebased.${rebased.onto}`, { reason: rebased.reason }))}
${filedOn === null ? null : pair(voice.say("report.matters.register"), voice.say("report.day", { day: filedOn }))}</dl>
${isDecision(came) ? findingsTable(came.judgement.findings, voice, `${id}-found`) : null}
${turning.length === 0 ? null : markup`<ul class="explained">${turning.map(({ text }) => markup`<li>${text}</li>`)}</ul>`}</article>`
}
