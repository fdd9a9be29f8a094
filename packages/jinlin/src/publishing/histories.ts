import { type CoGovernanceEvent, coGovernance } from "@jinlin/core/co-governance"
import { type CovenantEvent, covenant } from "@jinlin/core/covenant"
import { type DeliberationEvent, deliberation } from "@jinlin/core/deliberation"
import { type DisclosureEvent, disclosure } from "@jinlin/core/disclosure"
import type { Refusal } from "@jinlin/core/kernel"
import type { History, RecordHistories } from "@jinlin/public-record"
import { type Answer, done } from "@jinlin/sdk"
import { type Engine, streamOf } from "../shell/engine.ts"
import { readEvents } from "../shell/loading.ts"
import type { Linked, Recordable } from "./linked.ts"

/** The ids of the streams that go into one record. */
interface Streams {
  readonly deliberations: ReadonlyArray<string>
  readonly disclosures: ReadonlyArray<string>
  readonly coGovernance: string | undefined
  readonly covenant: string | undefined
}

/** The first of these that has one of the matters. */
const withOneOf = (all: ReadonlyMap<string, ReadonlySet<string>>, matters: ReadonlyArray<string>): string | undefined =>
  [...all].find(([, of]) => matters.some((matter) => of.has(matter)))?.[0]

/**
 * What belongs to a matter: with two deliberations, these; of each deliberation the covenant that it decided on; of a covenant the
 * deliberations on it; and every disclosure of any of them. A deliberation that is asked for by itself stays by itself.
 */
const streamsFor = ({ attached, disclosures, found, submitted }: Linked, { id, of }: Recordable): Streams => {
  const own = of === "deliberation" ? [id] : [...((of === "covenant" ? submitted : attached).get(id) ?? [])]
  const two = of === "covenant" ? withOneOf(attached, own) : of === "co-governance" ? id : undefined
  const all = new Set([...own, ...(two === undefined ? [] : (attached.get(two) ?? []))])
  const deliberations = found.filter((one) => one.of === "deliberation" && all.has(one.id)).map((one) => one.id)
  const matters = new Set([...deliberations, ...(two === undefined ? [] : [two])])
  return {
    deliberations,
    disclosures: [...disclosures].flatMap(([notice, matter]) => (matters.has(matter) ? [notice] : [])),
    coGovernance: two,
    covenant: of === "covenant" ? id : withOneOf(submitted, deliberations),
  }
}

/** Reads streams of one process; an id of which there is none has an empty history. */
const readAll = async <Event>(
  { processes, store }: Engine,
  { process: name, tenant }: { readonly tenant: string; readonly process: string },
  ids: ReadonlyArray<string>,
): Promise<Answer<ReadonlyArray<History<Event>>, Refusal>> => {
  const process = processes.get(name)
  const histories: Array<History<Event>> = []
  if (process === undefined) return done(histories)
  for (const id of ids) {
    const read = await readEvents(store, { tenant, process, stream: streamOf(process, id) })
    if (!read.ok) return read
    // The events were read by the schema of this process.
    histories.push({ id, events: read.value as ReadonlyArray<Event> })
  }
  return done(histories)
}

const ids = (id: string | undefined): ReadonlyArray<string> => (id === undefined ? [] : [id])

/** The streams of a record as the log has them now. Rule PUBLISH-5. */
export const historiesOf = async (
  engine: Engine,
  linked: Linked,
  { tenant, ...asked }: Recordable & { readonly tenant: string },
): Promise<Answer<RecordHistories, Refusal>> => {
  const streams = streamsFor(linked, asked)
  const of = (process: string) => ({ tenant, process })
  const deliberations = await readAll<DeliberationEvent>(engine, of(deliberation.process), streams.deliberations)
  if (!deliberations.ok) return deliberations
  const disclosures = await readAll<DisclosureEvent>(engine, of(disclosure.process), streams.disclosures)
  if (!disclosures.ok) return disclosures
  const two = await readAll<CoGovernanceEvent>(engine, of(coGovernance.process), ids(streams.coGovernance))
  if (!two.ok) return two
  const pact = await readAll<CovenantEvent>(engine, of(covenant.process), ids(streams.covenant))
  if (!pact.ok) return pact
  return done({
    deliberations: deliberations.value,
    disclosures: disclosures.value,
    coGovernance: two.value[0],
    covenant: pact.value[0],
  })
}
