import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { resultsFolder } from "../workspace/places.ts"
import type { Check, Result, Verdict } from "./verdict.ts"
import { fails } from "./verdict.ts"

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n")

const verdictOn = async (check: Check): Promise<Verdict> => {
  try {
    return await check.run()
  } catch (thrown) {
    return fails(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

const weigh = async (check: Check): Promise<Result> => {
  const started = performance.now()
  const verdict = await verdictOn(check)
  const seconds = Math.round((performance.now() - started) / 100) / 10
  const note = verdict.holds && verdict.note !== undefined ? ` · ${verdict.note}` : ""
  console.log(`  ${verdict.holds ? "✓" : "✗"} ${check.name} (${seconds.toFixed(1)} s)${note}`)
  if (!verdict.holds) console.log(indented(verdict.report))
  return { name: check.name, holds: verdict.holds, seconds }
}

/**
 * Runs every check in order, also after one that failed, prints a line for each with the report below a failed one, and
 * leaves the results in `.out/results/<title>.json`. The exit code of the program becomes 1 when one does not hold.
 */
export const runChecks = async (title: string, checks: ReadonlyArray<Check>): Promise<ReadonlyArray<Result>> => {
  console.log(`${title}:`)
  const results: Array<Result> = []
  for (const check of checks) results.push(await weigh(check))
  mkdirSync(resultsFolder, { recursive: true })
  writeFileSync(join(resultsFolder, `${title.replaceAll(" ", "-")}.json`), JSON.stringify(results, undefined, 2))
  const failed = results.filter((result) => !result.holds)
  if (failed.length > 0) process.exitCode = 1
  console.log(`${title}: ${results.length - failed.length} hold, ${failed.length} do not`)
  return results
}

/** The checks that the command line names, all of them when it names none. Throws on a name that is not among them. */
export const chosen = (checks: ReadonlyArray<Check>, names: ReadonlyArray<string>): ReadonlyArray<Check> => {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name))
  if (unknown.length > 0)
    throw new Error(`[workshop] no check "${unknown[0]}". Remedy: one of ${checks.map(({ name }) => name).join(", ")}.`)
  return names.length === 0 ? checks : checks.filter((check) => names.includes(check.name))
}
