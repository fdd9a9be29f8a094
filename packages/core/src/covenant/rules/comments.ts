import { addDays, type CivilDate, compareCivilDates, earliest } from "../../kernel/arithmetic.ts"
import type { Comment, CommentRound, CorrectionOrder, Draft } from "../model.ts"

/** The first day that may be the last for comments: so many full days after that of the opening (COVENANT-3). */
export const earliestEndOfComments = (openedOn: CivilDate, days: number): CivilDate => addDays(openedOn, days)

/** The day from which a round can be closed: its last day is over (COVENANT-3). */
export const commentsCloseOn = ({ until }: CommentRound): CivilDate => addDays(until, 1)

/** Whether a comment came in while the text lay open, whenever it is typed (COVENANT-4). */
export const cameInTime = ({ openedOn, until }: CommentRound, receivedOn: CivilDate): boolean =>
  compareCivilDates(openedOn, receivedOn) <= 0 && compareCivilDates(receivedOn, until) <= 0

/** The last day on which a comment that is typed today can have come in. */
export const latestReceipt = ({ until }: CommentRound, today: CivilDate): CivilDate => earliest(until, today)

/** The comments that nobody has settled (COVENANT-5). */
export const undisposed = (comments: ReadonlyArray<Comment>): ReadonlyArray<string> =>
  comments.filter(({ disposed }) => disposed === null).map(({ comment }) => comment)

/**
 * The clauses that may have changed since the text was last offered, and why is on record: a comment was taken up in them since
 * then, a reason was stated for them, or an order names them (COVENANT-6).
 */
export const accountedFor = (
  { comments, reasons, round }: Pick<Draft, "comments" | "reasons" | "round">,
  orders: ReadonlyArray<Pick<CorrectionOrder, "clauses">>,
): { readonly asked: ReadonlySet<string>; readonly stated: ReadonlySet<string> } => {
  const taken = comments.flatMap(({ disposed }) => {
    const counts = disposed !== null && disposed.disposition !== "not-taken-up" && disposed.round === round?.round
    return counts ? disposed.clauses : []
  })
  return {
    asked: new Set([...taken, ...orders.flatMap(({ clauses }) => clauses)]),
    stated: new Set(reasons.map(({ clause }) => clause)),
  }
}
