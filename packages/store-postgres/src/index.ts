export { openPostgresStore, postgresStoreWithin } from "./open.ts"
export type { PostgresStoreOptions, PostgresTables } from "./options.ts"
export type { PgClient, PgLentClient, PgPool, PgRows } from "./pg.ts"
export { postgresStore } from "./plugin.ts"
