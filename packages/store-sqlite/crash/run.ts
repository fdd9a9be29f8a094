// `pnpm crash:sqlite`: kills writers at 1,000 random instants and tears 1,000 logs, prints the figures, and fails if
// anything that was acknowledged is lost or anything stands there in part. `--kills`, `--torn`, `--lanes`, `--seed` change it.
import { parseArgs } from "node:util"
import { killLine, killWriters } from "./kills.ts"
import { freshSeed } from "./random.ts"
import { tearLogs, tornLine } from "./torn.ts"

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    torn: { type: "string", default: "1000" },
    lanes: { type: "string", default: "3" },
    seed: { type: "string", default: String(freshSeed()) },
  },
})
const seed = Number(values.seed)
const killed = await killWriters({ kills: Number(values.kills), lanes: Number(values.lanes), seed })
process.stdout.write(`${killLine(seed, killed)}\n`)
const torn = await tearLogs({ trials: Number(values.torn), seed })
process.stdout.write(`${tornLine(seed, torn)}\n`)
const isWhole =
  killed.lost + killed.torn + killed.damaged === 0 &&
  killed.answeredTheSame === killed.unacknowledged &&
  torn.clean === torn.trials
process.exitCode = isWhole ? 0 : 1
