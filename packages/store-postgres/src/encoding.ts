import type { Append, Commit, DeliveryOutcome, DueList, Guard, Position } from "@jinlin/sdk"
import { nameArray, numberArray } from "./columns.ts"
import { tokenOf } from "./leases.ts"
import { placeOf } from "./positions.ts"

/** The parts of a commit that name streams. */
interface Touched {
  readonly appends: ReadonlyArray<Append>
  readonly guards: ReadonlyArray<Guard>
  readonly due: ReadonlyArray<DueList>
}

/**
 * The streams that a commit touches, in the order of their names, in which every commit locks them. `added`: how many
 * events a stream gets; 0: it is held alone, since its due list is replaced; null: it must not move.
 */
const touchedStreams = ({ appends, due, guards }: Touched): ReadonlyMap<string, number | null> => {
  const added = new Map<string, number | null>()
  for (const { stream } of guards) added.set(stream, null)
  for (const { events, stream } of appends)
    added.set(stream, events.length === 0 ? (added.get(stream) ?? null) : (added.get(stream) ?? 0) + events.length)
  for (const { stream } of due) added.set(stream, added.get(stream) ?? 0)
  return new Map([...added].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const streamColumns = (touched: Touched): ReadonlyArray<unknown> => {
  const { appends, guards } = touched
  const streams = touchedStreams(touched)
  const numbers = new Map([...streams.keys()].map((stream, index) => [stream, index + 1]))
  const numberOf = ({ stream }: { readonly stream: string }): number => numbers.get(stream) ?? 0
  const before = new Map<string, number>()
  const ahead = appends.map(({ events, stream }) => {
    const earlier = before.get(stream) ?? 0
    before.set(stream, earlier + events.length)
    return earlier
  })
  return [
    nameArray([...streams.keys()]),
    numberArray([...streams.values()]),
    numberArray(appends.map(numberOf)),
    numberArray(appends.map(({ expected }) => expected)),
    numberArray(ahead),
    numberArray(guards.map(numberOf)),
    numberArray(guards.map(({ revision }) => revision)),
  ]
}

const eventColumn = (appends: ReadonlyArray<Append>): string | null => {
  const rows = appends.flatMap(({ events, expected, stream }) =>
    events.map(({ body, digest, meta, type }, index) => ({
      ...{ stream, revision: expected + index + 1 },
      ...{ type, digest, body, meta },
    })),
  )
  return rows.length === 0 ? null : JSON.stringify(rows)
}

const placed = (name: "origin" | "target", position: Position | null): object => {
  const { epoch, major, mark, place } = placeOf(position)
  const numbers = { [`${name}_epoch`]: epoch, [`${name}_major`]: major, [`${name}_place`]: place }
  return { [name]: position === null || mark !== "" ? position : "none", ...numbers, [`${name}_mark`]: mark }
}

const outcomeOf = (outcome: DeliveryOutcome): object => ({
  outcome: outcome._tag,
  cause: "cause" in outcome ? outcome.cause : null,
  not_before: outcome._tag === "Postponed" ? outcome.notBefore : null,
})

/** Rows of views, in the order given: of a row that is written twice the last one stays. */
const viewRows = ({ views = [] }: Commit): ReadonlyArray<object> =>
  views.flatMap(({ rows, version, view }) => rows.map(({ body, key }) => ({ view, version, key, body })))

const listed = <Item>(items: ReadonlyArray<Item> | undefined, row: (item: Item) => object) =>
  items === undefined || items.length === 0 ? undefined : items.map(row)

/** What most commits do not have; null where there is nothing of it. */
const restColumn = (commit: Commit): string | null => {
  const rest = {
    releases: listed(commit.releases, ({ holder, key, scope }) => ({ scope, key, holder })),
    claims: listed(commit.claims, ({ capacity, holder, key, scope }) => ({ scope, key, holder, capacity })),
    checkpoints: listed(commit.checkpoints, ({ from, name, to }) => ({
      ...{ name, ...placed("origin", from), ...placed("target", to) },
    })),
    settlements: listed(commit.settlements, ({ id, outcome }) => ({ id, ...outcomeOf(outcome) })),
    ballots: listed(commit.ballots, ({ _tag, ...write }) => ({ what: _tag, ...write })),
    due: listed(commit.due, ({ items, stream }) => ({
      stream,
      items: items.map(({ at, command, key, rule }) => ({ key, at, rule, command })),
    })),
    settled: listed(commit.dueSettled, ({ key, stream }) => ({ stream, key })),
    deliveries: listed(commit.deliveries, ({ id, key, kind, payload }) => ({ id, key, kind, payload })),
    view_rows: listed(viewRows(commit), (row) => row),
    switches: listed(commit.viewSwitches, ({ version, view }) => ({ view, version })),
    audit: listed(commit.audit, ({ body, kind }) => ({ kind, body })),
  }
  return Object.values(rest).some((part) => part !== undefined) ? JSON.stringify(rest) : null
}

/** The statement that is a commit: one round trip, one transaction. */
export const commitStatement = `select public.jinlin_commit($1, $2::bigint, $3, $4, $5, $6, $7::bigint,
  $8::text[], $9::bigint[], $10::int[], $11::bigint[], $12::bigint[], $13::int[], $14::bigint[], $15::json, $16::json
) as answer`

/** A commit as the values of its statement. */
export const commitValues = (commit: Commit): ReadonlyArray<unknown> => {
  const { appends = [], at, due = [], fence, guards = [], idempotency, tenant } = commit
  return [
    ...[tenant, at],
    ...[idempotency?.key ?? null, idempotency?.content ?? null, idempotency?.answer ?? null],
    ...[fence?.lease ?? null, fence === undefined ? null : tokenOf(fence)],
    ...streamColumns({ appends, guards, due }),
    ...[eventColumn(appends), restColumn(commit)],
  ]
}
