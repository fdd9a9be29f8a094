import { type Answering, done, failed, type StoreFault, unavailable } from "@jinlin/sdk"
import type { FieldRow, KeyRow, NamedPage, NamedRow, PersonRow, VaultRows } from "@jinlin/sdk/sealing"

/** A person with all fields, by name and purpose. */
interface Entry {
  readonly tenant: string
  readonly person: string
  readonly row: PersonRow
  readonly fields: ReadonlyMap<string, FieldRow>
}

type Entries = Map<string, Entry>

const placeOf = (tenant: string, person: string): string => `${tenant} ${person}`
const fieldPlace = ({ name, purpose }: FieldRow): string => `${name} ${purpose}`

const withFields = (fields: ReadonlyMap<string, FieldRow>, more: ReadonlyArray<FieldRow>): Map<string, FieldRow> =>
  new Map([...fields, ...more.map((field) => [fieldPlace(field), field] as const)])

/** What becomes of an entry that is there and was not erased; gives the row as it is then. */
const change = (entries: Entries, place: string, next: (entry: Entry) => Entry): PersonRow | null => {
  const entry = entries.get(place)
  if (entry === undefined || entry.row.erasedAt !== null) return entry?.row ?? null
  const after = next(entry)
  entries.set(place, after)
  return after.row
}

const isHeld = ({ heldUntil }: PersonRow, at: number): boolean => heldUntil !== null && at < heldUntil

const erased =
  (at: number) =>
  (entry: Entry): Entry =>
    isHeld(entry.row, at)
      ? entry
      : { ...entry, row: { key: null, heldUntil: null, erasedAt: at }, fields: new Map<string, FieldRow>() }

const sweep = (entries: Entries, tenant: string, at: number): number => {
  let swept = 0
  for (const [place, entry] of entries) {
    if (entry.tenant !== tenant || isHeld(entry.row, at)) continue
    const left = [...entry.fields].filter(([, { keepUntil }]) => keepUntil === null || at < keepUntil)
    swept += entry.fields.size - left.length
    entries.set(place, { ...entry, fields: new Map(left) })
  }
  return swept
}

const named = (entries: Entries, tenant: string, { after, fields, limit }: NamedPage): ReadonlyArray<NamedRow> =>
  [...entries.values()]
    .filter(
      (entry) => entry.tenant === tenant && entry.row.erasedAt === null && (after === null || entry.person > after),
    )
    .toSorted((one, other) => (one.person < other.person ? -1 : 1))
    .slice(0, limit)
    .map(({ fields: all, person, row }) => ({
      ...{ person, row },
      fields: [...all.values()].filter(({ name }) => fields.includes(name)),
    }))

const keysNotUnder = (entries: Entries, master: string): ReadonlyArray<KeyRow> =>
  [...entries.values()].flatMap(({ person, row: { key }, tenant }) =>
    key === null || key.master === master ? [] : [{ tenant, person, key }],
  )

/** The rows of a vault in memory. Each step is one synchronous piece of work, so that no other divides it. */
export const memoryRows = (): VaultRows => {
  let held: Entries | null = new Map()
  const step = async <Value>(work: (entries: Entries) => Value): Answering<Value, StoreFault> =>
    held === null ? failed(unavailable("disposed", "it was disposed of")) : done(work(held))
  return {
    introduce: (tenant, person, { fields, key }) =>
      step((entries) => {
        const row = { key, heldUntil: null, erasedAt: null }
        entries.set(placeOf(tenant, person), { tenant, person, row, fields: withFields(new Map(), fields) })
        return null
      }),
    load: (tenant, person, purpose) =>
      step((entries) => {
        const entry = entries.get(placeOf(tenant, person))
        if (entry === undefined) return null
        return { row: entry.row, fields: [...entry.fields.values()].filter((field) => field.purpose === purpose) }
      }),
    named: (tenant, page) => step((entries) => named(entries, tenant, page)),
    put: (tenant, person, fields) =>
      step((entries) =>
        change(entries, placeOf(tenant, person), (entry) => ({ ...entry, fields: withFields(entry.fields, fields) })),
      ),
    hold: (tenant, person, heldUntil) =>
      step((entries) =>
        change(entries, placeOf(tenant, person), (entry) => ({ ...entry, row: { ...entry.row, heldUntil } })),
      ),
    erase: (tenant, person, at) => step((entries) => change(entries, placeOf(tenant, person), erased(at))),
    sweep: (tenant, at) => step((entries) => sweep(entries, tenant, at)),
    keysNotUnder: (master) => step((entries) => keysNotUnder(entries, master)),
    replaceKeys: (keys) =>
      step((entries) => {
        for (const { key, person, tenant } of keys)
          change(entries, placeOf(tenant, person), (entry) => ({ ...entry, row: { ...entry.row, key } }))
        return null
      }),
    compact: () => step(() => null),
    dispose: async () => {
      held = null
    },
  }
}
