import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { latest } from "../../kernel/date-arithmetic.ts"
import type { CoGovernance, Deliberation, Outcome, Which } from "../model.ts"
import type { CoGovernancePolicy } from "../policy.ts"

/** Both of them. */
export const deliberations: ReadonlyArray<Which> = ["self-governance", "joint"]

/** The bodies by whose decision a deliberation ends (COGOVERNANCE-3). */
export const bodiesFor = (policy: CoGovernancePolicy, which: Which): ReadonlyArray<string> =>
  which === "joint" ? policy.jointBodies : policy.selfGovernanceBodies

/** Which of the two a matter of deliberation is or was (COGOVERNANCE-3). */
export const usedAs = ({ deliberations: two }: CoGovernance, matter: string): Which | undefined =>
  deliberations.find((which) => {
    const known = two[which]
    return known.matter === matter || known.past.some((one) => one.matter === matter)
  })

/** Whether the residents decide before the joint conference does (COGOVERNANCE-4). */
export const isOrdered = ({ combine }: CoGovernance): boolean =>
  combine === "first-then-second" || combine === "second-if-touched"

/** Whether the joint deliberation is needed: always, but where it is for touched units alone and none is (COGOVERNANCE-7). */
export const jointIsRequired = ({ combine, touched }: CoGovernance): boolean =>
  combine !== "second-if-touched" || touched.length > 0

/** How the deliberations stand together. */
export type Combined =
  /** These have come to nothing yet; of the joint one, that nobody said whether it is needed. */
  | { readonly _tag: "Waiting"; readonly on: ReadonlyArray<Which> }
  /** These were rejected or taken back. */
  | { readonly _tag: "Lost"; readonly which: ReadonlyArray<Which> }
  | { readonly _tag: "Differing"; readonly selfGovernance: Decided["text"]; readonly joint: Decided["text"] }
  /** All that are needed decided one text; `since` is the day on which the last of them had. */
  | { readonly _tag: "Agreed"; readonly text: Decided["text"]; readonly since: CivilDate }

/** A deliberation that decided. */
export type Decided = Extract<Outcome, { readonly _tag: "Decided" }>

/** What a deliberation decided, if it did. */
export const decidedIn = ({ outcome }: Deliberation): Decided | undefined =>
  outcome?._tag === "Decided" ? outcome : undefined

/** Whether a deliberation ended without a decision. */
export const isLost = ({ outcome }: Deliberation): boolean => outcome !== null && outcome._tag !== "Decided"

/** The deliberations whose outcome is needed: both, unless the joint one is skipped (COGOVERNANCE-6). */
const neededIn = ({ skip }: CoGovernance): ReadonlyArray<Which> => (skip === null ? deliberations : ["self-governance"])

/** How the deliberations stand together, whatever the order in which they came to it (COGOVERNANCE-5, COGOVERNANCE-6). */
export const combined = (state: CoGovernance): Combined => {
  const { deliberations: two, skip } = state
  const needed = neededIn(state)
  const lost = needed.filter((which) => isLost(two[which]))
  if (lost.length > 0) return { _tag: "Lost", which: lost }
  const first = decidedIn(two["self-governance"])
  const second = decidedIn(two.joint)
  if (first === undefined || (second === undefined && skip === null))
    return { _tag: "Waiting", on: needed.filter((which) => two[which].outcome === null) }
  if (second === undefined) return { _tag: "Agreed", text: first.text, since: latest(first.on, skip?.on ?? first.on) }
  if (first.text !== second.text) return { _tag: "Differing", selfGovernance: first.text, joint: second.text }
  return { _tag: "Agreed", text: first.text, since: latest(first.on, second.on) }
}
