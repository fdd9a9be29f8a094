import type { TestFramework } from "../../store/conformance.ts"
import { runPortTrial } from "../trial.ts"
import { bounds } from "./bounds.ts"
import { documents } from "./documents.ts"
import type { TextStoreChapter, TextStoreUnderTest } from "./place.ts"
import { leftovers, redaction } from "./redaction.ts"

/** What a text store must do, by the rules of `@jinlin/sdk`. */
export const textStoreChapters: ReadonlyArray<TextStoreChapter> = [documents, redaction, leftovers, bounds]

/**
 * Writes down a test for everything that a `TextStore` must do, in chapters named after the rules of `@jinlin/sdk`. What
 * needs a durable place is left out where there is none. Tests throw plain errors.
 */
export const textStoreConformance = ({ describe, it }: TestFramework, under: TextStoreUnderTest): void => {
  for (const { rule, says, trials } of textStoreChapters) {
    const possible = trials.filter(({ needs }) => needs === undefined || under.durable)
    if (possible.length > 0)
      describe(`${rule} ${says}`, () => {
        for (const trial of possible) it(`${rule} ${trial.title}`, () => runPortTrial(under.open, trial))
      })
  }
}
