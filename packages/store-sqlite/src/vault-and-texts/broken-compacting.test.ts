import { randomBytes } from "node:crypto"
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { done, type PersonalVault, type TextStore } from "@jinlin/sdk"
import { personalVaultChapters } from "@jinlin/testkit/personal-vault"
import { textStoreChapters } from "@jinlin/testkit/text-store"
import { afterAll, describe, expect, it } from "vitest"
import { openSqlitePersonalVault, openSqliteTextStore } from "../index.ts"

const root = mkdtempSync(join(tmpdir(), "jinlin-broken-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const filesIn = (place: string) =>
  readdirSync(place).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(place, name))) }))

interface Chapter<Place> {
  readonly rule: string
  readonly trials: ReadonlyArray<{ readonly needs?: string; readonly run: (place: Place) => Promise<void> }>
}

/** The words with which the durable trials of one rule fail; nothing when they pass. */
const failuresOf = async <Place>(
  chapters: ReadonlyArray<Chapter<Place>>,
  rule: string,
  open: () => Promise<Place>,
): Promise<string> => {
  const trials = chapters.filter((chapter) => chapter.rule === rule).flatMap((chapter) => chapter.trials)
  const said: Array<string> = []
  for (const { needs, run } of trials)
    if (needs === "durable") await run(await open()).catch((thrown: Error) => said.push(thrown.message))
  return said.join("\n")
}

const textsThat = (breaking: (store: TextStore, file: string) => Partial<TextStore>) =>
  failuresOf(textStoreChapters, "TEXT-STORE-3", async () => {
    const place = mkdtempSync(join(root, "place-"))
    const file = join(place, "x.db")
    const reopen = async () => {
      const answer = await openSqliteTextStore({ file })
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
      return answer.value
    }
    const store = await reopen()
    const close = () => store[Symbol.asyncDispose]()
    return {
      store: { ...store, ...breaking(store, file) },
      close,
      durable: { reopen, files: async () => filesIn(place) },
    }
  })

const vaultThat = (rule: string, breaking: (vault: PersonalVault, place: string) => Partial<PersonalVault>) =>
  failuresOf(personalVaultChapters, rule, async () => {
    const place = mkdtempSync(join(root, "place-"))
    const file = join(place, "x.db")
    const masterKey = new Uint8Array(randomBytes(32))
    const answer = await openSqlitePersonalVault({ file, masterKey })
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
    const sealed = (tenant: string, person: string): Array<Uint8Array> => {
      const database = new DatabaseSync(file, { readOnly: true })
      const fields = database.prepare("SELECT sealed AS s FROM jinlin_vault_fields WHERE tenant = ? AND person = ?")
      const keys = database.prepare("SELECT wrapped AS s FROM jinlin_vault_people WHERE tenant = ? AND person = ?")
      const rows = [...fields.all(tenant, person), ...keys.all(tenant, person)]
      database.close()
      return rows.flatMap(({ s }) => (s instanceof Uint8Array ? [s] : []))
    }
    return {
      vault: { ...answer.value, ...breaking(answer.value, place) },
      masterKey,
      close: () => answer.value[Symbol.asyncDispose](),
      durable: {
        reopen: (key: Parameters<typeof openSqlitePersonalVault>[0]["masterKey"]) =>
          openSqlitePersonalVault({ file, masterKey: key }),
        files: async () => filesIn(place),
        sealedOf: async (tenant: string, person: string) => sealed(tenant, person),
      },
    }
  })

/** Runs a statement on a connection of its own. */
const onItsOwn = (file: string, sql: string): void => {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

describe("files that keep what was taken away are caught", () => {
  it("TEXT-STORE-3 when compacting does nothing", async () => {
    expect(await textsThat(() => ({ compact: async () => done(null) }))).toMatch(/canary was found in x\.db/)
  })

  it("TEXT-STORE-3 when the free pages are rewritten and the log is left as it is", async () => {
    const failures = await textsThat((_, file) => ({
      compact: async () => {
        onItsOwn(file, "VACUUM")
        return done(null)
      },
    }))
    expect(failures).toMatch(/canary was found in x\.db-wal/)
  })

  it("TEXT-STORE-3 when blacking out only hides", async () => {
    const hidden = new Set<string>()
    const failures = await textsThat((store) => ({
      redact: async (_, { id }) => {
        hidden.add(id)
        return done(null)
      },
      read: async (tenant, id) => {
        const answer = await store.read(tenant, id)
        if (!answer.ok || answer.value === null || !hidden.has(id)) return answer
        const sections = answer.value.sections.map((one, index) =>
          index > 0 ? { ...one, text: null, salt: null } : one,
        )
        return done({ ...answer.value, sections })
      },
    }))
    expect(failures).toMatch(/canary was found in x\.db at/)
  })

  it("VAULT-5 when compacting does nothing", async () => {
    expect(await vaultThat("VAULT-5", () => ({ compact: async () => done(null) }))).toMatch(/files with/)
  })

  it("VAULT-4 when values are written down beside the vault", async () => {
    const failures = await vaultThat("VAULT-4", (vault, place) => ({
      introduce: (tenant, fields, at) => {
        appendFileSync(join(place, "log.txt"), fields.map(({ value }) => value).join("\n"), "utf16le")
        return vault.introduce(tenant, fields, at)
      },
    }))
    expect(failures).toMatch(/canary was found in log\.txt at byte \d+ \(UTF-16\)/)
  })

  it("TEXT-STORE-3, VAULT-4 and VAULT-5 hold where nothing is broken", async () => {
    expect(await textsThat(() => ({}))).toBe("")
    expect(await vaultThat("VAULT-4", () => ({}))).toBe("")
    expect(await vaultThat("VAULT-5", () => ({}))).toBe("")
  })
})
