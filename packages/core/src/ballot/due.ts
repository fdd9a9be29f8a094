import type { Due } from "../kernel/due.ts"
import type { BallotCommand } from "./commands.ts"
import type { Ballot } from "./model.ts"

/** A ballot waits for nothing: its round is closed, and counted, by the matter. */
export const due = (_ballot: Ballot): ReadonlyArray<Due<BallotCommand>> => []
