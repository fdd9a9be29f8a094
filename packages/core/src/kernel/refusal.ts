/** The name of one rule, as the README of its process and its tests write it: `CHAIR-3`, `CONFERENCE-1`, `DATE-2`. */
export type RuleId = `${Uppercase<string>}-${number}` | `${Uppercase<string>}-${Uppercase<string>}-${number}`

/**
 * A refusal is data, never a thrown error: what was asked for, which rule stands against it, and the evidence.
 * The evidence always holds what would make it pass (the earliest day, the missing number). Texts live in `@jinlin/messages`.
 */
export interface Refusal {
  readonly _tag: string
  readonly rule: RuleId
}
