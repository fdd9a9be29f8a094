import type { Finding } from "../../../kernel/finding.ts"
import type { Tally } from "../../model.ts"
import { type Judged, judge } from "./judge.ts"
import type { TallyRules } from "./thresholds.ts"
import type { Turnout } from "./turnout.ts"

/** Whether nobody knows the area of those present: only their number was taken down, and others than those who voted may be there. */
export const isAreaUnknown = ({ present, presentAreaAtMost = present.area }: Turnout): boolean =>
  presentAreaAtMost > present.area

/** A judgement without the thresholds that nobody can judge, and one finding for all of these. */
export interface JudgedAsKnown extends Judged {
  readonly unknown: ReadonlyArray<Finding>
}

/**
 * Holds a tally against rules as `judge` does. Where the area of those present is not known, it is tried with the least and
 * with the most that it can be: a threshold that both meet, or neither, is judged, and of every other one nobody can say.
 * Rules TALLY-7 and TALLY-14.
 */
export const judgeAsKnown = (rules: TallyRules, turnout: Turnout, tally: Tally): JudgedAsKnown => {
  const { present, presentAreaAtMost: area = present.area } = turnout
  const judged = judge(rules, tally)
  const atMost = judge(rules, { ...tally, present: { ...present, area } }).findings.map(({ holds }) => holds)
  const findings = judged.findings.filter(({ holds }, place) => holds === atMost[place])
  const facts = { reason: "area-of-present-unknown", count: present.area, of: area }
  const isAllKnown = findings.length === judged.findings.length
  return { ...judged, findings, unknown: isAllKnown ? [] : [{ rule: "TALLY-14", holds: false, facts }] }
}
