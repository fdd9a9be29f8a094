import { deliberationStep } from "@jinlin/testkit/deliberation"
import { describe, expect, test } from "vitest"
import { recordText, verifyRecord } from "../src/index.ts"
import { made } from "./made.ts"
import { historyOf, joint, rollOf, type Session, selfGovernance, sitting } from "./stories.ts"
import { digestOfWords } from "./texts.ts"

const text = digestOfWords({ lead: "Lights at the gate." })
const opened = (plan: typeof joint) =>
  deliberationStep("2026-03-02", { _tag: "OpenMatter", title: "Lights", about: null, text, plan })
const days = { calledOn: "2026-03-02", sitsOn: "2026-03-10" } as const

/** The one sitting of a body that votes secretly, or openly by area. */
const recorded = (told: Omit<Session, "calledOn" | "sitsOn">, plan = joint) => {
  const record = made({
    deliberations: [{ id: "m-1", events: historyOf([opened(plan), ...sitting({ ...told, ...days })]) }],
  })
  const [first] = record.parts.deliberations
  const [known] = first?.content.sittings ?? []
  if (known === undefined) throw new Error("there is a sitting")
  const { checks, unchecked } = verifyRecord(recordText(record))
  expect(checks.filter(({ holds }) => !holds)).toEqual([])
  return { sitting: known, unchecked: unchecked.map((one) => one.unchecked) }
}

const conference = { step: "confer", set: "joint-conference" } as const
const secret = (
  votes: { readonly for: number; readonly against: number },
  mode: "secret" | "secret-papers" = "secret",
) => recorded({ ...conference, ...votes, mode, roll: rollOf("unit", votes.for + votes.against) })

describe("RECORD-4 secret votes of a few", () => {
  test.each(["secret", "secret-papers"] as const)(
    "RECORD-4 of nine ballots no choice is told, of ten all are: %s",
    (mode) => {
      const nine = secret({ for: 6, against: 3 }, mode)
      expect(nine.sitting.counts?.heads).toEqual({
        ...{ members: 9, entitled: 9, present: 9, cast: 9, silent: 0 },
        ...{ valid: null, for: null, against: null, abstain: null },
      })
      expect(nine.sitting.counts?.withheld).toEqual(["few-secret-ballots"])
      expect(nine.sitting.findings.map(({ rule }) => rule)).toEqual(["TALLY-9"])
      expect(nine.unchecked).toContain("counts-withheld")
      const ten = secret({ for: 6, against: 4 }, mode)
      expect(ten.sitting.counts?.heads).toMatchObject({ cast: 10, for: 6, against: 4 })
      expect(ten.sitting.counts?.withheld).toEqual([])
      expect(ten.unchecked).not.toContain("counts-withheld")
    },
  )

  test("RECORD-4 however three choose so that it passes, the record is the same", () => {
    expect(secret({ for: 3, against: 0 })).toEqual(secret({ for: 2, against: 1 }))
    expect(secret({ for: 0, against: 3 })).toEqual(secret({ for: 1, against: 2 }))
    expect(secret({ for: 3, against: 0 }).sitting.result).toBe("passed")
    expect(secret({ for: 1, against: 2 }).sitting.result).toBe("lost")
  })

  test("RECORD-4 the bound hangs on how many voted: all ten agreeing is told", () => {
    expect(secret({ for: 10, against: 0 }).sitting.counts?.heads).toMatchObject({ for: 10, against: 0 })
  })

  test("RECORD-4 an open vote of three is told in heads", () => {
    const open = recorded({ ...conference, mode: "show-of-hands", for: 2, against: 1, roll: rollOf("unit", 3) })
    expect(open.sitting.counts).toMatchObject({ heads: { for: 2, against: 1 }, withheld: [] })
  })
})

const owners = { ...selfGovernance, steps: [selfGovernance.steps[4] ?? selfGovernance.steps[0]] } as const
const areaOf = (index: number) => 800_000 + ((index * 7919) % 400_000)

const byArea = (roll: number, votes: { readonly for: number; readonly against: number }) =>
  recorded(
    { step: "owners", set: "owners-special", mode: "open", ...votes, roll: rollOf("owner", roll, areaOf) },
    owners,
  )

describe("RECORD-5 voters who weigh differently", () => {
  test("RECORD-5 groups of ten on a roll of fifty are told, and nothing but what the rules read", () => {
    const { sitting: known, unchecked } = byArea(50, { for: 40, against: 10 })
    expect(known.counts?.area).toMatchObject({ against: null, silent: null, entitled: null })
    expect(known.counts?.area?.members).toBeGreaterThan(0)
    expect(known.counts?.area?.for).toBeGreaterThan(0)
    expect(known.findings.every(({ facts }) => facts["count"] !== undefined)).toBe(true)
    expect(unchecked).not.toContain("area-withheld")
  })

  test.each<readonly [what: string, roll: number, votes: { readonly for: number; readonly against: number }]>([
    ["nine were against it", 50, { for: 41, against: 9 }],
    ["nine did not vote", 59, { for: 40, against: 10 }],
    ["nine were for it", 50, { for: 9, against: 41 }],
    ["forty-nine are on the roll", 49, { for: 39, against: 10 }],
  ])("RECORD-5 no sum of area is told where %s", (_, roll, votes) => {
    const { sitting: known, unchecked } = byArea(roll, votes)
    expect(Object.entries(known.counts?.area ?? {}).filter(([, sum]) => sum !== null)).toHaveLength(1)
    expect(known.counts?.heads).toMatchObject(votes)
    const ofArea = known.findings.filter(({ facts }) => facts["measure"] === "area")
    expect(ofArea.map(({ facts }) => [facts["count"], facts["of"], facts["needed"]])).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ])
    expect(ofArea.every(({ flippedBy, shortBy }) => flippedBy === undefined && shortBy === undefined)).toBe(true)
    expect(unchecked).toContain("area-withheld")
  })

  test("RECORD-5 where all have the same area a sum says no more than how many they are", () => {
    const roll = rollOf("owner", 6, () => 900_000)
    const { sitting: known } = recorded(
      { step: "owners", set: "owners-special", mode: "open", for: 5, against: 1, roll },
      owners,
    )
    expect(known.counts?.area).toMatchObject({ for: 4_500_000, against: 900_000 })
  })

  test("RECORD-5 heads that differ are told like areas", () => {
    const roll = rollOf("owner", 6, () => 0).map((voter, index) => (index === 5 ? { ...voter, heads: 3 } : voter))
    const { sitting: known } = recorded({ ...conference, mode: "show-of-hands", for: 5, against: 1, roll })
    expect(known.counts).toMatchObject({
      heads: { members: 8, for: null, against: null },
      withheld: ["told-apart-by-heads"],
    })
    expect(known.findings.map(({ facts }) => facts["count"])).toEqual([undefined, undefined])
  })

  /** Seven dwellings of which no two are alike, five of which voted. */
  const unlike = (index: number) => 500_000 + index * index * 7919
  const small = (mode: Session["mode"], area: (index: number) => number) =>
    recorded({ ...conference, mode, for: 4, against: 1, roll: rollOf("unit", 7, area) })

  test("RECORD-5 of a small secret vote no area tells who was there, but that of the whole roll", () => {
    const { counts } = small("secret-papers", unlike).sitting
    expect(counts?.heads).toMatchObject({ members: 7, present: 5, cast: 5, silent: 2, for: null })
    expect(Object.entries(counts?.area ?? {}).filter(([, sum]) => sum !== null)).toEqual([["members", 4_220_629]])
    expect(counts?.withheld).toEqual(["few-secret-ballots", "told-apart-by-area"])
  })

  test("RECORD-5 where all dwellings are alike the area of those who voted by name is told, of papers it never is", () => {
    expect(small("secret", () => 900_000).sitting.counts?.area).toMatchObject({ present: 4_500_000, for: null })
    expect(small("secret-papers", () => 900_000).sitting.counts?.area).toMatchObject({ members: 6_300_000, cast: null })
  })
})
