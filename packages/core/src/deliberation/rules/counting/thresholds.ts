import type { Citation } from "../../../kernel/citation.ts"
import type { SilencePolicy } from "../../../kernel/decision-rules.ts"
import { fraction, one } from "../../../kernel/fraction.ts"
import type { Measure, Threshold } from "../../../kernel/threshold.ts"
import type { ThresholdJson } from "../../../kernel/threshold-reading.ts"

/** A threshold that a tally is held against, and where it comes from. */
export interface AskedThreshold {
  readonly threshold: ThresholdJson
  readonly citation?: Citation | undefined
}

/** What a tally is judged by: the counting part of `DecisionRules`, for whoever has only numbers. */
export interface TallyRules {
  /** Who must take part, each of them; without one there is no quorum. */
  readonly quorum?: ReadonlyArray<AskedThreshold> | undefined
  /** Whether the quorum counts those present or those who took part in the ballot; without it those present. */
  readonly quorumCounts?: "present" | "participating" | undefined
  /** Who must be for it, each of them. Empty: nothing is decided, and nothing passes. */
  readonly approval: ReadonlyArray<AskedThreshold>
  /** What becomes of those who did not vote; without it they do not take part. It fills no quorum, and without a clause never helps. */
  readonly silence?: { readonly policy: SilencePolicy; readonly clause: string | null } | undefined
}

/** A threshold, ready to count with. */
export interface Asked {
  readonly threshold: Threshold
  readonly citation: Citation | undefined
}

/** Rules, ready to count with. */
export interface ReadyRules {
  readonly quorum: ReadonlyArray<Asked>
  readonly quorumCounts: "present" | "participating"
  readonly approval: ReadonlyArray<Asked>
  /** The silent are counted in the base `participating` of an approval, and never in a quorum. */
  readonly silentTakePart: boolean
  /** The clause by which the silent follow the majority; null: they do not. */
  readonly clause: string | null
}

const digits = /^[0-9]+$/

/** A share that is no fraction above zero is more than all: nothing ever meets it, so that broken rules pass nothing. */
const exactly = ({ base, comparison, measure, share }: ThresholdJson): Threshold => {
  const isWritten = digits.test(share.numerator) && digits.test(share.denominator)
  const read = isWritten ? fraction(BigInt(share.numerator), BigInt(share.denominator)) : undefined
  if (read?.ok !== true || read.value.numerator === 0n) return { share: one, comparison: "more-than", measure, base }
  return { share: read.value, comparison, measure, base }
}

const asked = ({ citation, threshold }: AskedThreshold): Asked => ({ threshold: exactly(threshold), citation })

/** Reads the thresholds once, so that many tallies can be held against them. */
export const readyRules = ({ approval, quorum = [], quorumCounts = "present", silence }: TallyRules): ReadyRules => {
  const policy = silence?.policy ?? "not-participating"
  return {
    quorum: quorum.map(asked),
    quorumCounts,
    approval: approval.map(asked),
    silentTakePart: policy !== "not-participating",
    clause: silence?.policy === "follow-majority" ? silence.clause : null,
  }
}

/** What these rules count, heads before area. */
export const measuresOf = (thresholds: ReadonlyArray<Asked>): ReadonlyArray<Measure> =>
  (["heads", "area"] as const).filter((measure) => thresholds.some(({ threshold }) => threshold.measure === measure))
