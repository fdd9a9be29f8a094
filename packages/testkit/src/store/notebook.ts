import { type Commit, lineOf, nameFault, type Store, tenantFault } from "@jinlin/sdk"
import { fail } from "./asserting.ts"

/** The names that commits of one tenant used, whatever came of them: where a trial may have left something. */
export interface Names {
  readonly streams: Set<string>
  readonly commands: Set<string>
  readonly scopes: Set<string>
  /** View and version. */
  readonly views: Map<string, { readonly view: string; readonly version: string }>
  readonly checkpoints: Set<string>
  readonly boxes: Set<string>
}

/** The names of every tenant of a trial. */
export type Notebook = Map<string, Names>

const noNames = (): Names => ({
  ...{ streams: new Set(), commands: new Set(), scopes: new Set() },
  ...{ views: new Map(), checkpoints: new Set(), boxes: new Set() },
})

const isName = (name: string): boolean => nameFault("", name) === undefined

const note = (notebook: Notebook, commit: Commit): void => {
  const names = notebook.get(commit.tenant) ?? noNames()
  notebook.set(commit.tenant, names)
  const add = (to: Set<string>, ...found: ReadonlyArray<string>): void => {
    for (const name of found) if (isName(name)) to.add(name)
  }
  add(names.streams, ...(commit.appends ?? []).map(({ stream }) => stream))
  add(names.scopes, ...[...(commit.claims ?? []), ...(commit.releases ?? [])].map(({ scope }) => scope))
  add(names.checkpoints, ...(commit.checkpoints ?? []).map(({ name }) => name))
  add(names.boxes, ...(commit.ballots ?? []).map(({ box }) => box))
  if (commit.idempotency !== undefined) add(names.commands, commit.idempotency.key)
  for (const { version, view } of [...(commit.views ?? []), ...(commit.viewSwitches ?? [])])
    if (isName(view) && isName(version)) names.views.set(JSON.stringify([view, version]), { view, version })
}

const isCommit = (value: unknown): value is Commit =>
  typeof value === "object" && value !== null && "tenant" in value && tenantFault(value.tenant) === undefined

/** A trial may hand over what is no commit at all; there is nothing to write down then. */
const noteIfNamed = (notebook: Notebook, value: unknown): void => {
  try {
    if (isCommit(value)) note(notebook, value)
  } catch {}
}

const threw = (method: string | symbol, thrown: unknown): never =>
  fail(`${String(method)} threw, and nothing is thrown out of a port: ${lineOf(thrown)}`)

/** The store as it is, with every name that its commits use written down; what it throws is told as that. */
export const noting = (store: Store, notebook: Notebook): Store =>
  new Proxy(store, {
    get: (_, name) => {
      const member: unknown = Reflect.get(store, name)
      if (typeof member !== "function") return member
      return async (...given: ReadonlyArray<unknown>): Promise<unknown> => {
        if (name === "commit") noteIfNamed(notebook, given[0])
        try {
          return await Reflect.apply(member, store, given)
        } catch (thrown) {
          return threw(name, thrown)
        }
      }
    },
  })
