export { arrivedBallots, type VotingWindow } from "./arrived-ballots.ts"
export { chairFollowsConference } from "./chair-follows-conference.ts"
export { conferenceFollowsChair } from "./conference-follows-chair.ts"
export {
  type BearingMatter,
  bodiesOfMatter,
  disclosureFact,
  type Known,
  type ToPublish,
  toPublish,
} from "./disclosure-facts.ts"
export {
  type AfterPosting,
  type AroundPosting,
  postingFollows,
  postingReplaces,
  type WithPosting,
} from "./following-disclosures.ts"
export { decisionFollows, type MatterKnown, outcomeFollows } from "./following-matters.ts"
export { holdsPost } from "./holds-post.ts"
export { deliberationFact, matterOutcome } from "./matter-facts.ts"
export { membersOf } from "./members-of.ts"
export { peopleOf } from "./people-of.ts"
export { presiderOf } from "./presider-of.ts"
export type { Following } from "./reaction.ts"
export { roundOf } from "./round-of.ts"
export { spokesman } from "./spokesman.ts"
export { votersReached } from "./voters-reached.ts"
