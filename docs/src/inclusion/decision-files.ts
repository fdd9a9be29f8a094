import { existsSync, readdirSync } from "node:fs"
import { type DecisionRecord, isRecord, recordOf } from "./adr.ts"
import { placeOf, textOf } from "./repository.ts"

/** Every record that stands in `docs/adr/`, by file name. */
export const decisionRecords = (): ReadonlyArray<DecisionRecord> => {
  const folder = placeOf("docs/adr")
  const files = existsSync(folder) ? readdirSync(folder).filter(isRecord).sort() : []
  return files.map((file) => recordOf(file, textOf(`docs/adr/${file}`)))
}
