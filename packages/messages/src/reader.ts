import type { MessageKey } from "./catalogue.ts"
import type { Described, DescribedRefusal, FindingData, NoticeData, Tagged } from "./describe.ts"
import { en } from "./en/index.ts"
import type { Explanation } from "./explain/explain.ts"
import type { CitationData, OutcomeData } from "./explain/outcome.ts"
import type { Language } from "./language.ts"
import type { Messages } from "./messages.ts"
import type { Data, Names } from "./text.ts"
import type { TextResult } from "./text-refusals.ts"
import { zhHans } from "./zh-hans/index.ts"
import { zhHant } from "./zh-hant/index.ts"

/** Who reads: in which language, and with which display names for ids (without: the ids themselves). */
export interface Reader {
  readonly language: Language
  readonly names?: Names | undefined
}

/** The messages of one language, when the language is only known at run time. Brings all three along. */
export const messagesFor = (language: Language): Messages => ({ "zh-Hans": zhHans, "zh-Hant": zhHant, en })[language]

const readerOf = (reader: Language | Reader): Reader => (typeof reader === "string" ? { language: reader } : reader)

/** The text under a key, or why there is none. */
export const textOf = (key: MessageKey, data: Data, reader: Language | Reader): TextResult => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).textOf(key, data, names)
}

/** Any refusal of the kernel or of a process in words: what was refused and where, and what would make it pass. */
export const describeRefusal = (refusal: Tagged, reader: Language | Reader): DescribedRefusal => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).describeRefusal(refusal, names)
}

/** An event of a process (the name of its folder, such as `rotating-chair`) as a line of a timeline. */
export const describeEvent = (process: string, event: Tagged, reader: Language | Reader): Described => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).describeEvent(process, event, names)
}

/** A reason that an explanation gives, such as why a unit sits in a term. */
export const describeReason = (because: Tagged, reader: Language | Reader): Described => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).describeReason(because, names)
}

/** What came of applying one rule: what was counted, what was needed, and how near it was. */
export const describeFinding = (finding: FindingData, reader: Language | Reader): Described => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).describeFinding(finding, names)
}

/** What somebody is told. */
export const describeNotice = (notice: NoticeData, reader: Language | Reader): Described => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).describeNotice(notice, names)
}

/** Where a rule or a number comes from, and how surely. */
export const describeCitation = (citation: CitationData, reader: Language | Reader): Described => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).describeCitation(citation, names)
}

/**
 * Why something passed or by how much it fell short, line by line: what was counted, what was needed, the article that says
 * so, and what single change would have turned it.
 */
export const explain = (outcome: OutcomeData, reader: Language | Reader): Explanation => {
  const { language, names } = readerOf(reader)
  return messagesFor(language).explain(outcome, names)
}
