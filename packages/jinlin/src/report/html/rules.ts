import type { RuleId } from "@jinlin/core/kernel"
import type { Voice } from "../voice.ts"
import { type Markup, markup } from "./markup.ts"
import { ruleAnchor } from "./timeline.ts"

/** Rules by name and number: CHAIR-2 before CHAIR-10. */
const inOrder = (rules: Iterable<RuleId>): ReadonlyArray<RuleId> => {
  const partsOf = (rule: RuleId): readonly [string, number] => {
    const dash = rule.lastIndexOf("-")
    return [rule.slice(0, dash), Number(rule.slice(dash + 1))]
  }
  return [...new Set(rules)].toSorted((one, other) => {
    const [[name, number], [otherName, otherNumber]] = [partsOf(one), partsOf(other)]
    return name === otherName ? number - otherNumber : name < otherName ? -1 : 1
  })
}

/** How to read the report, and what each rule says that it names. */
export const rulesSection = (rules: Iterable<RuleId>, voice: Voice): Markup => {
  const explained = inOrder(rules).map(
    (rule) => markup`
<div id="${ruleAnchor(rule)}"><dt><code>${rule}</code></dt><dd>${voice.saying(`report.rule.${rule}`) ?? voice.say("report.rules.unexplained")}</dd></div>`,
  )
  return markup`
<p>${voice.say("report.reading.time")}</p>
<p>${voice.say("report.reading.source")}</p>
<p>${voice.say("report.reading.turns")}</p>
${explained.length === 0 ? null : markup`<dl class="rules">${explained}</dl>`}`
}
