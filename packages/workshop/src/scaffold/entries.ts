import type { ExportTarget } from "../workspace/manifest.ts"

/** The two entries that a process has in the manifest of core: itself, and its rules alone. */
export const entriesFor = (name: string, condition: string | undefined): Readonly<Record<string, ExportTarget>> => {
  const entry = (file: string): ExportTarget => ({
    ...(condition === undefined ? {} : { [condition]: `./src/${name}/${file}.ts` }),
    types: `./dist/${name}/${file}.d.ts`,
    default: `./dist/${name}/${file}.js`,
  })
  return { [`./${name}`]: entry("index"), [`./${name}/rules`]: entry("rules") }
}

/** Puts entries before the closing ones of a list of exports, `./package.json` and what is closed. */
export const withEntries = (
  exports: Readonly<Record<string, ExportTarget>>,
  added: Readonly<Record<string, ExportTarget>>,
): Readonly<Record<string, ExportTarget>> => {
  const rows = Object.entries(exports)
  const end = rows.findIndex(([subpath, target]) => subpath === "./package.json" || target === null)
  const at = end < 0 ? rows.length : end
  return Object.fromEntries([...rows.slice(0, at), ...Object.entries(added), ...rows.slice(at)])
}
