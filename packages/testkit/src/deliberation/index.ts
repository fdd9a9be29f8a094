export { deliberationLaws } from "./laws/index.ts"
export { assertLaw as assertDeliberationLaw, type DeliberationLaw } from "./laws/law.ts"
export {
  type DeliberationMoveKind,
  deliberationMoveKinds,
  deliberationStories,
  type Move as DeliberationMove,
} from "./moves.ts"
export { assignedSubjects, decidingRules, matterPlans } from "./policies.ts"
export { cited, decisionRules, ofTheScene, plainRules, type RulesBody } from "./rules.ts"
export {
  type Around as DeliberationAround,
  fourSteps,
  hearing,
  opening,
  proposer,
  type Session,
  type Step as DeliberationStep,
  sceneLaw,
  sceneRules,
  sceneSteps,
  session,
  someText,
  step as deliberationStep,
  untilResolve,
  voters as sceneVoters,
} from "./scene.ts"
export { matterAt, type SittingStage, type Stage, sittingDay, sittingStages, stageLaw } from "./stages.ts"
export {
  type Chapter as DeliberationChapter,
  type DeliberationDecider,
  type DeliberationStory,
  type Told as DeliberationTold,
  tell as tellDeliberation,
} from "./story.ts"
