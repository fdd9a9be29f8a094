/** What is mutated under a name: rules and the kernel, where a wrong sign is a wrong decision. */
interface Target {
  readonly files: ReadonlyArray<string>
  /** The tests that are to notice. */
  readonly tests: ReadonlyArray<string>
}

const everyTest: ReadonlyArray<string> = [
  "packages/core/src/**/*.test.ts",
  "packages/core/test/**/*.test.ts",
  "packages/rule-packs/src/**/*.test.ts",
]

/** The tests beside a folder of the core and those of that name under `test`; tests of what is built upon it do not count. */
const testsOf = (folder: string): ReadonlyArray<string> => [
  `packages/core/src/${folder}/**/*.test.ts`,
  `packages/core/test/${folder}/**/*.test.ts`,
]

const targets: Readonly<Record<string, Target>> = {
  kernel: { files: ["packages/core/src/kernel/**/*.ts"], tests: everyTest },
  "rotating-chair": {
    files: ["packages/core/src/rotating-chair/rules/**/*.ts", "packages/core/src/rotating-chair/rules.ts"],
    tests: everyTest,
  },
  "joint-conference": {
    files: ["packages/core/src/joint-conference/rules/**/*.ts", "packages/core/src/joint-conference/rules.ts"],
    tests: everyTest,
  },
  charter: {
    files: ["packages/core/src/charter/*.ts"],
    tests: ["packages/core/src/charter/*.test.ts", "packages/core/test/charter/*.test.ts"],
  },
  "charter-lint": { files: ["packages/core/src/charter/lint/*.ts"], tests: testsOf("charter") },
  covenant: { files: ["packages/core/src/covenant/rules/*.ts"], tests: testsOf("covenant") },
  deliberation: { files: ["packages/core/src/deliberation/rules/*.ts"], tests: testsOf("deliberation") },
  counting: {
    files: ["packages/core/src/deliberation/rules/counting/*.ts"],
    tests: [...testsOf("deliberation"), "packages/core/test/counting/**/*.test.ts"],
  },
  disclosure: { files: ["packages/core/src/disclosure/rules/*.ts"], tests: testsOf("disclosure") },
  ballot: { files: ["packages/core/src/ballot/rules/**/*.ts"], tests: testsOf("ballot") },
  "co-governance": {
    files: ["packages/core/src/co-governance/rules/**/*.ts"],
    tests: testsOf("co-governance"),
  },
}

const never: ReadonlyArray<string> = ["!**/*.test.ts", "!**/index.ts"]

const named = (names: ReadonlyArray<string>): ReadonlyArray<Target> => {
  const unknown = names.find((name) => !Object.hasOwn(targets, name))
  if (unknown !== undefined)
    throw new Error(`[workshop] no target "${unknown}". Remedy: one of ${Object.keys(targets).join(", ")}.`)
  return (names.length === 0 ? Object.keys(targets) : names).flatMap((name) => targets[name] ?? [])
}

/** The patterns behind the names, those of every target when there are none. Throws on a name that is no target. */
export const patternsOf = (names: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...named(names).flatMap(({ files }) => files),
  ...never,
]

/** The tests that are run for the names. Throws on a name that is no target. */
export const testsFor = (names: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(named(names).flatMap(({ tests }) => tests)),
]
