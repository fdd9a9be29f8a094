import type { DeliberationEvent } from "../events.ts"
import type { ClosedSitting, Matter, Passed } from "../model.ts"
import { called, evolveSitting } from "./sitting.ts"

type Of<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>
type Outcome = ClosedSitting["outcome"]

const opened = (matter: Matter, { about, plan, proposer, text, title }: Of<"MatterOpened">): Matter => ({
  ...matter,
  status: "open",
  plan,
  title,
  about,
  proposer,
  text,
  revision: 1,
  at: plan.steps[0].step,
})

/** The sitting is over: only what it came to stays of it. */
const close = (
  matter: Matter,
  { round, step }: { readonly round: number; readonly step: string },
  outcome: Outcome,
) => ({
  ...matter,
  sitting: null,
  closed: [...matter.closed, { round, step, outcome, register: null }],
})

/** The step that comes after this one; the last one stays where it is, and what ends the matter is an event of its own. */
const after = ({ at, plan }: Matter, step: string): string | null => {
  const steps = plan?.steps ?? []
  const place = steps.findIndex((known) => known.step === step)
  return steps[place + 1]?.step ?? at
}

const without = (passed: ReadonlyArray<Passed>, lapsed: ReadonlyArray<string>): ReadonlyArray<Passed> =>
  passed.filter(({ step }) => !lapsed.includes(step))

const passed = (matter: Matter, event: Of<"StepPassed">): Matter => {
  const { on, round, step, text } = event
  const approvals = [...without(matter.passed, [step]), { step, round, text, on }]
  return { ...close(matter, event, "passed"), passed: approvals, at: after(matter, step) }
}

const amended = (matter: Matter, event: Of<"TextAmended">): Matter => ({
  ...close(matter, event, "amended"),
  text: event.newText,
  revision: matter.revision + 1,
  passed: without(matter.passed, event.lapsed),
  at: event.restartsAt,
})

const returned = (
  matter: Matter,
  event: Of<"MatterReturned" | "StepLost">,
  { lapsed, to }: { readonly to: string; readonly lapsed: ReadonlyArray<string> },
): Matter => ({
  ...close(matter, event, event._tag === "StepLost" ? "lost" : "returned"),
  passed: without(matter.passed, lapsed),
  at: to,
})

const filed = (matter: Matter, { register, round }: Of<"RegisterFiled">): Matter => ({
  ...matter,
  closed: matter.closed.map((known) => (known.round === round ? { ...known, register } : known)),
})

const ended = (matter: Matter, status: "decided" | "rejected" | "withdrawn"): Matter => ({
  ...matter,
  status,
  at: null,
  sitting: null,
})

/** What a matter becomes by an event. It cannot fail, and sees neither rules nor policy. */
export const evolve = (matter: Matter, event: DeliberationEvent): Matter => {
  switch (event._tag) {
    case "MatterOpened":
      return opened(matter, event)
    case "StepCalled":
      return { ...matter, sitting: called(event) }
    case "CallCancelled":
      return close(matter, event, "cancelled")
    case "BallotAnnulled":
      return close(matter, event, "annulled")
    case "StepPassed":
      return passed(matter, event)
    case "StepLost":
      return event.consequence._tag === "Returned"
        ? returned(matter, event, event.consequence)
        : close(matter, event, "lost")
    case "TextAmended":
      return amended(matter, event)
    case "MatterReturned":
      return returned(matter, event, event)
    case "OpinionRecorded":
      return { ...close(matter, event, "heard"), at: after(matter, event.step) }
    case "RegisterFiled":
      return filed(matter, event)
    case "MatterDecided":
      return ended(matter, "decided")
    case "MatterRejected":
      return ended(matter, "rejected")
    case "MatterWithdrawn":
      return ended(matter, "withdrawn")
    default:
      return matter.sitting === null ? matter : { ...matter, sitting: evolveSitting(matter.sitting, event) }
  }
}
