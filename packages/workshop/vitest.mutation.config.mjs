// How vitest runs inside Stryker's copy of the workspace. That copy keeps links to the real node_modules, through which
// `@jinlin/core` would be the unmutated one; so every entry is pointed at the source file of the copy itself.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer } from "vitest/node"

const root = process.cwd()

// Which tests are to notice is said by src/mutation/targets.ts.
const tests = (process.env.JINLIN_MUTATION_TESTS ?? "packages/core/src/**/*.test.ts").split(",")

const aliases = readdirSync(join(root, "packages")).flatMap((folder) => {
  const file = join(root, "packages", folder, "package.json")
  if (!existsSync(file)) return []
  const { name, exports = {} } = JSON.parse(readFileSync(file, "utf8"))
  return Object.entries(exports).flatMap(([subpath, target]) => {
    const source = target?.["@jinlin/source"]
    if (source === undefined) return []
    const find = new RegExp(`^${name}${subpath.slice(1)}$`)
    return [{ find, replacement: join(root, "packages", folder, source) }]
  })
})

const drawsExamples = ({ moduleId }) => /fast-check/.test(readFileSync(moduleId, "utf8"))

/** The run of a broken rule ends with the first test that notices, so the quick ones come first. */
class QuickFirst extends BaseSequencer {
  async sort(files) {
    return files.toSorted((a, b) => Number(drawsExamples(a)) - Number(drawsExamples(b)))
  }
}

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: tests,
    exclude: ["**/node_modules/**", "**/dist/**"],
    setupFiles: ["packages/workshop/src/seed/each-file.ts"],
    environment: "node",
    // Nothing here keeps a state between files, and loading them again for every mutant would take most of the time.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
})
