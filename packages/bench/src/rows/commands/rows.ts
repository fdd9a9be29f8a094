import { jointConference } from "@jinlin/core/joint-conference"
import { rotatingChair } from "@jinlin/core/rotating-chair"
import type { Preparation, TimedRow } from "../row.ts"
import { arrival, conferences, meetingDay } from "./conferences.ts"
import { contendersFor } from "./contenders.ts"
import { around } from "./moments.ts"
import { recordAttendance } from "./plain-conference.ts"
import { beginTerm, declareInterest, swapTurns } from "./plain-rota.ts"
import { dayWithin, nextBegins, rotas } from "./rotas.ts"

const row = (id: string, title: string, contenders: TimedRow["contenders"]): TimedRow => ({
  _tag: "Timed",
  id,
  title,
  contenders,
  target: { _tag: "TimesFloor", atMost: 2 },
  notes: [],
})

/** Decide and evolve of one command, beside plain functions. */
export const commandRows: Preparation = async () => {
  const chairs = rotas(16)
  const [decider, plainDecider] = [rotatingChair, jointConference]
  const swaps = chairs.map((state) => {
    const command = { _tag: "SwapTurns", first: state.serving + 1, second: state.serving + 3 } as const
    return { state, command, around: around(dayWithin(state)) }
  })
  const interests = chairs.map((state, index) => {
    const command = { _tag: "DeclareInterest", item: "item-0", unit: `unit-${(index % 12) + 1}` } as const
    return { state, command, around: around(dayWithin(state)) }
  })
  const beginnings = chairs.map((state) => {
    const command = { _tag: "AdvanceRota" } as const
    return { state, command, around: around(nextBegins(state)) }
  })
  const arrivals = conferences().map((state, here) => {
    return { state, command: arrival(here + 1), around: around(meetingDay) }
  })
  return [
    row("swap", "decide + evolve: SwapTurns, 12 units", contendersFor({ decider, plain: swapTurns, asked: swaps })),
    row(
      "interest",
      "decide + evolve: DeclareInterest, 12 units",
      contendersFor({ decider, plain: declareInterest, asked: interests }),
    ),
    row(
      "begin-term",
      "decide + evolve: AdvanceRota, a term begins and one is published",
      contendersFor({ decider, plain: beginTerm, asked: beginnings }),
    ),
    row(
      "attendance",
      "decide + evolve: RecordAttendance, 12 units",
      contendersFor({ decider: plainDecider, plain: recordAttendance, asked: arrivals }),
    ),
  ]
}
