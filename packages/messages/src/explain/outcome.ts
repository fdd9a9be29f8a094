import type { FindingData, Tagged } from "../describe.ts"

/** Heads, and exclusive floor area in whole square centimetres. */
export interface WeightData {
  readonly heads: number
  readonly area: number
}

/** Where a number comes from, and how surely. Every `Citation` of `@jinlin/core` is one. */
export interface CitationData {
  readonly instrument: string
  /** Such as `29`, `30(4)`, `278(1)(6)`, or several of them behind each other: `13, 14`. */
  readonly article?: string | undefined
  readonly certainty: "law" | "by-analogy" | "source" | "practice" | "our-default"
}

/** A finding, with where its rule comes from. */
export interface CitedFinding extends FindingData {
  readonly citation?: CitationData | undefined
}

/** What a ballot came to. Every `Tally` of `@jinlin/core` is one. */
export interface TallyData {
  readonly members: WeightData
  readonly entitled: WeightData
  readonly present: WeightData
  readonly cast: WeightData
  readonly valid: WeightData
  readonly for: WeightData
  readonly against: WeightData
  readonly abstain: WeightData
  readonly silent: WeightData
}

/** Everything that explains what a body decided. Every `Judgement` of `@jinlin/core` is one. */
export interface JudgementData {
  readonly passes: boolean
  readonly tally: TallyData
  readonly findings: ReadonlyArray<CitedFinding>
  readonly flips: ReadonlyArray<{ readonly change: string; readonly voters: number }>
  readonly setAside: ReadonlyArray<{ readonly voter: string; readonly reason: string }>
}

/** What there is to explain: a `StepPassed`, `StepLost`, `TextAmended` or `MatterReturned`, or a judgement alone. */
export interface OutcomeData extends Partial<Tagged> {
  readonly judgement: JudgementData
  /** That the law changed after the call, and what was chosen. */
  readonly lawChange?: CitedFinding | null | undefined
}

/**
 * What a line of an explanation is about: what was decided; what was counted; what came of one rule; which single change
 * would have turned it; which ballots were not counted; that the law changed.
 */
export type LineRole = "verdict" | "count" | "finding" | "flip" | "aside" | "law"

/** One line: plain text, to be escaped where it is put into HTML. */
export interface ExplainedLine {
  readonly role: LineRole
  readonly text: string
  /** Whether it speaks for the outcome that was hoped for; of verdicts and findings only. */
  readonly holds?: boolean
}
