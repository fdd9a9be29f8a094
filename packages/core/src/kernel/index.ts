export {
  type Actor,
  type AuthorityRule,
  type AuthorityTable,
  authorize,
  type Circumstances,
  type Forbidden,
  type Grounds,
  posts,
} from "./authority.ts"
export { accept, type Checked, refuse } from "./checked.ts"
export { type Decider, type Decision, type NonEmpty, object, replay, step, unless } from "./decider.ts"
export type { Due } from "./due.ts"
export type { Moment } from "./moment.ts"
export type { Notice, Recipient } from "./notice.ts"
export { type Projection, project } from "./projection.ts"
export type { Refusal, RuleId } from "./refusal.ts"
