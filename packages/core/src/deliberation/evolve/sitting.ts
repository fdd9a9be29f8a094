import { enteredOn } from "../../kernel/roll-places.ts"
import type { DeliberationEvent } from "../events.ts"
import type { OpenBallot, Sitting } from "../model.ts"

type Of<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>

/** What happens to a sitting while it is not over. */
export type SittingEvent = Of<
  | "RollEntered"
  | "RollStruck"
  | "VoterRecused"
  | "ProxyGranted"
  | "ProxyRevoked"
  | "AttendanceRecorded"
  | "HeadcountRecorded"
  | "BallotOpened"
  | "VotesRecorded"
  | "CountsRecorded"
  | "BallotExtended"
  | "BallotClosed"
  | "StepRebased"
>

/** A sitting that was called and has nothing yet. */
export const called = ({ by, calledOn, round, rules, sitsOn, step, urgent }: Of<"StepCalled">): Sitting => ({
  round,
  step,
  rules,
  calledOn,
  sitsOn,
  urgent,
  calledBy: by,
  presided: [],
  rebased: null,
  roll: [],
  recusals: [],
  proxies: [],
  present: [],
  presentCount: null,
  ballot: null,
  named: null,
  counted: null,
})

/** Whoever was recused stays so, and is recused still when it is entered again (DELIBERATION-8). */
const struck = (sitting: Sitting, event: Of<"RollStruck">): Sitting => {
  const gone = new Set(event.voters)
  return {
    ...sitting,
    roll: sitting.roll.filter(({ voter }) => !gone.has(voter)),
    present: sitting.present.filter((voter) => !gone.has(voter)),
  }
}

const came = (present: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> => {
  const coming = new Set(others)
  for (const voter of present) coming.delete(voter)
  return [...present, ...coming]
}

const ofBallot = (sitting: Sitting, next: (ballot: OpenBallot) => Partial<OpenBallot>): Sitting =>
  sitting.ballot === null ? sitting : { ...sitting, ballot: { ...sitting.ballot, ...next(sitting.ballot) } }

/** The rules of the call are kept whatever takes their place, so that a decision can say in what the law changed since. */
const rebased = (sitting: Sitting, { against, changed, on, onto, reason, rules }: Of<"StepRebased">): Sitting => ({
  ...sitting,
  rules,
  rebased: { onto, changed, against, ofCall: sitting.rebased?.ofCall ?? sitting.rules, on, reason },
})

/** Whoever opens a ballot, puts it off or closes it presides over the sitting. */
const led = (sitting: Sitting, { by }: { readonly by: string | null }): Sitting =>
  by === null || sitting.presided.includes(by) ? sitting : { ...sitting, presided: [...sitting.presided, by] }

/** What a sitting becomes by an event. */
export const evolveSitting = (sitting: Sitting, event: SittingEvent): Sitting => {
  switch (event._tag) {
    case "RollEntered":
      return { ...sitting, roll: enteredOn(sitting.roll, event.voters) }
    case "RollStruck":
      return struck(sitting, event)
    case "VoterRecused":
      return { ...sitting, recusals: [...sitting.recusals, { voter: event.voter, reason: event.reason }] }
    case "ProxyGranted":
      return { ...sitting, proxies: [...sitting.proxies, { voter: event.voter, by: event.by }] }
    case "ProxyRevoked":
      return { ...sitting, proxies: sitting.proxies.filter(({ voter }) => voter !== event.voter) }
    case "AttendanceRecorded":
      return { ...sitting, present: came(sitting.present, event.present) }
    case "HeadcountRecorded":
      return { ...sitting, presentCount: event.present }
    case "BallotOpened":
      return { ...led(sitting, event), ballot: event.ballot }
    case "VotesRecorded":
      return { ...sitting, named: event.votes }
    case "CountsRecorded":
      return { ...sitting, counted: event.votes }
    case "BallotExtended":
      return ofBallot(led(sitting, event), ({ extended }) => ({ closesOn: event.closesOn, extended: extended + 1 }))
    case "BallotClosed":
      return ofBallot(led(sitting, event), () => ({ closedAt: event.closedAt, closedOn: event.on }))
    case "StepRebased":
      return rebased(sitting, event)
  }
}
