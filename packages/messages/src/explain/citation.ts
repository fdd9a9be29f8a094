import { type Described, describeLine } from "../describe.ts"
import type { Names, Write } from "../text.ts"
import type { CitationData } from "./outcome.ts"

const numbered = /^(\d+)(?:\((\d+)\))?(?:\((\d+)\))?$/

/** `30(4)` is article 30, paragraph 4, and `278(1)(6)` has an item as well; what is written otherwise stays as it is. */
const articleOf = (write: Write, written: string, names: Names): string => {
  const [, article, paragraph = null, item = null] = numbered.exec(written) ?? []
  if (article === undefined) return written
  const text = write("cite.article", { article, paragraph, item }, names)
  return text.ok ? text.value : written
}

/** Where a number comes from and how surely, as a sentence: `cite.<certainty>`. */
export const describeCitationWith = (write: Write, citation: CitationData, names: Names): Described => {
  const { article = "", certainty, instrument } = citation
  const articles = article.split(/,\s*/).flatMap((one) => (one === "" ? [] : [articleOf(write, one, names)]))
  const cited = describeLine(write, { key: "cite.instrument", data: { instrument, articles }, names })
  const said = describeLine(write, { key: `cite.${certainty}`, data: { instrument, cited: cited.text }, names })
  return { text: said.text, missing: [...cited.missing, ...said.missing] }
}
