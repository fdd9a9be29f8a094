import type { RotaCommand, RotaPolicy } from "@jinlin/core/rotating-chair"
import type { Line } from "../lines.ts"
import { advance, byMonths, interest, merge, opening, skip, substitute } from "./asking.ts"

type Rota = Line<RotaCommand>

/** Two units merge under one of the rules for doubled turns; `says` tells what that rule does. */
export const merging = (mergedTurns: RotaPolicy["mergedTurns"], says: string): ReadonlyArray<Rota> => [
  {
    on: "2026-01-01",
    ask: opening("2026-01-01", { ...byMonths, mergedTurns, horizonTerms: 6 }, ["clinic", "school", "property"]),
    says: `Three units, seven published terms, and the rule ${mergedTurns}.`,
  },
  { on: "2026-01-02", ask: skip(2), says: "The school puts off a turn." },
  { on: "2026-01-02", ask: interest("fence", "clinic"), says: "The clinic declares an interest." },
  { on: "2026-01-02", ask: substitute("school"), says: "The school stands in for the clinic." },
  {
    on: "2026-01-03",
    ask: merge("clinic", "clinic", "clinic"),
    says: "A unit does not merge with itself.",
    refused: ["MergeNeedsTwoUnits"],
  },
  {
    on: "2026-01-03",
    ask: merge("clinic", "school", "property"),
    says: "No third unit bears the name.",
    refused: ["MergeNeedsTwoUnits"],
  },
  {
    on: "2026-01-03",
    ask: merge("library", "court", "archive"),
    says: "One of the two at least has a seat.",
    refused: ["UnitNotSeated", "UnitNotSeated"],
  },
  { on: "2026-01-10", ask: merge("clinic", "school", "campus"), says },
  { on: "2026-05-01", ask: advance, says: "The merged unit has its turns like any other." },
  {
    on: "2026-05-02",
    ask: merge("library", "property", "estate"),
    says: "Where only one of two has a seat, that seat bears the new name.",
  },
  { on: "2026-07-01", ask: advance, says: "The rota goes on." },
]
