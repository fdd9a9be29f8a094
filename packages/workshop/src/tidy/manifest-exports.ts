import type { Finding } from "./finding.ts"
import {
  type Entry,
  inManifest,
  type Manifest,
  publishedIn,
  type Said,
  sourceCondition,
  sourceOfEntry,
} from "./manifest.ts"
import type { Workspace } from "./workspace.ts"

const withoutSource = (entry: Entry): Entry => {
  if (typeof entry !== "object" || entry === null) return entry
  return Object.fromEntries(Object.entries(entry).filter(([condition]) => condition !== sourceCondition))
}

const isPackedAlike = ({ exports, publishedExports }: Manifest): boolean => {
  const wanted = Object.entries(exports).map(([name, entry]) => [name, withoutSource(entry)])
  return JSON.stringify(publishedExports) === JSON.stringify(Object.fromEntries(wanted))
}

/** What is packed offers the same entries, in the same order, without the condition that points at sources. */
export const packedExports = (workspace: Workspace): ReadonlyArray<Finding> =>
  publishedIn(workspace)
    .filter((manifest) => !isPackedAlike(manifest))
    .map((manifest) =>
      inManifest(workspace, manifest, {
        near: '"publishConfig"',
        wrong: "`publishConfig.exports` is not `exports` without `@jinlin/source`",
        remedy: "Copy `exports`, order included, and leave that condition out",
      }),
    )

/** Nobody reaches past the entries. */
export const closedInside = (workspace: Workspace): ReadonlyArray<Finding> =>
  publishedIn(workspace)
    .filter(({ exports }) => exports["./internal/*"] !== null)
    .map((manifest) =>
      inManifest(workspace, manifest, {
        near: '"exports"',
        wrong: "does not close what is internal",
        remedy: 'Add `"./internal/*": null` to both lists of exports',
      }),
    )

/** What a TypeScript entry must say: types first, both in `dist` where the source stands in `src`. */
const isStraight = (entry: { readonly [condition: string]: string }): boolean => {
  const stem = entry[sourceCondition]?.replace(/^\.\/src\//, "./dist/").replace(/\.ts$/, "")
  const inOrder = Object.keys(entry).join(" ") === `${sourceCondition} types default`
  return inOrder && entry["types"] === `${stem}.d.ts` && entry["default"] === `${stem}.js`
}

const objection = (workspace: Workspace, manifest: Manifest, entry: Entry): Said | undefined => {
  const source = sourceOfEntry(manifest, entry)
  if (source !== undefined && !workspace.has(source))
    return { wrong: `leads to ${source}, which is not there`, remedy: "Write that file or take the entry out" }
  if (typeof entry !== "object" || entry === null || isStraight(entry)) return undefined
  return {
    wrong: `does not say \`${sourceCondition}\`, \`types\`, \`default\` of one file in this order`,
    remedy: "Write ./src/x.ts, ./dist/x.d.ts, ./dist/x.js",
  }
}

/** Every entry leads to a source that stands, and to what is built of it. */
export const entrySources = (workspace: Workspace): ReadonlyArray<Finding> =>
  publishedIn(workspace).flatMap((manifest) =>
    Object.entries(manifest.exports).flatMap(([name, entry]) => {
      const said = objection(workspace, manifest, entry)
      if (said === undefined) return []
      return [inManifest(workspace, manifest, { ...said, near: `"${name}"`, wrong: `entry \`${name}\` ${said.wrong}` })]
    }),
  )
