import type { NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { Fence } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { isPassing, perform } from "../shell/perform.ts"
import { followOn } from "../shell/settling.ts"
import { tick } from "../workers/timekeeper.ts"
import { rowId } from "./log.ts"
import type { RefusedRow } from "./refusals.ts"
import type { StandingClock } from "./standing-clock.ts"
import type { TimedRow } from "./timed-row.ts"

/** A journal on its way into a store. */
export interface Telling {
  readonly engine: Engine
  /** The clock of the engine: it stands at the row that is carried out, or at what falls due. */
  readonly clock: StandingClock
  readonly tenant: string
  /** Only the latest of those who tell a tenant's journal writes. Rule JOURNAL-10. */
  readonly fence: Fence
  readonly deepestReaction: number | undefined
}

/** Why a journal was not told to its end: rows that are refused, or a store that cannot go on. */
export type NotTold =
  | { readonly _tag: "RowsRefused"; readonly rows: NonEmpty<RefusedRow> }
  | { readonly _tag: "StoreStopped"; readonly refusal: Refusal }

/** Carries out what follows from all that has happened. Gives what is in the way, if anything is. */
export const follow = ({ deepestReaction, engine, fence, tenant }: Telling): Promise<Refusal | undefined> =>
  followOn(engine, tenant, { fence, deepest: deepestReaction })

/** Lets time pass up to an instant: what fell due is issued as of when it did, and what follows from it is done then. */
export const passTime = async (telling: Telling, until: number): Promise<Refusal | undefined> => {
  const { clock, engine, fence, tenant } = telling
  for (;;) {
    const listed = await engine.store.readDue(tenant, { until, limit: 1 })
    if (!listed.ok) return listed.failure
    const [item] = listed.value
    if (item === undefined) return undefined
    clock.standAt(item.at)
    const ticked = await tick(engine, tenant, { until: item.at, fence, between: () => follow(telling) })
    if (ticked.stopped !== undefined) return ticked.stopped
  }
}

const ofTheStore: ReadonlySet<string> = new Set(["CorruptEvent", "UnknownEvent"])

/** A row that was accepted without the store can be refused with it: it was told otherwise meanwhile, or cannot be kept. */
const notCarriedOut = ({ row }: TimedRow, refusals: NonEmpty<Refusal>): NotTold => {
  const [first, ...others] = refusals
  if (isPassing(refusals) || ofTheStore.has(first._tag)) return { _tag: "StoreStopped", refusal: first }
  const refusedRow = (refusal: Refusal): RefusedRow => ({
    ...{ line: row.line, field: null, command: row.command._tag },
    refusal: refusal._tag === "IdempotencyConflict" ? { _tag: "ToldOtherwise", rule: "JOURNAL-9" } : refusal,
  })
  return { _tag: "RowsRefused", rows: [refusedRow(first), ...others.map(refusedRow)] }
}

/** Carries out one row, after all that fell due before it, and then what follows from it. */
export const tellRow = async (telling: Telling, timed: TimedRow): Promise<NotTold | undefined> => {
  const { clock, engine, fence, tenant } = telling
  const { content, instant, row } = timed
  const inTheWay = await passTime(telling, instant)
  if (inTheWay !== undefined) return { _tag: "StoreStopped", refusal: inTheWay }
  clock.standAt(instant)
  const process = engine.processes.get(timed.process)
  if (process === undefined) throw new Error("[jinlin] [journal] there is no process for a row that was read")
  const { actor, command, conference: subject } = row
  const performed = await perform(engine, {
    ...{ tenant, process, subject, command, actor, instant, fence },
    known: { id: rowId(row.line), content },
    cause: { _tag: "Asked" },
  })
  if (!performed.ok) return notCarriedOut(timed, performed.refusals)
  const refusal = await follow(telling)
  return refusal && { _tag: "StoreStopped", refusal }
}
