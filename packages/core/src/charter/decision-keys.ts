import type { BallotMode, DecisionRules, SilencePolicy } from "../kernel/decision-rules.ts"

/** The rules of a set by which its sittings are judged. Others are free. */
export const decisionKeys = [
  "quorum.heads",
  "quorum.area",
  "quorum-counts",
  "approval.heads",
  "approval.area",
  "consultative",
  "composition",
  "notice-days",
  "urgent-notice",
  "ballot-modes",
  "proxy-cap",
  "silence",
  "repeated-ballots",
  "extension-times",
  "extension-days",
  "party-study",
] as const

/** One of them. */
export type DecisionKey = (typeof decisionKeys)[number]

/** What a set of rules is where nobody says otherwise: our defaults. Rule CHARTER-11. */
export const decisionDefaults: {
  readonly noticeDays: number
  readonly urgentNotice: boolean
  readonly modes: readonly [BallotMode, ...ReadonlyArray<BallotMode>]
  readonly proxyCap: number
  readonly silence: SilencePolicy
  readonly repeated: DecisionRules["repeated"]["counts"]
  readonly extensionTimes: number
  readonly extensionDays: number
  readonly partyStudy: boolean
  readonly quorumCounts: DecisionRules["quorumCounts"]
} = {
  noticeDays: 3,
  urgentNotice: false,
  modes: ["show-of-hands", "open"],
  proxyCap: 0,
  silence: "not-participating",
  repeated: "last",
  extensionTimes: 0,
  extensionDays: 0,
  partyStudy: false,
  quorumCounts: "present",
}
