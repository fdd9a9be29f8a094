import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { traditionalFile } from "./traditional.ts"

// Writes every catalogue in traditional characters anew: `pnpm --filter @jinlin/messages generate`.
const sources = join(import.meta.dirname, "../src")
const files = readdirSync(join(sources, "zh-hans")).filter((file) => file.endsWith(".json"))

for (const file of files) {
  const simplified: Record<string, string> = JSON.parse(readFileSync(join(sources, "zh-hans", file), "utf8"))
  writeFileSync(join(sources, "zh-hant", file), traditionalFile(file, simplified))
}
for (const file of readdirSync(join(sources, "zh-hant"))) {
  if (file.endsWith(".json") && !files.includes(file)) rmSync(join(sources, "zh-hant", file))
}
process.stdout.write(`zh-Hant: ${files.length} catalogues written\n`)
