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

/**
 * Tries a command, and tries again when others were faster, a bounded number of times and on our own connection only. Rule
 * SHELL-4. `before` comes before each try; the refusal that it gives stands in the way.
 */
export const perform = async (
  engine: Engine,
  ask: Ask,
  before?: () => Promise<NonEmpty<Refusal> | undefined>,
): Promise<Performed> => {
  const isHosts = engine.store.capabilities.withinTransaction
  for (let attempt = 1; ; attempt += 1) {
    const inTheWay = await before?.()
    if (inTheWay !== undefined) return { ok: false, refusals: inTheWay }
    const tried = await tryOnce(engine, ask, isHosts || attempt > 1)
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
])

/** Whether a refusal says nothing of the command itself and the same one may well be accepted later. */
export const isPassing = (refusals: ReadonlyArray<Refusal>): boolean => refusals.some(({ _tag }) => passing.has(_tag))
