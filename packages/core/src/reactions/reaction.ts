import type { RuleId } from "../kernel/refusal.ts"

/** A command that follows from an event, and the rule by which it does. */
export interface Following<Command> {
  readonly rule: RuleId
  readonly command: Command
}
