import type { ConferencePolicy } from "@jinlin/core/joint-conference"
import * as fc from "fast-check"

const shares = fc.constantFrom(
  { numerator: "1", denominator: "2" },
  { numerator: "2", denominator: "3" },
  { numerator: "1", denominator: "3" },
  { numerator: "3", denominator: "4" },
)
const comparisons = fc.constantFrom("more-than" as const, "at-least" as const)

const quorums: fc.Arbitrary<ConferencePolicy["quorum"]> = fc.record({
  share: shares,
  comparison: comparisons,
  measure: fc.constant("heads" as const),
  base: fc.constant("members" as const),
})

const majorities: fc.Arbitrary<ConferencePolicy["majority"]> = fc.record({
  share: shares,
  comparison: comparisons,
  measure: fc.constant("heads" as const),
  base: fc.constantFrom("present" as const, "members" as const, "participating" as const),
})

/** Policies with small numbers, over every axis. Narrow it by giving arbitraries of your own for some fields. */
export const conferencePolicies = (
  only: { readonly [Field in keyof ConferencePolicy]?: fc.Arbitrary<ConferencePolicy[Field]> } = {},
): fc.Arbitrary<ConferencePolicy> =>
  fc.record<ConferencePolicy>({
    noticeDays: fc.integer({ min: 1, max: 7 }),
    agendaDays: fc.integer({ min: 0, max: 10 }),
    quorum: quorums,
    majority: majorities,
    meetingMonths: fc.integer({ min: 1, max: 4 }),
    alternates: fc.constantFrom("when-delegate-absent", "never"),
    reconvening: fc.option(fc.record({ quorum: quorums, noticeDays: fc.integer({ min: 0, max: 5 }) }), { nil: null }),
    minutesDays: fc.integer({ min: 1, max: 10 }),
    actionReminderDays: fc.integer({ min: 1, max: 10 }),
    chairMayBeSecretary: fc.boolean(),
    ...only,
  })
