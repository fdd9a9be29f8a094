import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Verdict } from "../checks/verdict.ts"
import { fails, holds, holdsUnless, verdictOf } from "../checks/verdict.ts"
import type { PackedPackage } from "../pack/pack.ts"
import { commandsOf } from "../workspace/entries.ts"
import { programOf, runScript } from "../workspace/program.ts"
import { asRequire } from "./snippet.ts"

const speaks = async (folder: string, file: string): Promise<Verdict> => {
  const { code, output } = await runScript(join(folder, file), [], { cwd: folder })
  if (code !== 0) return fails(`${file} ended with code ${code}:`, output)
  return output.trim() === ""
    ? fails(`${file} printed nothing, so nobody can see that it works.`)
    : holds(firstLine(output))
}

const firstLine = (output: string): string => output.trim().split("\n")[0]?.slice(0, 60) ?? ""

/** Runs the snippet as a module of the consumer's. */
export const runsWithImport = (folder: string, snippet: string): Promise<Verdict> => {
  writeFileSync(join(folder, "snippet.mts"), snippet)
  return speaks(folder, "snippet.mts")
}

/** Runs the same with `require`, as Node 22 and newer can for modules without top-level await. */
export const runsWithRequire = (folder: string, snippet: string): Promise<Verdict> => {
  writeFileSync(join(folder, "required.cts"), asRequire(snippet))
  return speaks(folder, "required.cts")
}

/** Checks the snippet's types against the packed ones, as a strict consumer does. */
export const typeChecks = async (folder: string, snippet: string): Promise<Verdict> => {
  writeFileSync(join(folder, "typed.mts"), snippet)
  const options = [
    "--noEmit",
    "--skipLibCheck",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--module",
    "nodenext",
    "--target",
    "es2023",
  ]
  const lib = ["--lib", "es2024,dom,esnext.disposable"]
  const outcome = await runScript(programOf("typescript", "tsc"), [...options, ...lib, "typed.mts"], { cwd: folder })
  return verdictOf(outcome, "mend the snippet, or the types of the package that it imports.")
}

/** Asks every command of the installed packages for `--help`. */
export const commandsAnswer = async (folder: string, packages: ReadonlyArray<PackedPackage>): Promise<Verdict> => {
  const commands = packages.flatMap(({ manifest }) =>
    commandsOf(manifest).map(({ command, file }) => ({ command, file: join("node_modules", manifest.name, file) })),
  )
  const faults: Array<string> = []
  for (const { command, file } of commands) {
    const { code, output } = await runScript(join(folder, file), ["--help"], { cwd: folder })
    if (code !== 0 || output.trim() === "") faults.push(`${command} --help ended with code ${code}: ${output}`)
  }
  return holdsUnless(faults, commands.map(({ command }) => command).join(", ") || "there is none")
}
