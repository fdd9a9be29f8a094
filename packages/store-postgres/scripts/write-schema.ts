import { writeFileSync } from "node:fs"
import { generatedPath, generatedText } from "./schema-text.ts"

writeFileSync(generatedPath, generatedText())
