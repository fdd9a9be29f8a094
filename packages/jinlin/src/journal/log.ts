import type { Actor, Grounds, Moment } from "@jinlin/core/kernel"
import { type Answer, done, type ReadFailure, rowsPerPage, type StoredEvent, type StoreReads } from "@jinlin/sdk"
import type { Why } from "../shell/record.ts"
import type { Cause } from "./story.ts"

/** What `meta` of a stored event holds (`Recording` of the shell), as far as a story tells it. */
export interface Meta {
  readonly actor: Actor
  readonly cause: Why
  readonly command?: string
  readonly grounds: Grounds
  readonly moment: Moment
}

/** What was recorded with a stored event. Its digest is checked when the event itself is read. */
export const metaOf = ({ meta }: Pick<StoredEvent, "meta">): Meta => JSON.parse(meta)

/** The id under which a row of a journal is asked for. */
export const rowId = (line: number): string => `journal/${line}`

/** The line of the row that this command was; undefined: it was none. */
export const lineOf = (command: string | undefined): number | undefined => {
  const [, line] = /^journal\/([1-9]\d*)$/.exec(command ?? "") ?? []
  return line === undefined ? undefined : Number(line)
}

/** What set an event going, as a story tells it. */
export const causeOf = ({ cause, command }: Pick<Meta, "cause" | "command">): Cause => {
  if (cause._tag !== "Asked") return { _tag: cause._tag, rule: cause.rule }
  const line = lineOf(command)
  return line === undefined
    ? { _tag: "Asked", command: (command ?? "").replace(/^command\//, "") }
    : { _tag: "Row", line }
}

/** The whole log of a tenant, in its order. */
export const readWholeLog = async (
  store: Pick<StoreReads, "readLog">,
  tenant: string,
): Promise<Answer<ReadonlyArray<StoredEvent>, ReadFailure>> => {
  const events: Array<StoredEvent> = []
  let after: string | undefined
  for (;;) {
    const page = await store.readLog(tenant, { limit: rowsPerPage, after })
    if (!page.ok) return page
    for (const event of page.value.events) events.push(event)
    if (page.value.atEnd || page.value.next === null) return done(events)
    after = page.value.next
  }
}
