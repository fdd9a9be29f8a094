export type { TestFramework } from "../../store/conformance.ts"
export type { Closing, PortChapter, PortTrial, RawFile } from "../trial.ts"
export { personalVaultChapters, personalVaultConformance } from "./conformance.ts"
export type {
  PersonalVaultChapter,
  PersonalVaultPlace,
  PersonalVaultTrial,
  PersonalVaultUnderTest,
  VaultKey,
} from "./place.ts"
