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
  test("the core says something at all", () => {
    const keys = new Set(vocabulary.flatMap((speakable) => speakable.keys))
    expect(processes).toEqual(expect.arrayContaining(["kernel"]))
    expect(keys).toContain("refusal.InvalidDate.what")
    expect(keys).toContain("refusal.Forbidden.remedy")
    expect(keys.size).toBeGreaterThan(50)
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
