import { done, failed, type NewEvent, type StoredEvent } from "@jinlin/sdk"
import type { Ledger } from "./ledger.ts"
import { placeText } from "./places.ts"
import { nothing, type Planner } from "./plan.ts"

const lengthOf = (ledger: Ledger, stream: string): number => ledger.streams.get(stream)?.length ?? 0

const write = (ledger: Ledger, stream: string, events: ReadonlyArray<NewEvent>): void => {
  if (events.length === 0) return
  const held = ledger.streams.get(stream) ?? []
  ledger.streams.set(stream, held)
  for (const { body, digest, meta, type } of events) {
    const place = { stream, revision: held.length + 1, position: placeText(ledger, ledger.log.length + 1) }
    const stored: StoredEvent = Object.freeze({ type, body, meta, digest, ...place })
    held.push(stored)
    ledger.log.push(stored)
  }
}

/** Events behind those that each stream holds. Rule STORE-2. */
export const planAppends: Planner = (ledger, { appends = [] }) => {
  const ahead = new Map<string, number>()
  for (const { events, expected, stream } of appends) {
    const before = ahead.get(stream) ?? 0
    const actual = lengthOf(ledger, stream) + before
    if (actual !== expected) return failed({ _tag: "VersionConflict", rule: "STORE-2", stream, expected, actual })
    ahead.set(stream, before + events.length)
  }
  return done(() => {
    for (const { events, stream } of appends) write(ledger, stream, events)
  })
}

/** Streams that must not have moved; they are looked at as they stand before the commit. Rule STORE-4. */
export const planGuards: Planner = (ledger, { guards = [] }) => {
  for (const { revision, stream } of guards) {
    const actual = lengthOf(ledger, stream)
    if (actual !== revision)
      return failed({ _tag: "VersionConflict", rule: "STORE-4", stream, expected: revision, actual })
  }
  return nothing
}
