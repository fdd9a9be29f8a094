import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { inspect } from "node:util"
import type { SealKeeper } from "@jinlin/sdk"
import * as fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { type LocalSealKeeperOptions, localSealKeeper, openLocalSealKeeper, seal, unseal } from "./index.ts"

const root = mkdtempSync(join(tmpdir(), "jinlin-seal-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let files = 0
const newFile = (): string => join(root, `rounds-${files++}.db`)

const masterKey = new Uint8Array(randomBytes(32))
const noon = 1_790_000_000_000
const round = { id: "ratings-2026", opensAt: noon }

const opened = async (options: Partial<LocalSealKeeperOptions> = { memory: true }): Promise<SealKeeper> => {
  const answer = await openLocalSealKeeper({ masterKey, ...options })
  if (!answer.ok) throw new Error(answer.failure.detail)
  return answer.value
}

const keyIn = async (answer: ReturnType<SealKeeper["begin"]>): Promise<string> => {
  const got = await answer
  if (!got.ok) throw new Error(JSON.stringify(got.failure))
  return got.value
}

const refused = (because: string) => ({ ok: false, failure: { _tag: "SealRefused", rule: "PORT-4", because } })
const unavailable = { ok: false, failure: { _tag: "SealKeeperUnavailable", rule: "PORT-4" } }

describe("PORT-4 a keeper gives the secret key once the round may be opened, and not before", () => {
  it.each(["memory", "file"])(
    "PORT-4 what is sealed with the public key opens with the secret one (%s)",
    async (kind) => {
      await using keeper = await opened(kind === "memory" ? { memory: true } : { file: newFile() })
      const publicKey = await keyIn(keeper.begin("a", round))
      const sealed = seal(publicKey, "優", "sheet-1")
      if (!sealed.ok) throw new Error("not sealed")
      const secretKey = await keyIn(keeper.open("a", { id: round.id, at: noon }))
      expect(unseal(secretKey, sealed.value, "sheet-1")).toEqual({ ok: true, value: "優" })
      expect(
        createPublicKey({ key: Buffer.from(publicKey, "base64url"), format: "der", type: "spki" }).asymmetricKeyType,
      ).toBe("x25519")
    },
  )

  it("PORT-4 not a millisecond early, at the time, and later", async () => {
    await using keeper = await opened()
    await keeper.begin("a", round)
    expect(await keeper.open("a", { id: round.id, at: noon - 1 })).toEqual(refused("too-early"))
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, -1, noon + 0.5])
      expect(await keeper.open("a", { id: round.id, at })).toEqual(refused("too-early"))
    expect(await keeper.open("a", { id: round.id, at: noon })).toMatchObject({ ok: true })
    expect(await keeper.open("a", { id: round.id, at: noon + 1 })).toMatchObject({ ok: true })
  })

  it("PORT-4 its own clock must agree", async () => {
    let now = noon - 1
    await using keeper = await opened({ memory: true, clock: { now: () => now } })
    await keeper.begin("a", round)
    expect(await keeper.open("a", { id: round.id, at: noon + 9 })).toEqual(refused("too-early"))
    now = noon
    expect(await keeper.open("a", { id: round.id, at: noon - 1 })).toEqual(refused("too-early"))
    expect(await keeper.open("a", { id: round.id, at: noon })).toMatchObject({ ok: true })
  })

  it("PORT-4 opened once, it gives the same key again, also after a restart", async () => {
    const file = newFile()
    const keeper = await opened({ file })
    const publicKey = await keyIn(keeper.begin("a", round))
    const first = await keyIn(keeper.open("a", { id: round.id, at: noon }))
    expect(await keyIn(keeper.open("a", { id: round.id, at: noon + 5 }))).toBe(first)
    await keeper[Symbol.asyncDispose]()
    await using again = await opened({ file })
    expect(await keyIn(again.open("a", { id: round.id, at: noon }))).toBe(first)
    expect(await again.begin("a", round)).toEqual(refused("known-round"))
    const sealed = seal(publicKey, "x")
    expect(sealed.ok && unseal(first, sealed.value)).toEqual({ ok: true, value: "x" })
  })

  it("PORT-4 begun again before it is opened it has the same public key, and another time is refused", async () => {
    await using keeper = await opened()
    const publicKey = await keyIn(keeper.begin("a", round))
    expect(await keyIn(keeper.begin("a", round))).toBe(publicKey)
    expect(await keeper.begin("a", { ...round, opensAt: noon - 1 })).toEqual(refused("known-round"))
    expect(await keeper.open("a", { id: round.id, at: noon - 1 })).toEqual(refused("too-early"))
  })

  it("PORT-4 of sixteen who begin at once all have one public key", async () => {
    const file = newFile()
    await using one = await opened({ file })
    await using other = await opened({ file })
    const keys = await Promise.all(
      Array.from({ length: 16 }, (_, index) => keyIn((index % 2 ? one : other).begin("a", round))),
    )
    expect(new Set(keys).size).toBe(1)
  })

  it("PORT-4 rounds and tenants have keys of their own, and what is not known is said so", async () => {
    await using keeper = await opened()
    const keys = [
      await keyIn(keeper.begin("a", round)),
      await keyIn(keeper.begin("b", round)),
      await keyIn(keeper.begin("a", { ...round, id: "other" })),
    ]
    expect(new Set(keys).size).toBe(3)
    for (const [tenant, id] of [
      ["c", round.id],
      ["a", "none"],
      ["A", round.id],
      ["", ""],
      ["a", "'; --"],
    ] as const)
      expect(await keeper.open(tenant, { id, at: noon })).toEqual(refused("unknown-round"))
    expect(await keeper.begin("A", round)).toMatchObject(unavailable)
    expect(await keeper.begin("a", { id: "名", opensAt: noon })).toMatchObject(unavailable)
    expect(await keeper.begin("a", { id: "x", opensAt: 0.5 })).toMatchObject(unavailable)
  })
})

describe("what keeps a round closed", () => {
  it("PORT-4 neither the file nor a print shows a key before the close", async () => {
    const file = newFile()
    await using keeper = await opened({ file })
    await keeper.begin("a", round)
    const secretKey = Buffer.from(await keyIn(keeper.open("a", { id: round.id, at: noon })), "base64url")
    const bytes = readFileSync(file)
    expect(bytes.includes(secretKey.subarray(-32))).toBe(false)
    expect(bytes.includes(Buffer.from(masterKey))).toBe(false)
    const printed = inspect([keeper, localSealKeeper({ file, masterKey })], { depth: null, showHidden: true })
    expect(printed).not.toContain(Buffer.from(masterKey).toString("hex"))
    expect(printed).not.toContain([...masterKey].slice(0, 8).join(", "))
  })

  it("PORT-4 a time that was brought forward in the file, or another master key, opens nothing", async () => {
    const file = newFile()
    await using keeper = await opened({ file })
    await keeper.begin("a", round)
    await using stranger = await opened({ file, masterKey: new Uint8Array(randomBytes(32)) })
    expect(await stranger.open("a", { id: round.id, at: noon })).toMatchObject(unavailable)
    const database = new DatabaseSync(file)
    database.exec("UPDATE jinlin_seal_rounds SET opens_at = 0")
    database.close()
    expect(await keeper.open("a", { id: round.id, at: noon })).toMatchObject(unavailable)
  })

  it("PORT-4 a master key can be changed", async () => {
    const file = newFile()
    const first = await opened({ file })
    const publicKey = await keyIn(first.begin("a", round))
    await first[Symbol.asyncDispose]()
    await using keeper = await opened({
      file,
      masterKey: { current: new Uint8Array(randomBytes(32)), previous: masterKey },
    })
    expect(await keyIn(keeper.begin("a", round))).toBe(publicKey)
    expect(await keeper.open("a", { id: round.id, at: noon })).toMatchObject({ ok: true })
  })
})

describe("a keeper that cannot be used", () => {
  it("PORT-4 says why, and repeats nothing", async () => {
    const foreign = newFile()
    new DatabaseSync(foreign).exec("CREATE TABLE other (x)")
    const letter = newFile()
    writeFileSync(letter, "no database".repeat(1000))
    const newer = newFile()
    await (await opened({ file: newer }))[Symbol.asyncDispose]()
    const database = new DatabaseSync(newer)
    database.exec("PRAGMA user_version = 2")
    database.close()
    const details: Array<string> = []
    for (const options of [
      { file: foreign },
      { file: letter },
      { file: newer },
      { file: join(root, "none", "x") },
      {},
      { memory: true, file: "x" },
    ] as const) {
      const answer = await openLocalSealKeeper({ masterKey, ...options })
      expect(answer).toMatchObject(unavailable)
      if (!answer.ok) details.push(answer.failure.detail.replace("[jinlin] [seal-keeper-local] ", ""))
    }
    expect(details).toEqual([
      "the file cannot be used: it belongs to another application",
      "the file cannot be used (SQLite result code 26)",
      "the file cannot be used: it was written by a newer version",
      "the file cannot be used (SQLite result code 14)",
      "give either the path of a file or `memory: true`",
      "give either the path of a file or `memory: true`",
    ])
    expect(await openLocalSealKeeper({ memory: true, masterKey: new Uint8Array(3) })).toMatchObject(unavailable)
  })

  it("PORT-4 answers after it was disposed of, and may be disposed of again", async () => {
    const keeper = await opened()
    await keeper[Symbol.asyncDispose]()
    await keeper[Symbol.asyncDispose]()
    expect(await keeper.begin("a", round)).toMatchObject(unavailable)
    expect(await keeper.open("a", { id: round.id, at: noon })).toMatchObject(unavailable)
  })

  it("PLUGIN-1 starts with its options and the clock of the platform, and names what it does not take", async () => {
    const context = { clock: { now: () => noon - 1, sleep: async () => {} }, signal: new AbortController().signal }
    const started = await localSealKeeper({ memory: true, masterKey }).start(context)
    if (!started.ok) throw new Error("not started")
    await started.value.begin("a", round)
    expect(await started.value.open("a", { id: round.id, at: noon })).toEqual(refused("too-early"))
    await started.value[Symbol.asyncDispose]()
    const bad = await localSealKeeper({ file: "", masterKey: new Uint8Array(1) }).start(context)
    expect(bad).toMatchObject({
      ok: false,
      failure: { _tag: "InvalidOptions", issues: [{ path: ["file"] }, { path: ["masterKey"] }] },
    })
    expect(await localSealKeeper({ masterKey }).start(context)).toMatchObject(unavailable)
  })
})

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync("x25519")
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64url"),
    secretKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url"),
  }
}

const sealedFor = (publicKey: string, text: string, place?: string): string => {
  const sealed = seal(publicKey, text, place)
  if (!sealed.ok) throw new Error("not sealed")
  return sealed.value
}

describe("sealing", () => {
  const { publicKey, secretKey } = pair()
  const broken = { ok: false, failure: { _tag: "SealBroken" } }
  const invalid = { ok: false, failure: { _tag: "InvalidSealKey" } }

  it("gives every text back as it was, and never the same sealed text twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.string(), (text, place) => {
        const sealed = sealedFor(publicKey, text, place)
        expect(unseal(secretKey, sealed, place)).toEqual({ ok: true, value: text })
        expect(sealedFor(publicKey, text, place)).not.toBe(sealed)
      }),
      { numRuns: 50 },
    )
  })

  it("shows the length in steps of 256 bytes only", () => {
    const lengths = ["", "5", "10", "yes", "x".repeat(255)].map((text) => sealedFor(publicKey, text).length)
    expect(new Set(lengths).size).toBe(1)
    expect(sealedFor(publicKey, "x".repeat(256)).length).toBeGreaterThan(lengths[0] ?? 0)
    expect(unseal(secretKey, sealedFor(publicKey, "\u0080\0\0"))).toEqual({ ok: true, value: "\u0080\0\0" })
  })

  it("opens for nobody else, at no other place, and not when any byte was changed", () => {
    const sealed = sealedFor(publicKey, "CANARY", "sheet-1")
    expect(unseal(pair().secretKey, sealed, "sheet-1")).toEqual(broken)
    expect(unseal(secretKey, sealed, "sheet-2")).toEqual(broken)
    expect(unseal(secretKey, sealed)).toEqual(broken)
    const bytes = Buffer.from(sealed, "base64url")
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(unseal(secretKey, changed.toString("base64url"), "sheet-1")).toEqual(broken)
    }
    for (const text of ["", "x", sealed.slice(0, 60), "名"]) expect(unseal(secretKey, text, "sheet-1")).toEqual(broken)
  })

  it("takes no key of another kind, and none that cannot be read", () => {
    const { privateKey: ed, publicKey: edPublic } = generateKeyPairSync("ed25519")
    const other = edPublic.export({ format: "der", type: "spki" }).toString("base64url")
    for (const key of ["", "x", other, secretKey, "名"]) expect(seal(key, "text")).toEqual(invalid)
    const sealed = sealedFor(publicKey, "text")
    const secret = ed.export({ format: "der", type: "pkcs8" }).toString("base64url")
    for (const key of ["", "x", secret, publicKey]) expect(unseal(key, sealed)).toEqual(invalid)
  })

  it("takes no point that would make the common secret known to all", () => {
    const zero = Buffer.concat([Buffer.from("302a300506032b656e032100", "hex"), Buffer.alloc(32)]).toString("base64url")
    expect(seal(zero, "text")).toEqual(invalid)
  })
})
