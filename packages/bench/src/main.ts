import { mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { clocks } from "./measuring/clock.ts"
import { measure, sink } from "./measuring/measure.ts"
import { type Options, readOptions, usage } from "./options.ts"
import { machine, machineText } from "./report/machine.ts"
import { resultsFile } from "./report/places.ts"
import { type Result, timedResult, verdict, weighedResult } from "./report/result.ts"
import { markdownTable, table } from "./report/table.ts"
import { groups } from "./rows/all.ts"
import type { Row } from "./rows/row.ts"

const resultOf = async (row: Row, { clock, milliseconds, rounds }: Options): Promise<Result> => {
  if (row._tag === "Weighed") return weighedResult(row)
  return timedResult(row, await measure(row.contenders, { rounds, milliseconds, clock: clocks[row.clock ?? clock] }))
}

/** Everything is made ready, and all answers are compared, before anything is measured. */
const prepareAll = async ({ only }: Options): Promise<ReadonlyArray<Row>> => {
  const isWanted = (id: string) => only.length === 0 || only.some((part) => id.includes(part))
  const rows: Array<Row> = []
  for (const { ids, load } of groups) {
    if (!ids.some(isWanted)) continue
    const prepare = await load()
    rows.push(...(await prepare()).filter(({ id }) => isWanted(id)))
  }
  if (rows.length > 0) return rows
  throw new Error(`[bench] no row is called so. Remedy: ${groups.flatMap(({ ids }) => ids).join(", ")}`)
}

const measureAll = async (options: Options): Promise<ReadonlyArray<Result>> => {
  const results: Array<Result> = []
  for (const row of await prepareAll(options)) {
    const result = await resultOf(row, options)
    results.push(result)
    process.stderr.write(`[bench] ${row.id}: ${verdict(result)}\n`)
  }
  return results
}

const summary = (results: ReadonlyArray<Result>): string => {
  const missed = results.filter(({ met }) => met === false)
  const withTarget = results.filter(({ met }) => met !== null).length
  if (missed.length === 0) return `All ${withTarget} targets are met.`
  return `${missed.length} of ${withTarget} targets are MISSED: ${missed.map(({ id }) => id).join(", ")}.`
}

const run = async (options: Options): Promise<void> => {
  const here = machine(options.clock)
  const results = await measureAll(options)
  const notes = results.flatMap(({ id, notes: said }) => said.map((note) => `${id}: ${note}`))
  console.log(`\n${(options.markdown ? markdownTable : table)(results)}`)
  console.log(`\n${[...notes, summary(results)].join("\n")}\n\n${machineText(here)}`)
  console.log(`Medians of ${options.rounds} interleaved rounds; checksum ${sink.sum % 1_000_000}.`)
  if (!options.json) return
  mkdirSync(dirname(resultsFile), { recursive: true })
  writeFileSync(resultsFile, `${JSON.stringify({ machine: here, rounds: options.rounds, results }, null, 2)}\n`)
}

const options = readOptions(process.argv.slice(2))
if (options.help) console.log(usage)
else await run(options)
