import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { atLeast, moreThan } from "../../test/counting/sittings.ts"
import { judge, type OwnedUnit, ownersRoll, tallyOfCounts } from "./rules/index.ts"

const unit = (name: string, area: number, owners: ReadonlyArray<string>, held: OwnedUnit["held"] = "handed-over") => ({
  unit: name,
  area,
  owners,
  held,
})

const byUnit = { headcount: "by-unit", developer: "developer" } as const
const byOwner = { headcount: "by-owner", developer: "developer" } as const

/** The roll of units of which none bears the developer's reference. */
const rollOf = (units: ReadonlyArray<OwnedUnit>, counting: typeof byUnit | typeof byOwner) => {
  const roll = ownersRoll(units, counting)
  if (!roll.ok) throw new Error(JSON.stringify(roll.refusal))
  return roll.value
}

const told = (units: ReadonlyArray<OwnedUnit>, counting: typeof byUnit | typeof byOwner) =>
  rollOf(units, counting).map(({ area, heads, person, voter }) => `${voter} ${heads} ${area} ${person}`)

describe("TALLY-16 the roll of an owners' assembly", () => {
  it("TALLY-16 a unit is one head with its area, and its owner votes for it", () => {
    expect(told([unit("1-101", 900_000, ["ada"]), unit("1-102", 800_000, ["bo"])], byUnit)).toEqual([
      "1-101 1 900000 ada",
      "1-102 1 800000 bo",
    ])
  })

  it("TALLY-16 several units of one buyer are one head with the area of all", () => {
    const units = [unit("1-101", 10, ["ada"]), unit("2-101", 20, ["bo"]), unit("3-101", 30, ["ada"])]
    expect(told(units, byUnit)).toEqual(["1-101 1 40 ada", "2-101 1 20 bo"])
    expect(told(units, byOwner)).toEqual(["1-101 1 40 ada", "2-101 1 20 bo"])
  })

  it("TALLY-16 what is unsold, and what is sold and not handed over, is one head of the developer together", () => {
    const units = [
      unit("1-101", 10, ["ada"]),
      unit("1-102", 20, [], "unsold"),
      unit("1-103", 30, ["bo"], "sold"),
      unit("1-104", 40, ["developer"]),
    ]
    expect(told(units, byUnit)).toEqual(["1-101 1 10 ada", "developer 1 90 null"])
    expect(told(units, byOwner)).toEqual(["1-101 1 10 ada", "developer 1 90 null"])
  })

  it("TALLY-16 co-owners are one voter, who is to be named, in whatever order they stand", () => {
    const units = [unit("1-101", 10, ["bo", "ada"]), unit("1-102", 20, ["ada", "bo", "ada"])]
    expect(told(units, byUnit)).toEqual(["1-101 1 30 null"])
    expect(told(units, byOwner)).toEqual(["1-101 2 30 null"])
  })

  it("TALLY-16 somebody who owns alone and with another is two voters: two heads by units, by owners one each", () => {
    const units = [unit("1-101", 10, ["ada", "bo"]), unit("1-102", 20, ["ada"]), unit("1-103", 30, ["cy", "ada", "bo"])]
    expect(told(units, byUnit)).toEqual(["1-101 1 10 null", "1-102 1 20 ada", "1-103 1 30 null"])
    expect(told(units, byOwner)).toEqual(["1-101 1 10 null", "1-102 1 20 ada", "1-103 1 30 null"])
    const again = [...units, unit("1-104", 40, ["bo"])]
    expect(told(again, byOwner)).toEqual(["1-101 0 10 null", "1-102 1 20 ada", "1-103 1 30 null", "1-104 1 40 bo"])
  })

  it("TALLY-16 units whose owners nobody knows stand each alone", () => {
    const units = [unit("1-101", 10, []), unit("1-102", 20, [])]
    expect(told(units, byUnit)).toEqual(["1-101 1 10 null", "1-102 1 20 null"])
    expect(told(units, byOwner)).toEqual(["1-101 1 10 null", "1-102 1 20 null"])
  })

  it("TALLY-16 a unit that is listed twice is taken as listed last, and of no units there is no roll", () => {
    expect(told([unit("1-101", 10, ["ada"]), unit("1-101", 20, ["bo"])], byUnit)).toEqual(["1-101 1 20 bo"])
    expect(told([], byOwner)).toEqual([])
  })

  it("TALLY-16 refuses where a unit of others bears the developer's reference, and names both places", () => {
    const units = [
      unit("1-101", 10, [], "unsold"),
      unit("developer", 20, ["bo", "ada"]),
      unit("1-103", 30, ["cy"], "sold"),
      unit("1-104", 40, ["developer"]),
      unit("1-105", 50, ["developer", "cy"]),
    ]
    const refusal = {
      ...{ _tag: "DeveloperIsUnit", rule: "TALLY-16", voter: "developer" },
      ...{ owners: ["ada", "bo"], stock: ["1-101", "1-103", "1-104"] },
    }
    for (const counting of [byUnit, byOwner]) {
      expect(ownersRoll(units, counting)).toEqual({ ok: false, refusal })
      expect(ownersRoll(units.toReversed(), counting)).toEqual({ ok: false, refusal })
    }
  })

  it.each([
    ["whose owners nobody knows", []],
    ["that the developer has together with another", ["developer", "zoe"]],
    ["of somebody else", ["zoe"]],
  ])("TALLY-16 refuses a unit %s under the developer's reference, also where the developer has none", (_, owners) => {
    // Were it listed with its owner's other unit it would not stand under its own reference; it is refused all the same.
    const units = [unit("1-101", 10, ["zoe"]), unit("developer", 20, owners)]
    expect(ownersRoll(units, byUnit)).toMatchObject({ ok: false, refusal: { owners, stock: [] } })
  })

  it("TALLY-16 a unit of the developer's own may bear its reference: it is one voter", () => {
    const units = [unit("developer", 20, [], "unsold"), unit("1-101", 10, ["ada"], "sold")]
    expect(told(units, byUnit)).toEqual(["developer 1 30 null"])
    expect(told([unit("developer", 20, ["developer"])], byOwner)).toEqual(["developer 1 20 null"])
    expect(told([unit("developer", 20, ["ada"]), unit("developer", 20, [], "unsold")], byUnit)).toEqual([
      "developer 1 20 null",
    ])
  })

  it("TALLY-16 voters stand in the order of their references, the developer among them", () => {
    const units = [unit("z-1", 10, ["ada"]), unit("a-1", 20, [], "unsold"), unit("b-1", 30, ["bo"])]
    expect(told(units, byUnit)).toEqual(["b-1 1 30 bo", "developer 1 20 null", "z-1 1 10 ada"])
  })

  const owners = ["ada", "bo", "cy", "di"]
  const estates = fc.uniqueArray(
    fc.record({
      unit: fc.integer({ min: 1, max: 40 }).map((number) => `u${number}`),
      area: fc.nat(1_000),
      owners: fc.subarray(owners),
      held: fc.constantFrom<OwnedUnit["held"]>("handed-over", "sold", "unsold"),
    }),
    { selector: (one) => one.unit, maxLength: 12 },
  )
  const countings = fc.constantFrom(byUnit, byOwner)
  const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((total, number) => total + number, 0)

  it("TALLY-16 the order of the units and of co-owners makes no difference", () => {
    fc.assert(
      fc.property(estates, countings, (units, counting) => {
        const turned = units.toReversed().map((one) => ({ ...one, owners: one.owners.toReversed() }))
        expect(rollOf(turned, counting)).toEqual(rollOf(units, counting))
      }),
    )
  })

  it("TALLY-16 no area is lost or counted twice, and no voter stands twice", () => {
    fc.assert(
      fc.property(estates, countings, (units, counting) => {
        const roll = rollOf(units, counting)
        expect(sum(roll.map(({ area }) => area))).toBe(sum(units.map(({ area }) => area)))
        expect(new Set(roll.map(({ voter }) => voter)).size).toBe(roll.length)
      }),
    )
  })

  it("TALLY-16 by owners every person who owns is one head, and the developer one", () => {
    fc.assert(
      fc.property(estates, (units) => {
        const owned = units.filter(({ held }) => held === "handed-over")
        const people = new Set(owned.flatMap((one) => one.owners))
        const unknown = owned.filter((one) => one.owners.length === 0).length
        const stock = owned.length === units.length ? 0 : 1
        expect(sum(rollOf(units, byOwner).map(({ heads }) => heads))).toBe(people.size + unknown + stock)
      }),
    )
  })

  it("TALLY-16 splitting or joining the developer's stock changes no roll", () => {
    fc.assert(
      fc.property(estates, countings, fc.nat(500), fc.nat(500), (units, counting, one, other) => {
        const whole = [...units, unit("z1", one + other, [], "unsold")]
        const parts = [...units, unit("z1", one, [], "unsold"), unit("z2", other, ["ada"], "sold")]
        expect(rollOf(parts, counting)).toEqual(rollOf(whole, counting))
      }),
    )
  })

  it("TALLY-16 splitting the developer's stock carries nothing that would not have been carried", () => {
    const rules = {
      quorum: [atLeast("2/3", "whole-estate"), atLeast("2/3", "whole-estate", "area")],
      quorumCounts: "participating",
      approval: [moreThan("1/2", "participating"), moreThan("1/2", "participating", "area")],
    } as const
    const people = ["ada", "bo"].map((owner, place) => unit(`1-10${place}`, 100, [owner]))
    const outcome = (stock: ReadonlyArray<OwnedUnit>) => {
      const roll = rollOf([...people, ...stock], byUnit)
      const weigh = (voters: typeof roll) => ({
        heads: sum(voters.map(({ heads }) => heads)),
        area: sum(voters.map(({ area }) => area)),
      })
      const isDeveloper = ({ voter }: (typeof roll)[number]) => voter === "developer"
      return judge(
        rules,
        tallyOfCounts({
          members: weigh(roll),
          for: weigh(roll.filter(isDeveloper)),
          against: weigh(roll.filter((one) => !isDeveloper(one))),
        }),
      )
    }
    const whole = outcome([unit("d", 900, [], "unsold")])
    const split = outcome(Array.from({ length: 9 }, (_, place) => unit(`d${place}`, 100, [], "unsold")))
    expect(split).toEqual(whole)
    expect([whole.passes, whole.findings.map(({ holds }) => holds)]).toEqual([false, [true, true, false, true]])
  })
})
