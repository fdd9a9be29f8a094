import { describe, expect, it } from "vitest"
import { type Conference, jointConference } from "../joint-conference/index.ts"
import { holdsPost, membersOf, peopleOf } from "./index.ts"

const seat = (unit: string, capacity: "member" | "observer", alternate: string | null = null) => ({
  ...{ unit, kind: "enterprise", capacity, delegate: `p-${unit}`, alternate },
})
const conference: Conference = {
  ...jointConference.initial,
  status: "active",
  convenors: [
    { person: "p-early", from: "2026-01-01" },
    { person: "p-late", from: "2026-03-01" },
  ],
  secretariat: { body: "party-organization", person: "p-clerk" },
  units: [seat("school", "member", "p-second"), seat("clinic", "member"), seat("club", "observer")],
}
const holder = (post: string, within: string, person: string) => ({ _tag: "Post", post, within, person }) as const

describe("REACTION-8 who holds a post is what the record of the conference says", () => {
  it.each([
    ["2026-02-28", "p-early", "holds"],
    ["2026-03-01", "p-early", "does-not"],
    ["2026-02-28", "p-late", "does-not"],
    ["2026-03-01", "p-late", "holds"],
  ] as const)("REACTION-8 on %s %s %s the post of convenor", (day, person, expected) => {
    expect(holdsPost(conference, holder("convenor", "subdistrict", person), day)).toBe(expected)
  })

  it.each([
    ["delegate", "school", "p-school", "holds"],
    ["delegate", "school", "p-second", "does-not"],
    ["alternate", "school", "p-second", "holds"],
    ["alternate", "clinic", "p-clinic", "does-not"],
    ["delegate", "court", "p-school", "does-not"],
    ["secretary", "party-organization", "p-anybody", "unrecorded"],
    ["secretary", "school", "p-clerk", "does-not"],
    ["superior", "district", "p-anybody", "unrecorded"],
  ] as const)("REACTION-8 %s of %s: %s %s", (post, within, person, expected) => {
    expect(holdsPost(conference, holder(post, within, person), "2026-02-01")).toBe(expected)
  })

  it("REACTION-8 says nothing of any post while no conference is kept", () => {
    expect(holdsPost(jointConference.initial, holder("convenor", "x", "p-1"), "2026-02-01")).toBe("unrecorded")
  })
})

describe("REACTION-9 whom a notice reaches", () => {
  it.each([
    [{ _tag: "Unit", unit: "school" }, ["p-school", "p-second"]],
    [{ _tag: "Unit", unit: "clinic" }, ["p-clinic"]],
    [{ _tag: "Unit", unit: "court" }, []],
    [{ _tag: "AllUnits" }, ["p-school", "p-second", "p-clinic", "p-club"]],
    [{ _tag: "Post", post: "convenor" }, ["p-early"]],
    [{ _tag: "Person", person: "p-anybody" }, ["p-anybody"]],
    [{ _tag: "Post", post: "secretary" }, ["p-clerk"]],
  ] as const)("REACTION-9 %o reaches %o", (to, expected) => {
    expect(peopleOf(conference, to, "2026-02-28")).toEqual(expected)
  })

  it("REACTION-9 reaches one person once, and nobody where nobody is named", () => {
    const one = { ...conference, units: [seat("school", "member", "p-school")] }
    expect(peopleOf(one, { _tag: "AllUnits" }, "2026-02-28")).toEqual(["p-school"])
    expect(peopleOf(jointConference.initial, { _tag: "Post", post: "secretary" }, "2026-02-28")).toEqual([])
  })
})

describe("the members of a conference, for the opening of its rota (CHAIR-22)", () => {
  it("CHAIR-22 are those that count and vote, and unknown where no conference is kept", () => {
    expect(membersOf(conference)).toEqual(["school", "clinic"])
    expect(membersOf(jointConference.initial)).toBeUndefined()
  })
})
