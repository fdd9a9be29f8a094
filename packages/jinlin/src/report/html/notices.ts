import type { StoryNotice } from "../../journal/story.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup } from "./markup.ts"
import { stackingTable } from "./table.ts"

/** How often each notice was to be sent, with the last one as an example; in the order in which they first were. */
export const noticesSection = (notices: ReadonlyArray<StoryNotice>, voice: Voice): Markup => {
  if (notices.length === 0) return markup`<p>${voice.say("report.notices.none")}</p>`
  const columns = (["notice", "example", "count"] as const).map((column) => ({
    name: voice.say(`report.column.${column}`),
    isNumber: column === "count",
  }))
  const rows = [...Map.groupBy(notices, ({ notice }) => notice.template)].map(([template, sent]) => {
    const last = sent.at(-1)
    const name = voice.saying(`report.notice.${template}`) ?? template
    return [name, last === undefined ? "" : voice.notice(last.notice), sent.length]
  })
  return stackingTable(columns, rows)
}
