/**
 * The first block of TypeScript that follows `<!-- snippet: <name> -->` in a page.
 * Throws, with the remedy, when the page has no such marker or the marker no block.
 */
export const snippetIn = (page: string, name: string): string => {
  const marker = `<!-- snippet: ${name} -->`
  const at = page.indexOf(marker)
  if (at < 0) throw new Error(`The page has no ${marker}. Remedy: put the marker on the line above the block of code.`)
  const block = /^\s*```ts\r?\n(.*?)^```/ms.exec(page.slice(at + marker.length))
  if (block?.[1] === undefined || block.index !== 0)
    throw new Error(`No \`\`\`ts block follows ${marker}. Remedy: put the block right below the marker.`)
  return block[1]
}

const STATIC_IMPORT =
  /^import\s+(?<type>type\s+)?(?:(?<namespace>\*\s+as\s+\w+)|(?<names>\{[^}]*\}))\s+from\s+(?<from>["'][^"']+["'])[ \t]*;?[ \t]*$/gm

/**
 * The same program for people who still write `require`: static imports become calls, and what follows them is put into
 * an async function, since CommonJS has no `await` at the top.
 * Throws on an import of another form, such as a default one, which none of our packages has.
 */
export const asRequire = (snippet: string): string => {
  const calls = [...snippet.matchAll(STATIC_IMPORT)].flatMap(({ groups = {} }) =>
    groups["type"] === undefined ? [`const ${binding(groups)} = require(${groups["from"]})`] : [],
  )
  const body = snippet.replace(STATIC_IMPORT, "")
  if (/^import\s/m.test(body))
    throw new Error("The snippet has an import that require() cannot say. Remedy: import names.")
  return `${calls.join("\n")}\n;(async () => {\n${body.trim()}\n})().catch((error) => {\n  console.error(error)\n  process.exitCode = 1\n})\n`
}

const binding = (groups: { readonly [group: string]: string | undefined }): string => {
  const namespace = groups["namespace"]
  if (namespace !== undefined) return namespace.replace(/^\*\s+as\s+/, "")
  const kept = (groups["names"] ?? "{}")
    .slice(1, -1)
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "))
  return `{ ${kept.map((name) => name.replace(/\s+as\s+/, ": ")).join(", ")} }`
}

/** The packages that a program imports: `@jinlin/core/kernel` counts as `@jinlin/core`. */
export const packagesIn = (program: string): ReadonlyArray<string> => {
  const from = [...program.matchAll(/\bfrom\s+["']([^"'.][^"']*)["']/g)].map(([, specifier]) => specifier ?? "")
  return [...new Set(from.filter((name) => !name.startsWith("node:")).map(packageOf))]
}

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
