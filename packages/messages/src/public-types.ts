// The types that speak of texts: every entry of this package exports all of them, and none costs anything at run time.
export type { Catalogue, LanguagePack, MessageKey } from "./catalogue.ts"
export type { CivilDay } from "./civil-day.ts"
export type { Described, DescribedRefusal, FindingData, NoticeData, Tagged } from "./describe.ts"
export type { Explanation } from "./explain/explain.ts"
export type {
  CitationData,
  CitedFinding,
  ExplainedLine,
  JudgementData,
  LineRole,
  OutcomeData,
  TallyData,
  WeightData,
} from "./explain/outcome.ts"
export type { Language } from "./language.ts"
export type { Messages } from "./messages.ts"
export type { Style } from "./style.ts"
export type { Data, Names } from "./text.ts"
export type {
  BrokenMessage,
  MissingMessage,
  MissingVariable,
  TextRefusal,
  TextResult,
  UnreadableVariable,
} from "./text-refusals.ts"
