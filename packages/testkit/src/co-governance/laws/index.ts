import { deliberatingLaws } from "./deliberating.ts"
import { finishingLaws } from "./finishing.ts"
import type { CoGovernanceLaw } from "./law.ts"

/** Every law of co-governance that can be read off a story. Run them with `assertCoGovernanceLaw` on a decider of your own. */
export const coGovernanceLaws: ReadonlyArray<CoGovernanceLaw> = [...deliberatingLaws, ...finishingLaws]
