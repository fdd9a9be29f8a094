import { MessageFormat, MessageFunctionError, MessageResolutionError, type Model } from "messageformat"
import { type LanguagePack, sourceOf } from "./catalogue.ts"
import { absent } from "./kinds/kind.ts"
import { kindsFor } from "./kinds/kinds.ts"
import { readSource } from "./source.ts"
import type { TextRefusal, TextResult } from "./text-refusals.ts"

/** The display name of an id; ids that it does not know it gives back as they are. */
export type Names = (id: string) => string

/** The variables of a text by name, without the `$`. */
export type Data = Readonly<Record<string, unknown>>

/** Writes the text under a key. */
export type Write = (key: string, data: Data, names: Names) => TextResult

/** A text may call for a word that is a text of the catalogue itself, and that for one more: no deeper. */
const deepest = 2

const refusalOf = (error: unknown, key: string, { language }: LanguagePack): TextRefusal | undefined => {
  const isOperand = error instanceof MessageFunctionError && error.type === "bad-operand"
  if (isOperand) {
    const variable = error.source.replace(/^\$/, "")
    return error.message === absent
      ? { _tag: "MissingVariable", rule: "MESSAGE-2", key, language, variable }
      : { _tag: "UnreadableVariable", rule: "MESSAGE-3", key, language, variable, expected: error.message }
  }
  // Our kinds say themselves what is absent, because `:maybe` allows it.
  if (error instanceof MessageResolutionError && error.type === "unresolved-variable") return undefined
  return { _tag: "BrokenMessage", rule: "MESSAGE-4", key, language, reason: String(error) }
}

const modelsByText = (): ((source: string) => Model.Message) => {
  const models = new Map<string, Model.Message>()
  return (source) => {
    const model = models.get(source) ?? readSource(source)
    models.set(source, model)
    return model
  }
}

/**
 * The writer of one language. Texts are parsed once, on first use. No isolation characters are put around what is inserted:
 * the result is plain text, and what is inserted holds no direction control (see `visible`).
 */
export const writerOf = (pack: LanguagePack): Write => {
  const { language, style } = pack
  const modelOf = modelsByText()
  const writeAt =
    (depth: number): Write =>
    (key, data, names) => {
      const source = sourceOf(pack, key)
      if (source === undefined)
        return { ok: false, refusal: { _tag: "MissingMessage", rule: "MESSAGE-1", key, language } }
      const lookup = (word: string, about: Data): string | undefined => {
        const found = depth < deepest ? writeAt(depth + 1)(word, about, names) : undefined
        return found?.ok === true ? found.value : undefined
      }
      const refusals: Array<TextRefusal | undefined> = []
      const note = (error: unknown): void => void refusals.push(refusalOf(error, key, pack))
      let text = ""
      try {
        const functions = kindsFor({ style, names, lookup })
        text = new MessageFormat(language, modelOf(source), { bidiIsolation: "none", functions }).format(
          { ...data },
          note,
        )
      } catch (error) {
        // A text that does not parse, or data whose getter throws: neither may take the caller down.
        note(error)
      }
      const refusal = refusals.find((each) => each !== undefined)
      return refusal === undefined ? { ok: true, value: text } : { ok: false, refusal }
    }
  return writeAt(0)
}
