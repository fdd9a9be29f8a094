/**
 * What pages show of the code, written into `src/generated/` in every language: for each process
 * `<process>.<language>.svg`, its state diagram, walked and not drawn by hand; `<process>.<language>.json`, the same for
 * those who read a table; and `<process>.defaults.<language>.json`, the defaults of its policy.
 */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { writeDefaults } from "./defaults.ts"
import { drawStateDiagrams } from "./state-diagrams.ts"

const folder = join(import.meta.dirname, "..", "src", "generated")

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
writeDefaults(folder)
await drawStateDiagrams(folder)
