import { storeChapters } from "./chapters/index.ts"
import { runTrial, type StoreUnderTest } from "./trial.ts"

/** What the kit needs of a test framework: vitest, `node:test`, Jest and Mocha have both under these names. */
export interface TestFramework {
  readonly describe: (title: string, body: () => void) => unknown
  readonly it: (title: string, body: () => Promise<void>) => unknown
}

/**
 * Writes down a test for everything that a `Store` must do, in chapters named after the rules of `@jinlin/sdk`. What a store
 * declares in its `capabilities` is tested, and the negative where it declares less. Tests throw plain errors.
 */
export const storeConformance = ({ describe, it }: TestFramework, under: StoreUnderTest): void => {
  for (const { rule, says, trials } of storeChapters)
    describe(`${rule} ${says}`, () => {
      for (const trial of trials) it(`${rule} ${trial.title}`, () => runTrial(under, trial))
    })
}
