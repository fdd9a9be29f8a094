import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Conference } from "../model.ts"
import type { ConferencePolicy } from "../policy.ts"

/** The policy that is read for a day: the last one adopted whose first day has come (CONFERENCE-5). */
export const policyOn = (conference: Pick<Conference, "policies">, day: CivilDate): ConferencePolicy | undefined => {
  const { policies } = conference
  for (let at = policies.length - 1; at >= 0; at -= 1) {
    const dated = policies[at]
    if (dated !== undefined && dated.effectiveFrom <= day) return dated.policy
  }
  return policies[0]?.policy
}
