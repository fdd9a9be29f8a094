import { type Answer, type Commit, type CommitFailure, done } from "@jinlin/sdk"
import type { Ledger } from "./ledger.ts"

/** What a part of a commit changes, once every other part is known to be possible too. It cannot fail. */
export type Change = () => void

/** What one part of a commit comes to: a change, or why it cannot be. Nothing is changed while it is worked out. */
export type Plan = Answer<Change, CommitFailure>

/** Works out one part of a commit. */
export type Planner = (ledger: Ledger, commit: Commit) => Plan

/** Nothing to change. */
export const nothing: Plan = done(() => {})
