import { bodyLaws } from "./body.ts"
import { courseLaws } from "./course.ts"
import type { ConferenceLaw } from "./law.ts"
import { sittingLaws } from "./sitting.ts"

/** Every law of the joint conference that can be read off a story. Run them with `assertLaw` on a decider of your own. */
export const conferenceLaws: ReadonlyArray<ConferenceLaw> = [...bodyLaws, ...sittingLaws, ...courseLaws]
