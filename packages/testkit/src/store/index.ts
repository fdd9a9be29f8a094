export { storeChapters } from "./chapters/index.ts"
export { storeConformance, type TestFramework } from "./conformance.ts"
export type { RawRows, RawViewRow } from "./raw-rows.ts"
export { runTrial, type StoreChapter, type StoreTrial, type StoreUnderTest, type Trial } from "./trial.ts"
