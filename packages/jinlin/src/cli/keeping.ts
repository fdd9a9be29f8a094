import type { NonEmpty } from "@jinlin/core/kernel"
import type { Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import type { Charter } from "../charter/charter.ts"
import type { RefusedRow } from "../journal/refusals.ts"
import type { Rehearsal } from "../journal/run.ts"
import { type Told, tellRehearsed } from "../journal/tell.ts"
import { voiceFor } from "../report/voice.ts"
import { rowBlocks } from "./blocks.ts"
import { progressFor } from "./progress.ts"
import { complain, type ExitCode, layoutFor, type Run } from "./session.ts"
import { openStore, storeFault, tenantOf } from "./store.ts"

/** A story that is kept, or that is told to a store of this run alone because something is to be read from one. */
export interface Kept {
  readonly store: Store
  readonly tenant: string
  readonly told: Told
}

/** The store of a run; nothing where none is needed. */
export const storeFor = async (run: Run): Promise<Store | undefined | ExitCode> => {
  const { options, places } = run
  const isNeeded = options.notify !== undefined || places.registers !== undefined || places.records !== undefined
  if (places.store === undefined) return isNeeded ? openMemoryStore() : undefined
  const opened = await openStore(places.store)
  return opened.ok ? opened.value : complain(run, opened.fault)
}

const refuse = (run: Run, charter: Charter, rows: NonEmpty<RefusedRow>): ExitCode => {
  const { given, places } = run
  const voice = voiceFor(charter, run.voice.language)
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(rowBlocks(rows, { file: places.journal.name, voice, width }))
  given.stderr.write(`${voice.say("journal.store.not-told", { store: places.store?.name ?? "" })}\n`)
  return 1
}

/** Tells a store the journal of a run; what is in the way is told to the person. */
export const keep = async (
  run: Run,
  { charter, rehearsal, store }: { readonly charter: Charter; readonly rehearsal: Rehearsal; readonly store: Store },
): Promise<Kept | ExitCode> => {
  const { given, places } = run
  const tenant = tenantOf(charter.community)
  const { clear, onProgress } = progressFor(given, voiceFor(charter, run.voice.language))
  const telt = await tellRehearsed(charter, rehearsal, { store, tenant, onProgress })
  clear()
  if (telt.ok) return { store, tenant, told: telt.value }
  if (telt.refusal._tag === "RowsRefused") return refuse(run, charter, telt.refusal.rows)
  return complain(run, storeFault(telt.refusal.refusal, places.store ?? places.journal))
}
