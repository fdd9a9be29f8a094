import { object, unless } from "../../kernel/decider.ts"
import type { DeliberationFact } from "../circumstances.ts"
import { bodiesFor, decidedIn, isOrdered, jointIsRequired, usedAs } from "../rules/index.ts"
import {
  type CoGovernanceDecision,
  type Command,
  factOf,
  mustStandAt,
  type Objection,
  quiet,
  type Standing,
} from "./standing.ts"

type Attach = Command<"AttachDeliberation">

/** It is a matter of its own that was never one of the two, in a place that is free (COGOVERNANCE-3). */
const placeMustBeFree = ({ matter, which }: Attach, { matter: state }: Standing): ReadonlyArray<Objection> => {
  const attached = state.deliberations[which].matter
  const used = usedAs(state, matter)
  return [
    attached === null
      ? undefined
      : { _tag: "DeliberationAlreadyAttached", rule: "COGOVERNANCE-3", which, matter: attached },
    used === undefined ? undefined : { _tag: "DeliberationUsedBefore", rule: "COGOVERNANCE-3", matter, which: used },
  ]
}

/** It runs or has decided, and ends with a body that the charter names for it (COGOVERNANCE-3). */
const mustFit = (
  { which }: Attach,
  { body, matter, status }: DeliberationFact,
  { matter: { policy } }: Standing,
): ReadonlyArray<Objection> => {
  const allowed = bodiesFor(policy, which)
  return [
    status === "open" || status === "decided"
      ? undefined
      : { _tag: "DeliberationIsOver", rule: "COGOVERNANCE-3", matter, status },
    body !== null && allowed.includes(body)
      ? undefined
      : { _tag: "BodyMayNotDecide", rule: "COGOVERNANCE-3", which, body, allowed },
  ]
}

/** Where the residents go first, the joint conference deliberates afterwards and on what they decided (COGOVERNANCE-4). */
const orderMustHold = (
  { which }: Attach,
  { openedOn, text }: DeliberationFact,
  { matter: state }: Standing,
): ReadonlyArray<Objection> => {
  if (which !== "joint") return []
  if (!jointIsRequired(state)) return [{ _tag: "NoUnitIsTouched", rule: "COGOVERNANCE-7", which }]
  if (!isOrdered(state)) return []
  const { combine, deliberations } = state
  const first = decidedIn(deliberations["self-governance"])
  if (first === undefined) {
    const { matter } = deliberations["self-governance"]
    return [{ _tag: "SelfGovernanceComesFirst", rule: "COGOVERNANCE-4", combine, matter }]
  }
  return [
    openedOn === null || openedOn >= first.on
      ? undefined
      : { _tag: "JointPutForwardEarly", rule: "COGOVERNANCE-4", openedOn, earliest: first.on },
    text === first.text ? undefined : { _tag: "JointOnAnotherText", rule: "COGOVERNANCE-4", text, decided: first.text },
  ]
}

/** A matter of deliberation becomes one of the two. */
export const attach = (command: Attach, standing: Standing): CoGovernanceDecision => {
  const { matter: state, today: on } = standing
  const { matter, which } = command
  const stage = mustStandAt(state, "deliberating")
  if (stage !== undefined) return object(stage)
  if (state.deliberations[which].matter === matter) return quiet
  const fact = factOf(standing.around, matter)
  if (fact === undefined) return object({ _tag: "DeliberationUnknown", rule: "COGOVERNANCE-3", matter })
  return unless(
    [
      ...placeMustBeFree(command, standing),
      ...mustFit(command, fact, standing),
      ...orderMustHold(command, fact, standing),
    ],
    () => [{ _tag: "DeliberationAttached", which, matter, on }],
  )
}

/** A matter that was attached by mistake is let go while it runs: what it came to is never left out (COGOVERNANCE-11). */
export const detach = (
  { reason, which }: Command<"DetachDeliberation">,
  { around, matter: state, today: on }: Standing,
): CoGovernanceDecision => {
  const stage = mustStandAt(state, "deliberating")
  if (stage !== undefined) return object(stage)
  const { matter, outcome } = state.deliberations[which]
  if (matter === null) return object({ _tag: "DeliberationNotAttached", rule: "COGOVERNANCE-5", which })
  const fact = factOf(around, matter)
  if (fact === undefined) return object({ _tag: "DeliberationUnknown", rule: "COGOVERNANCE-3", matter })
  const runs = outcome === null && fact.status === "open"
  return unless([runs ? undefined : { _tag: "DeliberationHasEnded", rule: "COGOVERNANCE-11", which, matter }], () => [
    { _tag: "DeliberationDetached", which, matter, reason, on },
  ])
}
