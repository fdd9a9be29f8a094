// `node packages/vectors/scripts/generate.ts`: writes schemas, histories, cases and the table of the README anew.
// With --replace it does so even where a published id would vanish or name another question.
import { spawnSync } from "node:child_process"

const sources = "--conditions=@jinlin/source"

if (process.execArgv.includes(sources)) {
  const { writeFolder } = await import("./folder.ts")
  const { ok, says } = writeFolder(process.argv.includes("--replace"))
  process.stdout.write(`vectors: ${says}\n`)
  process.exitCode = ok ? 0 : 1
} else {
  // The packages of this workspace are taken as they stand in `src`, so that no build comes first.
  const args = [sources, "--no-warnings", import.meta.filename, ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1
}
