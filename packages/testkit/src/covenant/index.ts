export { covenantLaws } from "./laws/index.ts"
export { assertLaw as assertCovenantLaw, type CovenantLaw } from "./laws/law.ts"
export { type CovenantMove, type CovenantMoveKind, covenantMoveKinds, covenantStories } from "./moves.ts"
export {
  type CovenantRulesBody,
  covenantDigest,
  covenantDrafter,
  covenantReviewer,
  covenantRules,
  covenantStep,
  covenantText,
  decidedMatter,
  openMatter,
  plainCovenantRules,
  repealText,
  type Step as CovenantStep,
  sceneCitation as covenantCitation,
} from "./scene.ts"
export { type CovenantStage, covenantAt, covenantStages, offeredText, revisedText } from "./stages.ts"
export {
  type CovenantChapter,
  type CovenantDecider,
  type CovenantStory,
  type CovenantTold,
  tell as tellCovenant,
} from "./story.ts"
