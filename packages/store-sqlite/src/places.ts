import { type Answer, done, failed, type InvalidCursor } from "@jinlin/sdk"
import { baseOf, type Counted, type Ledger, placesPerTenant, type Tenant } from "./ledger.ts"

/** Places are written in two halves of seven digits: numbers of this size become text fastest, and all sort as text. */
const half = 1_000_000

const pattern = /^1(\d{6})1(\d{6})(?=[-ad])/

const letters: { readonly [name in Counted]: string } = { events: "-", audit: "a", deliveries: "d" }

const lastPlaces: { readonly [name in Counted]: string } = {
  events: "SELECT place FROM jinlin_events WHERE place > ? AND place < ? ORDER BY place DESC LIMIT 1",
  audit: "SELECT place FROM jinlin_audit WHERE place > ? AND place < ? ORDER BY place DESC LIMIT 1",
  deliveries: "SELECT place FROM jinlin_deliveries WHERE place > ? AND place < ? ORDER BY place DESC LIMIT 1",
}

/** What every cursor of a tenant ends in: of which table, and the tenant's random mark. */
export const endingOf = (tenant: Tenant, counted: Counted): string => letters[counted] + tenant.mark

/** A place, counted from 1, as others see it. */
export const placeText = (ending: string, place: number): string => {
  const low = place % half
  return `${half + (place - low) / half}${half + low}${ending}`
}

const numberIn = (text: string): number => {
  const [, high, low] = pattern.exec(text) ?? []
  return Number(high) * half + Number(low)
}

const invalidCursor = failed<InvalidCursor>({ _tag: "InvalidCursor", rule: "STORE-6" })

/** The place after which to read: 0 for the start, and `InvalidCursor` where this tenant was never given such a text. */
export const placeOf = (
  tenant: Tenant,
  counted: Counted,
  text: string | null | undefined,
): Answer<number, InvalidCursor> => {
  if (text === undefined || text === null) return done(0)
  if (typeof text !== "string" || tenant.number === 0) return invalidCursor
  const place = numberIn(text)
  const given = place >= 1 && text === placeText(endingOf(tenant, counted), place)
  return given ? done(place) : invalidCursor
}

/** The last place that was given in a table as it stands now; 0: none. */
export const readLast = ({ tables }: Ledger, tenant: Tenant, counted: Counted): number => {
  if (tenant.number === 0) return 0
  const base = baseOf(tenant)
  const row = tables.one<readonly [number]>(lastPlaces[counted], base, base + placesPerTenant)
  return row === undefined ? 0 : row[0] - base
}

/** The same inside a write, where nobody else can add to it: looked up once and then known. */
export const lastOf = (ledger: Ledger, tenant: Tenant, counted: Counted): number => {
  const known = tenant.last[counted]
  if (known !== undefined) return known
  const last = readLast(ledger, tenant, counted)
  tenant.last[counted] = last
  return last
}

/** A place of the log that this tenant was given: not behind its end. Rule STORE-6. */
export const logPlace = (
  ledger: Ledger,
  tenant: Tenant,
  text: string | null | undefined,
): Answer<number, InvalidCursor> => {
  const place = placeOf(tenant, "events", text)
  return place.ok && place.value > lastOf(ledger, tenant, "events") ? invalidCursor : place
}
