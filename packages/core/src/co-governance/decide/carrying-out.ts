import { object, unless } from "../../kernel/decider.ts"
import { mayReport } from "../rules/index.ts"
import { mustBeDisclosed } from "./disclosing.ts"
import {
  type CoGovernanceDecision,
  type Command,
  mustStandAt,
  type Objection,
  quiet,
  type Standing,
} from "./standing.ts"

/** What was resolved is carried out once it is disclosed (COGOVERNANCE-12). */
export const begin = (standing: Standing): CoGovernanceDecision => {
  const { matter: state, today: on } = standing
  if (state.status === "implementing") return quiet
  const stage = mustStandAt(state, "resolved")
  if (stage !== undefined) return object(stage)
  const { disclosures, policy, resolution } = state
  const { decision } = disclosures
  return unless([mustBeDisclosed("decision", policy.beginsWhen, standing)], () =>
    decision === null || resolution === null
      ? []
      : [{ _tag: "ImplementationBegun", text: resolution.text, disclosure: decision.disclosure, on }],
  )
}

/** What came of it is reported, between the beginning of the work and today; a report that was wrong is reported anew (COGOVERNANCE-13). */
export const report = (
  { implementedOn, report: document }: Command<"ReportResult">,
  { matter: state, today: on }: Standing,
): CoGovernanceDecision => {
  const stage = mayReport(state) ? undefined : mustStandAt(state, "implementing", "implemented")
  if (stage !== undefined) return object(stage)
  const { begunOn, result } = state
  if (result?.report === document && result.implementedOn === implementedOn) return quiet
  const earliest = begunOn ?? on
  const range: Objection =
    implementedOn >= earliest && implementedOn <= on
      ? undefined
      : { _tag: "ImplementedOutOfRange", rule: "COGOVERNANCE-13", implementedOn, earliest, latest: on }
  return unless([range], () => [{ _tag: "ResultReported", report: document, implementedOn, on }])
}
