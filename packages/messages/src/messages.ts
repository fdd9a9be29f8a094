import type { Catalogue, LanguagePack, MessageKey } from "./catalogue.ts"
import {
  type Described,
  type DescribedRefusal,
  describeFindingWith,
  describeLine,
  describeRefusalWith,
  type FindingData,
  type NoticeData,
  type Tagged,
} from "./describe.ts"
import { describeCitationWith } from "./explain/citation.ts"
import { type Explanation, explainWith } from "./explain/explain.ts"
import type { CitationData, OutcomeData } from "./explain/outcome.ts"
import type { Language } from "./language.ts"
import { type Data, type Names, writerOf } from "./text.ts"
import type { TextResult } from "./text-refusals.ts"

/**
 * Everything that can be said in one language. `names` turns ids into display names; without it ids stand as they are.
 * The results are plain text on one line: whoever puts them into HTML escapes them there.
 */
export interface Messages {
  readonly language: Language
  /** The text under a key, or why there is none. */
  readonly textOf: (key: MessageKey, data?: Data, names?: Names) => TextResult
  /** Any refusal of the kernel or of a process, by its `_tag`: `refusal.<Tag>.what` and `refusal.<Tag>.remedy`. */
  readonly describeRefusal: (refusal: Tagged, names?: Names) => DescribedRefusal
  /** An event as a line of a timeline: `event.<process>.<Tag>`. */
  readonly describeEvent: (process: string, event: Tagged, names?: Names) => Described
  /** A reason that an explanation gives: `because.<Tag>`. */
  readonly describeReason: (because: Tagged, names?: Names) => Described
  /** What came of applying one rule: `outcome.<rule>`, or `outcome.threshold` for any count held against a share. */
  readonly describeFinding: (finding: FindingData, names?: Names) => Described
  /** Where a rule or a number comes from, and how surely: `cite.<certainty>`. */
  readonly describeCitation: (citation: CitationData, names?: Names) => Described
  /** Why something passed or fell short, line by line: a decision event of a deliberation, or a judgement alone. */
  readonly explain: (outcome: OutcomeData, names?: Names) => Explanation
  /** What somebody is told: `notice.<template>`. */
  readonly describeNotice: (notice: NoticeData, names?: Names) => Described
  /** The same with texts of your own: they add to ours and win over them. */
  readonly with: (...subjects: ReadonlyArray<Catalogue>) => Messages
}

const asTheyAre: Names = (id) => id

/** The messages of one language, from its pack. Parses nothing until it is asked for a text. */
export const messagesIn = (pack: LanguagePack): Messages => {
  const write = writerOf(pack)
  return {
    language: pack.language,
    textOf: (key, data = {}, names = asTheyAre) => write(key, data, names),
    describeRefusal: (refusal, names = asTheyAre) => describeRefusalWith(write, refusal, names),
    describeEvent: (process, event, names = asTheyAre) =>
      describeLine(write, { key: `event.${process}.${event._tag}`, data: event, names }),
    describeReason: (because, names = asTheyAre) =>
      describeLine(write, { key: `because.${because._tag}`, data: because, names }),
    describeFinding: (finding, names = asTheyAre) => describeFindingWith(write, finding, names),
    describeCitation: (citation, names = asTheyAre) => describeCitationWith(write, citation, names),
    explain: (outcome, names = asTheyAre) => explainWith(write, outcome, names),
    describeNotice: (notice, names = asTheyAre) =>
      describeLine(write, { key: `notice.${notice.template}`, data: notice.data, names }),
    with: (...subjects) => messagesIn({ ...pack, subjects: [...pack.subjects, ...subjects] }),
  }
}
