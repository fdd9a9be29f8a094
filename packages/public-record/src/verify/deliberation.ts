import type { Matter } from "@jinlin/core/deliberation"
import { stepOf } from "@jinlin/core/deliberation/rules"
import type { PublicDeliberation, PublicSitting } from "../model/deliberation.ts"
import { type Check, type CheckName, checkOf, type Facts, notChecked, type Unchecked } from "./check.ts"
import { attendanceAdds, findingsHold, isCounted, isTold, passesAsFound, sumsHold } from "./counts.ts"
import {
  daysFollow,
  isCalledInTime,
  isConsequence,
  isInOrder,
  isLawfulBallot,
  isLawOfItsDay,
  isStudied,
  wasCarried,
} from "./sitting.ts"
import { after, begun } from "./walk.ts"

const ofCounts = (sitting: PublicSitting): ReadonlyArray<readonly [CheckName, boolean]> => {
  const carried = wasCarried(sitting)
  if (!isCounted(sitting))
    return [
      ["sums", attendanceAdds(sitting)],
      ["outcome", carried === undefined && sitting.findings.length === 0],
    ]
  return [
    ["secrecy", isTold(sitting)],
    ["sums", sumsHold(sitting)],
    ["outcome", carried !== undefined && findingsHold(sitting) && passesAsFound(sitting, carried)],
  ]
}

const ofSitting = (
  matter: Matter,
  sitting: PublicSitting,
  expected: number,
): ReadonlyArray<readonly [CheckName, boolean]> => [
  ["order", isInOrder(matter, sitting, expected)],
  ["law", isLawOfItsDay(matter, sitting)],
  ["notice", isCalledInTime(sitting)],
  ["party-study", isStudied(matter, sitting)],
  ["ballot", isLawfulBallot(matter, sitting)],
  ...ofCounts(sitting),
  ["consequence", isConsequence(matter, sitting)],
  ["days", daysFollow(sitting)],
]

const factsOf = ({ plan }: PublicDeliberation, { round, step }: PublicSitting): Facts => ({
  ...{ round, step, body: stepOf(plan, step)?.body ?? step },
})

/** The last sitting alone may be open; the end is where the sittings lead, or a withdrawal. */
const isEnding = (known: PublicDeliberation, matter: Matter): boolean => {
  const { endedOn, sittings, status, text, withdrawn } = known
  const last = sittings.at(-1)
  const isOver = sittings.slice(0, -1).every(({ result }) => result !== "open")
  const isTaken = status === "withdrawn" ? matter.status === "open" && withdrawn !== null : status === matter.status
  const endsWith = status === "open" ? endedOn === null : endedOn !== null && endedOn >= (last?.on ?? known.openedOn)
  const isOnItsDay = status === "open" || status === "withdrawn" || endedOn === last?.on
  return isOver && isTaken && endsWith && isOnItsDay && text === matter.text && known.revision === matter.revision
}

/** One deliberation recomputed sitting by sitting: order, law, notice, ballot, counts, outcome, and where it led. Rule RECORD-11. */
export const deliberationHolds = (known: PublicDeliberation, part: string): ReadonlyArray<Check> => {
  const checks: Array<Check> = []
  let matter: Matter = { ...begun(known), about: known.about }
  let day = known.openedOn
  for (const [index, sitting] of known.sittings.entries()) {
    const facts = factsOf(known, sitting)
    checks.push(
      ...ofSitting(matter, sitting, index + 1).map(([check, holds]) => checkOf({ check, part }, holds, facts)),
    )
    if (sitting.calledOn < day) checks.push(checkOf({ check: "days", part }, false, facts))
    day = sitting.on ?? sitting.calledOn
    matter = after(matter, sitting)
  }
  return [...checks, checkOf({ check: "ending", part }, isEnding(known, matter), { status: known.status })]
}

/** Of the counts of a deliberation, what is held back and could not be recomputed. */
export const deliberationNotChecked = (known: PublicDeliberation, part: string): ReadonlyArray<Unchecked> =>
  known.sittings.flatMap((sitting) => {
    const withheld = sitting.counts?.withheld ?? []
    const facts = factsOf(known, sitting)
    const isStripped = sitting.findings.some(
      (finding) => finding.rule !== "TALLY-14" && finding.facts["count"] === undefined,
    )
    return [
      ...(withheld.includes("few-secret-ballots") ? [notChecked("counts-withheld", part, facts)] : []),
      ...(isStripped ? [notChecked("area-withheld", part, facts)] : []),
      ...(sitting.result === "heard" ? [notChecked("attendance", part, facts)] : []),
    ]
  })
