export type { TestFramework } from "../../store/conformance.ts"
export type { Closing, PortChapter, PortTrial, RawFile } from "../trial.ts"
export { textStoreChapters, textStoreConformance } from "./conformance.ts"
export type { TextStoreChapter, TextStorePlace, TextStoreTrial, TextStoreUnderTest } from "./place.ts"
