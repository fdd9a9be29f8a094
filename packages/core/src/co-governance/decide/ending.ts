import { object, unless } from "../../kernel/decider.ts"
import { digestOfSections } from "../../kernel/sections.ts"
import type { DeliberationFact } from "../circumstances.ts"
import {
  appraisalKinds,
  decidedUnder,
  mayRevoke,
  maySkipAppraisal,
  namesRevocation,
  resolvedStages,
  revokingSection,
  usedAs,
} from "../rules/index.ts"
import { mustBeDisclosed } from "./disclosing.ts"
import {
  type CoGovernanceDecision,
  type Command,
  factOf,
  mustStandAt,
  type Objection,
  type Standing,
} from "./standing.ts"

/** A matter is closed when both disclosures are over and both appraisals are recorded or skipped (COGOVERNANCE-18). */
export const close = (standing: Standing): CoGovernanceDecision => {
  const { matter: state, today: on } = standing
  const stage = mustStandAt(state, "implemented")
  if (stage !== undefined) return object(stage)
  const appraisals = appraisalKinds
    .filter((which) => state.appraisals[which] === null)
    .map((which) => {
      const maySkip = maySkipAppraisal(state.policy, which)
      return { _tag: "AppraisalMissing", rule: "COGOVERNANCE-18", which, maySkip } as const
    })
  return unless(
    [
      mustBeDisclosed("decision", "completed", standing),
      mustBeDisclosed("result", "completed", standing),
      ...appraisals,
    ],
    () => [{ _tag: "CoGovernanceClosed", on }],
  )
}

interface Revoking {
  readonly fact: DeliberationFact
  readonly set: string
  readonly decidedOn: NonNullable<DeliberationFact["endedOn"]>
}

/** It was decided when there was something to revoke, by a body that may revoke it, and is none of the two (COGOVERNANCE-20). */
const mustBeRevocable = (
  { decidedOn, fact: { matter }, set }: Revoking,
  { matter: state }: Standing,
): ReadonlyArray<Objection> => {
  const decided = decidedUnder(state)
  const used = usedAs(state, matter)
  const earliest = state.resolution?.since ?? decidedOn
  return [
    used === undefined ? undefined : { _tag: "DeliberationUsedBefore", rule: "COGOVERNANCE-3", matter, which: used },
    decidedOn >= earliest ? undefined : { _tag: "RevokedBeforeResolved", rule: "COGOVERNANCE-20", decidedOn, earliest },
    mayRevoke(state.policy, set, decided) ? undefined : { _tag: "MayNotRevoke", rule: "COGOVERNANCE-20", set, decided },
  ]
}

/** Whoever decided the text had before him by the name of a section what it revokes (COGOVERNANCE-20). */
const mustRevokeThis = (
  { by: matter, sections }: Command<"RevokeResolution">,
  decided: DeliberationFact["text"],
  { around: { coGovernance = "" } }: Standing,
): ReadonlyArray<Objection> => {
  const text = digestOfSections(sections)
  const names = sections.map(({ name }) => name)
  const section = revokingSection(coGovernance)
  return [
    text === decided ? undefined : { _tag: "RevocationOfAnotherText", rule: "COGOVERNANCE-20", matter, text, decided },
    namesRevocation(sections, coGovernance)
      ? undefined
      : { _tag: "RevocationNotNamed", rule: "COGOVERNANCE-20", matter, section, sections: names },
  ]
}

/** A body that may do so has revoked what was resolved; the matter ends, and what was done is still told (COGOVERNANCE-20). */
export const revoke = (command: Command<"RevokeResolution">, standing: Standing): CoGovernanceDecision => {
  const { by, sections } = command
  const { around, matter: state, today: on } = standing
  const stage = mustStandAt(state, ...resolvedStages)
  if (stage !== undefined) return object(stage)
  const fact = factOf(around, by)
  if (fact === undefined) return object({ _tag: "DeliberationUnknown", rule: "COGOVERNANCE-3", matter: by })
  const { endedOn: decidedOn, set, status } = fact
  if (status !== "decided" || decidedOn === null || set === null)
    return object({ _tag: "RevokingNotDecided", rule: "COGOVERNANCE-20", matter: by })
  const objections = [
    ...mustRevokeThis(command, fact.text, standing),
    ...mustBeRevocable({ fact, set, decidedOn }, standing),
  ]
  return unless(objections, () => [
    { _tag: "ResolutionRevoked", by, sections, set, revokedOn: decidedOn, begun: state.begunOn !== null, on },
  ])
}
