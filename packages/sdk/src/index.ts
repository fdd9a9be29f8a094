export { type Answer, type Answering, done, failed } from "./answer.ts"
export type { Clock } from "./clock.ts"
export type { Contact, Directory, DirectoryUnavailable, Identity, Office } from "./directory.ts"
export type { Message, Notifier, SendFailed } from "./notifier.ts"
export type {
  ErasureReceipt,
  FindNames,
  LegalHold,
  NamesSought,
  PersonalField,
  PersonalVault,
  PersonErased,
  TextPlace,
  UnknownPerson,
  VaultFailure,
} from "./personal-vault.ts"
export { fieldsFault } from "./personal-vault-checks.ts"
export { type OptionIssue, optionsBy } from "./plugin/options-by.ts"
export {
  definePlugin,
  type InvalidOptions,
  lineOf,
  type Plugin,
  type PluginContext,
  type PluginDefinition,
  type PluginFailed,
  type PluginFault,
  type PluginKind,
  pluginApiVersion,
  type Service,
  type WrongPluginVersion,
} from "./plugin/plugin.ts"
export type { SealKeeper, SealKeeperUnavailable, SealRefused } from "./seal-keeper.ts"
export { answerAs } from "./store/answer-as.ts"
export type { BallotBox, BallotCount } from "./store/ballot-box.ts"
export {
  type Append,
  type AuditEntry,
  type BallotWrite,
  type Checkpoint,
  type Claim,
  type Commit,
  type Committed,
  type DeliveryOutcome,
  type DueItem,
  type DueList,
  type DueSettled,
  type Fence,
  type Guard,
  type Idempotency,
  type NewDelivery,
  type Release,
  type Settlement,
  type ViewSwitch,
  type ViewWrite,
  viewCheckpoint,
} from "./store/commit.ts"
export { commitFault, nameFault, numberFault, pageFault, tenantFault } from "./store/commit-checks.ts"
export { type CorruptEvent, checkDigests, type DigestReport, type HashText } from "./store/digest-check.ts"
export { eventId, eventText, type NewEvent, type Position, type StoredEvent } from "./store/event.ts"
export type {
  BallotRefused,
  BatchTooLarge,
  CapacityReached,
  CheckpointMoved,
  ClaimNotHeld,
  ClaimTaken,
  CommitFailure,
  CommitFault,
  IdempotencyConflict,
  InvalidCursor,
  InvalidName,
  InvalidPage,
  InvalidStoredNumber,
  InvalidStoredText,
  InvalidTenant,
  LeaseLost,
  NamedTwice,
  ReadFailure,
  StoreFault,
  StoreTooNew,
  StoreUnavailable,
  TenantRequired,
  TextTooLarge,
  UnknownDelivery,
  VersionConflict,
} from "./store/failures.ts"
export { eventsPerCommit, nameLength, rowsPerPage, textLength } from "./store/limits.ts"
export type {
  Backlog,
  Delivery,
  HeldClaim,
  KeptAudit,
  KeptCommand,
  Lease,
  LeaseHeld,
  ListedDue,
  LogPage,
  Page,
  Rows,
  Store,
  StoreCapabilities,
  StoreReads,
  ViewPage,
  ViewQuery,
} from "./store/store.ts"
export { unavailable } from "./store/unavailable.ts"
export type {
  DocumentConflict,
  KeptDocument,
  KeptSection,
  TextDocument,
  TextSection,
  TextStore,
  UnknownDocument,
} from "./text-store.ts"
export { documentFault, misuse, sectionText } from "./text-store-checks.ts"
export type { CalendarUnavailable, PublishedYear, WorkCalendar } from "./work-calendar.ts"
