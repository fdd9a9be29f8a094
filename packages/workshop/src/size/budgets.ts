/** The most that some code may weigh when it is bundled, minified and compressed. */
export interface Budget {
  readonly name: string
  /** What a consumer writes: the entries that are imported whole. Every entry of core when absent. */
  readonly imports?: ReadonlyArray<string>
  /** Bytes, after gzip at its default level. */
  readonly most: number
  /** Names of packages of which not a byte may be in it. */
  readonly without?: ReadonlyArray<string>
}

/** What was weighed. */
export interface Weighed {
  readonly bytes: number
  /** Every module in the bundle, as a path or as the name under which it stayed an import. */
  readonly modules: ReadonlyArray<string>
}

/** What is wrong with a weight, in words with the remedy. */
export const budgetFaults = (budget: Budget, weighed: Weighed): ReadonlyArray<string> => {
  const over = weighed.bytes - budget.most
  const unwanted = (budget.without ?? []).flatMap((name) =>
    weighed.modules.filter((module) => isOf(name, module)).slice(0, 1),
  )
  return [
    ...(over > 0
      ? [
          `${budget.name}: ${weighed.bytes} bytes are ${over} over ${budget.most}. Remedy: look at what was added; raise the budget by an ADR only.`,
        ]
      : []),
    ...unwanted.map(
      (module) =>
        `${budget.name}: ${module} is in it. Remedy: import types with \`import type\`, and keep Schema out of rules.`,
    ),
  ]
}

const isOf = (name: string, module: string): boolean =>
  module === name || module.startsWith(`${name}/`) || module.replaceAll("\\", "/").includes(`node_modules/${name}/`)
