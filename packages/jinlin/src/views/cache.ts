import type { Refusal } from "@jinlin/core/kernel"
import { type Answer, done, rowsPerPage, type Store } from "@jinlin/sdk"
import type { HostedView } from "./hosted-view.ts"

/** A view of one subject as it is folded: where it stands, and the rows that were last written. */
export interface Folding {
  readonly view: unknown
  readonly written: ReadonlyArray<unknown>
  /** Why no more events are taken in: one of them could not be read. */
  readonly stopped: Refusal | null
}

/** The keys of a subject's rows: the rows in order, then what the fold remembers, then why it stopped. */
export const rowKey = (subject: string, index: number): string => `${subject}/${String(index).padStart(8, "0")}`
export const memoryKey = (subject: string): string => `${subject}/@memory`
export const stoppedKey = (subject: string): string => `${subject}/@stopped`

/** What is kept under a key that is no row's. */
const keptUnder = (rows: ReadonlyMap<string, string>, key: string): unknown => {
  const body = rows.get(key)
  return body === undefined ? null : JSON.parse(body)
}

/** Reads a view of one subject back from its rows. */
export const restore = async (
  store: Store,
  hosted: HostedView,
  { subject, tenant }: { readonly tenant: string; readonly subject: string },
): Promise<Answer<Folding, Refusal>> => {
  const found = new Map<string, string>()
  let after: string | undefined
  do {
    const page = await store.readView(tenant, {
      ...{ view: hosted.name, version: hosted.version, prefix: `${subject}/`, limit: rowsPerPage },
      ...(after === undefined ? {} : { after }),
    })
    if (!page.ok) return page
    for (const { body, key } of page.value.rows) found.set(key, body)
    after = page.value.next ?? undefined
  } while (after !== undefined)
  const rows = [...found].filter(([key]) => !key.includes("/@")).map(([, body]): unknown => JSON.parse(body))
  const stopped = keptUnder(found, stoppedKey(subject)) as Refusal | null
  if (found.size === 0) return done({ view: hosted.initial, written: [], stopped: null })
  return done({ view: hosted.from(rows, keptUnder(found, memoryKey(subject))), written: rows, stopped })
}
