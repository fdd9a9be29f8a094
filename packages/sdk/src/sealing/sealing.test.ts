import { createDecipheriv, hkdfSync } from "node:crypto"
import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { type Binding, type MasterKey, masterKeyIssues, masterKeysFor, sealerOf } from "./index.ts"

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"))
const counting = Uint8Array.from({ length: 32 }, (_, index) => index)

const masters = async (key: MasterKey, purpose = "personal-vault") => {
  const answer = await masterKeysFor(purpose, key)
  if (!answer.ok) throw new Error(answer.failure.detail)
  return answer.value
}

const binding: Binding = ["personal-field", "a", "p-1", "name", "notice", null, "chair"]
/** Sealed once, and kept here: what is in databases must open with every later version. */
const sealedOnce = bytes("012e7d7ace77a232bfd3c4ec95c0c7ba376a8c492bf806b5611717f37625aa6ba59d561d6c35")
const wrappedOnce = bytes(
  "01e6d29ba3b9fdf4eb4e3a9b33fe4973d706907c190290aaf738092e72848393212679a92243c350dbf202028487209d2fa545ccf72ec2f8008b1d9ab7",
)

describe("VAULT-4 what was sealed before opens", () => {
  it("VAULT-4 a value, by this package and by AES-256-GCM of node:crypto alone", async () => {
    const opened = await (await sealerOf(counting)).open(sealedOnce, binding)
    expect(Buffer.from(opened ?? []).toString("utf8")).toBe("金絲雀")
    const decipher = createDecipheriv("aes-256-gcm", counting, sealedOnce.subarray(1, 13), { authTagLength: 16 })
    decipher.setAAD(Buffer.from('["personal-field","a","p-1","name","notice",null,"chair"]'))
    decipher.setAuthTag(sealedOnce.subarray(-16))
    expect(decipher.update(sealedOnce.subarray(13, -16), undefined, "utf8") + decipher.final("utf8")).toBe("金絲雀")
  })

  it("VAULT-4 a wrapped key, under a key that HKDF derives for the purpose", async () => {
    const vault = await masters(counting)
    const name = Buffer.from(hkdfSync("sha256", counting, "", "jinlin personal-vault name", 32)).toString("hex")
    expect(vault.current).toBe("946ab724587ee51d")
    expect(name.slice(0, 16)).toBe("946ab724587ee51d")
    const place = ["person-key", "a", "p-1"]
    const key = await vault.unwrap({ master: vault.current, sealed: wrappedOnce }, place)
    expect(key).toEqual(Uint8Array.from({ length: 32 }, (_, index) => 255 - index))
    const other = await masters(counting, "seal-keeper")
    expect(await other.unwrap({ master: other.current, sealed: wrappedOnce }, place)).toBeUndefined()
    expect(await vault.unwrap({ master: "unknown", sealed: wrappedOnce }, place)).toBeUndefined()
  })
})

describe("VAULT-4 what was changed does not open", () => {
  it("VAULT-4 any byte, another place, another key, another version, or less", async () => {
    const sealer = await sealerOf(counting)
    for (let index = 0; index < sealedOnce.length; index++) {
      const changed = sealedOnce.with(index, (sealedOnce[index] ?? 0) ^ 1)
      expect(await sealer.open(changed, binding)).toBeUndefined()
    }
    expect(await sealer.open(sealedOnce, [...binding, "public"])).toBeUndefined()
    expect(
      await sealer.open(sealedOnce, ["personal-field", "a", "p-1", "name", "notice", "null", "chair"]),
    ).toBeUndefined()
    expect(await (await sealerOf(new Uint8Array(32))).open(sealedOnce, binding)).toBeUndefined()
    for (const length of [0, 1, 13, 28])
      expect(await sealer.open(sealedOnce.subarray(0, length), binding)).toBeUndefined()
  })

  it("VAULT-4 is sealed with another nonce each time, and long values are sealed too", async () => {
    const sealer = await sealerOf(counting)
    const many = await Promise.all(Array.from({ length: 200 }, () => sealer.seal(bytes("00"), [])))
    expect(new Set(many.map((sealed) => Buffer.from(sealed.subarray(1, 13)).toString("hex"))).size).toBe(200)
    const long = new Uint8Array(3_000_000).fill(7)
    expect(await sealer.open(await sealer.seal(long, []), [])).toEqual(long)
  })
})

describe("master keys", () => {
  it("are 32 bytes, or two of them", () => {
    const length = "must be 32 random bytes as a Uint8Array, such as randomBytes(32) of node:crypto"
    expect(masterKeyIssues(counting)).toEqual([])
    expect(masterKeyIssues(Buffer.from(counting))).toEqual([])
    expect(masterKeyIssues({ current: counting, previous: counting })).toEqual([])
    for (const bad of [
      undefined,
      null,
      "x".repeat(32),
      32,
      counting.subarray(1),
      new Uint8Array(33),
      [...counting],
    ].slice(0, 6))
      expect(masterKeyIssues(bad)).toEqual([{ path: [], message: length }])
    expect(masterKeyIssues({ current: counting })).toEqual([{ path: ["previous"], message: length }])
    expect(masterKeyIssues([...counting])).toHaveLength(2)
  })

  it("VAULT-4 show nothing of themselves, however they are printed", async () => {
    const print = inspect([await masters(counting), await sealerOf(counting)], { depth: null, showHidden: true })
    expect(print).not.toMatch(/0, 1, 2, 3|00 01 02|000102/)
  })

  it("wrap under the current one, and unwrap under both", async () => {
    const next = counting.with(0, 99)
    const [before, both, after] = [
      await masters(counting),
      await masters({ current: next, previous: counting }),
      await masters(next),
    ]
    expect(both.current).toBe(after.current)
    expect(new Set(both.known)).toEqual(new Set([before.current, after.current]))
    const old = await before.wrap(bytes("aa"), ["x"])
    const fresh = await both.wrap(bytes("bb"), ["x"])
    expect([await both.unwrap(old, ["x"]), await both.unwrap(fresh, ["x"])]).toEqual([bytes("aa"), bytes("bb")])
    expect([await after.unwrap(old, ["x"]), await after.unwrap(fresh, ["x"])]).toEqual([undefined, bytes("bb")])
  })
})
