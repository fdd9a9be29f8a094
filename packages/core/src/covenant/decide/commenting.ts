import { object, unless } from "../../kernel/decider.ts"
import type { Comment, CommentRound, Disposition, Draft } from "../model.ts"
import type { CovenantRules } from "../policy.ts"
import {
  cameInTime,
  commentsAreOver,
  commentsCloseOn,
  earliestEndOfComments,
  latestEndOfComments,
  latestReceipt,
  longestRound,
  namesOf,
  sameNames,
  wrongEndOfComments,
} from "../rules/index.ts"
import {
  type Command,
  type CovenantDecision,
  changeableIn,
  type Objection,
  quiet,
  rulesOn,
  type Standing,
  workableIn,
} from "./standing.ts"

const lastDayMustDo = (
  { until }: Command<"OpenComments">,
  { comments }: CovenantRules,
  { today }: Standing,
): Objection => {
  const { citation, days } = comments
  const wrong = wrongEndOfComments(today, until, days)
  if (wrong === undefined) return undefined
  return wrong === "too-short"
    ? {
        _tag: "CommentsTooShort",
        rule: "COVENANT-3",
        until,
        days,
        earliest: earliestEndOfComments(today, days),
        citation,
      }
    : { _tag: "CommentsTooLong", rule: "COVENANT-3", until, days: longestRound, latest: latestEndOfComments(today) }
}

/** Offer the text as it is for comments; what was stated about changes before is of the past (COVENANT-3). */
export const openComments = (command: Command<"OpenComments">, standing: Standing): CovenantDecision => {
  const { until } = command
  const { covenant, today: on } = standing
  if (covenant.draft?.phase === "commenting" && covenant.draft.round?.until === until) return quiet
  const found = changeableIn(standing)
  if (!found.ok) return object(found.refusal)
  const rules = rulesOn(standing, on)
  if (!rules.ok) return object(rules.refusal)
  const { document, draft, revision, round, sections } = found.value
  const { comments, packs } = rules.value
  return unless([lastDayMustDo(command, rules.value, standing)], () => {
    const next = { round: (round?.round ?? 0) + 1, openedOn: on, until, closedOn: null, offered: sections }
    const asked = { days: comments.days, citation: comments.citation, packs }
    return [{ _tag: "CommentsOpened", draft, round: next, revision, document, ...asked, on }]
  })
}

/** A comment must have come in while the text lay open, though it may be typed later (COVENANT-4). */
const mustBeInTime = (
  { receivedOn }: Command<"RecordComment">,
  round: CommentRound,
  { today }: Standing,
): Objection => {
  if (cameInTime(round, receivedOn, today)) return undefined
  const to = latestReceipt(round, today)
  return { _tag: "CommentOutOfTime", rule: "COVENANT-4", receivedOn, from: round.openedOn, to }
}

const clauseMustBeOffered = ({ clause }: Command<"RecordComment">, { offered }: CommentRound): Objection => {
  const clauses = namesOf(offered)
  return clause === null || clauses.includes(clause)
    ? undefined
    : { _tag: "NoSuchClause", rule: "COVENANT-4", clause, clauses }
}

const isSameComment = (known: Comment, { clause, receivedOn, text }: Command<"RecordComment">): boolean =>
  known.clause === clause && known.receivedOn === receivedOn && known.text === text

/** A comment on the text as it was last offered, until the draft is submitted (COVENANT-4). */
export const record = (command: Command<"RecordComment">, standing: Standing): CovenantDecision => {
  const found = workableIn(standing)
  if (!found.ok) return object(found.refusal)
  const { comments, draft, phase, round } = found.value
  if (round === null) return object({ _tag: "CommentsNotOpen", rule: "COVENANT-3", round: 0, phase })
  const { clause, comment, receivedOn, text } = command
  const known = comments.find((one) => one.comment === comment)
  if (known !== undefined)
    return isSameComment(known, command) ? quiet : object({ _tag: "CommentNamedTwice", rule: "COVENANT-4", comment })
  return unless([mustBeInTime(command, round, standing), clauseMustBeOffered(command, round)], () => [
    { _tag: "CommentRecorded", draft, round: round.round, comment, clause, text, receivedOn, on: standing.today },
  ])
}

const isSettledSo = (disposed: Disposition | null, next: Disposition): boolean =>
  disposed !== null &&
  disposed.disposition === next.disposition &&
  disposed.reason === next.reason &&
  disposed.round === next.round &&
  sameNames(disposed.clauses, next.clauses)

const commentIn = ({ comments }: Draft, comment: string): Comment | undefined =>
  comments.find((one) => one.comment === comment)

/** Say what is made of a comment, and in which clauses; until the text is submitted it may be settled otherwise (COVENANT-5). */
export const dispose = (
  { clauses, comment, disposition, reason }: Command<"DisposeComment">,
  standing: Standing,
): CovenantDecision => {
  const found = workableIn(standing)
  if (!found.ok) return object(found.refusal)
  const { comments, draft, round } = found.value
  const known = commentIn(found.value, comment)
  if (known === undefined) {
    const named = comments.map((one) => one.comment)
    return object({ _tag: "NoSuchComment", rule: "COVENANT-5", comment, comments: named })
  }
  const next: Disposition = { disposition, reason, clauses, round: round?.round ?? known.round, on: standing.today }
  if (isSettledSo(known.disposed, next)) return quiet
  const contradicts: Objection =
    disposition === "not-taken-up" && clauses.length > 0
      ? { _tag: "DispositionContradicts", rule: "COVENANT-5", comment, clauses }
      : undefined
  return unless([contradicts], () => [{ _tag: "CommentDisposed", draft, comment, ...next }])
}

/** The last day for comments is over: from now on the text may change (COVENANT-3). */
export const close = (standing: Standing): CovenantDecision => {
  const found = workableIn(standing)
  if (!found.ok) return object(found.refusal)
  const { draft, phase, round } = found.value
  if (round === null) return object({ _tag: "CommentsNotOpen", rule: "COVENANT-3", round: 0, phase })
  if (phase !== "commenting") return quiet
  const { today: on } = standing
  const stillRun: Objection = commentsAreOver(round, on)
    ? undefined
    : { _tag: "CommentsStillRun", rule: "COVENANT-3", until: round.until, earliest: commentsCloseOn(round) }
  return unless([stillRun], () => [{ _tag: "CommentsClosed", draft, round: round.round, on }])
}
