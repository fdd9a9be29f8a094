// Who may import whom (`pnpm check boundaries`). Dependencies point inward only: adapters → sdk; jinlin → core; core → nothing.
// Each comment names the remedy. Imports of types count as well, except where a rule says otherwise.

const tests = "\\.test\\.ts$|/test/"
const ours = "^packages/"

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files that need each other are one file, or a third is missing that both may import.",
      severity: "error",
      from: { pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      comment: "The import leads nowhere. Write the file, or add the package to the manifest that needs it.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-effect-barrel",
      comment: 'The barrel defeats tree-shaking. Import the subpath: import * as Schema from "effect/Schema".',
      severity: "error",
      from: {},
      to: { path: "node_modules/effect/(dist|src)/index\\.(d\\.)?[jt]s$" },
    },
    {
      name: "core-is-pure",
      comment:
        "The core knows effect's subpaths, @noble/hashes and itself. What it needs besides arrives as circumstances.",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: tests },
      to: {
        pathNot: ["^packages/core/src/", "node_modules/effect/", "node_modules/@noble/hashes/"],
        couldNotResolve: false,
      },
    },
    {
      name: "a-process-knows-no-other",
      comment:
        "A process imports the kernel and itself. What two processes have to do with each other belongs into reactions/.",
      severity: "error",
      from: { path: "^packages/core/src/([^/]+)/", pathNot: "^packages/core/src/(kernel|charter|reactions)/" },
      to: { path: "^packages/core/src/", pathNot: "^packages/core/src/(kernel|$1)/" },
    },
    {
      name: "kernel-is-innermost",
      comment: "The kernel is what processes are made of and knows none of them.",
      severity: "error",
      from: { path: "^packages/core/src/kernel/" },
      to: { path: "^packages/core/src/", pathNot: "^packages/core/src/kernel/" },
    },
    {
      name: "charter-knows-no-process",
      comment: "A charter composes rule packs. What it must know of a process, that process reads from it.",
      severity: "error",
      from: { path: "^packages/core/src/charter/" },
      to: { path: "^packages/core/src/", pathNot: "^packages/core/src/(kernel|charter)/" },
    },
    {
      name: "sdk-knows-nothing-of-ours",
      comment: "The sdk is what plugin authors build on, and they need no core. Let the shell translate.",
      severity: "error",
      from: { path: "^packages/sdk/src/", pathNot: tests },
      to: { path: ours, pathNot: ["^packages/sdk/", "node_modules/"] },
    },
    {
      name: "adapters-know-the-sdk-only",
      comment: "A store or a notifier implements the ports of @jinlin/sdk and sees no process.",
      severity: "error",
      from: { path: "^packages/(store-[^/]+|notify-[^/]+)/src/", pathNot: tests },
      to: { path: ours, pathNot: ["^packages/(sdk|store-sql)/", "^packages/$1/", "node_modules/"] },
    },
    {
      name: "read-not-imported",
      comment:
        "Messages and rule packs are data that the shell puts beside the core: they may import its types, never its code.",
      severity: "error",
      from: { path: "^packages/(messages|rule-packs)/src/", pathNot: tests },
      to: { path: ours, pathNot: ["^packages/$1/", "node_modules/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "packages-meet-at-their-exports",
      comment: "Import a package by its name (@jinlin/core/kernel), so that only what it exports is used.",
      severity: "error",
      from: { path: "^(packages|examples)/([^/]+)/", pathNot: `${tests}|tsup\\.config\\.ts$|^packages/workshop/` },
      to: { path: "^packages/([^/]+)/", pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "tests-meet-at-exports-and-helpers",
      comment:
        "A test may lean on what another package's tests lean on, its folder `test`, which is never published. " +
        "What else it needs stands behind the package's name.",
      severity: "error",
      from: { path: "^(packages|examples)/([^/]+)/.*(\\.test\\.ts$|/test/)", pathNot: "^packages/workshop/" },
      to: { path: "^packages/([^/]+)/", pathNot: "^$1/$2/|^packages/[^/]+/test/", dependencyTypes: ["local"] },
    },
    {
      name: "published-code-needs-published-dependencies",
      comment: "Whoever installs the package does not get its devDependencies. Move the name to dependencies or peers.",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: [tests, "^packages/workshop/"] },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only", "npm", "npm-peer"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.out|coverage|reports|\\.stryker-tmp|packages/bench)/|^(packages|examples)/[^/]+/dist/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@jinlin/source", "import", "types", "node", "default"],
    },
  },
}
