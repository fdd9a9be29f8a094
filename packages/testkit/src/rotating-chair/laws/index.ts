import { adoptionLaws } from "./adoption.ts"
import { chairHolderLaws } from "./chair.ts"
import { debtLaws } from "./debts.ts"
import { fairnessLaws } from "./fairness.ts"
import { grantLaws } from "./grants.ts"
import { handOverLaws } from "./hand-over.ts"
import type { ChairLaw } from "./law.ts"
import { lengthLaws } from "./lengths.ts"
import { mergerLaws } from "./mergers.ts"
import { namesLaws } from "./names.ts"
import { reasonLaws } from "./reasons.ts"
import { stabilityLaws } from "./stability.ts"
import { timeLaws } from "./time.ts"
import { turnLaws } from "./turns.ts"

/** Every law of the rotating chair that can be read off a story. Run them with `assertLaw` on a decider of your own. */
export const chairLaws: ReadonlyArray<ChairLaw> = [
  ...timeLaws,
  ...namesLaws,
  ...fairnessLaws,
  ...stabilityLaws,
  ...turnLaws,
  ...debtLaws,
  ...chairHolderLaws,
  ...grantLaws,
  ...handOverLaws,
  ...lengthLaws,
  ...mergerLaws,
  ...reasonLaws,
  ...adoptionLaws,
]
