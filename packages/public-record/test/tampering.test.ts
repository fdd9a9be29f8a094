import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { partAt, placeIn } from "../src/canonical/place.ts"
import { type PublicRecord, publicRecord, recordText, verifyRecord } from "../src/index.ts"
import { forged, setIn } from "./forged.ts"
import { around, histories } from "./hard-case.ts"
import { withdrawnAtOnce } from "./small-case.ts"
import { historyOf } from "./stories.ts"

const made = (...given: Parameters<typeof publicRecord>): PublicRecord => {
  const record = publicRecord(...given)
  if (!record.ok) throw new Error(JSON.stringify(record.refusal))
  return record.value
}

const hard = made(histories, around)
const text = recordText(hard)
const bytes = new TextEncoder().encode(text)
const small = recordText(
  made({ deliberations: [{ id: "m-1", events: historyOf(withdrawnAtOnce) }], disclosures: [] }, around),
)

/** The parts in which something is found to be wrong. */
const wrongIn = (input: string | Uint8Array) => {
  const { checks, holds } = verifyRecord(input)
  expect(holds).toBe(false)
  return new Set(checks.filter((check) => !check.holds).map(({ part }) => part))
}

/** The part in which a byte of the sound file lies. */
const partOf = (of: Uint8Array, byte: number) => {
  const whole = new TextDecoder().decode(of)
  const before = new TextDecoder().decode(of.subarray(0, byte), { stream: true })
  return partAt(placeIn(whole, before.length))
}

describe("RECORD-9 every byte", () => {
  test("RECORD-9 the record as it was made holds", () => {
    expect(verifyRecord(text).checks.filter(({ holds }) => !holds)).toEqual([])
    expect(verifyRecord(bytes, { digest: hard.digest }).holds).toBe(true)
  })

  test("RECORD-9 any byte changed into any other is found, and named by its part", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (place, value) => {
        fc.pre(bytes[place] !== value)
        const changed = Uint8Array.from(bytes)
        changed[place] = value
        expect([...wrongIn(changed)]).toContain(partOf(bytes, place))
      }),
      { numRuns: 250 },
    )
  })

  test("RECORD-9 every byte of a small record, changed into what JSON is made of", () => {
    const sound = new TextEncoder().encode(small)
    expect(verifyRecord(sound).holds).toBe(true)
    for (let place = 0; place < sound.length; place += 1)
      for (const sign of '"0') {
        if (sound[place] === sign.charCodeAt(0)) continue
        const changed = Uint8Array.from(sound)
        changed[place] = sign.charCodeAt(0)
        expect([...wrongIn(changed)], `byte ${place} became ${sign}`).toContain(partOf(sound, place))
      }
  })

  test("RECORD-9 a byte that is left out, put in or moved is found", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (place, value) => {
        const without = [...bytes.subarray(0, place), ...bytes.subarray(place + 1)]
        wrongIn(Uint8Array.from(without))
        wrongIn(Uint8Array.from([...bytes.subarray(0, place), value, ...bytes.subarray(place)]))
      }),
      { numRuns: 60 },
    )
    expect(wrongIn(text.trimEnd())).toEqual(new Set(["record"]))
    expect(wrongIn(`\u{feff}${text}`)).toEqual(new Set(["record"]))
    expect(wrongIn("")).toEqual(new Set(["record"]))
  })

  test("RECORD-9 the same data written otherwise is another file, and so is a field named twice", () => {
    expect(wrongIn(text.replace('"community":"willow"', '"community":"\\u0077illow"'))).toEqual(new Set(["matter"]))
    expect(wrongIn(JSON.stringify(JSON.parse(text), null, 1))).toEqual(new Set(["record"]))
    expect(wrongIn(text.replace('"community":"willow"', '"community":"willow","community":"willow"'))).toEqual(
      new Set(["matter"]),
    )
    expect(wrongIn(text.replace('"community":"willow"', '"community":"willow","person":"p-1"'))).toContain("matter")
  })

  test("RECORD-9 whatever comes is answered and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array(), fc.json()), (input) => {
        expect(verifyRecord(input).holds).toBe(false)
      }),
    )
    expect(verifyRecord("x".repeat(4_000_001)).checks[0]?.refusal?.refusal._tag).toBe("RecordTooLarge")
  })
})

/** What an attacker makes of the record: something is changed, and every digest is made again. */
const changed = (change: (parts: PublicRecord["parts"]) => unknown): string => forged(hard, change)

const set =
  (path: string, value: unknown) =>
  (parts: unknown): void =>
    setIn(parts, path, value)

const failing = (file: string, digest?: string) =>
  verifyRecord(file, digest === undefined ? {} : { digest }).checks.flatMap(({ check, holds }) =>
    holds ? [] : [check],
  )

const self = "deliberations.0.content"
const owners = `${self}.sittings.6`
const other = `sha-256:${"0".repeat(64)}`

describe("RECORD-15 digests made again by whoever changed it", () => {
  test("RECORD-15 a record that was made again without change holds", () => {
    expect(changed(() => {})).toBe(text)
  })

  test.each<readonly [what: string, path: string, value: unknown, check: string]>([
    ["ten more votes for it", `${owners}.counts.heads.for`, 50, "sums"],
    ["a vote counted for it and not against it", `${owners}.findings.2.facts.count`, 41, "outcome"],
    ["a lost vote that passed", `${owners}.result`, "lost", "outcome"],
    ["more area for it", `${owners}.counts.area.for`, 39_000_000, "outcome"],
    ["an easier threshold", `${owners}.rules.approval.0.threshold.share.denominator`, "5", "outcome"],
    ["another set of rules", `${owners}.rules.set`, "residents-meeting", "order"],
    ["the law of another day", `${owners}.rules.day`, "2026-04-07", "law"],
    ["a call two days before", `${owners}.calledOn`, "2026-04-14", "notice"],
    ["an open vote of a few that was secret", "deliberations.1.content.sittings.0.ballot.mode", "open", "secrecy"],
    ["a step left out", `${self}.sittings.5.step`, "owners", "order"],
    ["a text that was amended before it was", `${self}.sittings.0.text`, other, "order"],
    ["an approval that did not lapse", `${self}.sittings.1.lapsed`, [], "consequence"],
    ["a matter decided a day before", `${self}.endedOn`, "2026-04-15", "ending"],
    ["another text that was decided", `${self}.text`, other, "ending"],
    ["a ballot that closed before its last day", `${owners}.ballot.closesOn`, "2026-04-17", "ballot"],
    ["votes of which it is not told how they went", `${self}.sittings.5.counts.heads.for`, null, "secrecy"],
    ["a word of a text", "texts.0.content.sections.1.shown", { salt: "00", text: "大门内东侧归我。" }, "commitments"],
    ["a document under another digest", "texts.0.content.document", other, "document-digest"],
    [
      "a section blacked out that was published",
      "disclosures.1.content.sections.0.commitment",
      other,
      "disclosed-document",
    ],
    ["a disclosure of another text", "disclosures.1.content.document", other, "disclosed-document"],
    ["a notice from before the decision", "disclosures.2.content.postings.0.on", "2026-06-29", "postings"],
    ["fewer days than the law asks for", "disclosures.2.content.rules.period.days", 5, "postings"],
    ["a period that ends a day before", "disclosures.2.content.period.lastDay", "2026-07-16", "period"],
    [
      "a notice that came down within its period",
      "disclosures.2.content.postings.0.takenDown",
      { on: "2026-07-10", reason: "rain" },
      "period",
    ],
    ["a working day that was none", "calendars.0.content.years.0.off", ["2026-07-17"], "period"],
    ["completed within its period", "disclosures.2.content.completedOn", "2026-07-17", "completion"],
    ["completed without an answer", "disclosures.1.content.objections.0.answered", null, "completion"],
    ["an objection that a correction lost", "disclosures.1.content.objections", [], "correction"],
    ["a correction of nothing", "disclosures.1.content.corrects", null, "correction"],
    ["an outcome that was not", "coGovernance.content.history.3.outcome.on", "2026-04-11", "co-governance-outcomes"],
    ["a resolution from another day", "coGovernance.content.history.5.since", "2026-04-10", "co-governance-resolution"],
    ["a link to another document", "coGovernance.content.history.6.proves", other, "co-governance-disclosures"],
    [
      "an appraiser who is appraised",
      "coGovernance.content.history.11.by",
      "owners-committee",
      "co-governance-appraisals",
    ],
    ["closed a day early", "coGovernance.content.history.13.on", "2026-07-20", "co-governance-closing"],
    ["a clause that nobody decided", "covenant.content.history.1.sections.0.commitment", other, "covenant-text"],
    ["a comment from after the round", "covenant.content.history.3.receivedOn", "2026-02-19", "covenant-comments"],
    ["a version of another day", "covenant.content.history.12.decidedOn", "2026-04-15", "covenant-adoption"],
    ["in force before it was decided", "covenant.content.history.13.from", "2026-04-01", "covenant-versions"],
    ["a matter that is said to have another disclosure", "matter.content.disclosures", ["notice-1"], "contents"],
    ["made before what it tells", "matter.content.asOf", "2026-07-01", "days"],
  ])("RECORD-15 %s is found by recomputing", (_, path, value, check) => {
    const file = changed(set(path, value))
    expect(failing(file)).toContain(check)
    expect(failing(file)).not.toContain("record-digest")
  })

  test("RECORD-15 what nothing contradicts is found with the digest that the notice bears", () => {
    const file = changed(set("matter.content.title", "大门内绿地"))
    expect(failing(file)).toEqual([])
    expect(failing(file, hard.digest)).toEqual(["given-digest"])
    expect(verifyRecord(file).unchecked.map(({ unchecked }) => unchecked)).toContain("origin")
  })

  test("RECORD-15 a part left out with all that names it is found with the digest alone", () => {
    const file = changed((parts) => {
      set("covenant", null)(parts)
      set("matter.content.covenant", null)(parts)
    })
    expect(failing(file)).toEqual([])
    expect(failing(file, ` ${hard.digest.toUpperCase()}\n`)).toEqual(["given-digest"])
    expect(failing(text, ` ${hard.digest.toUpperCase()}\n`)).toEqual([])
  })
})
