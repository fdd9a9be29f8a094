import type { Contender, Part } from "../../measuring/contender.ts"
import type { Preparation } from "../row.ts"
import { drawHistory } from "./history.ts"
import { byBareRing, byRoundRobin, byTurnQueue, type Teller } from "./tellers.ts"

const history = drawHistory(10_000, 1_000, 10)

const contender = (name: string, part: Part, tell: Teller): Contender => ({
  name,
  part,
  run: (times) => {
    let sum = 0
    for (let time = 0; time < times; time += 1) sum += tell(history)
    return sum
  },
})

/** Who has the turn, through a thousand terms of a very large rota in which units come and go. */
export const orderOfTurnRows: Preparation = async () => {
  const expected = byBareRing(history)
  for (const tell of [byTurnQueue, byRoundRobin])
    if (tell(history) !== expected) throw new Error(`[bench] ${tell.name} gives other units the turn than a bare ring`)
  return [
    {
      _tag: "Timed",
      id: "order-of-turn",
      title: "order of turn: 10,000 units × 1,000 terms, 10 join and 10 leave a term, seating included",
      contenders: [
        contender("jinlin turnQueue", "ours", byTurnQueue),
        contender("round-robin-js", "peer", byRoundRobin),
        contender("bare ring, tombstones", "floor", byBareRing),
      ],
      target: { _tag: "FasterThanPeer", atLeast: 20 },
      notes: [],
    },
  ]
}
