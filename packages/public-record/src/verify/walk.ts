import { deliberation, type Matter } from "@jinlin/core/deliberation"
import { earliestStep, isLastStep, lapsingByAmendment, lapsingFrom, stepOf } from "@jinlin/core/deliberation/rules"
import type { PublicDeliberation, PublicSitting } from "../model/deliberation.ts"

/** A matter before its first sitting, as far as the rules on steps ask for it. */
export const begun = ({ openedWith, plan, title }: PublicDeliberation): Matter => ({
  ...deliberation.initial,
  ...{ status: "open", plan, title, text: openedWith, revision: 1, at: plan.steps[0].step },
})

const done = (matter: Matter, step: string): Matter => {
  if (matter.plan !== null && isLastStep(matter.plan, step)) return { ...matter, status: "decided", at: null }
  const place = matter.plan?.steps.findIndex((known) => known.step === step) ?? -1
  return { ...matter, at: matter.plan?.steps[place + 1]?.step ?? matter.at }
}

const without = (matter: Matter, lapsed: ReadonlyArray<string>): Matter => ({
  ...matter,
  passed: matter.passed.filter(({ step }) => !lapsed.includes(step)),
})

/** Where a matter goes and which approvals lapse; nothing where it goes on or stays. */
export interface Going {
  readonly wentTo: string | null
  readonly lapsed: ReadonlyArray<string>
}

const nowhere: Going = { wentTo: null, lapsed: [] }

/** Where a sitting with this result sends a matter (DELIBERATION-17, DELIBERATION-18). */
export const goingOf = (matter: Matter, { ballot, result, step }: PublicSitting): Going => {
  const { plan } = matter
  const planned = stepOf(plan, step)
  if (plan === null || planned === undefined || ballot === null) return nowhere
  const { motion } = ballot
  if (result === "returned" && motion._tag === "Return")
    return { wentTo: motion.to, lapsed: lapsingFrom(matter, motion.to) }
  if (result === "sent-back" && planned.whenLost._tag === "Return") {
    const { to } = planned.whenLost
    return { wentTo: to, lapsed: lapsingFrom(matter, to) }
  }
  if (result !== "amended" || motion._tag !== "Amend") return nowhere
  const asked = planned.amendedRestartsAt ?? step
  const lapsed = lapsingByAmendment(matter, { restartsAt: asked, text: motion.text })
  return { wentTo: earliestStep(plan, [asked, ...lapsed]), lapsed }
}

/** The matter after a sitting. */
export const after = (matter: Matter, sitting: PublicSitting): Matter => {
  const { ballot, on, result, round, step, text } = sitting
  const going = goingOf(matter, sitting)
  switch (result) {
    case "passed": {
      const kept = without(matter, [step])
      return done({ ...kept, passed: [...kept.passed, { step, round, text, on: on ?? sitting.sitsOn }] }, step)
    }
    case "heard":
      return done(matter, step)
    case "amended": {
      const next = ballot?.motion._tag === "Amend" ? ballot.motion.text : text
      return { ...without(matter, going.lapsed), text: next, revision: matter.revision + 1, at: going.wentTo }
    }
    case "returned":
    case "sent-back":
      return { ...without(matter, going.lapsed), at: going.wentTo }
    case "rejected":
      return { ...matter, status: "rejected", at: null }
    default:
      return matter
  }
}
