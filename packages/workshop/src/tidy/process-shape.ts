import type { Finding } from "./finding.ts"
import { otherCoreFolders, processesIn, processNames } from "./places.ts"
import type { Workspace } from "./workspace.ts"

/** What every process has, and what one with a lifecycle has besides: the table of ARCHITECTURE §2, in its order. */
const upToRules = ["model", "policy", "refusals", "rules"]
const lifecycle = "commands events circumstances authority decide evolve notices due views".split(" ")
const roles = [...upToRules, ...lifecycle, "index"]

/** The tests that stand beside them, with the names that answer to each: a split adds a topic, `decide.swap.test.ts`. */
const rulesTests = [
  { name: "rules.test.ts", accepts: /^(rules(\.(?!property\.)[^/.]+)*|rules\/(?!.*\.property\.).+)\.test\.ts$/ },
  {
    name: "rules.property.test.ts",
    accepts: /^(rules\.property(\.[^/.]+)*|rules\/.+\.property(\.[^/.]+)*)\.test\.ts$/,
  },
]
const lifecycleTests = [{ name: "decide.test.ts", accepts: /^(decide(\.[^/.]+)*|decide\/.+)\.test\.ts$/ }]

const rolePattern = roles.join("|")
const allowed = new RegExp(
  `^(README\\.md|(${rolePattern})\\.ts|(${rolePattern})(\\.[a-z0-9-]+)*\\.test\\.ts|(?!index/)(${rolePattern})/.+\\.ts)$`,
)

const missingIn = (files: ReadonlyArray<string>): ReadonlyArray<string> => {
  const stands = (role: string): boolean => files.some((file) => file === `${role}.ts` || file.startsWith(`${role}/`))
  const lives = lifecycle.some(stands)
  const wantedRoles = [...upToRules, ...(lives ? lifecycle : []), "index"].filter((role) => !stands(role))
  const tests = [...(lives ? lifecycleTests : []), ...rulesTests]
  return [
    ...(files.includes("README.md") ? [] : ["README.md"]),
    ...wantedRoles.map((role) => `${role}.ts`),
    ...tests.filter(({ accepts }) => !files.some((file) => accepts.test(file))).map(({ name }) => name),
  ]
}

const nameOf = (process: string): ReadonlyArray<Finding> => {
  if (processNames.has(process)) return []
  const remedy = `Name it as the table of processes does, or put it into ${[...otherCoreFolders].join(", ")}`
  return [
    { path: `packages/core/src/${process}`, line: 1, wrong: `\`${process}\` is no process of the model map`, remedy },
  ]
}

/** Every process has the same files, and nothing else but splits of them. */
export const processShape = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace).flatMap((process) => {
    const folder = `packages/core/src/${process}`
    const files = workspace.paths
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1))
    const missing = missingIn(files).map((file) => ({
      path: `${folder}/${file}`,
      line: 1,
      wrong: "is missing",
      remedy: file.endsWith(".md") || file.endsWith(".test.ts") ? "Write it" : "Write it, or a folder of the same name",
    }))
    const strange = files.filter((file) => !allowed.test(file))
    return [
      ...nameOf(process),
      ...missing,
      ...strange.map((file) => ({
        path: `${folder}/${file}`,
        line: 1,
        wrong: "is no file of a process",
        remedy: "Move it into a folder named after the file it was split from (`rules/`, `views/`, `decide/` …)",
      })),
    ]
  })
