import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { refusalAnnotation } from "../kernel/reading-issues.ts"
import type { Base } from "../kernel/threshold.ts"
import type { ThresholdJson } from "../kernel/threshold-reading.ts"
import { comparisons, readThreshold } from "../kernel/threshold-reading.ts"

const whole = (minimum: number, maximum: number) => Schema.Int.check(Schema.isBetween({ minimum, maximum }))

/** Everything that is wrong with a threshold is said with its place in it. */
const readable = Schema.makeFilter((threshold: ThresholdJson) => {
  const read = readThreshold(threshold)
  if (read.ok) return undefined
  return read.refusal.map(({ path, refusal }) => ({
    path,
    issue: new SchemaIssue.InvalidValue({ [refusalAnnotation]: refusal }),
  }))
})

/** A share by heads of one of these bases, kept as plain JSON: state and events hold a fraction as two decimal texts. */
const thresholdOf = <const Bases extends ReadonlyArray<Base>>(...bases: Bases) =>
  Schema.Struct({
    share: Schema.Struct({ numerator: Schema.String, denominator: Schema.String }),
    comparison: Schema.Literals(comparisons),
    measure: Schema.Literal("heads"),
    base: Schema.Literals(bases),
  }).check(readable)

/** Of the members, by heads. */
export const QuorumThreshold = thresholdOf("members")
export type QuorumThreshold = typeof QuorumThreshold.Type

/** Of those present, of all members, or of those who took part in the vote; by heads. */
export const MajorityThreshold = thresholdOf("present", "members", "participating")
export type MajorityThreshold = typeof MajorityThreshold.Type

/** How an inquorate meeting may be called once more: its own quorum, and its own notice in full days between. */
export const Reconvening = Schema.Struct({ quorum: QuorumThreshold, noticeDays: whole(0, 20) })
export type Reconvening = typeof Reconvening.Type

/**
 * What a community decides about its joint conference. The source gives the mechanism and no number (S4), and no law
 * regulates the conference: every number below is our default, taken from practice where practice is known, and every
 * bound keeps the numbers workable together. A community chooses freely within them.
 */
export const ConferencePolicy = Schema.Struct({
  /** Full calendar days between the notice and the meeting, neither of the two counted. Bound 1–20, our default 3. */
  noticeDays: whole(1, 20),
  /** Agenda items are taken until so many full calendar days before the meeting. Bound 0–60, our default 15. */
  agendaDays: whole(0, 60),
  /** How many members must be present. Our default: more than half of the members. */
  quorum: QuorumThreshold,
  /** How many must vote for a resolution. Our default: more than half of those present. */
  majority: MajorityThreshold,
  /** At least one meeting is held in so many months. Bound 1–12, our default 3. */
  meetingMonths: whole(1, 12),
  /** Whether a unit's alternate counts while its delegate is absent. Our default: it does. */
  alternates: Schema.Literals(["when-delegate-absent", "never"]),
  /** Whether an inquorate meeting may be called once more under a rule of its own; null (our default): it may not. */
  reconvening: Schema.NullOr(Reconvening),
  /** The minutes are filed within so many calendar days after the meeting, its day not counted. Bound 1–60, our default 10. */
  minutesDays: whole(1, 60),
  /** The responsible unit is reminded so many calendar days before the due day. Bound 1–60, our default 3. */
  actionReminderDays: whole(1, 60),
  /** Whether the unit that presides may also be the secretary of the conference (S6). Our default: it may not. */
  chairMayBeSecretary: Schema.Boolean,
})
export type ConferencePolicy = typeof ConferencePolicy.Type

const moreThanHalf = { share: { numerator: "1", denominator: "2" }, comparison: "more-than", measure: "heads" } as const

/** Our defaults. A meeting each quarter, three days' notice and a call for items fifteen days before are known from practice. */
export const conferencePolicyDefaults: ConferencePolicy = {
  noticeDays: 3,
  agendaDays: 15,
  quorum: { ...moreThanHalf, base: "members" },
  majority: { ...moreThanHalf, base: "present" },
  meetingMonths: 3,
  alternates: "when-delegate-absent",
  reconvening: null,
  minutesDays: 10,
  actionReminderDays: 3,
  chairMayBeSecretary: false,
}
