import type {
  CoGovernance,
  CoGovernanceEvent,
  DeliberationFact,
  Disclosed,
  DisclosureFact,
} from "@jinlin/core/co-governance"
import { bodiesFor, decidedIn } from "@jinlin/core/co-governance/rules"
import { digestOfSections } from "@jinlin/core/kernel"

type Of<Tag extends CoGovernanceEvent["_tag"]> = Extract<CoGovernanceEvent, { readonly _tag: Tag }>

/** A deliberation of which nothing is known but that it runs. */
export const running = (matter: string) =>
  ({ matter, status: "open", text: null, body: null, set: null, openedOn: null, endedOn: null }) as const

/** What is supposed of a deliberation that is attached and not in the record: that it fits. */
export const fitting = (state: CoGovernance, { matter, which }: Of<"DeliberationAttached">): DeliberationFact => {
  const first = decidedIn(state.deliberations["self-governance"])
  const body = state.policy === null ? null : (bodiesFor(state.policy, which)[0] ?? null)
  return { ...running(matter), body, text: first?.text ?? null, openedOn: first?.on ?? null }
}

/** What is supposed of a deliberation that came to something and is not in the record. */
export const ended = ({ matter, on, outcome }: Of<"OutcomeRecorded">): DeliberationFact | undefined => {
  if (outcome.on > on) return undefined
  const status = ({ Decided: "decided", Rejected: "rejected", Withdrawn: "withdrawn" } as const)[outcome._tag]
  const decided = outcome._tag === "Decided" ? { text: outcome.text, set: outcome.set } : {}
  return { ...running(matter), status, endedOn: outcome.on, ...decided }
}

/** What is supposed of a revoking matter that is not in the record. */
export const revoking = ({ by: matter, on, revokedOn, sections, set }: Of<"ResolutionRevoked">) => {
  const [first, ...others] = sections
  if (first === undefined || revokedOn > on) return undefined
  const text = digestOfSections([first, ...others])
  return { ...running(matter), status: "decided", text, set, endedOn: revokedOn } as const
}

/** What is supposed of a disclosure that is linked, or is to be, and not in the record. */
export const supposed = (
  state: CoGovernance,
  what: Disclosed,
  link: Pick<DisclosureFact, "disclosure" | "from" | "proves">,
): DisclosureFact => {
  const { disclosure, from, proves } = link
  const linked = state.disclosures[what]?.disclosure
  return {
    ...{ disclosure, what, from, proves, ofThisMatter: true, ends: null, supersededBy: null, openObjections: 0 },
    status: "completed",
    corrects: linked === undefined ? [] : [linked],
  }
}
