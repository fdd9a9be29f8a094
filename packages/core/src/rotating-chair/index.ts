import type { Decider } from "../kernel/decider.ts"
import type { RotaCircumstances } from "./circumstances.ts"
import type { RotaCommand as Command } from "./commands.ts"
import { decide } from "./decide/index.ts"
import type { RotaEvent as Event } from "./events.ts"
import { evolve } from "./evolve/index.ts"
import { empty, type Rota as State } from "./model.ts"
import type { RotaRefusal as Refusal } from "./refusals.ts"

/** The rotating chair of one joint conference: one stream is one rota. */
export const rotatingChair: Decider<RotaCircumstances, State, Command, Event, Refusal> = {
  process: "rotating-chair",
  initial: empty,
  decide,
  evolve,
}

export { authority } from "./authority.ts"
export { circumstances, type RotaCircumstances } from "./circumstances.ts"
export { RotaCommand } from "./commands.ts"
export { due } from "./due.ts"
export { RotaEvent } from "./events.ts"
export { Because, MoveCause, OwedTurn, Rota, Seat, Term, Vacancy } from "./model.ts"
export { notices } from "./notices.ts"
export { RotaPolicy, rotaPolicyDefaults, TermLength, TurnOrder } from "./policy.ts"
export { RotaRefusal } from "./refusals.ts"
export { termOn } from "./rules/chair-on.ts"
export {
  doubledTurns,
  explain,
  type FairnessReport,
  type FairnessRow,
  fairnessReport,
  type MovedTurn,
  nextInTurn,
  owedBy,
  type Presider,
  policyOn,
  presiderFor,
  type SeatSpan,
  seatOf,
  servingTerm,
  standIns,
  type TermExplanation,
  type Turn,
  type TurnBook,
  type TurnRecord,
  type TurnRecords,
  termOf,
  termUntil,
  unbegun,
  whoTakesOver,
} from "./rules/index.ts"
export { type TurnQueue, turnQueue } from "./rules/turn-queue.ts"
export { type Tenure, tenures } from "./views/tenures.ts"
export { type TurnHistory, turnHistory } from "./views/turn-history.ts"
