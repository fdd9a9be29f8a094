import type { RuleId } from "@jinlin/core/kernel"
import { isOneSource, sentenceIn, type TimelineLine } from "../timeline.ts"
import { clockTime, dayLabel, monthHeading } from "../timeline-text.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"

/** The id of the element that explains a rule. */
export const ruleAnchor = (rule: RuleId): string => `rule-${rule}`

/** A text in which the ids of rules lead to their explanations. */
const withRuleLinks = (text: string, rules: ReadonlyArray<RuleId>): Part => {
  const [rule, ...others] = rules
  if (rule === undefined) return text
  // An id does not run on: CHAIR-1 is not to be found in CHAIR-10.
  const [before, ...after] = text.split(new RegExp(`${rule}(?![0-9])`))
  if (after.length === 0) return withRuleLinks(text, others)
  const link = markup`<a href="#${ruleAnchor(rule)}">${rule}</a>`
  return [withRuleLinks(before ?? "", others), link, withRuleLinks(after.join(rule), rules)]
}

const source = ({ cause, grounds, rules }: TimelineLine, voice: Voice): Markup => {
  const told = voice.say("report.source", { grounds, cause })
  const others = rules.filter((rule) => !told.includes(rule))
  const text = others.length === 0 ? told : voice.say("report.source-with-rules", { source: told, rules: others })
  return markup`<p class="source">${withRuleLinks(text, rules)}</p>`
}

const when = (line: TimelineLine, before: TimelineLine | undefined, voice: Voice): Markup => {
  const day = dayLabel(line.day, voice)
  const time = markup`<time datetime="${line.day}T${clockTime(line.minuteOfDay)}">${clockTime(line.minuteOfDay)}</time>`
  const isNewDay = before?.day !== line.day
  const isNewTime = isNewDay || before.minuteOfDay !== line.minuteOfDay
  const said = (text: Part, isNew: boolean): Markup =>
    markup`<span class="when">${isNew ? text : markup`<span class="hidden">${text}</span>`}</span>`
  return markup`${said(day, isNewDay)}${said(time, isNewTime)}`
}

const item = (line: TimelineLine, { after, before }: Around, { home, voice }: Setting): Markup => {
  const { details, kind } = line
  const sentence = sentenceIn(line, home, voice)
  const list = markup`<ul class="note">${details.map((detail) => markup`<li>${detail}</li>`)}</ul>`
  const isContinued = isOneSource(line, after)
  return markup`
<li${isContinued ? markup` class="continued"` : null}>${when(line, before, voice)}
<div class="what${kind === "happened" ? "" : " left"}"><p><span class="mark">${voice.say(`report.process.${line.process}`)}</span> ${sentence}</p>${details.length === 0 ? null : list}${isContinued ? null : source(line, voice)}</div></li>`
}

interface Around {
  readonly before: TimelineLine | undefined
  readonly after: TimelineLine | undefined
}

interface Setting {
  readonly home: string
  readonly voice: Voice
}

/** The whole story, month by month. */
export const timelineSection = (lines: ReadonlyArray<TimelineLine>, setting: Setting): Markup => {
  const months = Map.groupBy(lines, ({ day }) => day.slice(0, 7))
  const sections = [...months.values()].map((month) => {
    const [first] = month
    const heading = first === undefined ? "" : monthHeading(first.day, setting.voice)
    const items = month.map((line, index) => item(line, { before: month[index - 1], after: month[index + 1] }, setting))
    return markup`<h3>${heading}</h3><ol class="timeline">${items}</ol>`
  })
  return markup`${sections}`
}
