import type { Answering } from "../answer.ts"
import type { BallotRefused, ReadFailure } from "./failures.ts"

/** How often a choice was cast. */
export interface BallotCount {
  readonly choice: string
  readonly count: number
}

/**
 * Secret ballots. Casting is a part of the store's commit (`Commit.ballots`), because the ballot and the event that somebody
 * voted are one write; this is the reading side. A box holds neither voter nor order nor time (STORE-15).
 */
export interface BallotBox {
  /** How often each choice was cast, in the order of the choices; only of a box that is closed. */
  readonly readBallots: (
    tenant: string,
    box: string,
  ) => Answering<ReadonlyArray<BallotCount>, ReadFailure | BallotRefused>
}
