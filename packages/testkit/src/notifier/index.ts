export {
  type NotifierTestFramework,
  type NotifierTrial,
  type NotifierUnderTest,
  notifierConformance,
  notifierTrials,
} from "./conformance.ts"
