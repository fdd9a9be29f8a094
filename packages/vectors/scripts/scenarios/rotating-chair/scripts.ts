import type { RotaCommand } from "@jinlin/core/rotating-chair"
import type { Script } from "../lines.ts"
import { records, standingIn, vacancies } from "./chair.ts"
import { life } from "./life.ts"
import { merging } from "./mergers.ts"
import { drawn, listed } from "./order.ts"
import { endOfTime, meetings, quarters } from "./time.ts"
import { limits, turns } from "./turns.ts"

/** The scenarios of a rota that are written by hand. */
export const rotaScripts: ReadonlyArray<Script<RotaCommand>> = [
  { name: "life", says: "A rota opens, goes on by itself and is closed.", lines: life },
  { name: "turns", says: "Turns are traded, put off, declined and missed.", lines: turns },
  { name: "limits", says: "Debts have a limit, and the last unit cannot give way.", lines: limits },
  { name: "vacancies", says: "A chair that nobody holds, and who takes it.", lines: vacancies },
  { name: "standing-in", says: "Who stands in for the chair, and who has an interest.", lines: standingIn },
  { name: "records", says: "The record by which the chair is handed over.", lines: records },
  { name: "quarters", says: "Terms by quarters, and another policy from a day on.", lines: quarters },
  { name: "meetings", says: "Terms that are counted in meetings.", lines: meetings },
  { name: "drawn", says: "Rounds whose order is drawn by lot.", lines: drawn },
  { name: "listed", says: "Rounds in the order of the list.", lines: listed },
  {
    name: "merged-keep-earlier",
    says: "Two units merge and give back their latest doubled turns.",
    lines: merging("keep-earlier", "Two units become one: the latest doubled turns go back."),
  },
  {
    name: "merged-keep-later",
    says: "Two units merge and give back their earliest doubled turns.",
    lines: merging("keep-later", "Two units become one: the earliest doubled turns go back."),
  },
  {
    name: "merged-keep-both",
    says: "Two units merge and keep all turns and debts.",
    lines: merging("keep-both", "Two units become one and keep every turn and every debt."),
  },
  { name: "end-of-time", says: "The last days of the calendar.", lines: endOfTime },
]
