import type { CitationData, Data, MessageKey } from "@jinlin/messages"
import type { RegisterReader } from "../register.ts"

/** Writes a text of the catalogue. */
export interface Say {
  readonly text: (key: MessageKey, data?: Data) => string
  readonly label: (name: string) => string
  readonly name: (id: string) => string
  /** Where something comes from, and how surely. */
  readonly cite: (citation: CitationData) => string
}

/** What is said when a catalogue lacks a text: its key, so that a gap is seen and nothing is thrown. */
export const sayFor = ({ messages, names = (id) => id }: RegisterReader): Say => {
  const text: Say["text"] = (key, data = {}) => {
    const written = messages.textOf(key, data, names)
    return written.ok ? written.value : `[${key}]`
  }
  const cite: Say["cite"] = (citation) => messages.describeCitation(citation, names).text
  return { text, label: (name) => text(`register.label.${name}`), name: names, cite }
}
