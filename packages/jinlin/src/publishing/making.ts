import type { Refusal } from "@jinlin/core/kernel"
import { type CivilDate, latest, yearOf } from "@jinlin/core/kernel/arithmetic"
import { type PublicRecord, publicRecord, type ReleasedSections } from "@jinlin/public-record"
import { type Answer, done, failed, type PersonalVault } from "@jinlin/sdk"
import { momentAt } from "../hosting/moment.ts"
import type { Engine } from "../shell/engine.ts"
import { historiesOf } from "./histories.ts"
import type { Linked, Recordable } from "./linked.ts"
import type { Words } from "./words.ts"

/** What a record is made with. */
export interface RecordPress {
  readonly engine: Engine
  readonly words: Words
  readonly vault: PersonalVault | undefined
}

/** Which record, of whose log. */
export interface RecordOrder extends Recordable {
  readonly tenant: string
  /** The id of the community, which the record bears. */
  readonly community: string
  readonly linked: Linked
  /** Sections that somebody has read, and that may be shown without a disclosure. */
  readonly released?: ReadonlyArray<ReleasedSections> | undefined
}

/** A record, and whether a vault was asked for names. */
export interface MadeRecord {
  readonly record: PublicRecord
  readonly looked: boolean
}

/** Every text that stands in plain data, each once; what things are called by machines is in it too. */
const textsIn = (value: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (typeof value === "string") found.add(value)
  else if (typeof value === "object" && value !== null)
    for (const inside of Object.values(value)) textsIn(inside, found)
  return found
}

const isDigest = (text: string): boolean => /^(?:sha-256|sm3):[0-9a-f]{64}$/.test(text)

const calendarsFor = async ({ engine }: RecordPress, { parts }: PublicRecord) => {
  const periods = parts.disclosures.flatMap(({ content }) => content.period ?? [])
  if (periods.length === 0) return done([])
  const from = Math.min(...periods.map((period) => yearOf(period.from)))
  const until = Math.max(...periods.map(({ lastDay }) => yearOf(lastDay)))
  const calendar = await engine.calendarOf({ from, until })
  return calendar.ok ? done(calendar.value === undefined ? [] : [calendar.value]) : calendar
}

/** The fields of people that are names. */
const nameFields = ["name"]

/** The texts of a record in which a name stands that the vault knows; nothing where no vault can look. Rule PUBLISH-7. */
const namedIn = async (
  { engine, vault }: RecordPress,
  tenant: string,
  record: PublicRecord,
): Promise<Answer<ReadonlySet<string> | undefined, Refusal>> => {
  const { findNames = null } = vault ?? {}
  if (findNames === null) return done(undefined)
  const texts = [...textsIn(record.parts)].filter((text) => !isDigest(text))
  const found = await findNames(tenant, { texts, fields: nameFields, at: engine.clock.now() })
  if (!found.ok) return found
  return done(new Set(texts.filter((_, index) => (found.value[index] ?? []).length > 0)))
}

/** The day of a record: today, and never before anything that stands in it. */
const dayOf = (engine: Engine, tenant: string, events: ReadonlyArray<object>): CivilDate => {
  const today = momentAt(engine.zoneOf(tenant), engine.clock.now()).civilDate
  const days = events.flatMap((event) => ("on" in event && typeof event.on === "string" ? [event.on as CivilDate] : []))
  return latest(today, ...days)
}

/**
 * The public record of something in a log, with the documents that it speaks of as the text store has them today, and the calendar by
 * which its periods were counted. No record is made with a name in it that the vault knows. Rules PUBLISH-5 to PUBLISH-7, RECORD-1 to
 * RECORD-8.
 */
export const makeRecord = async (press: RecordPress, order: RecordOrder): Promise<Answer<MadeRecord, Refusal>> => {
  const { community, linked, of, released = [], tenant } = order
  const histories = await historiesOf(press.engine, linked, order)
  if (!histories.ok) return histories
  const { coGovernance, covenant, deliberations, disclosures } = histories.value
  const streams = [
    ...deliberations,
    ...disclosures,
    ...(coGovernance ? [coGovernance] : []),
    ...(covenant ? [covenant] : []),
  ]
  const asOf = dayOf(
    press.engine,
    tenant,
    streams.flatMap(({ events }): ReadonlyArray<object> => events),
  )
  const around = { community, asOf, released, ...(of === "covenant" ? { subject: of } : {}) }
  const bare = publicRecord(histories.value, { ...around, released: [] })
  if (!bare.ok) return failed(bare.refusal)
  const documents = await press.words(textsIn(bare.value.parts))
  if (!documents.ok) return documents
  const calendars = await calendarsFor(press, bare.value)
  if (!calendars.ok) return calendars
  const whole = { ...around, documents: documents.value, calendars: calendars.value }
  const drawn = publicRecord(histories.value, whole)
  if (!drawn.ok) return failed(drawn.refusal)
  const named = await namedIn(press, tenant, drawn.value)
  if (!named.ok) return named
  const { value: names } = named
  if (names === undefined || names.size === 0) return done({ record: drawn.value, looked: names !== undefined })
  const clean = publicRecord(histories.value, { ...whole, holdsName: (text) => names.has(text) })
  return clean.ok ? done({ record: clean.value, looked: true }) : failed(clean.refusal)
}
