import { library } from "../workshop/src/build/library.ts"

const options = library(import.meta.dirname)

/** Besides the entries that are imported, the program that the manifest names in `bin`. */
export default { ...options, entry: { ...options.entry, "cli/main": "src/cli/main.ts" } }
