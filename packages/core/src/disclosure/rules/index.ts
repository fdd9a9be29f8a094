export { completesOn, type Entering, sheetsAreInOn, type Waiting } from "./completion.ts"
export { keepsTheLaw, lawfulAudience, lawfulChannel, leastLawfulDays } from "./floor.ts"
export { carriedFrom, notCarried, openObjections } from "./objections.ts"
export { type Counted, isKept, periodOf, type Uncountable } from "./period.ts"
export {
  earliestObjection,
  earliestPosting,
  earliestTakeDown,
  lastConfirming,
  type ObjectionDay,
  type PostingDay,
} from "./posting-day.ts"
export {
  missingChannels,
  type Posted,
  reachesThrough,
  type Stretch,
  stretchesOf,
  stretchesOn,
} from "./stretches.ts"
