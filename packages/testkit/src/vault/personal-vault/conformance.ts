import type { TestFramework } from "../../store/conformance.ts"
import { runPortTrial } from "../trial.ts"
import { apart } from "./apart.ts"
import { erasing, legalHold } from "./erasing.ts"
import { findingNames } from "./finding.ts"
import type { PersonalVaultChapter, PersonalVaultUnderTest } from "./place.ts"
import { readingFields } from "./reading.ts"
import { leftovers, sealing } from "./sealing.ts"

/** What a personal vault must do, by the rules of `@jinlin/sdk`. */
export const personalVaultChapters: ReadonlyArray<PersonalVaultChapter> = [
  ...[readingFields, legalHold, erasing],
  ...[sealing, leftovers, apart, findingNames],
]

/**
 * Writes down a test for everything that a `PersonalVault` must do, in chapters named after the rules of `@jinlin/sdk`. What
 * needs a durable place is left out where there is none. Tests throw plain errors.
 */
export const personalVaultConformance = ({ describe, it }: TestFramework, under: PersonalVaultUnderTest): void => {
  for (const { rule, says, trials } of personalVaultChapters) {
    const possible = trials.filter(({ needs }) => needs === undefined || under.durable)
    if (possible.length > 0)
      describe(`${rule} ${says}`, () => {
        for (const trial of possible) it(`${rule} ${trial.title}`, () => runPortTrial(under.open, trial))
      })
  }
}
