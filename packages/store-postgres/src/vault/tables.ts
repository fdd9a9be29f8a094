import type { Tables } from "../vault-and-texts/database.ts"

/** The tables of a vault. A person's row is never taken away: once erased it holds the time, and no key. */
export const vaultTables: Tables = {
  about: "public.jinlin_vault_schema",
  version: 1,
  statements: [
    "create table public.jinlin_vault_schema (version integer not null)",
    `create table public.jinlin_vault_people (
      tenant text collate "C" not null, person text collate "C" not null, master text collate "C", wrapped bytea,
      held_until bigint, erased_at bigint, primary key (tenant, person)
    )`,
    "create index on public.jinlin_vault_people (master) where master is not null",
    `create table public.jinlin_vault_masters (name text collate "C" primary key)`,
    `create table public.jinlin_vault_fields (
      tenant text collate "C" not null, person text collate "C" not null, purpose text collate "C" not null,
      name text collate "C" not null, audiences text collate "C" not null, keep_until bigint, sealed bytea not null,
      primary key (tenant, person, purpose, name)
    )`,
    `create index on public.jinlin_vault_fields (tenant, keep_until)
     where keep_until is not null`,
  ],
  rewritten: [
    { table: "public.jinlin_vault_people", column: "erased_at" },
    { table: "public.jinlin_vault_fields", column: "keep_until" },
  ],
}
