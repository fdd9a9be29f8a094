import type { RotaCommand } from "@jinlin/core/rotating-chair"
import type { Line } from "../lines.ts"
import { advance, byMonths, close, opening, seat, substitute } from "./asking.ts"

type Rota = Line<RotaCommand>

/** A rota opens, goes on by itself and is closed. */
export const life: ReadonlyArray<Rota> = [
  { on: "2026-01-30", ask: advance, says: "A rota that was never opened takes no command.", refused: ["RotaNotOpen"] },
  {
    on: "2026-02-01",
    ask: opening("2026-01-31", byMonths),
    says: "A rota does not start yesterday.",
    refused: ["RotaStartsInPast"],
  },
  { on: "2026-01-30", ask: opening("2026-01-31", byMonths, []), says: "A rota needs a unit.", refused: ["EmptyRoll"] },
  {
    on: "2026-02-01",
    ask: opening("2026-01-31", byMonths, ["clinic", "school", "clinic", "school", "clinic"]),
    says: "Every fault is named at once, each doubled unit with its rows.",
    refused: ["RotaStartsInPast", "DuplicateMember", "DuplicateMember"],
  },
  {
    on: "2026-01-30",
    ask: opening("2026-01-31", byMonths),
    members: ["school", "court"],
    says: "Where a conference is kept, only its members take turns.",
    refused: ["UnitsNotMembers"],
  },
  {
    on: "2026-01-30",
    ask: opening("2026-01-31", byMonths),
    members: ["school", "clinic", "property", "court"],
    says: "A rota opens for tomorrow: nobody is in the chair yet, and the terms are published.",
  },
  {
    on: "2026-01-30",
    ask: opening("2026-02-01", byMonths),
    says: "A rota is opened once.",
    refused: ["RotaAlreadyOpened"],
  },
  {
    on: "2026-01-30",
    ask: substitute("school"),
    says: "Nobody stands in before the first day.",
    refused: ["TermNotBegun"],
  },
  { on: "2026-01-30", ask: advance, says: "The day before the first day nothing happens." },
  { on: "2026-01-31", ask: advance, says: "On the first day the first term begins." },
  { on: "2026-01-31", ask: advance, says: "Looking again changes nothing." },
  { on: "2026-02-27", ask: advance, says: "A rota anchored on the 31st: 27 February is still the first term." },
  { on: "2026-02-28", ask: advance, says: "It begins its second term on the last day of February." },
  { on: "2026-05-01", ask: advance, says: "Nobody looked for two months: both terms begin on their own days." },
  { on: "2026-05-10", ask: close, says: "The rota is closed." },
  { on: "2026-05-11", ask: seat("court"), says: "A closed rota takes no command.", refused: ["RotaNotOpen"] },
  {
    on: "2026-05-11",
    ask: opening("2026-05-12", byMonths),
    says: "Nor is a closed rota opened again.",
    refused: ["RotaAlreadyOpened"],
  },
]
