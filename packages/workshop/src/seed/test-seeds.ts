// `pnpm test:seeds [rounds] [folder …]`: the tests that draw their examples, each time from another seed, for a machine that has
// the night for it. A seed that fails is printed; `JINLIN_SEED=<seed> pnpm vitest <file>` shows it again.
import { randomInt } from "node:crypto"
import { runChecks } from "../checks/run-checks.ts"
import type { Check } from "../checks/verdict.ts"
import { verdictOf } from "../checks/verdict.ts"
import { programOf, runScript } from "../workspace/program.ts"
import { drawingTests } from "./drawing.ts"
import { variable } from "./seed.ts"

const isRounds = (argument: string): boolean => /^[1-9]\d*$/.test(argument)

const asked = process.argv.slice(2)
const rounds = Number(asked.find(isRounds) ?? 5)
const folders = asked.filter((argument) => !isRounds(argument))
const files = drawingTests().filter((file) => folders.length === 0 || folders.some((folder) => file.includes(folder)))
if (files.length === 0)
  throw new Error(`[workshop] no test in ${folders.join(", ")} draws. Remedy: name a folder of one.`)

const under = (seed: number): Check => ({
  name: `seed ${seed}`,
  run: async () => {
    const env = { ...process.env, [variable]: String(seed) }
    const outcome = await runScript(programOf("vitest"), ["run", "--reporter=dot", ...files], { env })
    return verdictOf(
      outcome,
      `${variable}=${seed} pnpm vitest <file>; a law that is false is corrected, with its counter-example.`,
    )
  },
})

await runChecks(
  `${files.length} files under ${rounds} seeds`,
  Array.from({ length: rounds }, () => under(randomInt(-(2 ** 31), 2 ** 31))),
)
