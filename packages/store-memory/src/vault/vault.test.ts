import { inspect } from "node:util"
import { personalVaultConformance } from "@jinlin/testkit/personal-vault"
import { describe, expect, it } from "vitest"
import { memoryPersonalVault, openMemoryPersonalVault } from "../index.ts"

const masterKey = new Uint8Array(32).fill(7)
const context = { clock: { now: () => 0, sleep: async () => {} }, signal: new AbortController().signal }

describe("VAULT-1, VAULT-2, VAULT-3, VAULT-4, VAULT-6, VAULT-7 in memory", () => {
  personalVaultConformance(
    { describe, it },
    {
      durable: false,
      open: async () => {
        const opened = await openMemoryPersonalVault({ masterKey })
        if (!opened.ok) throw new Error(opened.failure._tag)
        return { vault: opened.value, masterKey, close: () => opened.value[Symbol.asyncDispose]() }
      },
    },
  )
})

describe("the plugin of the vault in memory", () => {
  it("draws a master key of its own when none is given", async () => {
    const started = await memoryPersonalVault().start(context)
    expect(started).toMatchObject({ ok: true, value: { name: "vault-memory" } })
  })

  it("PLUGIN-1 names a master key that is none, and repeats nothing of it", async () => {
    const started = await memoryPersonalVault({ masterKey: new Uint8Array(31).fill(201) }).start(context)
    expect(started).toMatchObject({ ok: false, failure: { _tag: "InvalidOptions", plugin: "vault-memory" } })
    expect(inspect(started, { depth: null })).not.toMatch(/201/)
  })

  it("answers when it is opened with a master key that is none", async () => {
    const current = new Uint8Array(32)
    const opened = await openMemoryPersonalVault({ masterKey: { current, previous: new Uint8Array(5) } })
    expect(opened).toEqual({
      ok: false,
      failure: {
        _tag: "StoreUnavailable",
        rule: "STORE-13",
        kind: "misused",
        detail:
          "[jinlin] [vault-memory] masterKey.previous must be 32 random bytes as a Uint8Array, such as randomBytes(32) of node:crypto",
      },
    })
  })
})
