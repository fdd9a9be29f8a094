import { describe, expect, it } from "vitest"
import { type BallotEvent, notices } from "./index.ts"

const of = { matter: "m-1", round: 1, voter: "v-1" }

const entered: BallotEvent = {
  ...{ _tag: "BallotCast", ...of, castBy: "v-2", choice: "for", channel: "paper", person: "p-1", at: 1 },
}

describe("BALLOT-7 whose paper is not counted is told", () => {
  it("BALLOT-7 the person who is named for the voter, where one is", () => {
    const kept: BallotEvent = { _tag: "VoidBallotKept", ...of, person: "p-1", reason: "two crosses", at: 1 }
    const to = [{ _tag: "Person", person: "p-1" }]
    expect(notices(kept)).toEqual([{ template: "ballot-void", to, data: { ...of, reason: "two crosses" } }])
    const late: BallotEvent = { _tag: "LateBallotKept", ...of, castBy: "v-1", person: "p-1", channel: "paper", at: 1 }
    expect(notices(late)).toEqual([{ template: "ballot-late", to, data: of }])
    expect(notices({ ...kept, person: null })).toMatchObject([{ to: [] }])
  })

  it("BALLOT-9 nobody is told of what they cast over a login", () => {
    const cast: BallotEvent = { ...entered, channel: "online", person: null }
    expect(notices(cast)).toEqual([])
    expect(notices({ _tag: "Voted", ...of, castBy: "v-1" })).toEqual([])
  })

  it("BALLOT-10 for whom a clerk enters a paper is told that, and not what stands on it", () => {
    const to = [{ _tag: "Person", person: "p-1" }]
    expect(notices(entered)).toEqual([{ template: "ballot-entered", to, data: of }])
    expect(notices({ ...entered, choice: "against" })).toEqual(notices(entered))
  })
})
