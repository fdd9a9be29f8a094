import { existsSync, readdirSync } from "node:fs"
import type { Loader } from "astro/loaders"
import { isRecord, recordOf } from "./adr.ts"
import { placeOf, textOf } from "./repository.ts"

/** Reads `docs/adr/*.md` as they stand: their authors write plain Markdown and know nothing of this site. */
export const adrLoader: Loader = {
  name: "jinlin-decisions",
  load: async ({ store, parseData, renderMarkdown }) => {
    const folder = placeOf("docs/adr")
    store.clear()
    for (const file of existsSync(folder) ? readdirSync(folder).filter(isRecord).sort() : []) {
      const { body, ...data } = recordOf(file, textOf(`docs/adr/${file}`))
      const id = `${data.lang}/${data.slug}`
      store.set({ id, data: await parseData({ id, data: { ...data } }), body, rendered: await renderMarkdown(body) })
    }
  },
}
