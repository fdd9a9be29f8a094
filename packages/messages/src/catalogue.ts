import type { Language } from "./language.ts"
import type { Style } from "./style.ts"

/**
 * The families of keys. A key names what happened and never how it is worded.
 * Other keys are allowed for the texts that a plugin or a vendor adds.
 */
export type MessageKey =
  | `refusal.${string}.what`
  | `refusal.${string}.remedy`
  | `event.${string}.${string}`
  | `because.${string}`
  | `notice.${string}`
  | `outcome.${string}`
  | `term.${string}.${string}`
  | `unit.${string}`
  | `${string}.${string}`

/** One subject in one language: a key to a text in MessageFormat 2. Keys that begin with `$` are remarks and no texts. */
export type Catalogue = Readonly<Record<string, string>>

/** Everything that one language needs: how it writes dates and lists, and its texts, the later subject winning. */
export interface LanguagePack {
  readonly language: Language
  readonly style: Style
  readonly subjects: ReadonlyArray<Catalogue>
}

/** The MessageFormat 2 source under a key, or `undefined`. */
export const sourceOf = (pack: LanguagePack, key: string): string | undefined => {
  if (key.startsWith("$")) return undefined
  return pack.subjects.findLast((subject) => Object.hasOwn(subject, key))?.[key]
}
