import type { NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { Accepted, Ask, Engine } from "./engine.ts"
import type { Contended, RetryByCaller } from "./refusals.ts"
import { tryOnce } from "./trying.ts"

/** What came of a command in the end. */
export type Performed =
  | { readonly ok: true; readonly value: Accepted }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }

/** A race that was lost so often is given back to whoever asked. */
const attempts = 8

const refused = (refusal: Refusal): Performed => ({ ok: false, refusals: [refusal] })

/** A command that may be tried now, by whoever may still ask for it; or what stands in the way. */
export type Prepared =
  | { readonly ok: true; readonly ask: Ask }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }

/**
 * Tries a command, and tries again when others were faster, a bounded number of times and on our own connection only. Rule
 * SHELL-4. `prepare` comes before each try, and says with what it is tried, or what stands in the way; tries count from 1.
 */
export const perform = async (
  engine: Engine,
  ask: Ask,
  prepare: (attempt: number) => Promise<Prepared> = async () => ({ ok: true, ask }),
): Promise<Performed> => {
  const isHosts = engine.store.capabilities.withinTransaction
  for (let attempt = 1; ; attempt += 1) {
    const prepared = await prepare(attempt)
    if (!prepared.ok) return prepared
    const tried = await tryOnce(engine, prepared.ask, isHosts || attempt > 1)
    if (tried._tag === "Accepted") return { ok: true, value: tried.value }
    if (tried._tag === "Refused") return { ok: false, refusals: tried.refusals }
    const { stream } = tried
    const byCaller: RetryByCaller = { _tag: "RetryByCaller", rule: "SHELL-4", stream }
    const contended: Contended = { _tag: "Contended", rule: "SHELL-4", stream, attempts }
    if (isHosts) return refused(byCaller)
    if (attempt === attempts) return refused(contended)
  }
}

const passing: ReadonlySet<string> = new Set([
  ...["StoreUnavailable", "StoreTooNew", "LeaseLost", "Contended", "RetryByCaller", "CatchingUp"],
  ...["CalendarUnavailable", "DirectoryUnavailable"],
])

/** Whether a refusal says nothing of the command itself and the same one may well be accepted later. */
export const isPassing = (refusals: ReadonlyArray<Refusal>): boolean => refusals.some(({ _tag }) => passing.has(_tag))
