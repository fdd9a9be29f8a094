export { type JinlinCommandLine, jinlinFromCommandLine } from "./jinlin.ts"
export type { RunDefaults } from "./places.ts"
export { type ExitCode, type RunCommandLine, runFromCommandLine } from "./run.ts"
export type { Output, Surroundings } from "./surroundings.ts"
