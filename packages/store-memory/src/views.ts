import { done, failed, type ViewPage, type ViewQuery, type ViewWrite, viewCheckpoint } from "@jinlin/sdk"
import type { Ledger, View, ViewRows } from "./ledger.ts"
import { inOrder, placeOf } from "./places.ts"
import type { Planner } from "./plan.ts"

/** How far readers of the log have come. Rule STORE-12. */
export const planCheckpoints: Planner = (ledger, { checkpoints = [] }) => {
  const moves: Array<readonly [string, string]> = []
  for (const { from, name, to } of checkpoints) {
    const [start, end] = [from, to].map((position) => placeOf(ledger, position, ledger.log.length))
    if (start?.ok === false) return start
    if (end?.ok !== true || end.value === 0) return failed({ _tag: "InvalidCursor", rule: "STORE-6" })
    if ((ledger.checkpoints.get(name) ?? null) !== from)
      return failed({ _tag: "CheckpointMoved", rule: "STORE-12", name })
    moves.push([name, to])
  }
  return done(() => {
    for (const [name, to] of moves) ledger.checkpoints.set(name, to)
  })
}

const viewOf = (ledger: Ledger, name: string): View => {
  const view = ledger.views.get(name) ?? { on: null, versions: new Map() }
  ledger.views.set(name, view)
  return view
}

const writeRows = (ledger: Ledger, { rows, version, view }: ViewWrite): void => {
  const { versions } = viewOf(ledger, view)
  const kept = versions.get(version) ?? { bodies: new Map<string, string>(), order: null }
  versions.set(version, kept)
  for (const { body, key } of rows) {
    if (kept.bodies.has(key) !== (body !== null)) kept.order = null
    if (body === null) kept.bodies.delete(key)
    else kept.bodies.set(key, body)
  }
}

/** Rows of views, and after them the versions that are switched on. Rule STORE-12. */
export const planViews: Planner = (ledger, { viewSwitches = [], views = [] }) => {
  const writes = views.map(({ rows, version, view }) => ({
    ...{ view, version },
    rows: rows.map(({ body, key }) => ({ key, body })),
  }))
  const switches = viewSwitches.map(({ version, view }) => ({ version, view }))
  return done(() => {
    for (const write of writes) writeRows(ledger, write)
    for (const { version, view } of switches) viewOf(ledger, view).on = version
  })
}

const keysOf = (rows: ViewRows): ReadonlyArray<string> => {
  rows.order ??= [...rows.bodies.keys()].sort(inOrder)
  return rows.order
}

/** A page of a view, with the checkpoint of the fold that makes it. */
export const viewPage = (
  ledger: Ledger,
  query: ViewQuery,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): ViewPage => {
  const { keys, prefix = "", view } = query
  const version = query.version ?? ledger.views.get(view)?.on ?? ""
  const rows = ledger.views.get(view)?.versions.get(version) ?? { bodies: new Map<string, string>(), order: [] }
  const wanted = keys === undefined ? undefined : new Set(keys)
  const found = keysOf(rows).filter(
    (key) => (after === undefined || key > after) && key.startsWith(prefix) && wanted?.has(key) !== false,
  )
  const page = found.slice(0, limit).map((key) => ({ key, body: rows.bodies.get(key) ?? "" }))
  return {
    rows: page,
    next: found.length > limit ? (page.at(-1)?.key ?? null) : null,
    version,
    checkpoint: ledger.checkpoints.get(viewCheckpoint({ view, version })) ?? null,
  }
}

/** Forgets a version with its rows and its checkpoint, unless it is switched on. */
export const forgetVersion = (
  ledger: Ledger,
  { version, view }: { readonly version: string; readonly view: string },
) => {
  const kept = ledger.views.get(view)
  if (kept?.on === version) return
  kept?.versions.delete(version)
  ledger.checkpoints.delete(viewCheckpoint({ view, version }))
}
