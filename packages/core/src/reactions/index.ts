export { chairFollowsConference } from "./chair-follows-conference.ts"
export { conferenceFollowsChair } from "./conference-follows-chair.ts"
export { presiderOf } from "./presider-of.ts"
export type { Following } from "./reaction.ts"
