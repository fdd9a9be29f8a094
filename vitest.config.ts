import { defineConfig } from "vitest/config"

/** Sources are tested as they stand: the private condition makes `@jinlin/*` resolve to `src`, so no build comes first. */
const conditions = ["@jinlin/source", "module", "node", "default"]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "examples/*/**/*.test.ts",
      "docs/test/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "packages/bench/**"],
    // Properties draw from one seed, said once; see "The seed of a run" in CONTRIBUTING.md.
    globalSetup: ["packages/workshop/src/seed/announce.ts"],
    setupFiles: ["packages/workshop/src/seed/each-file.ts"],
    environment: "node",
    testTimeout: 60_000,
    reporters: ["default"],
  },
})
