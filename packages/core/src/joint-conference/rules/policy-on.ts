import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Conference } from "../model.ts"
import type { ConferencePolicy } from "../policy.ts"

/** The policy that is read for a day: the last one adopted whose first day has come (CONFERENCE-5). */
export const policyOn = (conference: Pick<Conference, "policies">, day: CivilDate): ConferencePolicy | undefined =>
  (conference.policies.findLast((dated) => dated.effectiveFrom <= day) ?? conference.policies[0])?.policy
