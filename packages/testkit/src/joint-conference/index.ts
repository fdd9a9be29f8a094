export { conferenceCommands } from "./commands.ts"
export { conferenceLaws } from "./laws/index.ts"
export { assertLaw as assertConferenceLaw, type ConferenceLaw, type ConferenceStory } from "./laws/law.ts"
export {
  type ConferenceMoveKind,
  conferenceMoveKinds,
  conferenceStories,
  type Move as ConferenceMove,
} from "./moves.ts"
export { conferencePolicies } from "./policies.ts"
export {
  arriving as membersArriving,
  conferenceAt,
  founded as foundedConference,
  members as conferenceMembers,
  resolution as someResolution,
  type Step as ConferenceStep,
  someDigest,
  step as conferenceStep,
} from "./scene.ts"
export {
  type Chapter as ConferenceChapter,
  type ConferenceDecider,
  type Told as ConferenceTold,
  tell as tellConference,
} from "./story.ts"
