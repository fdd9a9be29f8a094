// The types of the workers that stand in public signatures: what waits or was laid aside and why, alarms, how loops stand.
export type { Health, HealthOptions, WatchedWorker } from "./health.ts"
export type {
  Alarm,
  ChannelIsDisabled,
  ClockSkewed,
  DeliveriesParked,
  DueItemsOverdue,
  HealthThresholds,
  LeaseLags,
  LogStalled,
  StoreNotAnswering,
  UndeliveredTooLong,
  WorkerFailing,
  WorkerStuck,
} from "./health-alarms.ts"
export type { TurnSeen } from "./loop.ts"
export type { WorkerThrew } from "./loop-look.ts"
export type { TurnFailure } from "./loop-turns.ts"
export type { ParkedDelivery, Relay, RelayFailure, RelayOptions } from "./relay.ts"
export type {
  AttemptsUsedUp,
  ChannelDisabled,
  DeliveryCause,
  LookUpFailed,
  Misbehaviour,
  NobodyToReach,
  NoContact,
  NotRendered,
  NotTaken,
  RelayBroke,
  SetAside,
  StartedTooOften,
  UnknownKind,
  UnknownNotifier,
  UnreadablePayload,
} from "./relay-cause.ts"
export type { DisabledChannel } from "./relay-channels.ts"
export type { RelayLimits } from "./relay-limits.ts"
export type { Reached, Rendered } from "./relay-parts.ts"
export type { MessagePayload, NoticePayload } from "./relay-payload.ts"
export type { NamedFor } from "./relay-render.ts"
export type { RetryAfterBounds, RetrySchedule } from "./retry.ts"
