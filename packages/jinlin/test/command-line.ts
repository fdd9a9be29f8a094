import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { onTestFinished } from "vitest"
import { type RunCommandLine, runFromCommandLine } from "../src/cli/index.ts"

/** What a person sees of a command. */
export interface Seen {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own for one test, with these files in it; it is taken away when the test is over. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Everything below a folder, by its path from there, in order. */
export const filesBelow = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted()

/** A file of a folder as text. */
export const textIn = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8")

/** Something that keeps what is written to it. */
export const keeping = (rest: Partial<RunCommandLine["stdout"]> = {}) => {
  const parts: Array<string> = []
  return { ...rest, write: (text: string) => parts.push(text), text: () => parts.join("") }
}

/** Runs `jinlin run` in a folder, in English unless the options say otherwise. */
export const run = async (
  folder: string,
  argv: ReadonlyArray<string>,
  rest: Partial<Omit<RunCommandLine, "argv" | "cwd" | "stdout" | "stderr">> = {},
): Promise<Seen> => {
  const [stdout, stderr] = [keeping(), keeping()]
  const code = await runFromCommandLine({ env: {}, ...rest, argv, cwd: folder, stdout, stderr })
  return { code, out: stdout.text(), err: stderr.text() }
}
