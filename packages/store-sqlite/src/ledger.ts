import { randomBytes } from "node:crypto"
import type { Tables } from "./tables.ts"

/** What is counted in the order of commits, by the table it stands in. */
export type Counted = "events" | "deliveries" | "audit"

/**
 * One tenant as this connection knows it. Its number and mark never change; what else stands here holds while nobody else
 * writes, and is looked up where it is not known.
 */
export interface Tenant {
  readonly name: string
  /** In the tables; 0: this tenant never wrote anything. */
  readonly number: number
  readonly mark: string
  /** Whether a commit was taken. */
  readonly written: boolean
  /** The last place that was given, counted from 1. */
  readonly last: { events?: number; deliveries?: number; audit?: number }
  /** How many events a stream holds. */
  readonly revisions: Map<string, number>
}

/** The tables of one connection, with what is known of the tenants. Whoever asks catches what it throws. */
export interface Ledger {
  readonly tables: Tables
  readonly tenant: (name: string) => Tenant
  /** The tenant with a number of its own, from now on; `written`: a commit is taken. */
  readonly enrol: (tenant: Tenant, written: boolean) => Tenant
  /** Reads several statements as of one moment. */
  readonly together: <Value>(read: () => Value) => Value
}

type TenantRow = readonly [number: number, mark: string, written: number]

/** A tenant has so many places in each table, and a file so many tenants: together they are numbers that JavaScript keeps exactly. */
export const placesPerTenant = 2 ** 36
const tenantsPerFile = 2 ** 17 - 1

/** A tenant as the tables have it. */
export const readTenant = (tables: Tables, name: string): Tenant => {
  const row = tables.one<TenantRow>("SELECT number, mark, written FROM jinlin_tenants WHERE name = ?", name)
  const [number, mark, written] = row ?? [0, "", 0]
  return { name, number, mark, written: written === 1, last: {}, revisions: new Map() }
}

/** Writes the tenant down, with a random mark. Throws when there are as many as a file takes. */
export const enrolTenant = (tables: Tables, tenant: Tenant, written: boolean): Tenant => {
  if (tenant.number !== 0) {
    if (tenant.written || !written) return tenant
    tables.run("UPDATE jinlin_tenants SET written = 1 WHERE number = ?", tenant.number)
    return { ...tenant, written }
  }
  const mark = randomBytes(12).toString("hex")
  const [number] = tables.one<readonly [number]>(
    "INSERT INTO jinlin_tenants (name, mark, written) VALUES (?, ?, ?) RETURNING number",
    ...[tenant.name, mark, written ? 1 : 0],
  ) ?? [0]
  if (number > tenantsPerFile) throw new Error(`a file holds no more than ${tenantsPerFile} tenants`)
  return { ...tenant, number, mark, written }
}

/** The number before the first place of a tenant in the tables. */
export const baseOf = (tenant: Tenant): number => tenant.number * placesPerTenant
