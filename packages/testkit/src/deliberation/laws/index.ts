import type { DeliberationLaw } from "./law.ts"
import { matterLaws } from "./matter.ts"
import { sittingLaws } from "./sitting.ts"
import { votingLaws } from "./voting.ts"

/** Every law of deliberation that can be read off a story. Run them with `assertDeliberationLaw` on a decider of your own. */
export const deliberationLaws: ReadonlyArray<DeliberationLaw> = [...matterLaws, ...sittingLaws, ...votingLaws]
