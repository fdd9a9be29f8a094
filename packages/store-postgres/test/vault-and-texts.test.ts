import { randomBytes } from "node:crypto"
import type { PersonalVault, TextStore } from "@jinlin/sdk"
import type { MasterKey } from "@jinlin/sdk/sealing"
import { personalVaultConformance } from "@jinlin/testkit/personal-vault"
import { textStoreConformance } from "@jinlin/testkit/text-store"
import type { Pool } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  openPostgresPersonalVault,
  openPostgresTextStore,
  postgresPersonalVault,
  postgresTextStore,
} from "../src/index.ts"
import type { NoServer } from "./binaries.ts"
import { dataFiles } from "./data-files.ts"
import { poolOf } from "./opened.ts"
import { type Server, startServer } from "./server.ts"

const server: Server | NoServer = await startServer(["fsync=off"])

const mustOpen = <Port>(
  answer: { readonly ok: true; readonly value: Port } | { readonly ok: false; readonly failure: unknown },
): Port => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

if ("skipped" in server)
  describe("texts and vault on PostgreSQL", () => {
    it("are run against the conformance kits", (context) => context.skip(`${server.skipped}`))
  })
else {
  const pools: Array<Pool> = []
  let pool: Pool
  let schemas = 0
  const nextSchema = (): string => {
    schemas += 1
    return `kit_${schemas}`
  }
  const files = async () => dataFiles(server.place.host)
  /** `off`: the server takes used-up segments of its log away. `on`, as it comes: it keeps them, unread, for later use. */
  const recycling = async (value: "on" | "off"): Promise<void> => {
    await pool.query(`alter system set wal_recycle = ${value}`)
    await pool.query("select pg_reload_conf()")
  }
  beforeAll(async () => {
    pool = poolOf(await server.newDatabase(), { max: 20 })
    pools.push(pool)
    await recycling("off")
  })
  afterAll(async () => {
    for (const one of pools) await one.end()
    await server.remove()
  })

  /** PostgreSQL compresses long texts, and a compressed canary would not be found. */
  const plainly = (one: Pool, schema: string) =>
    one.query(`alter table "${schema}".jinlin_text_sections alter column text set storage external`)

  const texts = async (schema: string): Promise<TextStore> => {
    const store = mustOpen(await openPostgresTextStore({ pool, schema }))
    await plainly(pool, schema)
    return store
  }

  describe("TEXT-STORE-1, TEXT-STORE-2, TEXT-STORE-3, TEXT-STORE-4 on PostgreSQL", () => {
    textStoreConformance(
      { describe, it },
      {
        durable: true,
        open: async () => {
          const schema = nextSchema()
          const store = await texts(schema)
          return { store, durable: { reopen: () => texts(schema), files }, close: () => store[Symbol.asyncDispose]() }
        },
      },
    )
  })

  const sealedOf = async (schema: string, whose: ReadonlyArray<string>): Promise<ReadonlyArray<Uint8Array>> => {
    const { rows } = await pool.query<{ readonly sealed: Buffer | null }>(
      `select sealed from "${schema}".jinlin_vault_fields where tenant = $1 and person = $2
       union all select wrapped from "${schema}".jinlin_vault_people where tenant = $1 and person = $2`,
      [...whose],
    )
    return rows.flatMap(({ sealed }) => (sealed === null ? [] : [new Uint8Array(sealed)]))
  }

  describe("VAULT-1, VAULT-2, VAULT-3, VAULT-4, VAULT-5, VAULT-6, VAULT-7 on PostgreSQL", () => {
    personalVaultConformance(
      { describe, it },
      {
        durable: true,
        open: async () => {
          const schema = nextSchema()
          const reopen = (masterKey: MasterKey) => openPostgresPersonalVault({ pool, schema, masterKey })
          const masterKey = new Uint8Array(randomBytes(32))
          const vault: PersonalVault = mustOpen(await reopen(masterKey))
          const durable = {
            reopen,
            files,
            sealedOf: (tenant: string, person: string) => sealedOf(schema, [tenant, person]),
          }
          return { vault, masterKey, durable, close: () => vault[Symbol.asyncDispose]() }
        },
      },
    )
  })

  const salt = "0".repeat(32)
  const canary = (): string => `CANARY-${randomBytes(6).toString("hex")}`

  /** A document with the canary many times, brought from the log into the files of the tables. */
  const withCanary = async (store: TextStore, mark: string): Promise<void> => {
    const sections = [
      { name: "secret", text: `${mark} `.repeat(2000), salt },
      { name: "open", text: "stays", salt },
    ]
    expect(await store.put("a", { id: "x", sections }, 1)).toEqual({ ok: true, value: null })
    await pool.query("checkpoint")
  }

  const redacted = (store: TextStore) => store.redact("a", { id: "x", sections: ["secret"], at: 2 })

  /** Where a canary stands: in files of tables, or in the log. */
  const places = async (mark: string): Promise<{ readonly tables: number; readonly log: number }> => {
    const found = (await files()).filter(({ bytes }) => Buffer.from(bytes).includes(mark)).map(({ name }) => name)
    const log = found.filter((name) => name.startsWith("pg_wal/")).length
    return { tables: found.length - log, log }
  }

  describe("TEXT-STORE-3 what becomes of the bytes on PostgreSQL", () => {
    it("TEXT-STORE-3 is in the files until they are rewritten, and not after, though an old transaction is open", async () => {
      const mark = canary()
      await using store = await texts(nextSchema())
      await withCanary(store, mark)
      const old = await pool.connect()
      await old.query("begin isolation level repeatable read")
      await old.query("select count(*) from pg_class")
      await redacted(store)
      await pool.query("checkpoint")
      expect((await places(mark)).tables).toBeGreaterThan(0)
      expect(await store.compact()).toEqual({ ok: true, value: null })
      expect(await places(mark)).toEqual({ tables: 0, log: 0 })
      await old.query("rollback")
      old.release()
      expect(await store.read("a", "x")).toMatchObject({
        ok: true,
        value: { sections: [{ text: null }, { text: "stays" }] },
      })
    })

    it("TEXT-STORE-3 would not be so with VACUUM FULL, which carries along what an old transaction could see", async () => {
      const mark = canary()
      const schema = nextSchema()
      await using store = await texts(schema)
      await withCanary(store, mark)
      const old = await pool.connect()
      await old.query("begin isolation level repeatable read")
      await old.query("select count(*) from pg_class")
      await redacted(store)
      await pool.query(`vacuum full "${schema}".jinlin_text_sections`)
      await pool.query("checkpoint")
      expect((await places(mark)).tables).toBeGreaterThan(0)
      await old.query("rollback")
      old.release()
    })

    it("TEXT-STORE-3 holds for the tables alone where a server keeps used-up segments of its log: they are not read, and still there", async () => {
      await recycling("on")
      const mark = canary()
      await using store = await texts(nextSchema())
      await withCanary(store, mark)
      expect((await places(mark)).tables).toBeGreaterThan(0)
      await redacted(store)
      expect(await store.compact()).toEqual({ ok: true, value: null })
      const kept = await places(mark)
      process.stdout.write(
        `After compacting with wal_recycle = on: ${kept.tables} files of tables, ${kept.log} of the log\n`,
      )
      expect(kept.tables).toBe(0)
      await recycling("off")
    })

    it("TEXT-STORE-3 holds for the tables alone where the role may not let the log go", async () => {
      const mark = canary()
      const place = await server.newDatabase()
      const admin = poolOf(place)
      pools.push(admin)
      await admin.query("create role keeper login; grant all on schema public to keeper")
      const own = poolOf({ ...place, user: "keeper" })
      pools.push(own)
      await using store = mustOpen(await openPostgresTextStore({ pool: own }))
      await plainly(own, "public")
      await withCanary(store, mark)
      expect((await places(mark)).tables).toBeGreaterThan(0)
      await redacted(store)
      expect(await store.compact()).toEqual({ ok: true, value: null })
      const kept = await places(mark)
      expect(kept.tables).toBe(0)
      expect(kept.log).toBeGreaterThan(0)
      for (const statement of ["select pg_switch_wal()", "checkpoint"]) await admin.query(statement)
      expect(await places(mark)).toEqual({ tables: 0, log: 0 })
    })
  })

  describe("STORE-13 what cannot be used is answered", () => {
    const masterKey = new Uint8Array(randomBytes(32))

    it("tables that are not there, of a newer schema, or in a schema that is none", async () => {
      const schema = nextSchema()
      const unavailable = (kind: string) => ({ ok: false, failure: { _tag: "StoreUnavailable", kind } })
      expect(await openPostgresTextStore({ pool, schema, migrate: false })).toMatchObject(unavailable("missing"))
      expect(await openPostgresTextStore({ pool, schema: 'x"' })).toMatchObject(unavailable("misused"))
      await (await texts(schema))[Symbol.asyncDispose]()
      await pool.query(`update "${schema}".jinlin_text_schema set version = 2`)
      const tooNew = { ok: false, failure: { _tag: "StoreTooNew", rule: "STORE-13", found: 2, known: 1 } }
      expect(await openPostgresTextStore({ pool, schema })).toEqual(tooNew)
    })

    it("a server that does not answer", async () => {
      const nowhere = poolOf({ ...server.place, port: 1 })
      pools.push(nowhere)
      const unreachable = { ok: false, failure: { _tag: "StoreUnavailable", kind: "unreachable" } }
      expect(await openPostgresTextStore({ pool: nowhere })).toMatchObject(unreachable)
      expect(await openPostgresPersonalVault({ pool: nowhere, masterKey })).toMatchObject(unreachable)
      expect(nowhere.listenerCount("error")).toBe(1)
    })

    it("eight who open at once make the tables once", async () => {
      const schema = nextSchema()
      const opened = await Promise.all(
        Array.from({ length: 8 }, () => openPostgresPersonalVault({ pool, schema, masterKey, tablePrefix: "own_" })),
      )
      expect(opened.filter(({ ok }) => !ok)).toEqual([])
      for (const one of opened) if (one.ok) await one.value[Symbol.asyncDispose]()
      const beside = await openPostgresPersonalVault({ pool, schema, masterKey, tablePrefix: "other_" })
      expect(beside).toMatchObject({ ok: true })
    })

    it("PLUGIN-1 plugins start with a pool, and name what they do not take", async () => {
      const context = { clock: { now: () => 0, sleep: async () => {} }, signal: new AbortController().signal }
      const schema = nextSchema()
      const started = [
        await postgresTextStore({ pool, schema }).start(context),
        await postgresPersonalVault({ pool, schema, masterKey }).start(context),
      ]
      expect(started).toMatchObject([{ value: { name: "texts-postgres" } }, { value: { name: "vault-postgres" } }])
      for (const one of started) if (one.ok) await one.value[Symbol.asyncDispose]()
      const bad = await postgresPersonalVault({ pool, schema: "X", masterKey: new Uint8Array(2) }).start(context)
      expect(bad).toMatchObject({
        ok: false,
        failure: { _tag: "InvalidOptions", issues: [{ path: ["schema"] }, { path: ["masterKey"] }] },
      })
    })
  })
}
