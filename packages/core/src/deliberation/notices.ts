import type { Notice, Recipient } from "../kernel/notice.ts"
import type { DeliberationEvent } from "./events.ts"

type Event<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>
type Decided = Event<"StepPassed" | "StepLost" | "TextAmended" | "MatterReturned">

/** Everybody on the roll of the sitting. */
const voters: ReadonlyArray<Recipient> = [{ _tag: "AllUnits" }]

/** Who put the matter forward. */
const proposer: ReadonlyArray<Recipient> = [{ _tag: "Post", post: "proposer" }]

const tell = (template: string, to: ReadonlyArray<Recipient>, data: Notice["data"]): ReadonlyArray<Notice> => [
  { template, to, data },
]

/** Who was entered on a roll is called to the sitting, each person once. */
const ofRoll = ({ round, sitsOn, step, voters: called }: Event<"RollEntered">): ReadonlyArray<Notice> => {
  const people = [...new Set(called.map(({ person }) => person))].filter((person) => person !== null)
  const to = people.map((person): Recipient => ({ _tag: "Person", person }))
  return to.length === 0 ? [] : tell("voter-called", to, { round, step, sitsOn })
}

const ofSitting = (
  event: Event<"CallCancelled" | "BallotOpened" | "BallotExtended" | "BallotAnnulled">,
): ReadonlyArray<Notice> => {
  const { round, step } = event
  switch (event._tag) {
    case "CallCancelled":
      return tell("call-cancelled", voters, { round, step, reason: event.reason })
    case "BallotAnnulled":
      return tell("vote-annulled", [...voters, ...proposer], { round, step, reason: event.reason })
    case "BallotOpened":
      return tell("vote-opened", voters, { round, step, mode: event.ballot.mode, closesOn: event.ballot.closesOn })
    case "BallotExtended":
      return tell("vote-extended", voters, { round, step, before: event.before, closesOn: event.closesOn })
  }
}

/** Voters of whom a clerk entered something, each once, as places on the roll. */
const places = (names: ReadonlyArray<string>): ReadonlyArray<Recipient> =>
  [...new Set(names)].map((unit): Recipient => ({ _tag: "Unit", unit }))

/** For whom a clerk took a vote down is told so, and not how (DELIBERATION-29). */
const ofRecord = ({ round, step, votes }: Event<"VotesRecorded">): ReadonlyArray<Notice> => {
  const to = places([...votes.for, ...votes.against, ...votes.abstain, ...votes.void.map(({ voter }) => voter)])
  return to.length === 0 ? [] : tell("vote-entered", to, { round, step })
}

/** Of whom a clerk entered something that gave way to another ballot is told so (DELIBERATION-29). */
const ofSetAside = ({ judgement, round, step }: Decided): ReadonlyArray<Notice> => {
  const gaveWay = judgement.setAside.filter(({ channel, reason }) => reason === "superseded" && channel !== "online")
  const to = places(gaveWay.map(({ voter }) => voter))
  return to.length === 0 ? [] : tell("entry-set-aside", to, { round, step })
}

const ofOutcome = (
  event: Event<"StepPassed" | "StepLost" | "TextAmended" | "MatterReturned" | "OpinionRecorded">,
): ReadonlyArray<Notice> => {
  const { on, round, step } = event
  switch (event._tag) {
    case "StepPassed":
      return tell("step-passed", proposer, { round, step, on })
    case "StepLost":
      return tell("step-lost", proposer, { round, step, on, consequence: event.consequence._tag })
    case "TextAmended":
      return tell("text-amended", proposer, { round, step, on, restartsAt: event.restartsAt })
    case "MatterReturned":
      return tell("matter-returned", proposer, { round, step, on, to: event.to })
    case "OpinionRecorded":
      return tell("opinion-recorded", proposer, { round, step, on, favours: event.favours ? "yes" : "no" })
  }
}

/**
 * Who must be told of an event: voters of what they are called to and of what a clerk entered for them, the proposer of what
 * became of the matter. People are named only as those to whom the notice goes.
 */
export const notices = (event: DeliberationEvent): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "RollEntered":
      return ofRoll(event)
    case "CallCancelled":
    case "BallotOpened":
    case "BallotExtended":
    case "BallotAnnulled":
      return ofSitting(event)
    case "VotesRecorded":
      return ofRecord(event)
    case "StepPassed":
    case "StepLost":
    case "TextAmended":
    case "MatterReturned":
      return [...ofOutcome(event), ...ofSetAside(event)]
    case "OpinionRecorded":
      return ofOutcome(event)
    case "MatterDecided":
      return tell("matter-decided", proposer, { revision: event.revision, on: event.on })
    case "MatterRejected":
      return tell("matter-rejected", proposer, { step: event.step, on: event.on })
    default:
      return []
  }
}
