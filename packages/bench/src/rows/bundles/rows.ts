import { readFileSync } from "node:fs"
import { join } from "node:path"
import { stop } from "esbuild-wasm"
import { workspaceRoot } from "../../report/places.ts"
import type { Preparation, WeighedRow } from "../row.ts"
import { weigh, whole } from "./weigh.ts"

/** What a consumer of each peer writes at the least: a schema that is used, a machine and its step, a store and a handler. */
const peerUses: ReadonlyArray<readonly [string, string]> = [
  ["zod, one object parsed", `import * as z from "zod"; export const read = z.object({ a: z.string() }).parse`],
  ["xstate, machine and transition", `export { assign, createMachine, transition } from "xstate"`],
  [
    "emmett, store and handler",
    `export { DeciderCommandHandler, getInMemoryEventStore } from "@event-driven-io/emmett"`,
  ],
]

/** Every entry of core that is code. */
const everyEntry = (): ReadonlyArray<string> => {
  const { exports } = JSON.parse(readFileSync(join(workspaceRoot, "packages/core/package.json"), "utf8")) as {
    readonly exports: { readonly [subpath: string]: unknown }
  }
  const entries = Object.entries(exports).filter(([, target]) => typeof target === "object" && target !== null)
  return entries.map(([subpath]) => `@jinlin/core${subpath.slice(1)}`)
}

const ours = [
  { id: "gzip-rules", name: "chair rules", imports: ["@jinlin/core/rotating-chair/rules"], atMost: 2 },
  { id: "gzip-chair", name: "chair with Schema", imports: ["@jinlin/core/rotating-chair"], atMost: 30 },
  { id: "gzip-core", name: "whole core", imports: everyEntry(), atMost: 45 },
]

/** What the code weighs that a consumer bundles: everything of ours that the entries export, of the peers what is used. */
export const bundleRows: Preparation = async () => {
  const peers: Array<WeighedRow["peers"][number]> = []
  for (const [name, contents] of peerUses) peers.push({ name, bytes: await weigh(contents) })
  const rows: Array<WeighedRow> = []
  for (const { atMost, id, imports, name } of ours)
    rows.push({
      _tag: "Weighed",
      id,
      title: `gzip: ${name}, everything that it exports`,
      ours: { name: "jinlin", bytes: await weigh(whole(imports)) },
      peers,
      atMost: atMost * 1024,
      notes: [],
    })
  await stop()
  return rows
}
