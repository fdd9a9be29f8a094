import type { Tables } from "../vault-and-texts/database.ts"

/**
 * The tables of a text store. A digest is of name, salt and text (SHA-256 of canonical JSON): it tells whether a document is
 * the same, also when a section is black, and nobody can guess a text from it once the salt is gone.
 */
export const textTables: Tables = {
  about: "public.jinlin_text_schema",
  version: 1,
  statements: [
    "create table public.jinlin_text_schema (version integer not null)",
    `create table public.jinlin_text_documents (
      tenant text collate "C" not null, id text collate "C" not null, put_at bigint not null, redacted_at bigint,
      primary key (tenant, id)
    )`,
    `create table public.jinlin_text_sections (
      tenant text collate "C" not null, id text collate "C" not null, place bigint not null,
      name text collate "C" not null, digest text collate "C" not null, salt text collate "C", text text collate "C",
      primary key (tenant, id, place)
    )`,
  ],
  rewritten: [{ table: "public.jinlin_text_sections", column: "place" }],
}
