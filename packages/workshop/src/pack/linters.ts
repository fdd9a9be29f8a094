import { readFileSync } from "node:fs"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import type { Verdict } from "../checks/verdict.ts"
import { fails, holds, verdictOf } from "../checks/verdict.ts"
import { programOf, runScript } from "../workspace/program.ts"
import type { PackedPackage } from "./pack.ts"

/** publint on the tarball: do the entries lead to files of the kind that they promise? Suggestions count as faults. */
export const publintVerdict = async ({ tarball, manifest }: PackedPackage): Promise<Verdict> => {
  const bytes = readFileSync(tarball)
  const packed = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const { messages, pkg } = await publint({ pack: { tarball: packed }, strict: true })
  const faults = messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code)
  return faults.length === 0 ? holds() : fails(...faults, `Remedy: mend package.json of ${manifest.name}.`)
}

/** attw on the tarball: does TypeScript see what Node will run? CommonJS is no promise of ours, hence `esm-only`. */
export const attwVerdict = async ({ tarball, folder }: PackedPackage): Promise<Verdict> =>
  verdictOf(
    await runScript(programOf("@arethetypeswrong/cli", "attw"), [
      tarball,
      "--profile",
      "esm-only",
      "--no-color",
      "--no-emoji",
      "--format",
      "ascii",
    ]),
    `the types and the code of packages/${folder} must lie side by side in dist.`,
  )
