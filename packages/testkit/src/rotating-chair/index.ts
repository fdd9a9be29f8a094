export { type Move, type MoveKind, moveKinds, rotaPolicies, rotaStories } from "./arbitraries.ts"
export { chairLaws } from "./laws/index.ts"
export { assertLaw, type ChairLaw, type RotaStory } from "./laws/law.ts"
export { type Asked, type Chapter, type RotaDecider, retell, type Told, tell } from "./story.ts"
