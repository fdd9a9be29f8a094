import type {
  CoGovernance,
  CoGovernanceCircumstances,
  CoGovernanceCommand,
  CoGovernanceEvent,
  DeliberationFact,
  Disclosed,
  DisclosureFact,
} from "@jinlin/core/co-governance"
import { bodiesFor } from "@jinlin/core/co-governance/rules"
import type { PublicRecord } from "../model/record.ts"
import { ended, fitting, revoking, running, supposed } from "./co-governance-supposed.ts"
import { deliberationOn } from "./deliberation-on.ts"
import { disclosureIn, disclosureOn } from "./disclosure-on.ts"
import { type Asked, endOf } from "./replaying.ts"

type Parts = PublicRecord["parts"]
type Ask = Asked<CoGovernanceCommand, CoGovernanceCircumstances>
type Of<Tag extends CoGovernanceEvent["_tag"]> = Extract<CoGovernanceEvent, { readonly _tag: Tag }>

/** Whoever stands where a record has nobody; no rule that is asked here reads who it is. */
export const nobody = "nobody"

const both: ReadonlyArray<Disclosed> = ["decision", "result"]

const somebody = (within: string) => ({ _tag: "Post", person: nobody, post: "proposer", within }) as const
const system = { _tag: "System", rule: "RECORD-13" } as const

/** A command with what it was told, by somebody who acts within a body. */
const by = (
  { on }: CoGovernanceEvent,
  command: CoGovernanceCommand,
  more: Partial<CoGovernanceCircumstances> = {},
): Ask => [command, { actor: somebody(nobody), now: endOf(on), ...more }]

/** A deliberation as the record has it, or, where it has none, as the event says. */
const factsOf = (
  { deliberations }: Parts,
  event: CoGovernanceEvent,
  told: DeliberationFact | undefined,
): ReadonlyArray<DeliberationFact> => {
  const known = deliberations.find(({ content }) => content.matter === told?.matter)?.content
  if (known !== undefined) return deliberationOn(known, event.on)
  return told === undefined ? [] : [told]
}

/** The disclosures that are linked, as they stood by the end of the day. */
const linkedOn = (parts: Parts, state: CoGovernance, event: CoGovernanceEvent): ReadonlyArray<DisclosureFact> =>
  both.flatMap((what) => {
    const link = state.disclosures[what]
    if (link === null) return []
    const known = disclosureIn(parts, link.disclosure)
    return [known === undefined ? supposed(state, what, link) : disclosureOn(parts, known, event.on)]
  })

/** The disclosure that an event links; one of a later day is none yet. */
const toLink = (parts: Parts, state: CoGovernance, event: Of<"DisclosureLinked">): ReadonlyArray<DisclosureFact> => {
  const known = disclosureIn(parts, event.disclosure)
  if (known === undefined) return event.from > event.on ? [] : [supposed(state, event.what, event)]
  const fact = disclosureOn(parts, known, event.on)
  const isFirstThere = known.corrects === null || disclosureIn(parts, known.corrects) !== undefined
  const linked = state.disclosures[event.what]?.disclosure
  // What a disclosure corrected that the record does not have is taken as the link says.
  return [isFirstThere || linked === undefined ? fact : { ...fact, corrects: [...fact.corrects, linked] }]
}

const aboutDeliberations = (parts: Parts, state: CoGovernance, event: CoGovernanceEvent): ReadonlyArray<Ask> => {
  switch (event._tag) {
    case "DeliberationAttached": {
      const { matter, which } = event
      return factsOf(parts, event, fitting(state, event)).map((deliberation) =>
        by(event, { _tag: "AttachDeliberation", which, matter }, { deliberation }),
      )
    }
    case "DeliberationDetached": {
      const { matter, reason, which } = event
      return factsOf(parts, event, running(matter)).map((deliberation) =>
        by(event, { _tag: "DetachDeliberation", which, reason }, { deliberation }),
      )
    }
    case "OutcomeRecorded":
      return factsOf(parts, event, ended(event)).map((deliberation) =>
        by(event, { _tag: "RecordOutcome", which: event.which }, { deliberation }),
      )
    case "ReturnedToDeliberation": {
      const { reason, which } = event
      return [by(event, { _tag: "ReturnToDeliberation", which, reason })]
    }
    case "CoGovernanceRejected": {
      const { reason, which } = event
      const command = { _tag: "RejectCoGovernance", which, reason } as const
      return [by(event, command), by(event, command, { actor: system })]
    }
    case "ResolutionRevoked": {
      const [first, ...others] = event.sections
      if (first === undefined) return []
      const command = { _tag: "RevokeResolution", by: event.by, sections: [first, ...others] } as const
      const around = { coGovernance: parts.coGovernance?.content.matter }
      return factsOf(parts, event, revoking(event)).map((deliberation) =>
        by(event, command, { ...around, deliberation }),
      )
    }
    default:
      return []
  }
}

/** Only a body of the joint conference leaves its deliberation out (COGOVERNANCE-21). */
const skipping = ({ policy }: CoGovernance, event: Of<"JointSkipped">): ReadonlyArray<Ask> => {
  const { body, reason } = event
  const isJoint = policy !== null && bodiesFor(policy, "joint").includes(body)
  return isJoint ? [by(event, { _tag: "SkipJoint", reason }, { actor: somebody(body) })] : []
}

const appraising = ({ on: _, ...event }: Of<"AppraisalRecorded">, whole: CoGovernanceEvent): Ask => {
  const memberships = event.appraisers.map((person) => ({ person, bodies: [] }))
  return by(whole, { ...event, _tag: "RecordAppraisal" }, { memberships })
}

/** Every command that may have led to an event of a matter with two deliberations. */
export const coGovernanceAsked = (parts: Parts, state: CoGovernance, event: CoGovernanceEvent): ReadonlyArray<Ask> => {
  switch (event._tag) {
    case "CoGovernanceOpened": {
      const { combine, policy, title, touched } = event
      return [by(event, { _tag: "OpenCoGovernance", title, combine, touched }, { policy })]
    }
    case "TouchedUnitsDeclared": {
      const { reason, units } = event
      const [first, ...others] = units
      return first === undefined ? [] : [by(event, { _tag: "DeclareTouchedUnits", units: [first, ...others], reason })]
    }
    case "JointSkipped":
      return skipping(state, event)
    case "CoGovernanceWithdrawn":
      return [by(event, { _tag: "WithdrawCoGovernance", reason: event.reason })]
    case "ImplementationBegun":
      return [by(event, { _tag: "BeginImplementation" }, { disclosures: linkedOn(parts, state, event) })]
    case "ResultReported": {
      const { implementedOn, report } = event
      return [by(event, { _tag: "ReportResult", report, implementedOn })]
    }
    case "DisclosureLinked": {
      const { disclosure, what } = event
      return [by(event, { _tag: "LinkDisclosure", what, disclosure }, { disclosures: toLink(parts, state, event) })]
    }
    case "AppraisalRecorded":
      return [appraising(event, event)]
    case "AppraisalSkipped": {
      const { reason, which } = event
      return [by(event, { _tag: "SkipAppraisal", which, reason })]
    }
    case "CoGovernanceClosed":
      return [by(event, { _tag: "CloseCoGovernance" }, { disclosures: linkedOn(parts, state, event) })]
    default:
      return aboutDeliberations(parts, state, event)
  }
}
