export { disclosureLaws } from "./laws/index.ts"
export { assertLaw as assertDisclosureLaw, type DisclosureLaw } from "./laws/law.ts"
export {
  type DisclosureMoveKind,
  disclosureMoveKinds,
  disclosureStories,
  type Move as DisclosureMove,
} from "./moves.ts"
export {
  article34,
  article35,
  type DisclosureStage,
  decidedOn,
  disclosureActors,
  disclosureAt,
  disclosureRules,
  disclosureStages,
  downOn,
  objectingOn,
  postingOn,
  preparing,
  type Step as DisclosureStep,
  sceneCalendar,
  sceneScope,
  sceneSections,
  sceneSubject,
  someDigest,
  step as disclosureStep,
} from "./scene.ts"
export {
  type Chapter as DisclosureChapter,
  type DisclosureDecider,
  type DisclosureStory,
  type Told as DisclosureTold,
  tell as tellDisclosure,
} from "./story.ts"
