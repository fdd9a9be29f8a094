import { randomBytes } from "node:crypto"
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { inspect } from "node:util"
import type { PersonalVault } from "@jinlin/sdk"
import type { MasterKey } from "@jinlin/sdk/sealing"
import { personalVaultConformance } from "@jinlin/testkit/personal-vault"
import { afterAll, describe, expect, it } from "vitest"
import { openSqlitePersonalVault, sqlitePersonalVault } from "../index.ts"

const root = mkdtempSync(join(tmpdir(), "jinlin-vault-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const folder = (): string => mkdtempSync(join(root, "place-"))
const filesIn = (place: string) =>
  readdirSync(place).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(place, name))) }))

const sealedIn = (file: string, sql: string, whose: ReadonlyArray<string>): Array<Uint8Array> => {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare(sql).all(...whose)
  database.close()
  return rows.flatMap(({ sealed }) => (sealed instanceof Uint8Array ? [sealed] : []))
}

const places = (place: string, isApart: boolean) => {
  const file = join(place, "vault.db")
  const keyFile = join(place, "keys.db")
  return isApart ? { file, keyFile } : { file }
}

const underTest = (isApart: boolean) => ({
  durable: true,
  open: async () => {
    const place = folder()
    const where = places(place, isApart)
    const reopen = (masterKey: MasterKey) => openSqlitePersonalVault({ ...where, masterKey, busyTimeout: 200 })
    const masterKey = new Uint8Array(randomBytes(32))
    const opened = await reopen(masterKey)
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
    return {
      vault: opened.value,
      masterKey,
      close: () => opened.value[Symbol.asyncDispose](),
      durable: {
        reopen,
        files: async () => filesIn(place),
        sealedOf: async (tenant: string, person: string) => [
          ...sealedIn(where.file, "SELECT sealed FROM jinlin_vault_fields WHERE tenant = ? AND person = ?", [
            tenant,
            person,
          ]),
          ...sealedIn(
            where.keyFile ?? where.file,
            "SELECT wrapped AS sealed FROM jinlin_vault_people WHERE tenant = ? AND person = ?",
            [tenant, person],
          ),
        ],
      },
    }
  },
})

describe("VAULT-1, VAULT-2, VAULT-3, VAULT-4, VAULT-5, VAULT-6, VAULT-7 on SQLite, keys in the same file", () => {
  personalVaultConformance({ describe, it }, underTest(false))
})

describe("VAULT-1, VAULT-2, VAULT-3, VAULT-4, VAULT-5, VAULT-6, VAULT-7 on SQLite, keys in a file of their own", () => {
  personalVaultConformance({ describe, it }, underTest(true))
})

const masterKey = new Uint8Array(randomBytes(32))
const name = { name: "name", value: "CANARY-1", purpose: "notice", audiences: ["chair"], keepUntil: null }
const wish = { purpose: "notice", audience: "chair", at: 1 }

const opened = async (options: Parameters<typeof openSqlitePersonalVault>[0]): Promise<PersonalVault> => {
  const answer = await openSqlitePersonalVault({ busyTimeout: 200, ...options })
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

const introduced = async (vault: PersonalVault): Promise<string> => {
  const answer = await vault.introduce("a", [name], 1)
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

describe("VAULT-3 an older copy of the database", () => {
  it("gives nothing of who was erased, when the keys are in a file of their own", async () => {
    const place = folder()
    const where = { ...places(place, true), masterKey }
    const vault = await opened(where)
    const [gone, stays] = [await introduced(vault), await introduced(vault)]
    await vault.compact()
    copyFileSync(where.file, join(place, "copy.db"))
    expect(await vault.erase("a", gone, 5)).toEqual({ ok: true, value: { person: gone, at: 5 } })
    await vault[Symbol.asyncDispose]()
    for (const end of ["", "-wal", "-shm"]) rmSync(`${where.file}${end}`, { force: true })
    copyFileSync(join(place, "copy.db"), where.file)
    await using restored = await opened(where)
    expect(await restored.read("a", gone, wish)).toMatchObject({ ok: false, failure: { _tag: "PersonErased", at: 5 } })
    expect(await restored.erase("a", gone, 9)).toEqual({ ok: true, value: { person: gone, at: 5 } })
    expect(await restored.read("a", stays, wish)).toMatchObject({ ok: true, value: [name] })
    const left = "SELECT sealed FROM jinlin_vault_fields WHERE person = ?"
    expect(sealedIn(where.file, left, [gone])).toEqual([])
  })

  it("still gives it, when the keys are in the same file: this is why they can be kept apart", async () => {
    const place = folder()
    const where = { ...places(place, false), masterKey }
    const vault = await opened(where)
    const gone = await introduced(vault)
    await vault.compact()
    copyFileSync(where.file, join(place, "copy.db"))
    await vault.erase("a", gone, 5)
    await vault[Symbol.asyncDispose]()
    await using copy = await opened({ file: join(place, "copy.db"), masterKey })
    expect(await copy.read("a", gone, wish)).toMatchObject({ ok: true, value: [name] })
  })
})

describe("VAULT-3 an erasure that a crash cut in two", () => {
  const half = async (sql: string) => {
    const place = folder()
    const where = { ...places(place, true), masterKey }
    const vault = await opened(where)
    const gone = await introduced(vault)
    const database = new DatabaseSync(where.file)
    database.prepare("ATTACH DATABASE ? AS keys").run(where.keyFile ?? "")
    database.exec(sql)
    database.close()
    const fields = () => sealedIn(where.file, "SELECT sealed FROM jinlin_vault_fields WHERE person = ?", [gone])
    return { vault, gone, fields }
  }
  const keyGone = "UPDATE keys.jinlin_vault_people SET master = NULL, wrapped = NULL, erased_at = 5"

  it("of which only the key file saw the end, is an erasure, and is finished when it is asked for again", async () => {
    const { fields, gone, vault } = await half(keyGone)
    expect(fields()).toHaveLength(1)
    expect(await vault.read("a", gone, wish)).toMatchObject({ ok: false, failure: { _tag: "PersonErased", at: 5 } })
    expect(await vault.erase("a", gone, 9)).toEqual({ ok: true, value: { person: gone, at: 5 } })
    expect(fields()).toEqual([])
    await vault[Symbol.asyncDispose]()
  })

  it("is finished by compacting as well", async () => {
    const { fields, vault } = await half(keyGone)
    expect(await vault.compact()).toEqual({ ok: true, value: null })
    expect(fields()).toEqual([])
    await vault[Symbol.asyncDispose]()
  })

  it("of which only the other file saw the end, was not told to anybody, and is done when it is asked for again", async () => {
    const { gone, vault } = await half("DELETE FROM main.jinlin_vault_fields")
    expect(await vault.read("a", gone, wish)).toEqual({ ok: true, value: [] })
    expect(await vault.erase("a", gone, 9)).toEqual({ ok: true, value: { person: gone, at: 9 } })
    await vault[Symbol.asyncDispose]()
  })
})

describe("VAULT-3 two vaults on the same files, as two processes have them", () => {
  it("see at once what the other erased, and sixteen erasures through both give one receipt", async () => {
    const where = { ...places(folder(), true), masterKey }
    await using one = await opened(where)
    await using other = await opened(where)
    const gone = await introduced(one)
    expect(await other.read("a", gone, wish)).toEqual({ ok: true, value: [name] })
    const receipts = await Promise.all(
      Array.from({ length: 16 }, (_, index) => (index % 2 ? one : other).erase("a", gone, index + 1)),
    )
    const first = receipts[0]
    expect(first).toMatchObject({ ok: true, value: { person: gone } })
    for (const receipt of receipts) expect(receipt).toEqual(first)
    expect(await one.read("a", gone, wish)).toMatchObject({ ok: false, failure: { _tag: "PersonErased" } })
  })
})

describe("STORE-13 files that do not belong together", () => {
  it("keys that are elsewhere, missing or of another vault are named, and nothing is made in their place", async () => {
    const [one, other] = [folder(), folder()]
    for (const place of [one, other]) await (await opened({ ...places(place, true), masterKey }))[Symbol.asyncDispose]()
    const open = (file: string, keyFile?: string) =>
      openSqlitePersonalVault({ file, masterKey, ...(keyFile === undefined ? {} : { keyFile }) })
    const file = join(one, "vault.db")
    const unavailable = (kind: string) => ({ ok: false, failure: { _tag: "StoreUnavailable", kind } })
    expect(await open(file)).toMatchObject(unavailable("misused"))
    expect(await open(file, join(other, "keys.db"))).toMatchObject(unavailable("foreign"))
    expect(await open(join(one, "new.db"), join(other, "keys.db"))).toMatchObject(unavailable("foreign"))
    expect(await open(file, join(one, "empty.db"))).toMatchObject(unavailable("missing"))
    expect(await open(join(one, "none", "x.db"))).toMatchObject(unavailable("missing"))
    expect(existsSync(join(one, "none"))).toBe(false)
    const plain = join(one, "plain.db")
    await (await opened({ file: plain, masterKey }))[Symbol.asyncDispose]()
    expect(await open(plain, join(one, "more.db"))).toMatchObject(unavailable("misused"))
  })

  it("tables of a newer schema are left as they are", async () => {
    const file = join(folder(), "x.db")
    await (await opened({ file, masterKey }))[Symbol.asyncDispose]()
    const database = new DatabaseSync(file)
    database.exec("UPDATE jinlin_vault_schema SET schema = 9")
    database.close()
    expect(await openSqlitePersonalVault({ file, masterKey })).toEqual({
      ok: false,
      failure: { _tag: "StoreTooNew", rule: "STORE-13", found: 9, known: 1 },
    })
  })
})

describe("VAULT-4 what is changed in the database", () => {
  it.each([
    ["audiences", `'["chair","public"]'`, "public"],
    ["keep_until", "99", "chair"],
    ["sealed", "randomblob(64)", "chair"],
    ["name", "'telephone'", "chair"],
  ])("a field with another %s does not open", async (column, value, audience) => {
    const file = join(folder(), "x.db")
    await using vault = await opened({ file, masterKey })
    const person = await introduced(vault)
    const database = new DatabaseSync(file)
    database.exec(`UPDATE jinlin_vault_fields SET ${column} = ${value}`)
    database.close()
    const answer = await vault.read("a", person, { ...wish, audience })
    expect(answer).toMatchObject({ ok: false, failure: { _tag: "StoreUnavailable", kind: "damaged" } })
  })

  it("neither a value nor a key opens under another person", async () => {
    const file = join(folder(), "x.db")
    await using vault = await opened({ file, masterKey })
    const [one, other] = [await introduced(vault), await introduced(vault)]
    const database = new DatabaseSync(file)
    database.exec(
      `UPDATE jinlin_vault_fields SET sealed = (SELECT sealed FROM jinlin_vault_fields WHERE person = '${one}')`,
    )
    expect(await vault.read("a", other, wish)).toMatchObject({ ok: false, failure: { kind: "damaged" } })
    expect(await vault.read("a", one, wish)).toMatchObject({ ok: true })
    database.exec(
      `UPDATE jinlin_vault_people SET wrapped = (SELECT wrapped FROM jinlin_vault_people WHERE person = '${one}')`,
    )
    expect(await vault.read("a", other, wish)).toMatchObject({ ok: false, failure: { kind: "misused" } })
    database.close()
  })
})

describe("VAULT-4 secrets do not show", () => {
  const secrets = (key: Uint8Array): ReadonlyArray<string> => {
    const buffer = Buffer.from(key)
    return [buffer.toString("hex"), buffer.toString("base64"), buffer.toString("latin1"), [...key].join(", ")]
  }
  const isQuiet = (...things: ReadonlyArray<unknown>): void => {
    const options = { depth: null, showHidden: true, maxArrayLength: null, maxStringLength: null, getters: true }
    const printed = things
      .map((thing) => `${inspect(thing, options)} ${JSON.stringify(thing)} ${String(thing)}`)
      .join("\n")
    for (const secret of [...secrets(masterKey), "CANARY-1"]) expect(printed.includes(secret)).toBe(false)
    expect(printed).not.toContain(inspect(masterKey, options).slice(20, 60))
  }

  it("in a print of the plugin, the vault, its methods or its failures", async () => {
    const file = join(folder(), "x.db")
    const plugin = sqlitePersonalVault({ file, masterKey })
    const context = { clock: { now: () => 0, sleep: async () => {} }, signal: new AbortController().signal }
    const started = await plugin.start(context)
    if (!started.ok) throw new Error("not started")
    await using vault = started.value
    const person = await introduced(vault)
    isQuiet(plugin, vault, Object.values(vault))
    isQuiet(await vault.put("a", person, { at: 1, fields: [{ ...name, name: "CANARY-1 " }] }))
    isQuiet(await openSqlitePersonalVault({ file, masterKey: new Uint8Array(randomBytes(32)) }))
    const short = masterKey.subarray(0, 31)
    isQuiet(await openSqlitePersonalVault({ file, masterKey: short }))
    isQuiet(await sqlitePersonalVault({ file, masterKey: { current: masterKey, previous: short } }).start(context))
    const database = new DatabaseSync(file)
    database.exec("DROP TABLE jinlin_vault_fields")
    database.close()
    const answer = await vault.put("a", person, { at: 1, fields: [name] })
    expect(answer).toMatchObject({ ok: false, failure: { _tag: "StoreUnavailable" } })
    isQuiet(answer)
  })
})
