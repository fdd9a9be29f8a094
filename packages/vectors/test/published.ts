import { readFileSync } from "node:fs"
import { join } from "node:path"
import { home, writtenFiles } from "../scripts/folder.ts"
import type { Json } from "../scripts/json-text.ts"
import type { Process } from "../scripts/schemas/processes.ts"

/** A case as whoever has only the files sees it. */
interface PublishedCase {
  readonly id: string
  readonly says: string
  readonly rules: ReadonlyArray<string>
  readonly history?: readonly [] | { readonly from: string; readonly count: number }
  readonly command?: { readonly _tag: string }
  readonly circumstances?: { readonly now: unknown; readonly actor: unknown }
  readonly expect: {
    readonly events?: ReadonlyArray<Json>
    readonly refusals?: ReadonlyArray<Json>
    readonly grounds?: Json
    readonly state?: Json
  }
}

/** A file of cases. */
export interface PublishedCases {
  readonly path: string
  readonly process: Process | "kernel"
  readonly asks: string
  readonly cases: ReadonlyArray<PublishedCase>
}

/** A history. */
export interface PublishedHistory {
  readonly path: string
  readonly process: Process
  readonly history: string
  readonly events: ReadonlyArray<Json>
  readonly states: ReadonlyArray<string>
}

/** A file of this package, as JSON. */
export const readPublished = (path: string): Json => JSON.parse(readFileSync(join(home, path), "utf8")) as Json

const inFolder = <File>(folder: string): ReadonlyArray<File> =>
  [...writtenFiles()]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, text]) => ({ path, ...(JSON.parse(text) as object) }) as File)

/** Every file of cases, as committed. */
export const publishedCases: ReadonlyArray<PublishedCases> = inFolder("cases")

/** Every history, as committed. */
export const publishedHistories: ReadonlyArray<PublishedHistory> = inFolder("histories")

/** Every schema by its path, as committed. */
export const publishedSchemas: ReadonlyArray<{ readonly path: string; readonly $id: string }> = inFolder("schemas")
