import { decidingLaws } from "./deciding.ts"
import { draftingLaws } from "./drafting.ts"
import type { CovenantLaw } from "./law.ts"
import { versionLaws } from "./versions.ts"

/** Every law of a covenant that can be read off a story. Run them with `assertCovenantLaw` on a decider of your own. */
export const covenantLaws: ReadonlyArray<CovenantLaw> = [...draftingLaws, ...decidingLaws, ...versionLaws]
