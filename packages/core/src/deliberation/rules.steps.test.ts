import { fourSteps, sceneVoters, someText } from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDate, daysBetween } from "../kernel/date-arithmetic.ts"
import { empty, type Matter } from "./model.ts"
import {
  earliestClose,
  earliestSitting,
  entitledHeads,
  lapsingByAmendment,
  lapsingFrom,
  latestClose,
  newToRoll,
  noticeIsKept,
  overCap,
  partySteps,
  stepsUpTo,
  strangersTo,
  weighTheSame,
} from "./rules/index.ts"

const days = fc.integer({ min: 0, max: 1500 }).map((number): CivilDate => addDays("2024-01-01", number))

describe("rules of days", () => {
  it("DELIBERATION-4 from the earliest day on a notice is kept, and on no day before", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), fc.integer({ min: -5, max: 5 }), (calledOn, notice, apart) => {
        const earliest = earliestSitting(calledOn, notice)
        const sitsOn = addDays(earliest, apart)
        expect(noticeIsKept({ calledOn, sitsOn }, notice)).toBe(apart >= 0)
        // The days between, neither counted; without any the body may sit on the day of the call.
        expect(daysBetween(calledOn, earliest)).toBe(notice === 0 ? 0 : notice + 1)
      }),
    )
  })

  it("DELIBERATION-4 ten days before, over the end of a year and of a February", () => {
    expect(earliestSitting("2025-12-25", 10)).toBe("2026-01-05")
    expect(earliestSitting("2028-02-20", 10)).toBe("2028-03-02")
    expect(earliestSitting("2026-02-20", 10)).toBe("2026-03-03")
  })

  it("DELIBERATION-15 DELIBERATION-16 a ballot ends when its last day is over", () => {
    expect(earliestClose({ openedOn: "2026-03-10", closesOn: "2026-03-10" })).toBe("2026-03-10")
    expect(earliestClose({ openedOn: "2026-03-09", closesOn: "2026-03-10" })).toBe("2026-03-11")
    expect(latestClose({ closesOn: "2026-02-27" }, 3)).toBe("2026-03-02")
  })
})

describe("rules of steps", () => {
  const passed = (step: string, text = someText(1)) => ({ step, round: 1, text, on: "2026-03-10" }) as const
  const matter: Matter = {
    ...empty,
    plan: fourSteps,
    text: someText(1),
    passed: [passed("propose"), passed("consult"), passed("review")],
  }

  it("DELIBERATION-2 a step may send a matter to itself and to those before it", () => {
    expect(stepsUpTo(fourSteps, "propose")).toEqual(["propose"])
    expect(stepsUpTo(fourSteps, "review")).toEqual(["propose", "consult", "review"])
    expect(stepsUpTo(fourSteps, "nowhere")).toEqual([])
  })

  it("DELIBERATION-18 what lapses when a matter goes back, and when its text becomes another", () => {
    expect(lapsingFrom(matter, "consult")).toEqual(["consult", "review"])
    expect(lapsingFrom(matter, "propose")).toEqual(["propose", "consult", "review"])
    expect(lapsingByAmendment(matter, { restartsAt: "review", text: someText(2) })).toEqual([
      "propose",
      "consult",
      "review",
    ])
    expect(lapsingByAmendment(matter, { restartsAt: "review", text: someText(1) })).toEqual(["review"])
  })

  it("DELIBERATION-5 the steps of the Party organization are those of that standing", () => {
    expect(partySteps(fourSteps)).toEqual(["propose"])
    expect(partySteps(null)).toEqual([])
  })
})

describe("rules of the roll", () => {
  const roll = sceneVoters(3)

  it("DELIBERATION-7 what entering changes: who is new, and who stands there otherwise", () => {
    const [first, ...others] = roll
    if (first === undefined) throw new Error("nobody")
    expect(newToRoll({ roll }, roll)).toEqual([])
    for (const other of [{ heads: 2 }, { area: 1 }, { person: null }, { kind: null }])
      expect(newToRoll({ roll }, [{ ...first, ...other }, ...others])).toEqual([{ ...first, ...other }])
    expect(newToRoll({ roll: others }, roll)).toEqual([first])
  })

  it("DELIBERATION-7 strangers are named once each", () => {
    expect(strangersTo({ roll }, ["x", "voter-1", "x", "y"])).toEqual(["x", "y"])
  })

  it("DELIBERATION-8 who is recused is not entitled", () => {
    const recusals = [{ voter: "voter-2", reason: "it is his wall" }]
    expect(entitledHeads({ roll, recusals: [] })).toBe(3)
    expect(entitledHeads({ roll, recusals })).toBe(2)
  })

  it("DELIBERATION-9 somebody above the cap is found, and nobody at it", () => {
    const proxies = [
      { voter: "voter-2", by: "voter-1" },
      { voter: "voter-3", by: "voter-1" },
    ]
    expect(overCap({ proxies }, 2)).toBeUndefined()
    expect(overCap({ proxies }, 1)).toBe("voter-1")
    expect(overCap({ proxies: [] }, 0)).toBeUndefined()
  })

  it("DELIBERATION-12 voters weigh the same in heads and in area", () => {
    expect(weighTheSame({ roll })).toBe(true)
    expect(weighTheSame({ roll: [] })).toBe(true)
    for (const other of [{ heads: 2 }, { area: 1 }])
      expect(weighTheSame({ roll: roll.map((voter, index) => (index === 1 ? { ...voter, ...other } : voter)) })).toBe(
        false,
      )
  })
})
