import { type Answering, done } from "../answer.ts"
import { eventText, type Position, type StoredEvent } from "./event.ts"
import type { ReadFailure } from "./failures.ts"
import { rowsPerPage } from "./limits.ts"
import type { StoreReads } from "./store.ts"

/** An event whose digest is not the digest of what stands there: somebody changed it, or the disk did. Rule STORE-14. */
export interface CorruptEvent {
  readonly _tag: "CorruptEvent"
  readonly rule: "STORE-14"
  readonly stream: string
  readonly revision: number
  readonly position: Position
  /** The digest that was kept with it, and the one that its content has. */
  readonly kept: string
  readonly found: string
}

/** What a look at the digests of a log came to. */
export interface DigestReport {
  readonly checked: number
  /** How many of them have a digest of an algorithm that is not known here: nobody can tell. */
  readonly unknown: number
  readonly corrupt: ReadonlyArray<CorruptEvent>
}

/** The digest of a text (UTF-8) as lower-case hex, by the name that stands before the colon; undefined: not known. */
export type HashText = (algorithm: string, text: string) => string | undefined

const foundIn = (event: StoredEvent, hash: HashText): string | undefined => {
  const algorithm = event.digest.slice(0, Math.max(0, event.digest.indexOf(":")))
  const hex = hash(algorithm, eventText(event))
  return hex === undefined ? undefined : `${algorithm}:${hex}`
}

const corrupted = ({ digest, position, revision, stream }: StoredEvent, found: string): CorruptEvent => ({
  ...{ _tag: "CorruptEvent", rule: "STORE-14" },
  ...{ stream, revision, position, kept: digest, found },
})

/**
 * Reads a tenant's log from its start and compares every event with its digest. It works on any store; with `node:crypto`,
 * `hash` is `(name, text) => name === "sha-256" ? hash("sha256", text, "hex") : undefined`.
 */
export const checkDigests = async (
  store: Pick<StoreReads, "readLog">,
  tenant: string,
  hash: HashText,
): Answering<DigestReport, ReadFailure> => {
  const corrupt: Array<CorruptEvent> = []
  let [checked, unknown] = [0, 0]
  let after: Position | undefined
  for (;;) {
    const page = await store.readLog(tenant, { limit: rowsPerPage, after })
    if (!page.ok) return page
    for (const event of page.value.events) {
      const found = foundIn(event, hash)
      checked += 1
      if (found === undefined) unknown += 1
      else if (found !== event.digest) corrupt.push(corrupted(event, found))
    }
    if (page.value.atEnd) return done({ checked, unknown, corrupt })
    after = page.value.next ?? undefined
  }
}
