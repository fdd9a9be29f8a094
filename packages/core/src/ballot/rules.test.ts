import { describe, expect, it } from "vitest"
import { ballotNamed, ballotSubject, entitled, personCasting, roundScope, takenBy, takes } from "./rules/index.ts"

describe("BALLOT-1 the name of a ballot", () => {
  it("BALLOT-1 is matter, round and voter", () => {
    expect(ballotSubject("m-1", 3, "v-1")).toBe("m-1:3:v-1")
    expect(roundScope("m-1", 3)).toBe("ballot/m-1:3")
    expect(ballotNamed("m-1:3:v-1")).toEqual({ matter: "m-1", round: 3, voter: "v-1" })
  })

  it("BALLOT-1 doubles the colons of ids, so that these two do not meet", () => {
    expect(ballotSubject("m:1", 2, "v")).toBe("m::1:2:v")
    expect(ballotSubject("m", 1, "2:v")).toBe("m:1:2::v")
    expect(roundScope("m:1", 2)).toBe("ballot/m::1:2")
  })

  it.each(["m-1", "m-1:3", "m-1:0:v", "m-1:03:v", "m-1:x:v", ":1:v", "m:1:", "m:1:v:w", "m::1:v", "m:1::v", ""])(
    "BALLOT-1 nothing else names one: %s",
    (subject) => {
      expect(ballotNamed(subject)).toBeUndefined()
    },
  )
})

describe("BALLOT-3 which commands take a mode", () => {
  it.each([
    ["open", ["CastBallot", "EnterPaperBallot", "EnterVoidBallot", "RecordVotes"]],
    ["secret", ["CastSecretBallot"]],
    ["show-of-hands", ["RecordVotes", "RecordCounts"]],
    ["secret-papers", ["RecordCounts"]],
  ] as const)("BALLOT-3 %s", (mode, by) => {
    expect(takenBy(mode)).toEqual(by)
    for (const command of ["CastBallot", "CastSecretBallot", "EnterPaperBallot", "EnterVoidBallot"] as const)
      expect(takes(command, mode)).toBe((by as ReadonlyArray<string>).includes(command))
  })
})

describe("BALLOT-5 who may cast", () => {
  const round = { voter: { person: "p-1", recused: false }, proxy: { voter: "v-2", person: "p-2" } }

  it("BALLOT-5 the voter, and its proxy where there is one", () => {
    expect(entitled(round, "v-1")).toEqual(["v-1", "v-2"])
    expect(entitled({ proxy: null }, "v-1")).toEqual(["v-1"])
  })

  it.each([
    ["v-1", "p-1"],
    ["v-2", "p-2"],
    ["v-3", null],
  ])("BALLOT-5 from %s casts %s", (castBy, person) => {
    expect(personCasting(round, { voter: "v-1", castBy })).toBe(person)
  })

  it("BALLOT-5 nobody where nobody is named", () => {
    expect(personCasting({ voter: null, proxy: null }, { voter: "v-1", castBy: "v-1" })).toBeNull()
    expect(
      personCasting({ ...round, proxy: { voter: "v-2", person: null } }, { voter: "v-1", castBy: "v-2" }),
    ).toBeNull()
    expect(personCasting({ ...round, proxy: null }, { voter: "v-1", castBy: "v-2" })).toBeNull()
  })
})
