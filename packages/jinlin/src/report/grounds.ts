import type { RuleId } from "@jinlin/core/kernel"
import type { Cause, Entry } from "../journal/story.ts"
import type { Bunch } from "./bunches.ts"
import { findingsIn } from "./details.ts"
import type { Voice } from "./voice.ts"

const linesOf = (entries: ReadonlyArray<Entry>): ReadonlyArray<number> =>
  entries.flatMap(({ cause }) => (cause._tag === "Row" ? [cause.line] : []))

const causeText = (cause: Cause, lines: ReadonlyArray<number>, voice: Voice): string => {
  if (cause._tag === "Due") return voice.say("report.cause.due", { rule: cause.rule })
  if (cause._tag === "Asked") return voice.say("report.cause.asked")
  if (cause._tag === "Reaction") return voice.say("report.cause.reaction", { rule: cause.rule })
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  return first === last
    ? voice.say("report.cause.row", { line: first })
    : voice.say("report.cause.rows", { first, last })
}

/** What set it going, in short: a row of the journal, a command, a day that came, or an event of the other process. */
export const causeOf = ({ entries, first }: Bunch, voice: Voice): string =>
  causeText(first.cause, linesOf(entries), voice)

const speakForUnits: ReadonlyArray<string> = ["delegate", "alternate", "unit-head"]

/**
 * By which right it was asked for, in short: the post, its unit where a unit speaks for itself, its body where a matter goes
 * through several, and for whom it was typed.
 */
export const groundsOf = ({ first }: Bunch, voice: Voice): string => {
  const { onBehalfOf, post, within } = first.grounds
  if (first.process === "deliberation" && first.actor._tag === "Post")
    return voice.say("report.grounds.of-body", { post, body: within, typing: onBehalfOf !== undefined })
  if (onBehalfOf !== undefined) return voice.say("report.grounds.on-behalf", { post })
  return speakForUnits.includes(post)
    ? voice.say("report.grounds.of-unit", { post, unit: within })
    : voice.say("report.grounds.post", { post })
}

/** The rules that a line rests on: by which it was asked for, what set it going, and what was found by which. */
export const rulesOf = ({ entries, first }: Bunch): ReadonlyArray<RuleId> => {
  const { cause, grounds } = first
  const causing = "rule" in cause ? [cause.rule] : []
  const found = entries.length === 1 ? findingsIn(first).map(({ rule }) => rule) : []
  return [...new Set([...causing, grounds.rule, ...found])]
}
