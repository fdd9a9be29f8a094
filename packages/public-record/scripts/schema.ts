import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { recordSchema } from "./record-schema.ts"

// Writes the schema of a record anew: `pnpm --filter @jinlin/public-record schema`.
writeFileSync(join(import.meta.dirname, "../schema/record.json"), recordSchema())
