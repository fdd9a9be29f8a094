import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { DeliberationEvent } from "../events.ts"
import type { Matter } from "../model.ts"

/**
 * Where a step stands. `lapsed`: it passed, and the text was changed or the matter went back before it; `lost`: it sat last
 * without passing, and may sit again or not.
 */
export type StepState = "waiting" | "called" | "voting" | "counting" | "passed" | "heard" | "lost" | "lapsed"

/** One step of a matter on the board. It names a body and no people. */
export interface StepCard {
  readonly step: string
  readonly body: string
  readonly state: StepState
  /** The sittings of the step, by their rounds. */
  readonly rounds: ReadonlyArray<number>
  readonly sitsOn: CivilDate | null
  /** The last day of its ballot. */
  readonly closesOn: CivilDate | null
}

/** A matter as everybody may see it. */
export interface MatterCard {
  readonly status: Matter["status"]
  readonly title: string
  /** What it is about, as the packs name it; null: nothing that a law assigns. */
  readonly about: string | null
  readonly list: string
  readonly text: string
  readonly revision: number
  /** The step whose turn it is; null: the matter has ended. */
  readonly at: string | null
  readonly steps: ReadonlyArray<StepCard>
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
}

type Of<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>

const opened = ({ about, on, plan, text, title }: Of<"MatterOpened">): MatterCard => ({
  status: "open",
  title,
  about,
  list: plan.list,
  text,
  revision: 1,
  at: plan.steps[0].step,
  steps: plan.steps.map(({ body, step }) => ({
    step,
    body,
    state: "waiting",
    rounds: [],
    sitsOn: null,
    closesOn: null,
  })),
  openedOn: on,
  endedOn: null,
})

const change = (card: MatterCard, step: string, next: (known: StepCard) => Partial<StepCard>): MatterCard => ({
  ...card,
  steps: card.steps.map((known) => (known.step === step ? { ...known, ...next(known) } : known)),
})

/** The step is over for now; the next one is waiting. */
const done = (card: MatterCard, step: string, state: StepState): MatterCard => {
  const place = card.steps.findIndex((known) => known.step === step)
  const next = card.steps[place + 1]?.step ?? card.at
  return { ...change(card, step, () => ({ state })), at: next }
}

/** The matter goes back to a step: approvals lapse, and every step from there on waits again. */
const back = (card: MatterCard, to: string, lapsed: ReadonlyArray<string>): MatterCard => {
  const place = card.steps.findIndex(({ step }) => step === to)
  const restated = (known: StepCard, index: number): StepState => {
    if (lapsed.includes(known.step)) return "lapsed"
    return index >= place && known.state === "heard" ? "waiting" : known.state
  }
  return { ...card, at: to, steps: card.steps.map((known, index) => ({ ...known, state: restated(known, index) })) }
}

const called = (card: MatterCard, { round, sitsOn, step }: Of<"StepCalled">): MatterCard =>
  change(card, step, ({ rounds }) => ({ state: "called", rounds: [...rounds, round], sitsOn, closesOn: null }))

const lost = (card: MatterCard, { consequence, step }: Of<"StepLost">): MatterCard => {
  const over = change(card, step, () => ({ state: "lost" }))
  return consequence._tag === "Returned" ? back(over, consequence.to, consequence.lapsed) : over
}

const amended = (card: MatterCard, { lapsed, newText, restartsAt, step }: Of<"TextAmended">): MatterCard => {
  const over = change(card, step, () => ({ state: "waiting" }))
  return { ...back(over, restartsAt, lapsed), text: newText, revision: card.revision + 1 }
}

const ended = (card: MatterCard, status: MatterCard["status"], endedOn: CivilDate): MatterCard => ({
  ...card,
  status,
  at: null,
  endedOn,
})

const evolveCard = (card: MatterCard, event: DeliberationEvent): MatterCard => {
  switch (event._tag) {
    case "StepCalled":
      return called(card, event)
    case "CallCancelled":
    case "BallotAnnulled":
      return change(card, event.step, () => ({ state: "waiting" }))
    case "BallotOpened":
      return change(card, event.step, () => ({ state: "voting", closesOn: event.ballot.closesOn }))
    case "BallotExtended":
      return change(card, event.step, () => ({ closesOn: event.closesOn }))
    case "BallotClosed":
      return change(card, event.step, () => ({ state: "counting" }))
    case "StepPassed":
      return done(card, event.step, "passed")
    case "OpinionRecorded":
      return done(card, event.step, "heard")
    case "StepLost":
      return lost(card, event)
    case "TextAmended":
      return amended(card, event)
    case "MatterReturned":
      return back(
        change(card, event.step, () => ({ state: "waiting" })),
        event.to,
        event.lapsed,
      )
    case "MatterDecided":
      return ended(card, "decided", event.on)
    case "MatterRejected":
      return ended(card, "rejected", event.on)
    case "MatterWithdrawn":
      return ended(card, "withdrawn", event.on)
    default:
      return card
  }
}

/** One matter with where each of its steps stands; null before it is put forward. */
export const matterBoard: Projection<MatterCard | null, DeliberationEvent> = {
  initial: null,
  evolve: (card, event) => {
    if (event._tag === "MatterOpened") return opened(event)
    return card === null ? null : evolveCard(card, event)
  },
}
