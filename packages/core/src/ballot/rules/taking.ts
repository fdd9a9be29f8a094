import type { BallotMode } from "../../kernel/decision-rules.ts"
import type { BallotTaking } from "../policy.ts"

const takings: ReadonlyArray<BallotTaking> = [
  { mode: "open", online: "CastBallot", papers: true, recorded: ["RecordVotes"] },
  { mode: "secret", online: "CastSecretBallot", papers: false, recorded: [] },
  { mode: "show-of-hands", online: null, papers: false, recorded: ["RecordVotes", "RecordCounts"] },
  { mode: "secret-papers", online: null, papers: false, recorded: ["RecordCounts"] },
]

/** The commands that take a single ballot. */
export type CastingCommand = "CastBallot" | "CastSecretBallot" | "EnterPaperBallot" | "EnterVoidBallot"

/** The commands by which votes of a mode are taken: of single ballots, and of the meeting as a whole (BALLOT-3). */
export const takenBy = (mode: BallotMode): ReadonlyArray<string> =>
  takings
    .filter((taking) => taking.mode === mode)
    .flatMap(({ online, papers, recorded }) => [
      ...(online === null ? [] : [online]),
      ...(papers ? ["EnterPaperBallot", "EnterVoidBallot"] : []),
      ...recorded,
    ])

/** Whether this command takes ballots of that mode (BALLOT-3). */
export const takes = (command: CastingCommand, mode: BallotMode): boolean => takenBy(mode).includes(command)
