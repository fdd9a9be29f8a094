// Ballots of the clinic's neighbour `flat-1` in the second round of a matter, and that round as the matter has it.
import type { BallotCommand, BallotRound } from "@jinlin/core/ballot"

type Of<Tag extends BallotCommand["_tag"]> = Extract<BallotCommand, { readonly _tag: Tag }>

const of = { matter: "lift", round: 2, voter: "flat-1" } as const
export const called: BallotRound = {
  round: 2,
  phase: "called",
  mode: null,
  closesOn: null,
  voter: { person: "p-1", recused: false },
  proxy: null,
  body: "owners-assembly",
}
export const openRound: BallotRound = { ...called, phase: "open", mode: "open", closesOn: "2026-03-08" }
export const secretRound: BallotRound = { ...openRound, mode: "secret" }
export const closedRound: BallotRound = { ...openRound, phase: "closed" }
/** Of a round that is decided its roll and its mode are not kept. */
export const decidedRound: BallotRound = { ...called, phase: "decided", voter: null }
/** Nor of one that came to nothing. */
export const annulledRound: BallotRound = { ...decidedRound, phase: "annulled" }
export const withProxy = { proxy: { voter: "flat-9", person: "p-9" } } as const

export const cast = (changes: Partial<Of<"CastBallot">> = {}): BallotCommand => ({
  _tag: "CastBallot",
  ...of,
  castBy: "flat-1",
  choice: "for",
  ...changes,
})

export const castSecretly = (changes: Partial<Of<"CastSecretBallot">> = {}): BallotCommand => ({
  _tag: "CastSecretBallot",
  ...of,
  castBy: "flat-1",
  choice: "against",
  ...changes,
})

export const paper = (changes: Partial<Of<"EnterPaperBallot">> = {}): BallotCommand => ({
  _tag: "EnterPaperBallot",
  ...of,
  castBy: "flat-1",
  choice: "abstain",
  late: false,
  ...changes,
})

export const spoilt = (changes: Partial<Of<"EnterVoidBallot">> = {}): BallotCommand => ({
  _tag: "EnterVoidBallot",
  ...of,
  reason: "two crosses",
  ...changes,
})
