export { entitled, personCasting } from "./entitled.ts"
export { type BallotName, ballotNamed, ballotSubject, roundScope } from "./naming.ts"
export { isOver, phaseOn } from "./phases.ts"
export { type CastingCommand, takenBy, takes } from "./taking.ts"
