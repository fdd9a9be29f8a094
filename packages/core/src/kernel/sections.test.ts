import { createHash } from "node:crypto"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { digestOf } from "./digest.ts"
import { decodeStrictly } from "./reading.ts"
import { digestOfSections, Section } from "./sections.ts"

const sha = (text: string) => `sha-256:${createHash("sha256").update(text).digest("hex")}` as const
const [one, two] = [sha("one"), sha("two")]
const section = fc.record({
  name: fc.stringMatching(/^[A-Za-z0-9_:-]{1,12}$/),
  commitment: fc.constantFrom(one, two, sha("three")),
})

describe("DIGEST-5 the digest of a document is over its sections in their order", () => {
  it("DIGEST-5 of canonical JSON, by another implementation", () => {
    const sections = [
      { name: "title", commitment: one },
      { name: "body", commitment: two },
    ]
    const written = `[{"commitment":"${one}","name":"title"},{"commitment":"${two}","name":"body"}]`
    expect(digestOfSections(sections)).toBe(sha(written))
    expect(digestOfSections([])).toBe(sha("[]"))
  })

  it("DIGEST-5 is what `digestOf` says of the same list, and of nothing else that a section carries", () => {
    fc.assert(
      fc.property(fc.array(section), (sections) => {
        const digest = digestOfSections(sections.map((known) => ({ ...known, shown: true })))
        expect(digestOf(sections)).toEqual({ ok: true, value: digest })
      }),
    )
  })

  it("DIGEST-5 another place, another name or another commitment makes another document", () => {
    const sections = [
      { name: "title", commitment: one },
      { name: "body", commitment: two },
    ] as const
    const changed = [
      sections.toReversed(),
      sections.slice(1),
      [sections[0], { ...sections[1], name: "text" }],
      [sections[0], { ...sections[1], commitment: one }],
    ]
    expect(new Set([sections, ...changed].map((list) => digestOfSections(list))).size).toBe(5)
  })

  it("DIGEST-5 a section has a name that is an id, and a digest to commit it", () => {
    expect(decodeStrictly(Section)({ name: "title", commitment: one })).toMatchObject({ ok: true })
    expect(decodeStrictly(Section)({ name: "a title", commitment: one })).toMatchObject({ ok: false })
    expect(decodeStrictly(Section)({ name: "title", commitment: "one" })).toMatchObject({ ok: false })
  })

  it("DIGEST-5 what nobody could have read has a digest that no document has", () => {
    expect(digestOfSections([{ name: "\ud800", commitment: one }])).not.toBe(
      digestOfSections([{ name: "\ufffd", commitment: one }]),
    )
  })
})
