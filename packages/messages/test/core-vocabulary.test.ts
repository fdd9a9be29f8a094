import { describe, expect, test } from "vitest"
import { coreVocabulary, type Speakable } from "../scripts/core-vocabulary.ts"
import { languages, type Messages, messagesFor, type TextRefusal } from "../src/index.ts"

const vocabulary = coreVocabulary()
const processes = [...new Set(vocabulary.map(({ process }) => process))]
const folderOf = (messages: Messages): string => `packages/messages/src/${messages.language.toLowerCase()}`

const remedyFor = (refusal: TextRefusal, messages: Messages, process: string): string => {
  const file = `${folderOf(messages)}/${process}.json`
  if (refusal._tag === "MissingMessage") return `Remedy: write it into ${file} (zh-Hant: run generate).`
  if (refusal._tag === "MissingVariable")
    return `Remedy: the field is not always there; ask with {$${refusal.variable} :maybe} in ${file}.`
  return `Remedy: correct it in ${file}.`
}

const faultsOf = (messages: Messages, { keys, process, samples, where }: Speakable): ReadonlyArray<string> =>
  keys.flatMap((key) => {
    const results = samples.map((sample) => messages.textOf(key, sample))
    const failed = results.find((result) => !result.ok)
    if (failed === undefined || failed.ok) return []
    const { _tag, language, rule: _rule, ...evidence } = failed.refusal
    return [
      `${language}: ${_tag} ${JSON.stringify(evidence)} (${where}). ${remedyFor(failed.refusal, messages, process)}`,
    ]
  })

describe("everything that the core can say has its text, for all the data that its type allows", () => {
  const keys = new Set<string>(vocabulary.flatMap((speakable) => speakable.keys))

  test.each([
    "refusal.InvalidDate.what",
    "refusal.Forbidden.remedy",
    "refusal.InvalidQuorum.what",
    "because.RolledOver",
    "because.NextOnList",
    "event.rotating-chair.TermBegun",
    "event.joint-conference.MeetingHeld",
    "term.command.SkipTurn",
    "notice.turn-published",
    "notice.meeting-noticed",
  ])("%s is among it", (key) => expect(keys).toContain(key))

  test.each(["refusal.RolledOver.what", "refusal.System.what", "refusal.CivilDeadline.what", "refusal.Months.what"])(
    "%s is not: nothing is refused there",
    (key) => expect(keys).not.toContain(key),
  )

  test("a text that is missing, or that forgets an absent value, is found and told with its remedy", () => {
    const messages = messagesFor("en").with({ "because.Tested": "{$unit :name}" })
    const tested = { process: "grid", where: "Because in grid/model.ts", samples: [{ unit: "u" }, { unit: null }] }
    expect(faultsOf(messages, { ...tested, keys: ["because.Tested", "because.Untested"] })).toEqual([
      'en: MissingVariable {"key":"because.Tested","variable":"unit"} (Because in grid/model.ts). Remedy: the field is not always there; ask with {$unit :maybe} in packages/messages/src/en/grid.json.',
      'en: MissingMessage {"key":"because.Untested"} (Because in grid/model.ts). Remedy: write it into packages/messages/src/en/grid.json (zh-Hant: run generate).',
    ])
  })

  describe.each(processes)("%s", (process) => {
    test.each(languages)("in %s", (language) => {
      const messages = messagesFor(language)
      const faults = vocabulary
        .filter((speakable) => speakable.process === process)
        .flatMap((speakable) => faultsOf(messages, speakable))
      expect([...new Set(faults)]).toEqual([])
    })
  })
})
