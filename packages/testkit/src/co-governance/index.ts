export { coGovernanceLaws } from "./laws/index.ts"
export { assertLaw as assertCoGovernanceLaw, type CoGovernanceLaw } from "./laws/law.ts"
export {
  type CoGovernanceMoveKind,
  coGovernanceMoveKinds,
  coGovernanceMoves,
  type Move as CoGovernanceMove,
} from "./moves.ts"
export {
  type Around as CoGovernanceAround,
  type CoGovernanceStage,
  coGovernanceAt,
  coGovernanceStages,
  completedDisclosures,
  convenor as sceneConvenor,
  decidedFact,
  deliberated,
  deliberationFact,
  disclosureFact,
  type Opening as CoGovernanceOpening,
  opener as coGovernanceOpener,
  opening as coGovernanceOpening,
  revokingText,
  type Step as CoGovernanceStep,
  scenePolicy as coGovernancePolicy,
  someDocument,
  step as coGovernanceStep,
} from "./scene.ts"
export {
  type Chapter as CoGovernanceChapter,
  type CoGovernanceDecider,
  type CoGovernanceStory,
  type Told as CoGovernanceTold,
  tell as tellCoGovernance,
} from "./story.ts"
export type { Surroundings as CoGovernanceSurroundings } from "./surroundings.ts"
