import { endingLaws } from "./ending.ts"
import type { DisclosureLaw } from "./law.ts"
import { publishingLaws } from "./publishing.ts"
import { standingLaws } from "./standing.ts"

/** Every law of disclosure that can be read off a story. Run them with `assertDisclosureLaw` on a decider of your own. */
export const disclosureLaws: ReadonlyArray<DisclosureLaw> = [...publishingLaws, ...standingLaws, ...endingLaws]
