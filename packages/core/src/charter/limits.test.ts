import { CharterRules, RulePack } from "@jinlin/core/charter"
import { decodeStrictly } from "@jinlin/core/kernel"
import { addDays } from "@jinlin/core/kernel/arithmetic"
import { describe, expect, it } from "vitest"
import { charter, days, own, pack, persons, rule, today } from "../../test/charter/samples.ts"
import { lint } from "./lint/lint.ts"
import { resolve } from "./resolve.ts"

const many = (count: number) => Array.from({ length: count }, (_, index) => own(`a/n${index}`, days(1)))

describe("CHARTER-17 how much is read", () => {
  it.each([
    [2000, true],
    [2001, false],
  ])("CHARTER-17 a charter of %i choices is read: %s", (count, isRead) => {
    const read = decodeStrictly(CharterRules)(charter([], { choices: many(count) }))
    expect(read.ok).toBe(isRead)
    if (!read.ok) expect(read.refusal).toMatchObject([{ path: ["choices"], refusal: { _tag: "OutOfBounds" } }])
  })

  it.each([
    [2000, true],
    [2001, false],
  ])("CHARTER-17 a pack of %i rules is read: %s", (count, isRead) => {
    const rules = many(count).map(({ key, value }) => rule(key, "default", value))
    expect(decodeStrictly(RulePack)(pack("law@2020-01-01", { rules })).ok).toBe(isRead)
  })

  it("CHARTER-17 whoever hands over more without reading is answered, each choice looked at once", () => {
    const choices = Array.from({ length: 100_000 }, () => own("a/b", days(1)))
    expect(resolve(charter([], { choices }), [], today)).toMatchObject({ ok: true, value: { rules: [{ key: "a/b" }] } })
  })

  it("CHARTER-17 choices that begin on many days are looked at on each of them", () => {
    const choices = Array.from({ length: 300 }, (_, count) => {
      const from = addDays("2027-01-01", count)
      return own("x/proxy-cap", persons(count), { from, to: addDays(from, 1) })
    })
    const found = lint(charter([], { choices }), [], { from: today }).filter((one) => one.rule === "LINT-21")
    expect(found).toHaveLength(296)
  })
})
