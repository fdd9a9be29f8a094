import type { Decision } from "../../kernel/decider.ts"
import type { RotaEvent } from "../events.ts"
import type { Rota } from "../model.ts"
import type { RotaRefusal } from "../refusals.ts"
import type { Course } from "./catch-up.ts"
import type { Moving } from "./moves.ts"

/** Where a command finds an open rota: the day, the policy of that day, and the rota caught up with it. */
export interface Standing extends Moving {
  readonly course: Course
  readonly rota: Rota
}

/** What a command on a rota comes to. */
export type RotaDecision = Decision<RotaEvent, RotaRefusal>
