import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { DeliberationEvent } from "../events.ts"
import type { Judgement } from "../model.ts"
import {
  couldDecide,
  earliestStep,
  isLastStep,
  judgeSitting,
  lapsingByAmendment,
  lapsingFrom,
  lawChangeOf,
} from "../rules/index.ts"
import { mustHaveBegun } from "./attendance.ts"
import { boxMustAgree, gatheredIn } from "./gathering.ts"
import { lawMustStand, lawToday } from "./law.ts"
import { quorumMustBeThere } from "./opening.ts"
import {
  type BallotSitting,
  type Command,
  type DeliberationDecision,
  type Objection,
  placeOf,
  type Standing,
  sittingIn,
} from "./standing.ts"

type Lost = Extract<DeliberationEvent, { readonly _tag: "StepLost" }>

const decisionOf = (sitting: BallotSitting, judgement: Judgement, standing: Standing) => ({
  ...placeOf(sitting),
  text: standing.matter.text,
  revision: standing.matter.revision,
  motion: sitting.ballot.motion,
  set: sitting.rules.set,
  packs: sitting.rules.packs,
  judgement,
  lawChange: lawChangeOf(sitting, lawToday(sitting, standing)),
  on: standing.today,
})

type Made = ReturnType<typeof decisionOf>

/** The matter is decided once its last step is done, on the text as it stands. */
const ending = (step: string, { matter, today: on }: Standing): ReadonlyArray<DeliberationEvent> =>
  isLastStep(matter.plan, step) ? [{ _tag: "MatterDecided", text: matter.text, revision: matter.revision, on }] : []

/** What passing the motion does (DELIBERATION-17, DELIBERATION-18). */
const carried = (made: Made, standing: Standing): ReadonlyArray<DeliberationEvent> => {
  const { matter, step } = standing
  const { motion } = made
  switch (motion._tag) {
    case "Adopt":
      return [{ _tag: "StepPassed", ...made }, ...ending(step.step, standing)]
    case "Amend": {
      const asked = step.amendedRestartsAt ?? step.step
      const lapsed = lapsingByAmendment(matter, { restartsAt: asked, text: motion.text })
      const restartsAt = earliestStep(matter.plan, [asked, ...lapsed])
      return [{ _tag: "TextAmended", ...made, newText: motion.text, restartsAt, lapsed }]
    }
    case "Return":
      return [{ _tag: "MatterReturned", ...made, to: motion.to, lapsed: lapsingFrom(matter, motion.to) }]
  }
}

/** What losing it does: nothing where too few took part or another motion than to adopt was put; else what the plan says. */
const consequenceOf = ({ judgement, motion }: Made, standing: Standing): Lost["consequence"] => {
  const { matter, step } = standing
  const { whenLost } = step
  if (motion._tag !== "Adopt" || whenLost._tag === "Stay" || !couldDecide(judgement)) return { _tag: "Stays" }
  if (whenLost._tag === "Reject") return { _tag: "Rejected" }
  return { _tag: "Returned", to: whenLost.to, lapsed: lapsingFrom(matter, whenLost.to) }
}

const lost = (made: Made, standing: Standing): ReadonlyArray<DeliberationEvent> => {
  const consequence = consequenceOf(made, standing)
  const on: CivilDate = standing.today
  const event: Lost = { _tag: "StepLost", ...made, consequence }
  return consequence._tag === "Rejected" ? [event, { _tag: "MatterRejected", step: made.step, on }] : [event]
}

/** The ballots are counted and held against the rules of the sitting, and what follows happens (DELIBERATION-17). */
export const decideStep = (standing: Standing): DeliberationDecision => {
  const found = sittingIn(standing)
  if (!found.ok) return object(found.refusal)
  const { ballot, round } = found.value
  if (ballot === null || ballot.closedAt === null) {
    const phase = ballot === null ? "called" : "open"
    return object({ _tag: "BallotNotClosed", rule: "DELIBERATION-17", round, phase })
  }
  const sitting: BallotSitting = { ...found.value, ballot }
  const gathered = gatheredIn(sitting, standing.around)
  if (!gathered.ok) return unless([gathered.refusal, lawMustStand(sitting, standing)], () => [])
  const objections = [lawMustStand(sitting, standing), boxMustAgree(sitting, gathered.value)]
  return unless(objections, () => {
    const judgement = judgeSitting(sitting, gathered.value)
    const made = decisionOf(sitting, judgement, standing)
    return judgement.passes ? carried(made, standing) : lost(made, standing)
  })
}

/** A matter that ends with a body that is heard must have been decided by one before (DELIBERATION-19). */
const somebodyMustDecide = ({ matter, step }: Standing): Objection =>
  isLastStep(matter.plan, step.step) && matter.passed.length === 0
    ? { _tag: "NobodyDecided", rule: "DELIBERATION-19", step: step.step, sets: step.sets }
    : undefined

/** A body that decides nothing was heard; the step is done, whatever it would have (DELIBERATION-19). */
export const recordOpinion = (command: Command<"RecordOpinion">, standing: Standing): DeliberationDecision => {
  const found = sittingIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const { approval, set } = sitting.rules
  const { step } = sitting
  const objections: ReadonlyArray<Objection> = [
    approval.length === 0 ? undefined : { _tag: "BodyDecides", rule: "DELIBERATION-19", step, set },
    mustHaveBegun(sitting, standing),
    lawMustStand(sitting, standing),
    quorumMustBeThere(sitting),
    somebodyMustDecide(standing),
  ]
  const { favours, opinion, reason } = command
  const { matter, today: on } = standing
  const lawChange = lawChangeOf(sitting, lawToday(sitting, standing))
  return unless(objections, () => [
    { _tag: "OpinionRecorded", ...placeOf(sitting), text: matter.text, opinion, favours, reason, lawChange, on },
    ...ending(step, standing),
  ])
}
