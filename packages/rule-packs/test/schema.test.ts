import { readFileSync } from "node:fs"
import { join } from "node:path"
import { RulePack } from "@jinlin/core/charter"
import { decodeStrictly } from "@jinlin/core/kernel"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it } from "vitest"
import { jsonText } from "../scripts/json-text.ts"
import { packSchema } from "../scripts/schema.ts"

const written = readFileSync(join(import.meta.dirname, "../schema/rule-pack.json"), "utf8")

/** An independent validator, strict about the schema itself. */
const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { date: true } })
const validate = ajv.compile(JSON.parse(written))
const holds = (pack: unknown): boolean => validate(pack) === true

const read = decodeStrictly(RulePack)

const [first] = rulePacks
const [rule] = first?.rules ?? []

describe("the published JSON Schema", () => {
  it("PACK-17 is the one that the script makes of RulePack", () => {
    expect(written).toBe(jsonText(packSchema()))
  })

  it("PACK-17 holds for every pack", () => {
    expect(rulePacks.filter((pack) => !holds(pack)).map(({ pack }) => pack)).toEqual([])
  })

  const threshold = (numerator: string, denominator: string, comparison = "at-least") => ({
    _tag: "Threshold",
    threshold: { share: { numerator, denominator }, comparison, measure: "heads", base: "members" },
  })
  const ruled = (part: object): unknown => ({ ...first, rules: [{ ...rule, ...part }] })

  it.each([
    ["0", "1"],
    ["abc", "1"],
    ["1", "0"],
    ["-1", "2"],
    ["1.5", "2"],
  ])("PACK-17 refuses a share %s/%s, as the reader does", (numerator, denominator) => {
    const pack = ruled({ value: threshold(numerator, denominator) })
    expect([holds(pack), read(pack).ok]).toEqual([false, false])
  })

  it.each(["2018-02-30", "2018-04-31", "2018-13-01", "2018-00-10", "2018-01-00", "2018-1-1"])(
    "PACK-17 refuses the day %s, as the reader does",
    (day) => {
      const pack = ruled({ from: day })
      expect([holds(pack), read(pack).ok]).toEqual([false, false])
    },
  )

  it.each([
    ["a share above 1", ruled({ value: threshold("4", "3") })],
    ["more than all", ruled({ value: threshold("1", "1", "more-than") })],
    ["29 February of a common year", ruled({ from: "2018-02-29" })],
    ["a name of another day", { ...first, pack: "cn.urc-law@2018-12-30" }],
    ["an end before the beginning", { ...first, effectiveTo: "2018-12-28" }],
    ["law without an article", ruled({ citation: { instrument: "Some law", certainty: "law" } })],
    ["one key twice", { ...first, rules: [rule, rule] }],
  ])("PACK-17 takes %s, which no schema can say and the reader refuses", (_, pack) => {
    expect([holds(pack), read(pack).ok]).toEqual([true, false])
  })

  it("PACK-17 takes what the reader takes: leap days, and shares in whatever terms", () => {
    const pack = ruled({ value: threshold("10", "15"), from: "2024-02-29", to: "2024-12-31" })
    expect([holds(pack), read(pack).ok]).toEqual([true, true])
  })

  it("PACK-17 refuses what our reader refuses: fields too many, fields missing, other names of bounds and certainties", () => {
    expect(holds(first)).toBe(true)
    expect(holds({ ...first, official: true })).toBe(false)
    for (const field of Object.keys(first ?? {}))
      expect([field, holds({ ...first, [field]: undefined })]).toEqual([field, false])
    const having = (part: object): unknown => ({ ...first, rules: [{ ...rule, ...part }] })
    expect(holds(having({}))).toBe(true)
    expect(holds(having({ bound: "about" }))).toBe(false)
    expect(holds(having({ citation: undefined }))).toBe(false)
    expect(holds(having({ citation: { instrument: "Some law", certainty: "sure" } }))).toBe(false)
    expect(holds(having({ key: "Quorum" }))).toBe(false)
    expect(holds(having({ value: { _tag: "Count", count: -1, unit: "person" } }))).toBe(false)
    expect(holds(having({ value: { _tag: "Count", count: 1, unit: "furlong" } }))).toBe(false)
  })
})
