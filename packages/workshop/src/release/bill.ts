import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Verdict } from "../checks/verdict.ts"
import { fails, holdsUnless } from "../checks/verdict.ts"
import { runPnpm } from "../workspace/program.ts"

/** What may come along with our packages. Whoever embeds them must not meet a licence that asks for more. */
const agreeable: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "Unlicense",
])

/** The part of a CycloneDX document that is looked at. */
export interface Bill {
  readonly bomFormat?: string
  readonly components?: ReadonlyArray<{
    readonly name: string
    readonly version?: string
    readonly group?: string
    readonly licenses?: ReadonlyArray<{ readonly license?: { readonly id?: string }; readonly expression?: string }>
  }>
}

/** A line for each component, `effect 4.1.0: MIT`, in the order of their names. */
export const licenceLines = ({ components = [] }: Bill): ReadonlyArray<string> =>
  components
    .map(({ group, licenses = [], name, version }) => {
      const ids = licenses.map(({ expression, license }) => expression ?? license?.id ?? "unknown")
      return `${group === undefined ? "" : `${group}/`}${name} ${version ?? "?"}: ${ids.length === 0 ? "unknown" : ids.join(" AND ")}`
    })
    .sort()

/** What stands in a bill that nobody has agreed to, in words with the remedy. */
export const licenceFaults = (bill: Bill): ReadonlyArray<string> =>
  licenceLines(bill)
    .filter((line) => !agreeable.has(line.slice(line.lastIndexOf(": ") + 2)))
    .map(
      (line) =>
        `${line} is not among the licences we pass on. Remedy: read it; then add it here, or do without the package.`,
    )

/** Writes what comes along with a package at run time: a CycloneDX document, and a list of licences for people. */
export const writesBill = async (folder: string, packageName: string, target: string): Promise<Verdict> => {
  mkdirSync(target, { recursive: true })
  const base = join(target, packageName.replace("@", "").replace("/", "-"))
  const args = ["sbom", "--sbom-format", "cyclonedx", "--sbom-spec-version", "1.6", "--prod", "--filter", packageName]
  const { code, output } = await runPnpm(["--dir", folder, ...args, "--out", `${base}.cdx.json`], { cwd: folder })
  if (code !== 0) return fails(output)
  const bill = JSON.parse(readFileSync(`${base}.cdx.json`, "utf8")) as Bill
  if (bill.bomFormat !== "CycloneDX") return fails(`${base}.cdx.json is no CycloneDX document.`)
  writeFileSync(`${base}.licences.txt`, `${licenceLines(bill).join("\n")}\n`)
  return holdsUnless(licenceFaults(bill), `${bill.components?.length ?? 0} components`)
}
