import type { PlacedRefusal } from "../shell/refusals.ts"
import type { Desk } from "./admit.ts"
import { writeCursor } from "./cursor.ts"
import type { Viewer } from "./hosted-view.ts"
import type { Answered, Question } from "./question.ts"

/** A question that is answered from the rows of one version. */
export interface Answerable extends Question {
  readonly version: string
}

/** The question that a cursor goes on with. */
export const questionOf = ({ audience, record, subject, tenant, version, view }: Answerable): ReadonlyArray<string> => [
  ...[view.name, version, tenant, subject ?? "", record ?? "", audience],
]

/**
 * From which version a question is answered: from this one, or, while it is being built, from an earlier one that is switched
 * on and whose rows it can show. What was just written is only ever looked for in this one. Rule VIEW-5.
 */
export const versionFor = async ({ engine }: Desk, { after, tenant, view }: Question): Promise<string> => {
  if (after !== null || view.alsoShows === undefined) return view.version
  const on = await engine.store.readView(tenant, { view: view.name, keys: [], limit: 1 })
  return on.ok && view.alsoShows.includes(on.value.version) ? on.value.version : view.version
}

/** A position that was never given is no position, and is not waited for. Rule VIEW-3. */
export const positionFault = async (
  { engine }: Desk,
  { after, tenant }: Question,
): Promise<PlacedRefusal | undefined> => {
  if (after === null) return undefined
  const read = await engine.store.readLog(tenant, { after, limit: 1 })
  return read.ok ? undefined : ({ ...read.failure, path: ["after"] } as PlacedRefusal)
}

/** So many rows are looked through at once where only those of one conference are asked for. */
const rowsLookedThrough = 1_000

/** How the keys of the rows begin that are asked for. */
const prefixOf = ({ record, subject, view }: Question): { readonly prefix?: string } => {
  if (subject !== undefined) return { prefix: `${subject}/` }
  return record === undefined || view.prefixOf === undefined ? {} : { prefix: view.prefixOf(record) }
}

const isRow = (key: string): boolean => !key.includes("/@")

export const pageOf = async (
  { engine }: Desk,
  { viewer, ...question }: Answerable & { readonly viewer: Viewer | undefined },
  from: string | undefined,
): Promise<Answered<unknown>> => {
  const { audience, record, size, tenant, version, view } = question
  const limit = record === undefined || view.belongsTo === undefined ? size + 2 : rowsLookedThrough
  const prefix = prefixOf(question)
  const isAskedFor = (row: unknown): boolean => record === undefined || view.belongsTo?.(row, record) !== false
  const rows: Array<unknown> = []
  let at = from
  let last = ""
  for (;;) {
    const page = await engine.store.readView(tenant, {
      ...{ view: view.name, version, limit, ...prefix },
      ...(at === undefined ? {} : { after: at }),
    })
    if (!page.ok) return { ok: false, refusals: [page.failure] }
    const { checkpoint, next } = page.value
    const found = page.value.rows
      .filter(({ key }) => isRow(key))
      .map(({ body, key }): { readonly key: string; readonly row: unknown } => ({ key, row: JSON.parse(body) }))
      .filter(({ row }) => isAskedFor(row))
    for (const { key, row } of found) {
      if (rows.length === size)
        return {
          ok: true,
          value: { rows, next: writeCursor({ question: questionOf(question), key: last }), asOf: checkpoint },
        }
      rows.push(view.show(row, audience, viewer))
      last = key
    }
    if (next === null) return { ok: true, value: { rows, next: null, asOf: checkpoint } }
    at = next
  }
}
