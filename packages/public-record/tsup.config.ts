import { library } from "../workshop/src/build/library.ts"

export default library(import.meta.dirname)
