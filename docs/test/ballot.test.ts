import { type BallotCommand, type BallotRound, ballot, ballotSubject, roundScope } from "@jinlin/core/ballot"
import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"

const actor = { _tag: "Post", person: "p-1", post: "voter", within: "lift" } as const
const ownBallot = { matter: "lift", round: 2, voter: "flat-1", castBy: "flat-1" } as const

/** The second round of a matter: `flat-1` is on its roll, and nobody votes for it. */
const round = (mode: "open" | "secret"): BallotRound => ({
  ...{ round: 2, phase: "open", mode, closesOn: "2026-03-09", body: "owners-assembly" },
  ...{ voter: { person: "p-1", recused: false }, proxy: null },
})

describe("a ballot as the site shows it", () => {
  it("BALLOT-1 has a stream of its own, and a claim by which it is found", () => {
    // #region names
    expect(ballotSubject("lift", 2, "flat-1")).toBe("lift:2:flat-1")
    expect(roundScope("lift", 2)).toBe("ballot/lift:2")
    // #endregion names
  })

  it("BALLOT-2 keeps every open ballot, and the rules say which counts", () => {
    // #region open
    const cast = (choice: "for" | "against", minute: number) =>
      [
        { _tag: "CastBallot", ...ownBallot, choice },
        { actor, now: on("2026-03-02", minute), round: round("open") },
      ] as const

    const { state } = play(ballot, [cast("for", 540), cast("against", 600)])
    expect(state.casts.map(({ choice }) => choice)).toEqual(["for", "against"])
    // #endregion open
  })

  it("BALLOT-6 BALLOT-9 a secret ballot leaves the same history whatever was chosen, and is cast once", () => {
    // #region secret
    const cast = (choice: "for" | "against") => {
      const command: BallotCommand = { _tag: "CastSecretBallot", ...ownBallot, choice }
      return [command, { actor, now: on("2026-03-02"), round: round("secret") }] as const
    }

    const [inFavour, opposed] = [play(ballot, [cast("for")]), play(ballot, [cast("against")])]
    expect(inFavour.history).toEqual(opposed.history)
    expect(inFavour.history).toEqual([{ _tag: "Voted", ...ownBallot }])

    const [[, reasons] = []] = play(ballot, [cast("for"), cast("against")]).refused
    expect(reasons).toMatchObject([{ _tag: "VotedAlready", rule: "BALLOT-6" }])
    // #endregion secret
  })
})
