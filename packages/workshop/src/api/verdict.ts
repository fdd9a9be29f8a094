import type { Verdict } from "../checks/verdict.ts"
import { holdsUnless } from "../checks/verdict.ts"
import type { EntryReport } from "./report.ts"

/** The name in the source: the extractor and the bundler of types number what bears one name in two files. */
const asWritten = (name: string): string => name.replace(/[_$]\d+$/, "")

/** What the compiler calls the expression that a class extends: nobody wrote that name, and nobody can export it. */
const isHeritage = (name: string): boolean => name.endsWith("_base")

/**
 * What is wrong with the reports of a package. A type of a public signature must have a name that users can import:
 * from this entry, or from another one of the same package.
 */
export const reportsVerdict = (folder: string, reports: ReadonlyArray<EntryReport>): Verdict => {
  const importable = new Set(reports.flatMap(({ exported }) => exported))
  return holdsUnless(
    reports.flatMap(({ file, differs, faults, forgotten }) => [
      ...faults.map((fault) => `${file}: ${fault}`),
      ...[...new Set(forgotten.map(asWritten))]
        .filter((name) => !importable.has(name) && !isHeritage(name))
        .map(
          (name) =>
            `${file}: "${name}" is part of a public signature, and no entry exports it. Remedy: export it by name.`,
        ),
      ...(differs
        ? [
            `packages/${folder}/api/${file} is not what the package offers now. ` +
              "Remedy: pnpm api:update, then read the difference: it is what users will see.",
          ]
        : []),
    ]),
    `${reports.length} in all`,
  )
}
