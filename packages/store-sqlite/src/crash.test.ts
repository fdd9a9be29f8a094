import { describe, expect, it } from "vitest"
import { killLine, killWriters } from "../crash/kills.ts"
import { freshSeed } from "../crash/random.ts"
import { tearLogs, tornLine } from "../crash/torn.ts"

// The figures are printed, so that whoever reads a run knows what it showed, and with which seed it is run again.

/** Starting a hundred processes takes its time on a machine that does other things too. */
const patience = 240_000

describe("STORE-1 after a crash", () => {
  it(
    "STORE-1 a writer killed at 100 random instants loses nothing that was acknowledged, and leaves nothing in part",
    async () => {
      const seed = freshSeed()
      const figures = await killWriters({ kills: 100, lanes: 3, seed })
      process.stdout.write(`${killLine(seed, figures)}\n`)
      expect(figures).toMatchObject({
        kills: 100,
        lost: 0,
        torn: 0,
        damaged: 0,
        answeredTheSame: figures.unacknowledged,
      })
      expect(figures.acknowledged).toBeGreaterThan(100)
    },
    patience,
  )

  it(
    "STORE-1 of 400 logs cut off or changed anywhere the store reads a beginning, with all that belongs together",
    async () => {
      const seed = freshSeed()
      const figures = await tearLogs({ trials: 400, seed })
      process.stdout.write(`${tornLine(seed, figures)}\n`)
      expect(figures).toMatchObject({ trials: 400, clean: 400, faults: [] })
      expect(figures.prefixes).toBeGreaterThan(20)
    },
    patience,
  )
})
