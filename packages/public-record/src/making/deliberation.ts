import { type DeliberationEvent, deliberation, type Matter, recusedIn, type Sitting } from "@jinlin/core/deliberation"
import type { PublicDeliberation, PublicSitting, SittingResult } from "../model/deliberation.ts"
import { judgedOf } from "./counts.ts"
import { weighAlike } from "./weights.ts"

type Of<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>
type Decision = Of<"StepPassed" | "StepLost" | "TextAmended" | "MatterReturned">
type InSitting = Extract<DeliberationEvent, { readonly round: number }>

const opened = (matter: string, { about, on, plan, text, title }: Of<"MatterOpened">): PublicDeliberation => ({
  ...{ matter, title, about, plan, openedOn: on, openedWith: text, text, revision: 1 },
  ...{ status: "open", endedOn: null, withdrawn: null, sittings: [] },
})

const called = (event: Of<"StepCalled">, { revision, text }: PublicDeliberation): PublicSitting => {
  const { calledOn, round, rules, sitsOn, step, urgent } = event
  return {
    ...{ round, step, rules, calledOn, sitsOn, urgent, rebased: null, text, revision },
    roll: { voters: 0, heads: null, recused: 0, byProxy: 0 },
    ...{ attendance: null, ballot: null, result: "open", on: null, counts: null, findings: [], setAside: [] },
    ...{ lawChange: null, wentTo: null, lapsed: [], opinion: null, because: null, register: null },
  }
}

const rollOf = (sitting: Sitting): PublicSitting["roll"] => {
  const recused = recusedIn(sitting)
  return {
    voters: sitting.roll.length,
    heads: weighAlike(sitting.roll, "heads") ? (sitting.roll[0]?.heads ?? 0) : null,
    recused: sitting.roll.filter(({ voter }) => recused.has(voter)).length,
    byProxy: sitting.proxies.length,
  }
}

/** Who could come and who came where nothing was voted on; nothing is told where heads could show who it was. */
const attendanceOf = (sitting: Sitting): PublicSitting["attendance"] => {
  const recused = recusedIn(sitting)
  const able = sitting.roll.filter(({ voter }) => !recused.has(voter))
  if (sitting.roll.length === 0 || !weighAlike(sitting.roll, "heads")) return null
  const there = new Set(sitting.present)
  const heads = (voters: Sitting["roll"]) => voters.reduce((sum, voter) => sum + voter.heads, 0)
  return {
    entitled: heads(able),
    present: sitting.presentCount ?? heads(able.filter(({ voter }) => there.has(voter))),
  }
}

const resultOf = (event: Decision): Pick<PublicSitting, "lapsed" | "result" | "wentTo"> => {
  const ended = (result: SittingResult, wentTo: string | null = null, lapsed: ReadonlyArray<string> = []) => ({
    ...{ result, wentTo, lapsed: [...lapsed] },
  })
  switch (event._tag) {
    case "StepPassed":
      return ended("passed")
    case "TextAmended":
      return ended("amended", event.restartsAt, event.lapsed)
    case "MatterReturned":
      return ended("returned", event.to, event.lapsed)
    case "StepLost": {
      const { consequence } = event
      if (consequence._tag === "Returned") return ended("sent-back", consequence.to, consequence.lapsed)
      return ended(consequence._tag === "Rejected" ? "rejected" : "lost")
    }
  }
}

const decided = (sitting: Sitting, event: Decision): Partial<PublicSitting> => ({
  ...judgedOf(sitting, event.judgement),
  ...resultOf(event),
  lawChange: event.lawChange,
  on: event.on,
})

const heard = (sitting: Sitting, event: Of<"OpinionRecorded">): Partial<PublicSitting> => ({
  ...{ roll: rollOf(sitting), attendance: attendanceOf(sitting), result: "heard", on: event.on },
  opinion: { document: event.opinion, favours: event.favours },
  ...{ because: event.reason, lawChange: event.lawChange },
})

const opening = (sitting: Sitting, { ballot }: Of<"BallotOpened">): Partial<PublicSitting> => {
  const { closesOn, mode, motion, openedOn } = ballot
  return { roll: rollOf(sitting), ballot: { mode, motion, openedOn, closesOn, extensions: [], closedOn: null } }
}

const extended = (
  known: PublicSitting,
  { before, closesOn, on, reason }: Of<"BallotExtended">,
): Partial<PublicSitting> =>
  known.ballot === null
    ? {}
    : {
        ballot: {
          ...known.ballot,
          closesOn,
          extensions: [...known.ballot.extensions, { before, closesOn, reason, on }],
        },
      }

const rebased = (known: PublicSitting, event: Of<"StepRebased">): Partial<PublicSitting> => {
  const { against, changed, on, onto, reason, rules } = event
  return { rules, rebased: { onto, changed, against, ofCall: known.rebased?.ofCall ?? known.rules, on, reason } }
}

/** What an event of a sitting changes in what everybody may see of it; who came, voted and was recused is in none of it. */
const changes = (known: PublicSitting, event: InSitting, sitting: Sitting | null): Partial<PublicSitting> => {
  switch (event._tag) {
    case "CallCancelled":
      return { result: "cancelled", because: event.reason, on: event.on }
    case "BallotAnnulled":
      return { result: "annulled", because: event.reason, on: event.on }
    case "BallotClosed":
      return known.ballot === null ? {} : { ballot: { ...known.ballot, closedOn: event.on } }
    case "BallotExtended":
      return extended(known, event)
    case "StepRebased":
      return rebased(known, event)
    case "RegisterFiled":
      return { register: event.register }
    case "BallotOpened":
      return sitting === null ? {} : opening(sitting, event)
    case "OpinionRecorded":
      return sitting === null ? {} : heard(sitting, event)
    case "StepPassed":
    case "StepLost":
    case "TextAmended":
    case "MatterReturned":
      return sitting === null ? {} : decided(sitting, event)
    default:
      return {}
  }
}

const inSitting = (known: PublicDeliberation, event: InSitting, { sitting }: Matter): PublicDeliberation => {
  const sittings = known.sittings.map((one) =>
    one.round === event.round ? { ...one, ...changes(one, event, sitting) } : one,
  )
  const text = event._tag === "TextAmended" ? { text: event.newText, revision: known.revision + 1 } : {}
  return { ...known, ...text, sittings }
}

/** What everybody may see of a matter after an event; `before` is the matter as it stood. */
const evolve = (known: PublicDeliberation, event: DeliberationEvent, before: Matter): PublicDeliberation => {
  switch (event._tag) {
    case "MatterOpened":
      return known
    case "StepCalled":
      return { ...known, sittings: [...known.sittings, called(event, known)] }
    case "MatterDecided":
      return { ...known, status: "decided", endedOn: event.on }
    case "MatterRejected":
      return { ...known, status: "rejected", endedOn: event.on }
    case "MatterWithdrawn":
      return { ...known, status: "withdrawn", endedOn: event.on, withdrawn: event.reason }
    default:
      return inSitting(known, event, before)
  }
}

/** A deliberation without anybody in it; nothing: it was never put forward. Rule RECORD-3. */
export const publicDeliberation = (
  matter: string,
  history: ReadonlyArray<DeliberationEvent>,
): PublicDeliberation | undefined => {
  let state = deliberation.initial
  let known: PublicDeliberation | undefined
  for (const event of history) {
    if (known !== undefined) known = evolve(known, event, state)
    else if (event._tag === "MatterOpened") known = opened(matter, event)
    state = deliberation.evolve(state, event)
  }
  return known
}
