import { createHash } from "node:crypto"
import { type KeptDocument, sectionText, type TextDocument } from "@jinlin/sdk"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { commitmentOf, commitmentsOf, type DocumentCommitments, digestOver } from "./commitments.ts"
import { proveDocument } from "./proof.ts"
import { drawSalt, salted } from "./salts.ts"

const salt = "000102030405060708090a0b0c0d0e0f"
const sha256 = (text: string): string => `sha-256:${createHash("sha256").update(text, "utf8").digest("hex")}`

const minutes: TextDocument = {
  id: "minutes-1",
  sections: [
    { name: "present", text: "到會三人", salt },
    { name: "complaint", text: "某住戶反映樓道堆物", salt: salt.replace("00", "ff") },
    { name: "vote", text: "yes", salt: salt.replace("00", "ee") },
  ],
}

const committed = (document: TextDocument): DocumentCommitments => {
  const answer = commitmentsOf(document)
  if (!answer.ok) throw new Error(answer.refusal.refusal._tag)
  return answer.value
}

const black = (document: KeptDocument, ...names: ReadonlyArray<string>): KeptDocument => ({
  ...document,
  sections: document.sections.map((one) =>
    names.includes(one.name) ? { name: one.name, text: null, salt: null } : one,
  ),
})

const kept: KeptDocument = { ...minutes, redactedAt: null }
const recorded = committed(minutes)

const standings = (document: KeptDocument, record = recorded): ReadonlyArray<string> =>
  proveDocument(document, record).sections.map(({ name, standing }) => `${name} ${standing}`)

describe("COMMITMENT-1 a section commits to name, salt and text", () => {
  it("COMMITMENT-1 is the SHA-256 of the canonical JSON as written out by hand", () => {
    const text = `{"name":"present","salt":"${salt}","text":"到會三人"}`
    expect(recorded.sections[0]).toEqual({ name: "present", commitment: sha256(text) })
  })

  it("COMMITMENT-1 is the digest of the text that the sdk publishes for stores, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (name, text) => {
        const commitment = commitmentOf({ name, salt, text })
        fc.pre(commitment.ok)
        expect(commitment).toEqual({ ok: true, value: sha256(sectionText({ name, salt, text })) })
      }),
    )
  })

  it("COMMITMENT-1 refuses half a surrogate pair with its place instead of committing to something else", () => {
    const refused = commitmentsOf({ id: "x", sections: [{ name: "a", text: "\uD800", salt }] })
    expect(refused).toMatchObject({ ok: false, refusal: { path: ["text"] } })
  })

  it("COMMITMENT-1 draws a salt of 128 bits for each section", () => {
    const sections = salted([
      { name: "a", text: "yes" },
      { name: "b", text: "yes" },
    ])
    expect(sections.map((one) => one.salt)).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ])
    expect(sections[0]?.salt).not.toBe(sections[1]?.salt)
    expect(drawSalt((length) => new Uint8Array(length).fill(171))).toBe("ab".repeat(16))
  })

  it("COMMITMENT-1 cannot be guessed once the salt is gone, though the text has two possible values", () => {
    const guess = (known: string) =>
      ["yes", "no"].find((text) => {
        const tried = commitmentOf({ name: "vote", salt: known, text })
        return tried.ok && tried.value === recorded.sections[2]?.commitment
      })
    expect(guess(minutes.sections[2]?.salt ?? "")).toBe("yes")
    const left = black(kept, "vote")
    const salts = ["", ...left.sections.map((one) => one.salt ?? ""), salt]
    expect(salts.map(guess)).toEqual(salts.map(() => undefined))
    expect(JSON.stringify([left, recorded])).not.toContain(minutes.sections[2]?.salt)
  })
})

describe("COMMITMENT-2 a document commits to its sections in order", () => {
  it("COMMITMENT-2 is the SHA-256 of the canonical JSON of the list as written out by hand", () => {
    const [one, two, three] = recorded.sections.map(
      ({ commitment, name }) => `{"commitment":"${commitment}","name":"${name}"}`,
    )
    expect(recorded.digest).toBe(sha256(`[${one},${two},${three}]`))
  })

  it("COMMITMENT-2 is another for another order, and takes nothing but name and commitment in", () => {
    expect(digestOver(recorded.sections.toReversed())).not.toEqual({ ok: true, value: recorded.digest })
    const more = recorded.sections.map((one) => ({ ...one, note: "x" }))
    expect(digestOver(more)).toEqual({ ok: true, value: recorded.digest })
    expect(committed({ id: "empty", sections: [] }).digest).toBe(sha256("[]"))
  })
})

describe("COMMITMENT-3 a document proves section by section", () => {
  it("COMMITMENT-3 proves as it was put, and with any sections blacked out", () => {
    expect(proveDocument(kept, recorded)).toEqual({
      holds: true,
      record: "proved",
      sections: minutes.sections.map(({ name }) => ({ name, standing: "proved" })),
    })
    fc.assert(
      fc.property(fc.subarray(minutes.sections.map(({ name }) => name)), (names) => {
        const proof = proveDocument(black(kept, ...names), recorded)
        expect(proof.holds).toBe(true)
        for (const { name, standing } of proof.sections)
          expect(standing).toBe(names.includes(name) ? "blacked-out" : "proved")
      }),
    )
  })

  it("COMMITMENT-3 names the section of which any unit of text or salt was changed", () => {
    for (const [place, section] of minutes.sections.entries())
      for (const field of ["text", "salt"] as const)
        for (let index = 0; index < section[field].length; index++) {
          const changed = String.fromCharCode(section[field].charCodeAt(index) ^ 1)
          const value = section[field].slice(0, index) + changed + section[field].slice(index + 1)
          const proof = proveDocument(
            { ...kept, sections: kept.sections.with(place, { ...section, [field]: value }) },
            recorded,
          )
          expect(proof.holds).toBe(false)
          expect(proof.sections.filter(({ standing }) => standing !== "proved")).toEqual([
            { name: section.name, standing: "tampered" },
          ])
        }
  })

  it.each([
    ["a text without its salt", { name: "vote", text: "yes", salt: null }, "vote tampered"],
    ["a salt without its text", { name: "vote", text: null, salt }, "vote tampered"],
    ["text that cannot be", { name: "vote", text: "\uD800", salt }, "vote tampered"],
    ["another name", { name: "ballot", text: "yes", salt: salt.replace("00", "ee") }, "vote missing"],
  ])("COMMITMENT-3 does not take %s", (_, section, standing) => {
    expect(standings({ ...kept, sections: kept.sections.with(2, section) })).toContain(standing)
    expect(proveDocument({ ...kept, sections: kept.sections.with(2, section) }, recorded).holds).toBe(false)
  })

  it("COMMITMENT-3 does not take two sections that changed places, texts that changed names, or a section twice", () => {
    const [present, complaint, vote] = kept.sections
    if (present === undefined || complaint === undefined || vote === undefined) throw new Error("three sections")
    const turned = { ...kept, sections: [complaint, present, vote] }
    expect(standings(turned)).toEqual(["present moved", "complaint moved", "vote proved"])
    const swapped = [
      { ...present, text: vote.text, salt: vote.salt },
      complaint,
      { ...vote, text: present.text, salt: present.salt },
    ]
    expect(standings({ ...kept, sections: swapped })).toEqual(["present tampered", "complaint proved", "vote tampered"])
    const twice = { ...kept, sections: [...kept.sections, vote] }
    expect(standings(twice)).toEqual(["present proved", "complaint proved", "vote proved", "vote added"])
    expect([turned, { ...kept, sections: swapped }, twice].map((one) => proveDocument(one, recorded).holds)).toEqual([
      false,
      false,
      false,
    ])
  })

  it("COMMITMENT-3 names what is missing and what was added", () => {
    expect(standings({ ...kept, sections: kept.sections.slice(0, 2) })).toContain("vote missing")
    const more = { name: "more", text: "x", salt }
    expect(standings({ ...kept, sections: [...kept.sections, more] })).toContain("more added")
  })

  it("COMMITMENT-3 finds a record that was changed, even where every section was changed with it", () => {
    const forged = { ...minutes, sections: minutes.sections.with(2, { name: "vote", text: "no", salt }) }
    const record = { ...committed(forged), digest: recorded.digest }
    const proof = proveDocument({ ...forged, redactedAt: null }, record)
    expect(proof).toMatchObject({ holds: false, record: "tampered" })
    expect(proof.sections.every(({ standing }) => standing === "proved")).toBe(true)
  })
})
