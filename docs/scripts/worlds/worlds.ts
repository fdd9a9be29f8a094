import type { Walked } from "@jinlin/testkit"
import { coGovernanceWorld } from "./co-governance.ts"
import { covenantWorld } from "./covenant.ts"
import { deliberationWorld } from "./deliberation.ts"
import { disclosureWorld } from "./disclosure.ts"
import { jointConferenceWorld } from "./joint-conference.ts"
import { rotatingChairWorld } from "./rotating-chair.ts"

/** Every picture of the site by name, with the walk that it is drawn from. */
export const worlds: Readonly<Record<string, () => Walked>> = {
  "co-governance": coGovernanceWorld,
  covenant: covenantWorld,
  deliberation: deliberationWorld,
  disclosure: disclosureWorld,
  "joint-conference": jointConferenceWorld,
  "rotating-chair": rotatingChairWorld,
}
