import { type Answer, type Answering, failed } from "@jinlin/sdk"
import { kindOf } from "./contained.ts"
import type { TenantTurn, TurnFailure } from "./loop-turns.ts"

/** A worker broke its contract: it threw instead of answering. Rule WORKER-5. */
export interface WorkerThrew {
  readonly _tag: "WorkerThrew"
  readonly rule: "WORKER-5"
  readonly worker: string
  /** The kind of what was thrown. */
  readonly detail: string
}

/** What a worker does. */
export interface Work<Failure extends TurnFailure> {
  /** Such as `relay`. */
  readonly name: string
  /**
   * Does what there is to do for a tenant, and says how much that was. A signal that is aborted asks it to begin nothing
   * more and to come to an end. It does not throw, and two of one tenant never run at once.
   */
  readonly runOnce: (tenant: string, stop: AbortSignal) => Answering<number, Failure>
}

/** What came of a look at a tenant: how much was done, or why nothing could be. */
export type Looked<Failure> = Answer<number, Failure | WorkerThrew>

/** Looks at a tenant once. Whatever the worker does, an answer comes of it, and is written down in the turn. */
export const look = async <Failure extends TurnFailure>(
  { name, runOnce }: Work<Failure>,
  turn: TenantTurn,
  { now, stop }: { readonly now: () => number; readonly stop: AbortSignal },
): Promise<Looked<Failure>> => {
  let looked: Looked<Failure>
  try {
    looked = await runOnce(turn.tenant, stop)
  } catch (thrown) {
    looked = failed({ _tag: "WorkerThrew", rule: "WORKER-5", worker: name, detail: kindOf(thrown) })
  }
  turn.failures = looked.ok ? 0 : turn.failures + 1
  turn.failure = looked.ok ? null : looked.failure
  turn.failingSince = looked.ok ? null : (turn.failingSince ?? now())
  return looked
}
