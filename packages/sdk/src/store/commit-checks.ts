import type {
  Append,
  AuditEntry,
  BallotWrite,
  Claim,
  Commit,
  DueItem,
  DueList,
  DueSettled,
  Guard,
  Idempotency,
  NewDelivery,
  Release,
  Settlement,
  ViewSwitch,
  ViewWrite,
} from "./commit.ts"
import type { NewEvent } from "./event.ts"
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

/** The first item that is named as one before it. */
const twice = <Item>(
  field: string,
  items: ReadonlyArray<Item> | undefined,
  nameOf: (item: Item) => string,
): CommitFault | undefined => {
  if (items === undefined || items.length < 2) return undefined
  const seen = new Set<string>()
  for (const item of items) {
    const name = nameOf(item)
    if (seen.has(name)) return { _tag: "NamedTwice", rule: "STORE-7", field, name }
    seen.add(name)
  }
  return undefined
}

/** Looks at every item of a list, and stops at the first fault. */
const each = <Item>(
  items: ReadonlyArray<Item> | undefined,
  look: (item: Item) => CommitFault | undefined,
): CommitFault | undefined => {
  if (items === undefined) return undefined
  for (const item of items) {
    const fault = look(item)
    if (fault !== undefined) return fault
  }
  return undefined
}

// Every commit of every store goes through here: looks stand ready, and what a commit does not carry costs nothing.

type Look<Item> = (item: Item) => CommitFault | undefined

const event: Look<NewEvent> = ({ body, digest, meta, type }) =>
  nameFault("appends.type", type) ??
  nameFault("appends.digest", digest) ??
  textFault("appends.body", body) ??
  textFault("appends.meta", meta)

const append: Look<Append> = ({ events, expected, stream }) =>
  nameFault("appends.stream", stream) ?? numberFault("appends.expected", expected) ?? each(events, event)

const appends: Look<Commit> = ({ appends: list }) => {
  if (list === undefined) return undefined
  let events = 0
  for (const one of list) events += one.events.length
  if (events > eventsPerCommit) return { _tag: "BatchTooLarge", rule: "STORE-7", events, limit: eventsPerCommit }
  return each(list, append)
}

const guard: Look<Guard> = ({ revision, stream }) =>
  nameFault("guards.stream", stream) ?? numberFault("guards.revision", revision)

const held: Look<Claim | Release> = ({ holder, key, scope }) =>
  nameFault("claims.scope", scope) ?? nameFault("claims.key", key) ?? nameFault("claims.holder", holder)

const capacity: Look<Claim> = (claim) =>
  claim.capacity === undefined ? undefined : numberFault("claims.capacity", claim.capacity)

const placeOf = ({ key, scope }: Claim | Release): string => `${scope} ${key}`

const claims: Look<Commit> = ({ claims: taken, guards, releases }) =>
  each(guards, guard) ??
  each(taken, held) ??
  each(releases, held) ??
  each(taken, capacity) ??
  twice("claims", taken, placeOf) ??
  twice("releases", releases, placeOf)

const dueItem: Look<DueItem> = ({ at, command, key, rule }) =>
  nameFault("due.key", key) ??
  nameFault("due.rule", rule) ??
  numberFault("due.at", at) ??
  textFault("due.command", command)

const dueList: Look<DueList> = ({ items, stream }) =>
  nameFault("due.stream", stream) ?? twice("due.key", items, ({ key }) => key) ?? each(items, dueItem)

const dueSettled: Look<DueSettled> = ({ key, stream }) =>
  nameFault("dueSettled.stream", stream) ?? nameFault("dueSettled.key", key)

const dueItems: Look<Commit> = ({ due, dueSettled: settled }) =>
  twice("due.stream", due, ({ stream }) => stream) ?? each(due, dueList) ?? each(settled, dueSettled)

const delivery: Look<NewDelivery> = ({ id, key, kind, payload }) =>
  nameFault("deliveries.id", id) ??
  nameFault("deliveries.key", key) ??
  nameFault("deliveries.kind", kind) ??
  textFault("deliveries.payload", payload)

const settlement: Look<Settlement> = ({ id, outcome }) =>
  nameFault("settlements.id", id) ??
  ("cause" in outcome ? textFault("settlements.cause", outcome.cause) : undefined) ??
  (outcome._tag === "Postponed" ? numberFault("settlements.notBefore", outcome.notBefore) : undefined)

const deliveries: Look<Commit> = ({ deliveries: added, settlements }) =>
  each(added, delivery) ??
  twice("deliveries.id", added, ({ id }) => id) ??
  twice("settlements.id", settlements, ({ id }) => id) ??
  each(settlements, settlement)

const viewRow: Look<ViewWrite["rows"][number]> = ({ body, key }) =>
  nameFault("views.key", key) ?? (body === null ? undefined : textFault("views.body", body))

const viewWrite: Look<ViewWrite> = ({ rows, version, view }) =>
  nameFault("views.view", view) ?? nameFault("views.version", version) ?? each(rows, viewRow)

const viewSwitch: Look<ViewSwitch> = ({ version, view }) =>
  nameFault("viewSwitches.view", view) ?? nameFault("viewSwitches.version", version)

const readers: Look<Commit> = ({ checkpoints, fence, viewSwitches, views }) =>
  each(checkpoints, ({ name }) => nameFault("checkpoints.name", name)) ??
  twice("checkpoints.name", checkpoints, ({ name }) => name) ??
  each(views, viewWrite) ??
  each(viewSwitches, viewSwitch) ??
  (fence && nameFault("fence.lease", fence.lease))

const command: Look<Idempotency> = ({ answer, content, key }) =>
  nameFault("idempotency.key", key) ??
  nameFault("idempotency.content", content) ??
  textFault("idempotency.answer", answer)

const choice: Look<string> = (text) => textFault("ballots.choice", text)

const ballot: Look<BallotWrite> = (write) =>
  nameFault("ballots.box", write.box) ??
  (write._tag === "Cast" ? choice(write.choice) : undefined) ??
  (write._tag === "Open"
    ? (each(write.choices, choice) ?? twice("ballots.choice", write.choices, (text) => text))
    : undefined)

const auditEntry: Look<AuditEntry> = ({ body, kind }) => nameFault("audit.kind", kind) ?? textFault("audit.body", body)

const theRest: Look<Commit> = ({ audit, ballots, idempotency }) =>
  (idempotency && command(idempotency)) ?? each(ballots, ballot) ?? each(audit, auditEntry)

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
