export { on } from "./moments.ts"
export { given, type Outcome, play, type Scenario } from "./scenario.ts"
