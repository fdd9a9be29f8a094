import type { CivilDate } from "./date-arithmetic.ts"
import type { RuleId } from "./refusal.ts"

/** What falls due by itself: on the first minute of this day the timekeeper issues the command, as `system` under the rule. */
export interface Due<Command> {
  readonly rule: RuleId
  readonly on: CivilDate
  readonly command: Command
}
