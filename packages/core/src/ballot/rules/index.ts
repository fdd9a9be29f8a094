export { entitled, personCasting } from "./entitled.ts"
export { ballotNamed, ballotSubject, roundScope } from "./naming.ts"
export { takenBy, takes } from "./taking.ts"
