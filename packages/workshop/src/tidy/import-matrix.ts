import ts from "typescript"
import { originOf } from "./exported.ts"
import { at, type Finding } from "./finding.ts"
import { type Import, importsOf, resolve, wayTo } from "./imports.ts"
import { corePlaceOf, isCoreSource, sourcesIn } from "./places.ts"
import { nodesOf, type Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

/** What a file of a process may import at run time, besides the kernel. */
interface Row {
  readonly roles: ReadonlyArray<string>
  /** Modules of effect; `effect/Schema` stands for those it is made of as well, such as `effect/SchemaIssue`. */
  readonly effect: ReadonlyArray<string>
}

const row = (roles: string, effect = ""): Row => ({
  roles: roles.split(" "),
  effect: effect === "" ? [] : effect.split(" ").map((module) => `effect/${module}`),
})

const everything = "model policy refusals rules commands events circumstances authority decide evolve notices due views"

/**
 * The table of ARCHITECTURE §2. Files of one role may import each other. Where it goes beyond the table: the state, the
 * opening command and its event carry the policy ("policy enters state by an event", §3), so these three may import its
 * schema; a refusal's evidence is made of what the state is made of; `evolve` may build on `model`; `decide` folds its own
 * events, and `authority` asks the rules where the state stands (ADR 0007).
 */
const matrix: ReadonlyMap<string, Row> = new Map([
  ["model", row("policy", "Schema")],
  ["policy", row("", "Schema")],
  ["refusals", row("model policy", "Schema")],
  ["rules", row("")],
  ["commands", row("model policy", "Schema")],
  ["events", row("model policy", "Schema")],
  ["circumstances", row("")],
  ["authority", row("rules")],
  ["decide", row("rules evolve", "Result")],
  ["evolve", row("events model")],
  ["notices", row("events")],
  ["due", row("rules")],
  ["views", row("events")],
  ["index", row(everything)],
])

const isEffect = (specifier: string): boolean => /^effect(\/|$)/.test(specifier)

/** Arithmetic belongs to rules: these are the kernel's files of it, `date-arithmetic`, `fraction` and what they are split into. */
const arithmetic = /^packages\/core\/src\/kernel\/(([a-z-]+-)?arithmetic|fraction|rounding)(\.|\/)/

/** The names of another module that an import makes use of; of a namespace, the members that are touched. */
const namesUsed = (source: Source, { node, names }: Import): ReadonlyArray<string> => {
  if (names !== undefined) return names
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined
  if (bindings === undefined || !ts.isNamespaceImport(bindings)) return []
  return nodesOf(source.tree)
    .filter((one) => ts.isPropertyAccessExpression(one))
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === bindings.name.text)
    .map(({ name }) => name.text)
}

interface Edge {
  readonly source: Source
  readonly mention: Import
}

const arithmeticIn = (workspace: Workspace, { source, mention }: Edge, target: string): ReadonlyArray<Finding> =>
  namesUsed(source, mention)
    .filter((name) => arithmetic.test(originOf(workspace, target, name)?.source.path ?? target))
    .map((name) =>
      at(source, mention.node, {
        wrong: `\`decide\` does arithmetic of its own with \`${name}\``,
        remedy: "Put the arithmetic into a rule with a name and an id, and ask that rule",
      }),
    )

const kernelEdge = (workspace: Workspace, edge: Edge, target: string): ReadonlyArray<Finding> => {
  const { source, mention } = edge
  const role = corePlaceOf(source.path)?.role
  if (role === "decide") return arithmeticIn(workspace, edge, target)
  const way = role === "rules" ? wayTo(workspace, target, isEffect) : undefined
  if (way === undefined) return []
  return [
    at(source, mention.node, {
      wrong: `\`rules\` reaches Effect at run time: ${[mention.specifier, ...way.slice(1)].join(" → ")}`,
      remedy: "Import from `kernel/arithmetic.ts` or a kernel file beneath it, or write `import type`",
    }),
  ]
}

const foreign = ({ source, mention }: Edge, to: string): Finding =>
  at(source, mention.node, {
    wrong: `reaches into \`${to}\`, and only \`reactions/\` knows two processes`,
    remedy: "Declare the fact in `circumstances.ts` and let the shell bring it, or react to the event in `reactions/`",
  })

const notInRow = ({ source, mention }: Edge, wrong: string, { roles, effect }: Row): Finding => {
  const may = [...roles, ...effect, "kernel"].filter((name) => name !== "").join(", ")
  return at(source, mention.node, {
    wrong,
    remedy: `It may import ${may}; write \`import type\` where only types are used`,
  })
}

const findingsAt = (workspace: Workspace, edge: Edge): ReadonlyArray<Finding> => {
  const { source, mention } = edge
  const here = corePlaceOf(source.path)
  const target = resolve(workspace, source, mention.specifier)
  if (here === undefined || here.folder === "reactions") return []
  const there = target === undefined ? undefined : corePlaceOf(target)
  if (there !== undefined && there.folder !== here.folder && there.folder !== "kernel")
    return [foreign(edge, there.folder)]
  const allowed = here.isProcess ? matrix.get(here.role) : undefined
  if (allowed === undefined || !mention.atRunTime) return []
  if (target === undefined || there === undefined) {
    if (allowed.effect.some((module) => mention.specifier.startsWith(module))) return []
    return [notInRow(edge, `\`${here.role}\` imports ${mention.specifier} at run time`, allowed)]
  }
  if (there.folder === "kernel") return kernelEdge(workspace, edge, target)
  if (there.role === here.role || allowed.roles.includes(there.role)) return []
  return [notInRow(edge, `\`${here.role}\` imports \`${there.role}\` at run time`, allowed)]
}

/**
 * Which file of core may import which at run time; `import type` is free inside one process. Of a decider only the import
 * of the kernel's date and fraction arithmetic is seen: a sign like `+` may well count objections, so operators are free.
 * Another process may not be imported even as a type, because knowing its types is knowing it.
 */
export const importMatrix = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isCoreSource).flatMap((source) =>
    importsOf(source).flatMap((mention) => findingsAt(workspace, { source, mention })),
  )
