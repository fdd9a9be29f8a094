export { explain, type TermExplanation } from "./explain.ts"
export {
  type FairnessReport,
  type FairnessRow,
  fairnessReport,
  type SeatSpan,
  type TurnRecord,
  type TurnRecords,
} from "./fairness.ts"
export { doubledTurns, type MovedTurn, whoTakesOver } from "./move-turn.ts"
export { nextInTurn, type Turn } from "./next-in-turn.ts"
export { type Presider, presiderFor, standIns } from "./substitute.ts"
export { termUntil } from "./term-dates.ts"
export { owedBy, policyOn, seatOf, servingTerm, type TurnBook, termOf, unbegun } from "./turn-book.ts"
