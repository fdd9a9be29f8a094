import type { CitationData, Data, FindingData, MessageKey, Messages, Names, Tagged } from "@jinlin/messages"

/** In which language, and by which display names of bodies, units and communities: the record has ids alone, and no people. */
export interface RecordReader {
  readonly messages: Messages
  /** Without it ids stand as they are. */
  readonly names?: Names | undefined
}

/** Writes the texts of a page. */
export interface Say {
  readonly language: string
  readonly text: (key: MessageKey, data?: Data) => string
  readonly label: (name: string) => string
  readonly event: (process: string, event: Tagged) => string
  readonly because: (step: Tagged) => string
  readonly finding: (finding: FindingData & { readonly citation?: CitationData }) => string
  readonly cited: (citation: CitationData) => string
}

/** A text that a catalogue lacks stands as its key, so that a gap is seen and nothing is thrown. */
export const sayFor = ({ messages, names = (id) => id }: RecordReader): Say => {
  const text: Say["text"] = (key, data = {}) => {
    const written = messages.textOf(key, data, names)
    return written.ok ? written.value : `[${key}]`
  }
  const cited: Say["cited"] = (citation) => messages.describeCitation(citation, names).text
  return {
    language: messages.language,
    text,
    label: (name) => text(`record.label.${name}`),
    event: (process, event) => messages.describeEvent(process, event, names).text,
    because: (step) => messages.describeReason(step, names).text,
    finding: (finding) => {
      const { facts, holds } = finding
      const isWhole = facts["share"] === undefined || facts["count"] !== undefined
      const said = isWhole
        ? messages.describeFinding(finding, names).text
        : text("record.finding.hidden", { ...facts, holds })
      return finding.citation === undefined
        ? said
        : text("explain.finding", { text: said, source: cited(finding.citation) })
    },
    cited,
  }
}
