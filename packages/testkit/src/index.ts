export { on } from "./moments.ts"
export { given, type Outcome, play, type Scenario } from "./scenario.ts"
export { type Transition, type Walked, type WalkOptions, walk } from "./walk.ts"
