import type { Commit } from "./commit.ts"
import type {
  CommitFault,
  InvalidName,
  InvalidPage,
  InvalidStoredNumber,
  InvalidStoredText,
  InvalidTenant,
  TenantRequired,
  TextTooLarge,
} from "./failures.ts"
import { eventsPerCommit, nameLength, rowsPerPage, textLength } from "./limits.ts"

const tenantPattern = /^[a-z0-9][a-z0-9-]{0,62}$/
const namePattern = /^[A-Za-z0-9\-_.:/@]+$/

/** What is wrong with a tenant's name; undefined: nothing. Rule STORE-8. */
export const tenantFault = (tenant: unknown): TenantRequired | InvalidTenant | undefined => {
  if (tenant === undefined || tenant === null || tenant === "") return { _tag: "TenantRequired", rule: "STORE-8" }
  if (typeof tenant === "string" && tenantPattern.test(tenant)) return undefined
  return { _tag: "InvalidTenant", rule: "STORE-8" }
}

/** What is wrong with a name; undefined: nothing. Rule STORE-7. */
export const nameFault = (field: string, name: unknown): InvalidName | undefined =>
  typeof name === "string" && name.length <= nameLength && namePattern.test(name)
    ? undefined
    : { _tag: "InvalidName", rule: "STORE-7", field, limit: nameLength }

/** What is wrong with the size of a page; undefined: nothing. Rule STORE-6. */
export const pageFault = (limit: number): InvalidPage | undefined =>
  Number.isInteger(limit) && limit >= 1 && limit <= rowsPerPage
    ? undefined
    : { _tag: "InvalidPage", rule: "STORE-6", got: limit, limit: rowsPerPage }

/** Half a surrogate pair or a NUL: what not every store keeps. */
const brokenAt = (text: string): number => {
  const nul = text.indexOf("\0")
  if (text.isWellFormed()) return nul
  const half = text.search(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/)
  return nul >= 0 && nul < half ? nul : half
}

/** What is wrong with a text: too long, a NUL, or half a surrogate pair; undefined: nothing. Rule STORE-7. */
export const textFault = (field: string, text: unknown): TextTooLarge | InvalidStoredText | undefined => {
  if (typeof text !== "string") return { _tag: "InvalidStoredText", rule: "STORE-7", field, index: 0 }
  if (text.length > textLength)
    return { _tag: "TextTooLarge", rule: "STORE-7", field, length: text.length, limit: textLength }
  const index = brokenAt(text)
  return index < 0 ? undefined : { _tag: "InvalidStoredText", rule: "STORE-7", field, index }
}

/** What is wrong with a number: it is no whole one from 0 to 2^53 - 1; undefined: nothing. Rule STORE-7. */
export const numberFault = (field: string, value: unknown): InvalidStoredNumber | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0
    ? undefined
    : { _tag: "InvalidStoredNumber", rule: "STORE-7", field }

const twice = (field: string, names: ReadonlyArray<string>): CommitFault | undefined => {
  if (names.length < 2) return undefined
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return { _tag: "NamedTwice", rule: "STORE-7", field, name }
    seen.add(name)
  }
  return undefined
}

type Check = (commit: Commit) => CommitFault | undefined

/** The first of several faults. */
const first = (...faults: ReadonlyArray<CommitFault | undefined>): CommitFault | undefined =>
  faults.find((fault) => fault !== undefined)

/** Looks at every item of a list, and stops at the first fault. */
const each = <Item>(
  items: ReadonlyArray<Item> | undefined,
  look: (item: Item) => CommitFault | undefined,
): CommitFault | undefined => {
  for (const item of items ?? []) {
    const fault = look(item)
    if (fault !== undefined) return fault
  }
  return undefined
}

const appends: Check = ({ appends: list = [] }) => {
  let events = 0
  for (const append of list) events += append.events.length
  if (events > eventsPerCommit) return { _tag: "BatchTooLarge", rule: "STORE-7", events, limit: eventsPerCommit }
  return each(list, ({ events: some, expected, stream }) =>
    first(
      nameFault("appends.stream", stream),
      numberFault("appends.expected", expected),
      each(some, ({ body, digest, meta, type }) =>
        first(
          nameFault("appends.type", type),
          nameFault("appends.digest", digest),
          textFault("appends.body", body),
          textFault("appends.meta", meta),
        ),
      ),
    ),
  )
}

const claims: Check = ({ claims: taken, guards, releases }) =>
  first(
    each(guards, ({ revision, stream }) =>
      first(nameFault("guards.stream", stream), numberFault("guards.revision", revision)),
    ),
    each([...(taken ?? []), ...(releases ?? [])], ({ holder, key, scope }) =>
      first(nameFault("claims.scope", scope), nameFault("claims.key", key), nameFault("claims.holder", holder)),
    ),
    each(taken, ({ capacity }) => (capacity === undefined ? undefined : numberFault("claims.capacity", capacity))),
    twice(
      "claims",
      (taken ?? []).map(({ key, scope }) => `${scope} ${key}`),
    ),
    twice(
      "releases",
      (releases ?? []).map(({ key, scope }) => `${scope} ${key}`),
    ),
  )

const dueItems: Check = ({ due, dueSettled }) =>
  first(
    twice(
      "due.stream",
      (due ?? []).map(({ stream }) => stream),
    ),
    each(due, ({ items, stream }) =>
      first(
        nameFault("due.stream", stream),
        twice(
          "due.key",
          items.map(({ key }) => key),
        ),
        each(items, ({ at, command, key, rule }) =>
          first(
            nameFault("due.key", key),
            nameFault("due.rule", rule),
            numberFault("due.at", at),
            textFault("due.command", command),
          ),
        ),
      ),
    ),
    each(dueSettled, ({ key, stream }) =>
      first(nameFault("dueSettled.stream", stream), nameFault("dueSettled.key", key)),
    ),
  )

const deliveries: Check = ({ deliveries: added, settlements }) =>
  first(
    each(added, ({ id, key, kind, payload }) =>
      first(
        nameFault("deliveries.id", id),
        nameFault("deliveries.key", key),
        nameFault("deliveries.kind", kind),
        textFault("deliveries.payload", payload),
      ),
    ),
    twice(
      "deliveries.id",
      (added ?? []).map(({ id }) => id),
    ),
    twice(
      "settlements.id",
      (settlements ?? []).map(({ id }) => id),
    ),
    each(settlements, ({ id, outcome }) =>
      first(
        nameFault("settlements.id", id),
        "cause" in outcome ? textFault("settlements.cause", outcome.cause) : undefined,
        outcome._tag === "Postponed" ? numberFault("settlements.notBefore", outcome.notBefore) : undefined,
      ),
    ),
  )

const readers: Check = ({ checkpoints, fence, viewSwitches, views }) =>
  first(
    each(checkpoints, ({ name }) => nameFault("checkpoints.name", name)),
    twice(
      "checkpoints.name",
      (checkpoints ?? []).map(({ name }) => name),
    ),
    each(views, ({ rows, version, view }) =>
      first(
        nameFault("views.view", view),
        nameFault("views.version", version),
        each(rows, ({ body, key }) =>
          first(nameFault("views.key", key), body === null ? undefined : textFault("views.body", body)),
        ),
      ),
    ),
    each(viewSwitches, ({ version, view }) =>
      first(nameFault("viewSwitches.view", view), nameFault("viewSwitches.version", version)),
    ),
    fence && nameFault("fence.lease", fence.lease),
  )

const theRest: Check = ({ audit, ballots, idempotency }) =>
  first(
    idempotency &&
      first(
        nameFault("idempotency.key", idempotency.key),
        nameFault("idempotency.content", idempotency.content),
        textFault("idempotency.answer", idempotency.answer),
      ),
    each(ballots, (write) =>
      first(
        nameFault("ballots.box", write.box),
        write._tag === "Cast" ? textFault("ballots.choice", write.choice) : undefined,
        write._tag === "Open" ? each(write.choices, (choice) => textFault("ballots.choice", choice)) : undefined,
        write._tag === "Open" ? twice("ballots.choice", write.choices) : undefined,
      ),
    ),
    each(audit, ({ body, kind }) => first(nameFault("audit.kind", kind), textFault("audit.body", body))),
  )

/**
 * What is wrong with a commit, whatever the store holds: every store asks this first, so that all of them refuse the same
 * things in the same words. Undefined: nothing. Rules STORE-7 and STORE-8.
 */
export const commitFault = (commit: Commit): CommitFault | undefined =>
  tenantFault(commit.tenant) ??
  numberFault("at", commit.at) ??
  appends(commit) ??
  claims(commit) ??
  dueItems(commit) ??
  deliveries(commit) ??
  readers(commit) ??
  theRest(commit)
