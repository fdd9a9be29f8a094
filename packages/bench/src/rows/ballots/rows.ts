import type { Contender, Part } from "../../measuring/contender.ts"
import type { Preparation } from "../row.ts"
import { atOnce, byBareLoop, byObjects, running } from "./counters.ts"
import { byDuckdb } from "./duckdb.ts"
import { drawElectorate, type Totals } from "./electorate.ts"

const people = 400_000
const ballots = 1_000_000
const work = `${ballots.toLocaleString("en")} ballots of ${people.toLocaleString("en")} voters in heads and area, the last of each`

type Counter = () => Totals | Promise<Totals>

const contender = (name: string, part: Part, count: Counter): Contender => ({
  name,
  part,
  run: async (times) => {
    let sum = 0
    for (let time = 0; time < times; time += 1) sum += (await count())[1]
    return sum
  },
})

/** A vote in a very large estate, counted at once and ballot by ballot. */
export const ballotRows: Preparation = async () => {
  const electorate = drawElectorate(people, ballots)
  const batch = () => atOnce(electorate)
  const ongoing = () => running(electorate)
  const [duckdb, objects, bare] = [await byDuckdb(electorate), byObjects(electorate), () => byBareLoop(electorate)]
  const expected = bare().join(" ")
  for (const [name, count] of Object.entries({ batch, ongoing, duckdb, objects }))
    if ((await count()).join(" ") !== expected) throw new Error(`[bench] ${name} counts otherwise than a bare loop`)
  return [
    {
      _tag: "Timed",
      id: "ballots",
      title: work,
      contenders: [
        contender("jinlin tallyOfColumns", "ours", batch),
        contender("DuckDB, tables in memory", "peer", duckdb),
        contender("objects and a Map", "peer", objects),
        contender("bare loop over columns", "floor", bare),
      ],
      target: { _tag: "FasterThanPeer", atLeast: 5 },
      clock: "wall",
      notes: [],
    },
    {
      _tag: "Timed",
      id: "ballots-running",
      title: `${work}, ballot by ballot`,
      contenders: [
        contender("jinlin runningTally", "ours", ongoing),
        contender("jinlin tallyOfColumns, at once", "floor", batch),
      ],
      target: { _tag: "TimesFloor", atMost: 1.5 },
      clock: "wall",
      notes: [],
    },
  ]
}
