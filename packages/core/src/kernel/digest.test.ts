import { createHash } from "node:crypto"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { DigestAlgorithm } from "./digest.ts"
import { digestOf, digestOfBytes, readDigest, sameDigest, sha256 } from "./digest.ts"
import { Digest } from "./digest-schema.ts"
import { decodeStrictly } from "./reading.ts"

const sm3: DigestAlgorithm = { name: "sm3", hash: (bytes) => createHash("sm3").update(bytes).digest() }
const abc = Uint8Array.from([0x61, 0x62, 0x63])
const emptySha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
const abcSm3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"

describe("DIGEST-1 a digest is of the UTF-8 bytes of the canonical text and names its algorithm", () => {
  it("DIGEST-1 SHA-256 and SM3 of published examples", () => {
    // FIPS 180-4 and GB/T 32905 appendix A
    expect(digestOfBytes(abc)).toBe("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    expect(digestOfBytes(new Uint8Array())).toBe(`sha-256:${emptySha}`)
    expect(digestOfBytes(abc, sm3)).toBe(`sm3:${abcSm3}`)
  })

  it.each([
    ["an object", { a: 1 }, "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"],
    ["an empty object", {}, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"],
    ["an empty list", [], "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"],
    ["null", null, "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b"],
    ["a text beyond ASCII", "é", "f2886017e9c7abacf804b54d64787dce2b611c9544ba21f3affdd126a6e50086"],
  ])("DIGEST-1 of %s, by another implementation", (_, value, hex) => {
    expect(digestOf(value)).toEqual({ ok: true, value: `sha-256:${hex}` })
  })

  it("DIGEST-1 a shell may pass another algorithm in", () => {
    const expected = "sm3:d646a76e347ce7c1a4c11acff67604928ccfaf03fc2e4fb8faaf5b2b1227605a"
    expect(digestOf({ a: 1 }, sm3)).toEqual({ ok: true, value: expected })
  })

  it("DIGEST-1 agrees with the SHA-256 of node:crypto on all bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(digestOfBytes(bytes)).toBe(`sha-256:${createHash("sha256").update(bytes).digest("hex")}`)
      }),
    )
  })

  it("DIGEST-1 equal data has the same digest, and other data another", () => {
    expect(digestOf({ b: 2, a: 1 })).toEqual(digestOf({ a: 1, b: 2 }))
    expect(digestOf({ a: 1, b: 2 })).not.toEqual(digestOf({ a: 1, b: "2" }))
    expect(digestOf({ a: -0 })).toEqual(digestOf({ a: 0 }))
  })

  it("DIGEST-2 what has no canonical text has no digest", () => {
    expect(digestOf({ at: [undefined] })).toMatchObject({
      ok: false,
      refusal: { path: ["at", 0], refusal: { _tag: "WrongType", got: "undefined" } },
    })
  })
})

describe("DIGEST-3 a digest is read strictly", () => {
  const known = { "sha-256": 64, sm3: 64 }

  it.each([[`sha-256:${emptySha}`], [`sm3:${abcSm3}`]])("DIGEST-3 reads %s", (digest) => {
    expect(readDigest(digest)).toEqual({ ok: true, value: digest })
    expect(decodeStrictly(Digest)(digest)).toEqual({ ok: true, value: digest })
  })

  it.each([
    ["nothing", "", "no-algorithm"],
    ["a digest that does not say how it was made", emptySha, "no-algorithm"],
    ["no name before the colon", `:${emptySha}`, "no-algorithm"],
    ["an algorithm of one letter", `x:${emptySha}`, "unknown-algorithm"],
    ["another algorithm", `md5:${"0".repeat(32)}`, "unknown-algorithm"],
    ["another spelling", `sha256:${emptySha}`, "unknown-algorithm"],
    ["capitals in the name", `SHA-256:${emptySha}`, "unknown-algorithm"],
    ["a name that objects answer to", `constructor:${emptySha}`, "unknown-algorithm"],
    ["one digit fewer", `sha-256:${emptySha.slice(1)}`, "length"],
    ["one digit more", `sha-256:${emptySha}0`, "length"],
    ["a line feed at the end", `sha-256:${emptySha}\n`, "length"],
    ["no digits", "sha-256:", "length"],
    ["capital digits", `sha-256:${emptySha.toUpperCase()}`, "not-lower-case-hex"],
    ["a letter past f", `sha-256:g${emptySha.slice(1)}`, "not-lower-case-hex"],
    ["a second colon", `sha-256:${emptySha.slice(1)}:`, "not-lower-case-hex"],
    ["a space in front", `sha-256: ${emptySha.slice(1)}`, "not-lower-case-hex"],
  ])("DIGEST-3 refuses %s", (_, text, reason) => {
    expect(readDigest(text)).toMatchObject({
      ok: false,
      refusal: { _tag: "InvalidDigest", rule: "DIGEST-3", reason, known },
    })
  })

  it.each([[1], [null], [undefined], [{}], [abc]])("DIGEST-3 refuses what is no text", (input) => {
    expect(readDigest(input)).toMatchObject({ ok: false, refusal: { _tag: "WrongType", expected: ["string"] } })
  })

  it("DIGEST-3 a shell may know other algorithms, each with its own length", () => {
    const digest = `sha-384:${"0".repeat(96)}`
    expect(readDigest(digest, { "sha-384": 96 })).toEqual({ ok: true, value: digest })
    expect(readDigest(digest).ok).toBe(false)
    expect(readDigest(`sha-256:${emptySha}`, { "sha-384": 96 }).ok).toBe(false)
  })

  it("DIGEST-3 every digest that is made is read", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(sha256, sm3), (bytes, algorithm) => {
        const digest = digestOfBytes(bytes, algorithm)
        expect(readDigest(digest)).toEqual({ ok: true, value: digest })
      }),
    )
  })
})

describe("DIGEST-4 only digests of one algorithm can be the same", () => {
  it("DIGEST-4 the same bytes by two algorithms are not known to be the same", () => {
    expect(sameDigest(digestOfBytes(abc), digestOfBytes(abc))).toBe(true)
    expect(sameDigest(digestOfBytes(abc), digestOfBytes(abc, sm3))).toBe(false)
    expect(sameDigest(digestOfBytes(abc), digestOfBytes(new Uint8Array()))).toBe(false)
  })
})
