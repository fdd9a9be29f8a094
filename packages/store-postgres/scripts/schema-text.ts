import { readFileSync } from "node:fs"

/** The schema as administrators read it. */
const schemaPath = new URL("../schema/1.sql", import.meta.url)

/** The same text as a module, so that it stays with the code when a vendor bundles it. */
export const generatedPath = new URL("../src/generated/schema.ts", import.meta.url)

/** The module that `schema/1.sql` makes. */
export const generatedText = (): string => {
  const text = readFileSync(schemaPath, "utf8").replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")
  return `// Made from schema/1.sql by \`pnpm schema\`. Do not edit it by hand.\n\n/** Tables and functions, as they stand in \`schema/1.sql\`. */\nexport const schemaText = \`${text}\`\n`
}
