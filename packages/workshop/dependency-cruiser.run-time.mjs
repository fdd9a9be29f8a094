// What stays of an import when the types are gone (`pnpm check run-time`): the second half of the boundaries.
// `@jinlin/core/<process>/rules` and the kernel's arithmetic are for vendors who want one rule and no Effect.

import boundaries from "./dependency-cruiser.mjs"

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "rules-are-free-of-schema",
      comment:
        "At run time, rules and kernel/arithmetic reach nothing but each other. Import types with `import type`, " +
        "and move what needs Schema out of the file that is reached.",
      severity: "error",
      from: {
        path: "^packages/core/src/([^/]+/rules(/|\\.ts$)|kernel/arithmetic\\.ts$)",
        pathNot: "\\.test\\.ts$",
      },
      to: { path: ["node_modules/", "^node:"], reachable: true },
    },
  ],
  options: { ...boundaries.options, tsPreCompilationDeps: false },
}
