import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { readManifest } from "./manifest.ts"
import { workspaceRoot } from "./places.ts"

/**
 * The JavaScript file behind a command such as `tsc`. Started with this very Node, it needs no shell and no `.cmd` file.
 * Throws when the package is a dependency of neither the root nor the workshop.
 */
export const programOf = (packageName: string, command = packageName): string => {
  const homes = [workspaceRoot, join(workspaceRoot, "packages", "workshop")]
  const folder = homes.map((home) => join(home, "node_modules", packageName)).find((path) => existsSync(path))
  const bin = folder === undefined ? undefined : readManifest(folder).bin
  const file = typeof bin === "string" ? bin : bin?.[command]
  if (folder === undefined || file === undefined)
    throw new Error(`[workshop] ${packageName} has no command "${command}" here. Remedy: pnpm install.`)
  return join(folder, file)
}

/** How a program ended and what it said, standard error included, in the order in which it came. */
export interface Outcome {
  readonly code: number
  readonly output: string
}

export interface Running {
  /** The workspace's root when absent. */
  readonly cwd?: string | undefined
  readonly env?: NodeJS.ProcessEnv | undefined
  /** Its output goes to our terminal as it comes, and `output` stays empty. */
  readonly shown?: boolean | undefined
}

/** Runs a program to its end without a shell. A program that cannot start ends with code 127. */
export const runProgram = (program: string, args: ReadonlyArray<string>, running: Running = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const output = running.shown === true ? "inherit" : "pipe"
    const env = running.env ?? process.env
    const child = spawn(program, args, {
      cwd: running.cwd ?? workspaceRoot,
      // What we keep is printed later among other lines, where colours would be noise.
      env: running.shown === true ? env : { ...env, NO_COLOR: "1", FORCE_COLOR: undefined },
      stdio: ["ignore", output, output],
    })
    const heard: Array<Buffer> = []
    child.stdout?.on("data", (chunk: Buffer) => heard.push(chunk))
    child.stderr?.on("data", (chunk: Buffer) => heard.push(chunk))
    child.on("error", (error) => resolve({ code: 127, output: error.message }))
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(heard).toString("utf8") }))
  })

/** Runs a JavaScript or TypeScript file with this Node. */
export const runScript = (script: string, args: ReadonlyArray<string> = [], running: Running = {}): Promise<Outcome> =>
  runProgram(process.execPath, [script, ...args], running)

/** Runs the pnpm that runs us. Throws when the script was started with bare `node`: npm must not be called from here. */
export const runPnpm = (args: ReadonlyArray<string>, running: Running = {}): Promise<Outcome> => {
  const pnpm = process.env["npm_execpath"]
  if (pnpm === undefined || !(process.env["npm_config_user_agent"] ?? "").startsWith("pnpm/"))
    throw new Error("[workshop] this step needs pnpm. Remedy: start it as `pnpm run …` and not with node.")
  return /\.[cm]?js$/.test(pnpm) ? runScript(pnpm, args, running) : runProgram(pnpm, args, running)
}
