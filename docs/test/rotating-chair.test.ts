import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { type RotaCommand, rotaPolicyDefaults, rotatingChair } from "@jinlin/core/rotating-chair"
import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"

const convenor = { _tag: "Post", person: "p-leader", post: "convenor", within: "east-lake" } as const
const at = (day: CivilDate, command: RotaCommand) => [command, { actor: convenor, now: on(day) }] as const

const chairs = (steps: ReadonlyArray<ReturnType<typeof at>>) =>
  play(rotatingChair, steps).state.terms.map(({ from, unit }) => `${from} ${unit}`)

describe("the rotating chair as the site shows it", () => {
  // #region opening
  const open = at("2026-01-01", {
    _tag: "OpenRota",
    policy: rotaPolicyDefaults,
    units: ["school", "clinic", "property"],
    startsOn: "2026-01-01",
  })
  const published = ["2026-01-01 school", "2026-04-01 clinic", "2026-07-01 property", "2026-10-01 school"]
  // #endregion opening

  it("CHAIR-5 a newcomer changes no term that is published", () => {
    // #region newcomer
    expect(chairs([open])).toEqual(published)

    const join = at("2026-02-10", { _tag: "SeatUnit", unit: "judicial-office" })
    expect(chairs([open, join])).toEqual(published)
    // #endregion newcomer
  })

  it("CHAIR-7 a turn that is put off is owed, and comes back first", () => {
    // #region skip
    const skip = at("2026-02-12", { _tag: "SkipTurn", term: 2, reason: "the clinic moves house in April" })
    const april = at("2026-04-01", { _tag: "AdvanceRota" })

    expect(chairs([open, skip])).toEqual([
      "2026-01-01 school",
      "2026-04-01 property",
      "2026-07-01 property",
      "2026-10-01 school",
    ])
    expect(chairs([open, skip, april]).at(-1)).toBe("2027-01-01 clinic")
    // #endregion skip
  })

  it("CHAIR-6 a swap trades two turns and nothing else", () => {
    // #region swap
    const swap = at("2026-02-12", { _tag: "SwapTurns", first: 2, second: 3 })

    expect(chairs([open, swap])).toEqual([
      "2026-01-01 school",
      "2026-04-01 property",
      "2026-07-01 clinic",
      "2026-10-01 school",
    ])
    expect(chairs([open, swap, swap])).toEqual(published)
    // #endregion swap
  })
})
