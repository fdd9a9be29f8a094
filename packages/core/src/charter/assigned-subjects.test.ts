import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { charter, choice, flag, own, pack, rule, threshold, today } from "../../test/charter/samples.ts"
import { decisionRules, decisionRulesOn, resolve } from "./index.ts"
import type { OwnChoice } from "./rule-choices.ts"
import type { PackRule, RulePack } from "./rule-pack.ts"

const half = threshold("more-than 1/2 members")
const deciding = (...sets: ReadonlyArray<string>) => sets.map((set) => rule(`${set}/approval.heads`, "floor", half))
const assigning = (group: string, subject: string, set: string): PackRule =>
  rule(`${group}/${subject}`, "exact", choice(set))

const sets = ["owners-general", "owners-special", "owners-change-of-use", "owners-committee", "council"] as const
const code = pack("code@2020-01-01", {
  rules: [
    ...deciding(...sets),
    assigning("owners-matters", "use-of-funds", "owners-general"),
    assigning("owners-matters", "raising-of-funds", "owners-special"),
    assigning("owners-matters", "rebuilding", "owners-special"),
    assigning("owners-matters", "home-into-business", "owners-change-of-use"),
  ],
})

interface Told {
  readonly choices?: ReadonlyArray<OwnChoice>
  readonly packs?: ReadonlyArray<RulePack>
}

const asked = (set: string, { choices = [], packs = [code] }: Told = {}) =>
  decisionRulesOn(charter(packs, { choices }), packs, { day: today, set })

const subjectsOf = (set: string, told: Told = {}): ReadonlyArray<string> => {
  const answer = asked(set, told)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value.subjects.map((one) => `${one.subject} ${one.set}`)
}

const refusalsOf = (set: string, told: Told) => {
  const answer = asked(set, told)
  return answer.ok ? [] : answer.refusal.map(({ _tag }) => _tag)
}

const ofOwners = [
  "home-into-business owners-change-of-use",
  "raising-of-funds owners-special",
  "rebuilding owners-special",
  "use-of-funds owners-general",
]

describe("CHARTER-15 which set of a body decides what", () => {
  it.each(["owners-general", "owners-special", "owners-change-of-use"])(
    "CHARTER-15 %s knows every subject of its body, by subject, with its set and article",
    (set) => {
      expect(subjectsOf(set)).toEqual(ofOwners)
      const answer = asked(set)
      expect(answer.ok && answer.value.subjects[1]?.citation).toEqual({
        ...{ instrument: "Sample Law", article: "owners-matters/raising-of-funds", certainty: "law" },
      })
    },
  )

  it.each(["owners-committee", "council"])("CHARTER-15 %s, to which nothing is assigned, is free", (set) => {
    expect(subjectsOf(set)).toEqual([])
  })

  it("CHARTER-15 a set may bear the name of its body", () => {
    const packs = [
      pack("law@2020-01-01", { rules: [...deciding("council"), assigning("council-matters", "a", "council")] }),
    ]
    expect(subjectsOf("council", { packs })).toEqual(["a council"])
  })

  it("CHARTER-15 a community may name a subject that no pack names, with its own citation", () => {
    const choices = [own("owners-matters/pets", choice("owners-general"))]
    expect(subjectsOf("owners-special", { choices })).toContain("pets owners-general")
    const answer = asked("owners-general", { choices })
    expect(answer.ok && answer.value.subjects.find(({ subject }) => subject === "pets")?.citation.instrument).toBe(
      "Charter of the community",
    )
  })

  it("CHARTER-15 a community gives no subject of a law to another set, under whatever body's name", () => {
    const directly = own("owners-matters/raising-of-funds", choice("owners-general"))
    for (const set of ["owners-general", "owners-special"])
      expect(refusalsOf(set, { choices: [directly] })).toEqual(["NotExact"])
    for (const group of ["my-matters", "owners-change-matters", "owners-general-matters", "owner-matters", "matters"]) {
      const choices = [
        own(`${group}/raising-of-funds`, choice("owners-general")),
        own(`${group}/rebuilding`, choice("owners-change-of-use")),
      ]
      for (const set of ["owners-general", "owners-special", "owners-change-of-use"])
        expect(subjectsOf(set, { choices })).toEqual(ofOwners)
    }
  })

  it("CHARTER-15 a rule that names no set of its own body assigns nothing", () => {
    const choices = [
      own("owners-matters/pets", choice("council")),
      own("owners-matters/lights", flag(true)),
      own("owners-matters/gates", choice("ownership-meeting")),
    ]
    for (const set of ["owners-general", "council"])
      expect(subjectsOf(set, { choices })).toEqual(set === "council" ? [] : ofOwners)
  })

  it("CHARTER-15 a body whose name begins with that of another has subjects of its own", () => {
    const choices = [own("owners-committee-matters/budget", choice("owners-committee"))]
    expect(subjectsOf("owners-committee", { choices })).toEqual(["budget owners-committee"])
    expect(subjectsOf("owners-general", { choices })).toEqual(ofOwners)
  })

  it("CHARTER-14 a subject that is assigned against the law stops the sets of its body, and no other", () => {
    const choices = [own("owners-matters/rebuilding", choice("owners-general"))]
    for (const set of sets) expect(refusalsOf(set, { choices })).toEqual(set === "council" ? [] : ["NotExact"])
  })

  it("CHARTER-15 the pack that assigns a subject has a part in the rules of the set", () => {
    const city = pack("city@2020-01-01", {
      rank: "local-regulation",
      rules: [assigning("owners-matters", "lifts", "owners-general")],
    })
    const packsOf = (set: string) => {
      const answer = asked(set, { packs: [code, city] })
      return answer.ok ? answer.value.packs : []
    }
    expect(packsOf("owners-special")).toEqual([city.pack, code.pack])
    expect(packsOf("owners-committee")).toEqual([code.pack])
  })

  it("CHARTER-15 of any rules, every set that is named knows the same subjects of its body, each once, and every other none", () => {
    const bodies = fc.constantFrom("owners", "owners-change", "council", "owners-change-of")
    const told = fc.array(
      fc.record({ body: bodies, subject: fc.constantFrom("a", "b", "c"), set: fc.constantFrom(...sets) }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(told, (rules) => {
        const choices = new Map(rules.map(({ body, set, subject }) => [`${body}-matters/${subject}`, choice(set)]))
        const packs = [pack("law@2020-01-01", { rules: deciding(...sets) })]
        const made = [...choices].map(([key, value]) => own(key, value))
        const resolved = resolve(charter(packs, { choices: made }), packs, today)
        if (!resolved.ok) throw new Error(JSON.stringify(resolved.refusal))
        for (const set of sets) {
          const answer = decisionRules(resolved.value, set)
          if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
          const { subjects } = answer.value
          const names = subjects.map(({ subject }) => subject)
          expect(names).toEqual([...new Set(names)].toSorted())
          expect(subjects.length === 0 || subjects.some((one) => one.set === set)).toBe(true)
          const naming = [...choices].filter(([key, value]) => {
            const body = key.slice(0, key.indexOf("-matters/"))
            return value._tag === "Choice" && value.choice === set && `${set}-`.startsWith(`${body}-`)
          })
          expect(subjects.length === 0).toBe(naming.length === 0)
        }
      }),
    )
  })
})
