import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { CovenantEvent } from "../events.ts"
import type { Disposition } from "../model.ts"

/** A comment and what was made of it. What it says is the document `text`; who made it is not in the log. */
export interface CommentLine {
  readonly draft: number
  readonly round: number
  readonly comment: string
  readonly clause: string | null
  readonly text: string
  readonly receivedOn: CivilDate
  /** Null: nobody has settled it yet. */
  readonly disposition: Disposition["disposition"] | null
  readonly reason: string | null
  readonly clauses: ReadonlyArray<string>
}

/** Every comment on every draft, in the order in which they were taken down, with the last that was made of it. */
export const commentSheet: Projection<ReadonlyArray<CommentLine>, CovenantEvent> = {
  initial: [],
  evolve: (lines, event) => {
    if (event._tag === "CommentRecorded") {
      const { clause, comment, draft, receivedOn, round, text } = event
      const line = { draft, round, comment, clause, text, receivedOn, disposition: null, reason: null, clauses: [] }
      return [...lines, line]
    }
    if (event._tag !== "CommentDisposed") return lines
    const { clauses, comment, disposition, draft, reason } = event
    return lines.map((line) =>
      line.draft === draft && line.comment === comment ? { ...line, disposition, reason, clauses } : line,
    )
  },
}
