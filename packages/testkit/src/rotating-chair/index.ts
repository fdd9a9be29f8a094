export { type Move, type MoveKind, moveKinds, rotaPolicies, rotaStories } from "./arbitraries.ts"
export { type Chapter, type RotaDecider, type Told, tell } from "./story.ts"
