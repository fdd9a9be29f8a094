/** What is mutated under a name: rules and the kernel, where a wrong sign is a wrong decision. */
const targets: Readonly<Record<string, ReadonlyArray<string>>> = {
  kernel: ["packages/core/src/kernel/**/*.ts"],
  "rotating-chair": ["packages/core/src/rotating-chair/rules/**/*.ts", "packages/core/src/rotating-chair/rules.ts"],
  "joint-conference": [
    "packages/core/src/joint-conference/rules/**/*.ts",
    "packages/core/src/joint-conference/rules.ts",
  ],
}

const never: ReadonlyArray<string> = ["!**/*.test.ts", "!**/index.ts"]

/** The patterns behind the names, those of every target when there are none. Throws on a name that is no target. */
export const patternsOf = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const unknown = names.find((name) => !Object.hasOwn(targets, name))
  if (unknown !== undefined)
    throw new Error(`[workshop] no target "${unknown}". Remedy: one of ${Object.keys(targets).join(", ")}.`)
  return [...(names.length === 0 ? Object.keys(targets) : names).flatMap((name) => targets[name] ?? []), ...never]
}
