import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { Citation, certainties } from "./citation.ts"
import { Finding } from "./finding.ts"
import { decodeStrictly } from "./reading.ts"
import { RuleId } from "./rule-id.ts"
import type { Threshold } from "./threshold.ts"
import { weigh } from "./weighing.ts"

const art29 = {
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article: "29",
  url: "https://www.npc.gov.cn/",
  certainty: "law",
} as const

const twoThirds: Threshold = {
  share: { numerator: 2n, denominator: 3n },
  comparison: "at-least",
  measure: "heads",
  base: "members",
}

describe("FINDING-1 an outcome explains itself", () => {
  it("FINDING-1 34 of 50 present, at least 2/3 = 34 needed: met, and one fewer would turn it", () => {
    expect(weigh({ rule: "QUORUM-1", threshold: twoThirds, count: 34, of: 50, citation: art29 })).toEqual({
      rule: "QUORUM-1",
      holds: true,
      facts: {
        count: 34,
        of: 50,
        needed: 34,
        share: "2/3",
        comparison: "at-least",
        measure: "heads",
        base: "members",
      },
      citation: art29,
      flippedBy: 1,
    })
  })

  it("FINDING-1 32 of 50 present: short by 2", () => {
    const finding = weigh({ rule: "QUORUM-1", threshold: twoThirds, count: 32, of: 50 })
    expect(finding).toMatchObject({ holds: false, shortBy: 2, flippedBy: 2 })
    expect(Object.hasOwn(finding, "citation")).toBe(false)
  })

  it("FINDING-1 of nobody, nothing holds and nothing would turn it", () => {
    const finding = weigh({ rule: "QUORUM-1", threshold: twoThirds, count: 0, of: 0 })
    expect(finding).toMatchObject({ holds: false, shortBy: 1, facts: { needed: 1, of: 0 } })
    expect(Object.hasOwn(finding, "flippedBy")).toBe(false)
  })

  it("FINDING-1 a finding survives JSON and is read again the same", () => {
    for (const [count, of] of [
      [34, 50],
      [33, 50],
      [0, 0],
    ] as const) {
      const finding = weigh({ rule: "QUORUM-1", threshold: twoThirds, count, of, citation: art29 })
      const written: unknown = JSON.parse(JSON.stringify(Schema.encodeUnknownSync(Finding)(finding)))
      expect(decodeStrictly(Finding)(written)).toEqual({ ok: true, value: finding })
    }
  })

  it.each([
    [{ rule: "quorum-1" }, ["rule"]],
    [{ shortBy: -1 }, ["shortBy"]],
    [{ flippedBy: 1.5 }, ["flippedBy"]],
    [{ holds: "yes" }, ["holds"]],
    [{ facts: { count: null } }, ["facts", "count"]],
    [{ facts: { count: Number.POSITIVE_INFINITY } }, ["facts", "count"]],
    [{ verdict: true }, ["verdict"]],
  ])("FINDING-1 refuses %j at its path", (change, path) => {
    const finding = weigh({ rule: "QUORUM-1", threshold: twoThirds, count: 32, of: 50 })
    expect(decodeStrictly(Finding)({ ...finding, ...change })).toMatchObject({ ok: false, refusal: [{ path }] })
  })
})

describe("FINDING-2 a citation says where a rule comes from, and how surely", () => {
  it.each(certainties)("FINDING-2 reads a citation of the certainty %s", (certainty) => {
    const citation = { instrument: "a text", certainty }
    expect(decodeStrictly(Citation)(citation)).toEqual({ ok: true, value: citation })
  })

  it("FINDING-2 an address may be without encryption, and says what it should be", () => {
    const plain = { ...art29, url: "http://example.org/" }
    expect(decodeStrictly(Citation)(plain)).toEqual({ ok: true, value: plain })
    expect(decodeStrictly(Citation)({ ...art29, url: "example.org" })).toMatchObject({
      ok: false,
      refusal: [{ refusal: { _tag: "OutOfBounds", expected: "an http(s) address without a user name" } }],
    })
  })

  it("FINDING-2 reads article and address", () => {
    expect(decodeStrictly(Citation)(art29)).toEqual({ ok: true, value: art29 })
  })

  it.each([
    ["a certainty that there is not", { certainty: "probably" }, ["certainty"]],
    ["an instrument without a name", { instrument: "\u3000" }, ["instrument"]],
    ["an empty article", { article: "" }, ["article"]],
    ["an address with something in front", { url: "see:https://example.org/" }, ["url"]],
    ["a script as an address", { url: "javascript:alert(1)" }, ["url"]],
    ["a file as an address", { url: "file:///etc/passwd" }, ["url"]],
    ["an address with a password", { url: "https://user:pass@example.org/" }, ["url"]],
    ["an address with a space", { url: "https://example.org/a b" }, ["url"]],
    ["an address beyond ASCII", { url: "https://例え.jp/" }, ["url"]],
    ["a field more", { page: 3 }, ["page"]],
  ])("FINDING-2 refuses %s", (_, change, path) => {
    expect(decodeStrictly(Citation)({ ...art29, ...change })).toMatchObject({ ok: false, refusal: [{ path }] })
  })
})

describe("FINDING-3 the id of a rule is capital letters, a hyphen and a number", () => {
  it.each(["CHAIR-3", "DATE-1", "URC-LAW-29", "GB2-1", "A-9999"])("FINDING-3 reads %s", (id) => {
    expect(decodeStrictly(RuleId)(id)).toEqual({ ok: true, value: id })
  })

  it.each([
    "",
    "chair-3",
    "aCHAIR-3",
    "CHAIR",
    "CHAIR-",
    "CHAIR-0",
    "CHAIR-03",
    "CHAIR-3a",
    "CHAIR--3",
    "-3",
    "CHAIR-3 ",
    "3-3",
    "A-10000",
  ])("FINDING-3 refuses '%s'", (id) => {
    expect(decodeStrictly(RuleId)(id)).toEqual({
      ok: false,
      refusal: [
        { path: [], refusal: { _tag: "OutOfBounds", rule: "READ-5", expected: "the id of a rule, such as CHAIR-3" } },
      ],
    })
  })

  it("FINDING-3 refuses what is no text", () => {
    expect(decodeStrictly(RuleId)(3)).toMatchObject({
      ok: false,
      refusal: [{ refusal: { _tag: "WrongType", expected: ["string"] } }],
    })
  })
})
