import ts from "typescript"
import { at, type Finding } from "./finding.ts"
import { importsOf } from "./imports.ts"
import { isCoreSource, sourcesIn } from "./places.ts"
import { ambientReferences, nodesOf, type Source } from "./source.ts"
import { isListOfStrings } from "./visible-strings.ts"
import type { Workspace } from "./workspace.ts"

const ambientNames = new Set(
  `Date Intl Temporal process console globalThis global window self navigator setTimeout setInterval setImmediate
   queueMicrotask crypto performance fetch eval WebAssembly SharedArrayBuffer Atomics FinalizationRegistry WeakRef`.split(
    /\s+/,
  ),
)

/** The members of Math that give the same bits on every engine; `pow` differs between Node 20 and 24. */
const exactMath = new Set("abs ceil clz32 floor imul max min round sign trunc".split(" "))

const ambient = (source: Source): ReadonlyArray<Finding> =>
  ambientReferences(source, ambientNames).map((node) =>
    at(source, node, {
      wrong: `core uses \`${node.text}\` of the world around it`,
      remedy: "Let who, when and under which policy arrive as circumstances, and ids and seeds in the command",
    }),
  )

const inexact = (source: Source): ReadonlyArray<Finding> =>
  ambientReferences(source, new Set(["Math"])).flatMap((node) => {
    const { parent } = node
    const member = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : undefined
    if (member !== undefined && exactMath.has(member)) return []
    const remedy = "Use integers, bigint or the kernel's `Fraction`; draw lots from a seed that an event records"
    return [
      at(source, node, { wrong: `core uses \`Math.${member ?? "…"}\`, which is not the same everywhere`, remedy }),
    ]
  })

const power = (source: Source): ReadonlyArray<Finding> =>
  nodesOf(source.tree)
    .filter((node) => ts.isBinaryExpression(node))
    .map(({ operatorToken }) => operatorToken)
    .filter(
      ({ kind }) => kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken,
    )
    .map((token) =>
      at(source, token, { wrong: "core raises to a power with `**`", remedy: "Multiply, or write the constant" }),
    )

const localeMember = /^(localeCompare|toLocale[A-Z].*)$/

const byLocale = (source: Source): ReadonlyArray<Finding> =>
  nodesOf(source.tree)
    .filter((node) => ts.isPropertyAccessExpression(node))
    .filter(({ name }) => localeMember.test(name.text))
    .map(({ name }) =>
      at(source, name, {
        wrong: `core asks the host's locale with \`${name.text}\``,
        remedy: "Compare by code unit with `<`; leave wording to `messages`",
      }),
    )

/**
 * Without a comparator JavaScript sorts by the UTF-16 code units of the text form. For strings that is the order of
 * canonical JSON and right; for numbers 10 comes before 9. It is allowed where the syntax
 * alone shows that the items are strings.
 */
const unsorted = (source: Source): ReadonlyArray<Finding> =>
  nodesOf(source.tree)
    .filter((node) => ts.isCallExpression(node))
    .flatMap((node) => {
      const callee = node.expression
      if (node.arguments.length > 0 || !ts.isPropertyAccessExpression(callee)) return []
      if (!/^(sort|toSorted)$/.test(callee.name.text) || isListOfStrings(callee.expression)) return []
      const wrong = `\`${callee.name.text}()\` without a comparator sorts numbers as text`
      return [
        at(source, callee.name, {
          wrong,
          remedy: "Pass a comparator, or show that these are strings: `ReadonlyArray<string>`",
        }),
      ]
    })

/** Modules of effect that read a clock, draw, log, wait or touch the host. */
const ambientEffect =
  /^effect\/(Clock|Config\w*|Console|Cron|DateTime|FileSystem|Logger|ManagedRuntime|Metric|Random|Runtime|Scheduler|Stdio|Terminal|Tracer|[a-z].*)$/

const mayImport = (specifier: string): boolean =>
  /^\.\.?\/|^@noble\/hashes\/|^@jinlin\//.test(specifier) ||
  (/^effect\//.test(specifier) && !ambientEffect.test(specifier))

const strangers = (source: Source): ReadonlyArray<Finding> =>
  importsOf(source)
    .filter(({ specifier }) => specifier !== "effect" && !mayImport(specifier))
    .map(({ node, specifier }) =>
      at(source, node, {
        wrong: `core imports ${specifier}`,
        remedy: "Core imports stable, pure modules of effect by subpath, a pure digest, and nothing else",
      }),
    )

/** Nothing ambient in core: no clock, randomness, ids, environment, host or locale. Tests are free to use them. */
export const corePurity = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isCoreSource).flatMap((source) =>
    [ambient, inexact, power, byLocale, unsorted, strangers].flatMap((look) => look(source)),
  )
