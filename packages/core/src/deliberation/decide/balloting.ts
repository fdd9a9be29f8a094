import { object, unless } from "../../kernel/decider.ts"
import type { BallotMode } from "../../kernel/decision-rules.ts"
import { earliestClose, latestClose } from "../rules/index.ts"
import {
  type BallotSitting,
  ballotIn,
  type Command,
  type DeliberationDecision,
  type Objection,
  personAsking,
  placeOf,
  quiet,
  type Standing,
  sittingIn,
} from "./standing.ts"

/** A later last day: not too late, not too often, and before the ballot has run out (DELIBERATION-15). */
const extensionMustFit = (
  { ballot, rules }: BallotSitting,
  asked: Command<"ExtendBallot">["closesOn"],
  { today }: Standing,
): ReadonlyArray<Objection> => {
  const { closesOn, extended } = ballot
  const { citation, days, times } = rules.extension
  const latest = latestClose(ballot, days)
  return [
    today <= closesOn ? undefined : { _tag: "BallotPeriodOver", rule: "DELIBERATION-15", closesOn, today },
    asked > closesOn ? undefined : { _tag: "ExtensionNotLater", rule: "DELIBERATION-15", closesOn, asked },
    extended < times ? undefined : { _tag: "NoExtensionLeft", rule: "DELIBERATION-15", times, citation },
    asked <= latest ? undefined : { _tag: "ExtensionTooLong", rule: "DELIBERATION-15", asked, days, latest, citation },
  ]
}

/** The ballot stays open until a later day. */
export const extend = ({ closesOn, reason }: Command<"ExtendBallot">, standing: Standing): DeliberationDecision => {
  const found = ballotIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const before = sitting.ballot.closesOn
  if (closesOn === before) return quiet
  const by = personAsking(standing.around)
  return unless(extensionMustFit(sitting, closesOn, standing), () => [
    { _tag: "BallotExtended", ...placeOf(sitting), before, closesOn, reason, on: standing.today, by },
  ])
}

/** What somebody has to do with a sitting, so that they might not like how its vote goes (DELIBERATION-26). */
const partIn = ({ calledBy, presided, proxies, roll }: BallotSitting, person: string | null) => {
  const places = new Set(roll.filter((known) => known.person === person).map(({ voter }) => voter))
  const parts = {
    "on-the-roll": places.size > 0,
    "votes-for-another": proxies.some(({ by }) => places.has(by)),
    called: calledBy === person,
    presided: person !== null && presided.includes(person),
  }
  const all = ["on-the-roll", "votes-for-another", "called", "presided"] as const
  return person === null ? [] : all.filter((part) => parts[part])
}

/** Whoever annuls a ballot has no part in its sitting (DELIBERATION-26). */
const mustHaveNoPart = (sitting: BallotSitting, { around }: Standing): Objection => {
  const as = partIn(sitting, personAsking(around))
  return as.length === 0 ? undefined : { _tag: "OverseerTakesPart", rule: "DELIBERATION-26", round: sitting.round, as }
}

/**
 * A ballot that nobody has decided ends without a result: a slip in its last day, or a box that disagrees, stops no matter
 * (DELIBERATION-26).
 */
export const annul = ({ reason }: Command<"AnnulBallot">, standing: Standing): DeliberationDecision => {
  const found = sittingIn(standing)
  if (!found.ok) return object(found.refusal)
  const { ballot, round } = found.value
  if (ballot === null) return object({ _tag: "BallotNotOpen", rule: "DELIBERATION-14", round, phase: "called" })
  return unless([mustHaveNoPart({ ...found.value, ballot }, standing)], () => [
    { _tag: "BallotAnnulled", ...placeOf(found.value), reason, on: standing.today },
  ])
}

/** The modes whose votes are known only from what somebody took down. */
const takenDown: ReadonlyArray<BallotMode> = ["show-of-hands", "secret-papers"]

/** No ballot that arrives from now on counts. A ballot that is closed already stays as it was closed (DELIBERATION-16). */
export const close = (standing: Standing): DeliberationDecision => {
  const { around, matter, today } = standing
  if (matter.sitting !== null && matter.sitting.ballot !== null && matter.sitting.ballot.closedAt !== null) return quiet
  const found = ballotIn(standing)
  if (!found.ok) return object(found.refusal)
  const { ballot, counted, named, round } = found.value
  const { closesOn, mode } = ballot
  const earliest = earliestClose(ballot)
  const isRecorded = counted !== null || named !== null
  const objections: ReadonlyArray<Objection> = [
    today >= earliest ? undefined : { _tag: "BallotStillRuns", rule: "DELIBERATION-16", closesOn, earliest },
    isRecorded || !takenDown.includes(mode)
      ? undefined
      : { _tag: "VotesMissing", rule: "DELIBERATION-16", round, mode },
  ]
  return unless(objections, () => [
    {
      _tag: "BallotClosed",
      ...placeOf(found.value),
      closedAt: around.now.instant,
      on: today,
      by: personAsking(around),
    },
  ])
}
