import { addDays, type CivilDate, compareCivilDates, earliest } from "../../kernel/arithmetic.ts"
import type { Comment, CommentRound, CorrectionOrder, Draft } from "../model.ts"

/** The first day that may be the last for comments: so many full days after that of the opening (COVENANT-3). */
export const earliestEndOfComments = (openedOn: CivilDate, days: number): CivilDate => addDays(openedOn, days)

/** For so many days a text lies open at most, so that no draft waits for ever (COVENANT-3). Our default. */
export const longestRound = 366

/** The last day that may be the last for comments (COVENANT-3). */
export const latestEndOfComments = (openedOn: CivilDate): CivilDate => addDays(openedOn, longestRound)

/** Whether a last day leaves too little time for comments, or far too much (COVENANT-3). */
export const wrongEndOfComments = (
  openedOn: CivilDate,
  until: CivilDate,
  days: number,
): "too-short" | "too-long" | undefined => {
  if (compareCivilDates(until, earliestEndOfComments(openedOn, days)) < 0) return "too-short"
  return compareCivilDates(until, latestEndOfComments(openedOn)) > 0 ? "too-long" : undefined
}

/** The day from which a round can be closed: its last day is over (COVENANT-3). */
export const commentsCloseOn = ({ until }: Pick<CommentRound, "until">): CivilDate => addDays(until, 1)

/** Whether the last day for comments is over (COVENANT-3). */
export const commentsAreOver = (round: Pick<CommentRound, "until">, today: CivilDate): boolean =>
  compareCivilDates(commentsCloseOn(round), today) <= 0

/** The last day on which a comment that is typed today can have come in. */
export const latestReceipt = ({ until }: CommentRound, today: CivilDate): CivilDate => earliest(until, today)

/** Whether a comment that is typed today came in while the text lay open (COVENANT-4). */
export const cameInTime = (round: CommentRound, receivedOn: CivilDate, today: CivilDate): boolean =>
  compareCivilDates(round.openedOn, receivedOn) <= 0 && compareCivilDates(receivedOn, latestReceipt(round, today)) <= 0

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
