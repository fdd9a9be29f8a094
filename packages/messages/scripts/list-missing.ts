import { en } from "../src/en/index.ts"
import { zhHans } from "../src/zh-hans/index.ts"
import { coreVocabulary } from "./core-vocabulary.ts"

// Prints what the core can say and has no text for yet, with the variables that each text may use:
// `pnpm --filter @jinlin/messages missing`. Paste the lines into src/zh-hans and src/en, then run `generate`.
const listed = new Set<string>()
for (const { keys, samples, where } of coreVocabulary()) {
  const variables = Object.keys(samples[0] ?? {}).filter((name) => name !== "_tag" && name !== "rule")
  for (const key of keys) {
    const lacking = [zhHans, en].filter((messages) => {
      const text = messages.textOf(key)
      return !text.ok && text.refusal._tag === "MissingMessage"
    })
    if (lacking.length === 0 || listed.has(key)) continue
    listed.add(key)
    const languages = lacking.map(({ language }) => language).join(", ")
    process.stdout.write(`  "${key}": "", // ${languages}: ${variables.join(", ") || "no variables"} (${where})\n`)
  }
}
process.stdout.write(listed.size === 0 ? "nothing is missing\n" : `${listed.size} keys are missing\n`)
