// How vitest runs inside Stryker's copy of the workspace. That copy keeps links to the real node_modules, through which
// `@jinlin/core` would be the unmutated one; so every entry is pointed at the source file of the copy itself.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "vitest/config"

const root = process.cwd()

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

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: ["packages/core/src/**/*.test.ts", "packages/rule-packs/src/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    setupFiles: ["packages/workshop/src/seed/each-file.ts"],
    environment: "node",
    testTimeout: 60_000,
  },
})
