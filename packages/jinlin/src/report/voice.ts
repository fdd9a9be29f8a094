import {
  type Data,
  type Described,
  type ExplainedLine,
  type FindingData,
  type Language,
  type Messages,
  messagesFor,
  type Names,
  type NoticeData,
  type OutcomeData,
  type Reader,
  type Tagged,
} from "@jinlin/messages"
import { type Charter, namesIn } from "../charter/charter.ts"

/** A refusal for a reader; a stand-in where the catalogue has no text of its own for it. */
interface RefusalInWords {
  readonly what: string
  readonly remedy: string
  readonly isStandIn: boolean
}

/** Everything a report says, said to one reader: in one language, with the display names of one charter. */
export interface Voice {
  readonly language: Language
  readonly names: Names
  /** A text of the report by its key. */
  readonly say: (key: `report.${string}` | `journal.${string}`, data?: Data) => string
  /** The text under a key, or nothing where the catalogue has none. */
  readonly saying: (key: `${string}.${string}`, data?: Data) => string | undefined
  /** Whole sentences behind one another, as the language sets them. */
  readonly sentences: (sentences: ReadonlyArray<string>) => string
  readonly event: (process: string, event: Tagged) => string
  readonly reason: (because: Tagged) => string
  readonly finding: (finding: FindingData) => string
  /** Why an outcome is what it is, line by line. */
  readonly explanation: (outcome: OutcomeData) => ReadonlyArray<ExplainedLine>
  readonly notice: (notice: NoticeData) => string
  readonly refusal: (refusal: Tagged) => RefusalInWords
}

const textIn = ({ text }: Described): string => text

const voiceIn = (messages: Messages, names: Names): Voice => {
  const saying: Voice["saying"] = (key, data) => {
    const told = messages.textOf(key, data, names)
    return told.ok ? told.value : undefined
  }
  return {
    language: messages.language,
    names,
    saying,
    say: (key, data) => saying(key, data) ?? saying("fallback.line", { key }) ?? key,
    sentences: (sentences) => sentences.join(messages.language === "en" ? " " : ""),
    event: (process, event) => textIn(messages.describeEvent(process, event, names)),
    reason: (because) => textIn(messages.describeReason(because, names)),
    explanation: (outcome) => messages.explain(outcome, names).lines,
    finding: (finding) => textIn(messages.describeFinding(finding, names)),
    notice: (notice) => textIn(messages.describeNotice(notice, names)),
    refusal: (refusal) => {
      const { missing, remedy, what } = messages.describeRefusal(refusal, names)
      return { what, remedy, isStandIn: missing.length > 0 }
    },
  }
}

/** The voice in which a charter's story is told to a reader; without names of the reader's own the charter's are used. */
export const voiceFor = (charter: Charter, reader: Language | Reader): Voice => {
  const { language, names } = typeof reader === "string" ? { language: reader, names: undefined } : reader
  return voiceIn(messagesFor(language), names ?? namesIn(charter, language))
}

/** The voice of the command line before any charter is known: ids stand as they are. */
export const plainVoice = (language: Language): Voice => voiceIn(messagesFor(language), (id) => id)
