import type { Loader } from "astro/loaders"
import { decisionRecords } from "./decision-files.ts"

/** Reads `docs/adr/*.md` as they stand: their authors write plain Markdown and know nothing of this site. */
export const adrLoader: Loader = {
  name: "jinlin-decisions",
  load: async ({ store, parseData, renderMarkdown }) => {
    store.clear()
    for (const { body, ...data } of decisionRecords()) {
      const id = `${data.lang}/${data.slug}`
      store.set({ id, data: await parseData({ id, data: { ...data } }), body, rendered: await renderMarkdown(body) })
    }
  },
}
