// `node packages/rule-packs/scripts/generate.ts`: writes schema/rule-pack.json anew, from `RulePack` of @jinlin/core/charter.
import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"

const sources = "--conditions=@jinlin/source"

if (process.execArgv.includes(sources)) {
  const { jsonText } = await import("./json-text.ts")
  const { packSchema } = await import("./schema.ts")
  writeFileSync(join(import.meta.dirname, "../schema/rule-pack.json"), jsonText(packSchema()))
} else {
  // The packages of this workspace are taken as they stand in `src`, so that no build comes first.
  const args = [sources, "--no-warnings", import.meta.filename]
  process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1
}
