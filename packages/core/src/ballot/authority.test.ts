import { on } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import { authority, type BallotCommand, type BallotRound, ballot } from "./index.ts"

const of = { matter: "m-1", round: 1, voter: "v-1" }
const round: BallotRound = {
  ...{ round: 1, phase: "open", mode: "open", closesOn: "2026-03-09", body: "assembly" },
  voter: { person: "p-1", recused: false },
  proxy: { voter: "v-2", person: "p-2" },
}
const post = (person: string, name: string, within: string, onBehalfOf?: string): Actor => ({
  ...{ _tag: "Post", person, post: name, within, onBehalfOf },
})
const castBy = (place: string): BallotCommand => ({ _tag: "CastBallot", ...of, castBy: place, choice: "for" })
const secretlyBy = (place: string): BallotCommand => ({ _tag: "CastSecretBallot", ...of, castBy: place, choice: "for" })
const paper: BallotCommand = { _tag: "EnterPaperBallot", ...of, castBy: "v-1", choice: "for", late: false }
const voidPaper: BallotCommand = { _tag: "EnterVoidBallot", ...of, reason: "two crosses" }

const may = (actor: Actor, command: BallotCommand, around: BallotRound | null = round) => {
  const asked = authorize(authority, command, ballot.initial, { actor, now: on("2026-03-01"), round: around })
  return asked.ok ? asked.value : asked.refusal
}
const forbidden = (command: string, allowed: string) => ({
  ...{ _tag: "Forbidden", rule: "BALLOT-8", command, allowed: [allowed] },
})

describe("BALLOT-8 who casts and who enters", () => {
  it.each([
    ["v-1", "p-1"],
    ["v-2", "p-2"],
  ])("BALLOT-8 from the place %s votes %s, whom the roll names for it", (place, person) => {
    const grounds = { rule: "BALLOT-8", post: "voter", within: "m-1" }
    expect(may(post(person, "voter", "m-1"), castBy(place))).toEqual(grounds)
    expect(may(post(person, "voter", "m-1"), secretlyBy(place))).toEqual(grounds)
  })

  it.each([
    ["another person", post("p-9", "voter", "m-1"), "v-1"],
    ["the proxy, from the voter's own place", post("p-2", "voter", "m-1"), "v-1"],
    ["the voter, from the proxy's place", post("p-1", "voter", "m-1"), "v-2"],
    ["a place that has no proxy's right", post("p-1", "voter", "m-1"), "v-3"],
    ["a voter of another matter", post("p-1", "voter", "m-2"), "v-1"],
    ["the same person in another post", post("p-1", "secretary", "m-1"), "v-1"],
    ["the same person, as secretary of the body", post("p-1", "secretary", "assembly"), "v-1"],
    ["the system", { _tag: "System", rule: "BALLOT-8" } as const, "v-1"],
  ])("BALLOT-8 not %s", (_who, actor, place) => {
    expect(may(actor, castBy(place))).toEqual(forbidden("CastBallot", "voter"))
    expect(may(actor, secretlyBy(place))).toEqual(forbidden("CastSecretBallot", "voter"))
  })

  it("BALLOT-8 nobody votes from a place without a person", () => {
    const unnamed = { ...round, voter: { person: null, recused: false }, proxy: { voter: "v-2", person: null } }
    for (const place of ["v-1", "v-2"])
      expect(may(post("p-1", "voter", "m-1"), castBy(place), unnamed)).toMatchObject({ _tag: "Forbidden" })
    expect(may(post("p-1", "voter", "m-1"), castBy("v-1"), { ...round, voter: null })).toMatchObject({
      allowed: ["voter"],
    })
  })

  it("BALLOT-8 once the round is decided, whoever comes as a voter of the matter is told so, and others are not", () => {
    const decided: BallotRound = { ...round, phase: "decided", mode: null, voter: null, proxy: null }
    expect(may(post("p-9", "voter", "m-1"), castBy("v-1"), decided)).toMatchObject({ post: "voter" })
    expect(may(post("p-9", "voter", "m-2"), castBy("v-1"), decided)).toMatchObject({ _tag: "Forbidden" })
    expect(may(post("p-9", "presider", "m-1"), castBy("v-1"), decided)).toMatchObject({ _tag: "Forbidden" })
    const closed: BallotRound = { ...round, phase: "closed" }
    expect(may(post("p-9", "voter", "m-1"), castBy("v-1"), closed)).toMatchObject({ _tag: "Forbidden" })
  })

  it("BALLOT-8 papers are entered by the secretary of the body that sits, for whom the paper says", () => {
    expect(may(post("p-8", "secretary", "assembly"), paper)).toEqual({
      ...{ rule: "BALLOT-8", post: "secretary", within: "assembly" },
    })
    expect(may(post("p-8", "secretary", "assembly", "p-1"), voidPaper)).toMatchObject({ onBehalfOf: "p-1" })
    for (const actor of [
      post("p-8", "secretary", "committee"),
      post("p-8", "presider", "assembly"),
      post("p-1", "voter", "m-1"),
      { _tag: "System", rule: "BALLOT-8" } as const,
    ]) {
      expect(may(actor, paper)).toEqual(forbidden("EnterPaperBallot", "secretary"))
      expect(may(actor, voidPaper)).toEqual(forbidden("EnterVoidBallot", "secretary"))
    }
  })

  it("BALLOT-8 a voter learns of a round that is not there, and anybody else does not", () => {
    expect(may(post("p-1", "voter", "m-1"), castBy("v-1"), null)).toMatchObject({ rule: "BALLOT-8", post: "voter" })
    for (const actor of [post("p-1", "presider", "m-1"), post("p-1", "voter", "m-2")])
      expect(may(actor, castBy("v-1"), null)).toMatchObject({ _tag: "Forbidden" })
  })

  it("BALLOT-8 a secretary learns of a round that is not there, and anybody else does not", () => {
    expect(may(post("p-8", "secretary", "anywhere"), paper, null)).toMatchObject({
      rule: "BALLOT-8",
      post: "secretary",
    })
    expect(may(post("p-8", "presider", "anywhere"), paper, null)).toMatchObject({ _tag: "Forbidden" })
  })
})
