import { readFileSync } from "node:fs"
import { join } from "node:path"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it } from "vitest"
import { jsonText } from "../scripts/json-text.ts"
import { packSchema } from "../scripts/schema.ts"

const written = readFileSync(join(import.meta.dirname, "../schema/rule-pack.json"), "utf8")

/** An independent validator, strict about the schema itself. */
const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
const validate = ajv.compile(JSON.parse(written))
const holds = (pack: unknown): boolean => validate(pack) === true

const [first] = rulePacks
const [rule] = first?.rules ?? []

describe("the published JSON Schema", () => {
  it("PACK-17 is the one that the script makes of RulePack", () => {
    expect(written).toBe(jsonText(packSchema()))
  })

  it("PACK-17 holds for every pack", () => {
    expect(rulePacks.filter((pack) => !holds(pack)).map(({ pack }) => pack)).toEqual([])
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
