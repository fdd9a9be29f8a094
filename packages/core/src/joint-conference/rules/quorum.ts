import type { Finding } from "../../kernel/finding.ts"
import { one } from "../../kernel/fraction.ts"
import { readFraction } from "../../kernel/fraction-reading.ts"
import type { Threshold } from "../../kernel/threshold.ts"
import type { ThresholdJson } from "../../kernel/threshold-reading.ts"
import { weigh } from "../../kernel/weighing.ts"
import { presentMembers, type Sitting } from "./attendance.ts"
import { membersOf } from "./roll.ts"

/** A policy's threshold, ready to count with. One that cannot be read is more than all: nothing ever meets it. */
export const exactly = ({ base, comparison, measure, share }: ThresholdJson): Threshold => {
  const read = readFraction(`${share.numerator}/${share.denominator}`)
  if (!read.ok) return { share: one, comparison: "more-than", measure, base }
  return { share: read.value, comparison, measure, base }
}

/** The quorum that judges a sitting: the policy's, or the one for a meeting that was called once more (CONFERENCE-16). */
export const quorumRule = ({ frozen, reconvened }: Pick<Sitting, "frozen" | "reconvened">): ThresholdJson => {
  const { quorum, reconvening } = frozen.policy
  return reconvened && reconvening !== null ? reconvening.quorum : quorum
}

/**
 * Whether enough members are present: `members present ÷ members on the frozen roll` against the quorum. Units that are
 * recused on an item count on neither side, which never makes a quorum easier to reach (CONFERENCE-10).
 */
export const findQuorum = (sitting: Sitting, recused: ReadonlyArray<string> = []): Finding => {
  const count = (units: ReadonlyArray<string>) => units.filter((unit) => !recused.includes(unit)).length
  return weigh({
    rule: "CONFERENCE-10",
    threshold: exactly(quorumRule(sitting)),
    count: count(presentMembers(sitting)),
    of: count(membersOf(sitting.frozen.roll)),
  })
}
