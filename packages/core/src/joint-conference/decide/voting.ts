import { object, unless } from "../../kernel/decider.ts"
import type { ConferenceEvent } from "../events.ts"
import type { Presided } from "../model.ts"
import { cast, findMajority, findQuorum, presentMembers, presidingOn, remindOn } from "../rules/index.ts"
import { type NoticedMeeting, noticedMeetingAt } from "./meetings.ts"
import { rotaMustAgree, secretaryMustNotPreside, unitMustBeMember } from "./objections.ts"
import { mustStillSit } from "./sitting.ts"
import type { Command, ConferenceDecision, Objection, Standing } from "./standing.ts"

type Ballot = Command<"AdoptResolution">

/** The item is on the agenda, is not resolved, and this text was not put before (CONFERENCE-7, CONFERENCE-12). */
const itemMustBeOpen = ({ agenda, meeting, texts }: NoticedMeeting, { item, textDigest }: Ballot): Objection => {
  const ids = agenda.map((known) => known.item)
  if (!ids.includes(item)) return { _tag: "ItemNotOnAgenda", rule: "CONFERENCE-7", meeting, item, agenda: ids }
  const put = texts.filter((known) => known.item === item)
  const adopted = put.find((known) => known.adopted)
  if (adopted !== undefined) {
    const { resolution } = adopted
    return { _tag: "ItemAlreadyResolved", rule: "CONFERENCE-12", item, resolution }
  }
  const before = put.find((known) => known.textDigest === textDigest)
  if (before === undefined) return undefined
  return { _tag: "TextAlreadyPut", rule: "CONFERENCE-12", item, resolution: before.resolution, textDigest }
}

const resolutionIdMustBeFree = ({ conference }: Standing, { resolution }: Ballot): Objection => {
  const taken = [
    ...conference.closed.flatMap((meeting) => meeting.resolutions),
    ...conference.meetings.flatMap((meeting) => meeting.texts.map((put) => put.resolution)),
  ]
  return taken.includes(resolution) ? { _tag: "ResolutionIdTaken", rule: "CONFERENCE-14", resolution } : undefined
}

/** Each unit votes once, is a member that is present, and has no interest in the item (CONFERENCE-11). */
const unitsMustVoteOnce = (
  present: ReadonlyArray<string>,
  { item, recused, votes }: Ballot,
): ReadonlyArray<Objection> => {
  const all = cast(votes)
  return [...new Set([...all, ...recused])].flatMap(
    (unit): ReadonlyArray<Objection> => [
      present.includes(unit) ? undefined : { _tag: "NotPresent", rule: "CONFERENCE-11", unit, present },
      all.indexOf(unit) === all.lastIndexOf(unit) ? undefined : { _tag: "AlreadyVoted", rule: "CONFERENCE-11", unit },
      all.includes(unit) && recused.includes(unit)
        ? { _tag: "RecusedUnitVotes", rule: "CONFERENCE-11", unit, item }
        : undefined,
    ],
  )
}

/** Who presides on the item may: the chair while it can, else somebody present and without interest (CONFERENCE-13). */
const presiderMustBeFit = (
  meeting: NoticedMeeting,
  { item, presidedBy, recused }: Ballot,
  { presider }: Standing,
): Objection => {
  if (presidedBy !== null) {
    const present = presentMembers(meeting)
    if (!present.includes(presidedBy))
      return { _tag: "PresiderNotPresent", rule: "CONFERENCE-13", unit: presidedBy, present }
    if (recused.includes(presidedBy))
      return { _tag: "RecusedUnitPresides", rule: "CONFERENCE-13", unit: presidedBy, item }
  }
  // A unit that came after the notice, or out of a merger since, is not on the roll: then the rota cannot decide.
  const isOnRoll = presider?._tag === "Convenor" || meeting.frozen.roll.some((seat) => seat.unit === presider?.unit)
  if (presider !== undefined && isOnRoll) return rotaMustAgree(presider, presidedBy)
  const presiding = presidingOn(meeting, recused)
  if (presiding._tag === "AnyOf" || presiding.unit === presidedBy) return undefined
  return { _tag: "AnotherPresides", rule: "CONFERENCE-13", named: presidedBy, expected: presiding.unit }
}

/** Those recused count on neither side: without them there must still be a quorum (CONFERENCE-10). */
const quorumMustHold = (meeting: NoticedMeeting, { item, recused }: Ballot): Objection => {
  const finding = findQuorum(meeting, recused)
  return finding.holds
    ? undefined
    : { _tag: "NoQuorumForItem", rule: "CONFERENCE-10", meeting: meeting.meeting, item, finding }
}

const presidedOver = ({ chairUnit }: NoticedMeeting, { presidedBy }: Ballot): Presided => {
  if (presidedBy === null) return { _tag: "Convenor" }
  return { _tag: presidedBy === chairUnit ? "Chair" : "Substitute", unit: presidedBy }
}

const outcome = (meeting: NoticedMeeting, ballot: Ballot, { today }: Standing): ConferenceEvent => {
  const { dueOn, item, recused, resolution, responsibleUnit, textDigest, votes } = ballot
  const resolved = {
    meeting: meeting.meeting,
    resolution,
    item,
    textDigest,
    presided: presidedOver(meeting, ballot),
    recused,
    votes,
    quorum: findQuorum(meeting, recused),
    majority: findMajority(meeting, ballot),
    responsibleUnit,
    dueOn,
    on: today,
  }
  return resolved.majority.holds
    ? { _tag: "ResolutionAdopted", ...resolved, remindOn: remindOn(dueOn, meeting.frozen.policy) }
    : { _tag: "ResolutionLost", ...resolved }
}

/** A text is put to the vote on an item of the agenda; adopted or lost, the result is recorded with its findings (CONFERENCE-14). */
export const adoptResolution = (ballot: Ballot, standing: Standing): ConferenceDecision => {
  const { conference, policy, today } = standing
  const found = noticedMeetingAt(conference, ballot.meeting, ["quorate"])
  if (!found.ok) return object(found.refusal)
  const meeting = found.value
  const { dueOn, presidedBy: chairUnit, responsibleUnit } = ballot
  const objections: ReadonlyArray<Objection> = [
    mustStillSit(meeting, standing),
    itemMustBeOpen(meeting, ballot),
    resolutionIdMustBeFree(standing, ballot),
    ...unitsMustVoteOnce(presentMembers(meeting), ballot),
    presiderMustBeFit(meeting, ballot, standing),
    secretaryMustNotPreside(conference.secretariat?.body, [{ ...meeting, chairUnit }], policy),
    quorumMustHold(meeting, ballot),
    unitMustBeMember(conference, responsibleUnit),
    dueOn < today ? { _tag: "DueInPast", rule: "CONFERENCE-14", dueOn, earliest: today } : undefined,
  ]
  return unless(objections, () => [outcome(meeting, ballot, standing)])
}
