import type { RuleChange } from "@jinlin/core/charter"
import type { Voice } from "../../report/voice.ts"
import { wrapped } from "../../report/width.ts"

/** How differences are told, and to whom. */
interface Told {
  readonly voice: Voice
  readonly width: number
}

type Steps = Extract<RuleChange, { readonly _tag: "StepsChanged" }>

const stepsOf = (list: Steps["before"], voice: Voice): string =>
  list === null
    ? voice.say("journal.diff.nothing")
    : list.steps.map(({ step }) => voice.say("journal.diff.step", { step })).join(" → ")

/** One difference: what it is about, and what was said before and is said now, each with who says so. */
const linesOf = (change: RuleChange, voice: Voice): readonly [string, ...ReadonlyArray<string>] => {
  if (change._tag === "StepsChanged") {
    const { after, before, list } = change
    return [
      voice.say("journal.diff.steps", { list }),
      voice.say("journal.diff.before", { what: stepsOf(before, voice) }),
      voice.say("journal.diff.after", { what: stepsOf(after, voice) }),
    ]
  }
  const said = (rule: Extract<RuleChange, { readonly after: object }>["after"]): string =>
    voice.say("journal.diff.said", { ...rule })
  const { key } = change
  const turn = change._tag === "RuleChanged" ? change.change : change._tag === "RuleAdded" ? "added" : "removed"
  return [
    voice.say("journal.diff.rule", { key, turn }),
    ...(change._tag === "RuleAdded" ? [] : [voice.say("journal.diff.before", { what: said(change.before) })]),
    ...(change._tag === "RuleRemoved" ? [] : [voice.say("journal.diff.after", { what: said(change.after) })]),
  ]
}

/** Every difference between two sets of rules, for people, and how many there are. Rule DIFF-1. */
export const changesText = (changes: ReadonlyArray<RuleChange>, { voice, width }: Told): string => {
  const blocks = changes.map((change) => {
    const [first, ...others] = linesOf(change, voice)
    const indented = others.flatMap((line) => wrapped(line, width - 2).map((part) => `  ${part}`))
    return [...wrapped(first, width), ...indented].join("\n")
  })
  const end = changes.length === 0 ? "journal.diff.same" : "journal.diff.sum"
  return `${[...blocks, voice.say(end, { count: changes.length })].join("\n\n")}\n`
}
