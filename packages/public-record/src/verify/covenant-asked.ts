import type { Covenant, CovenantEvent, MatterOutcome } from "@jinlin/core/covenant"
import { addDays, daysBetween } from "@jinlin/core/kernel/arithmetic"
import type { PublicRecord } from "../model/record.ts"
import { type Ask, by, outcomesOf, rulesOf, unsaid } from "./covenant-told.ts"

type Parts = PublicRecord["parts"]
type Of<Tag extends CovenantEvent["_tag"]> = Extract<CovenantEvent, { readonly _tag: Tag }>

const opening = (event: Of<"CovenantOpened">): ReadonlyArray<Ask> => {
  const { after, kind, notBefore, title, within } = event
  const actor = { _tag: "Post", person: "nobody", post: "drafter", within } as const
  const command = { _tag: "OpenCovenant", kind, title } as const
  if (after === null) return [by(event, command, { actor })]
  const predecessor = { covenant: after, kind, within, repealedFrom: notBefore }
  return [by(event, { ...command, after }, { actor, predecessor })]
}

const offering = (state: Covenant, event: Of<"CommentsOpened">): Ask => {
  const { citation, days, on: day, packs, round } = event
  const rules = rulesOf(state, { day, packs }, { comments: { days, citation } })
  return by(event, { _tag: "OpenComments", until: round.until }, { rules })
}

const checking = (state: Covenant, event: Of<"LegalityChecked">): Ask => {
  const { against, conforms, document, on: day, opinion, packs, under } = event
  const rules = rulesOf(state, { day, packs }, { conformity: { citation: under } })
  return by(event, { _tag: "CheckLegality", document, conforms, opinion, against }, { rules })
}

const submitting = (parts: Parts, state: Covenant, event: Of<"DraftSubmitted">): ReadonlyArray<Ask> => {
  const { corrects, document: text, matter, on: day, packs, required } = event
  const citation = state.draft?.legality?.under ?? unsaid
  const rules = rulesOf(state, { day, packs }, { requiredClauses: required, conformity: { citation } })
  const told: MatterOutcome = { matter, status: "open", text, decidedOn: null, set: null }
  return outcomesOf(parts, event, told).map((outcome) =>
    by(event, { _tag: "SubmitDraft", matter, corrects }, { rules, outcome }),
  )
}

const adopting = (parts: Parts, state: Covenant, event: Of<"VersionAdopted">): ReadonlyArray<Ask> => {
  const { decidedOn, document: text, filing, madeUnder, matter, on, packs, set } = event
  const { citation, lastDay, required } = filing
  const withinDays = lastDay === null ? 0 : daysBetween(decidedOn, lastDay)
  const said = { makers: { sets: [set], citation: madeUnder }, filing: { required, withinDays, citation } } as const
  const rules = rulesOf(state, { day: decidedOn, packs }, said)
  const told: MatterOutcome = { matter, status: "decided", text, decidedOn, set }
  return outcomesOf(parts, event, decidedOn > on ? undefined : told).map((outcome) =>
    by(event, { _tag: "RecordDecision" }, { rules, outcome }),
  )
}

/** What is supposed of a matter that made no version and is not in the record. */
const comingBack = ({ draft }: Covenant, { because, matter, on, set, text }: Of<"DraftReturned">): MatterOutcome => {
  const ended = { matter, text, set }
  if (because === "rejected" || because === "withdrawn") return { ...ended, status: because, decidedOn: null }
  const since = draft?.submission?.since ?? on
  return { ...ended, status: "decided", decidedOn: because === "decided-before" ? addDays(since, -1) : on }
}

const returning = (parts: Parts, state: Covenant, event: Of<"DraftReturned">): ReadonlyArray<Ask> => {
  const { because, set } = event
  return outcomesOf(parts, event, comingBack(state, event)).map((outcome) => {
    const makers = { sets: [because === "another-body" ? "nobody" : (set ?? "nobody")], citation: unsaid } as const
    const rules = rulesOf(state, { day: outcome.decidedOn ?? event.on, packs: [] }, { makers })
    return by(event, { _tag: "RecordDecision" }, { rules, outcome })
  })
}

const ending = (parts: Parts, state: Covenant, event: Of<"CovenantRepealed">): ReadonlyArray<Ask> => {
  const { decidedOn, from, matter, on, sections, set, text } = event
  const [first, ...others] = sections
  if (first === undefined) return []
  const told: MatterOutcome = { matter, status: "decided", text, decidedOn, set }
  const rules = rulesOf(state, { day: decidedOn, packs: [] }, { makers: { sets: [set], citation: unsaid } })
  const covenant = parts.covenant?.content.covenant
  return outcomesOf(parts, event, decidedOn > on ? undefined : told).map((outcome) =>
    by(event, { _tag: "RepealCovenant", matter, sections: [first, ...others], from }, { rules, outcome, covenant }),
  )
}

const ofVersions = (parts: Parts, state: Covenant, event: CovenantEvent): ReadonlyArray<Ask> => {
  switch (event._tag) {
    case "VersionBroughtIntoForce":
      return [by(event, { _tag: "BringIntoForce", version: event.version, from: event.from })]
    case "VersionFiled": {
      const { on, receipt, with: office } = event.filing
      return [by(event, { _tag: "FileVersion", version: event.version, receipt, with: office, on })]
    }
    case "FilingReminded":
      return [by(event, { _tag: "RemindFiling", version: event.version })]
    case "CorrectionOrdered": {
      const { by: office, clauses, order, reason, version } = event.given
      return [by(event, { _tag: "OrderCorrection", order, version, by: office, clauses, reason })]
    }
    case "OrderLifted":
      return [by(event, { _tag: "LiftOrder", order: event.order, reason: event.reason })]
    case "CovenantRepealed":
      return ending(parts, state, event)
    default:
      return []
  }
}

const drafting = (event: Of<"RevisionDrafted">): ReadonlyArray<Ask> => {
  const [first, ...others] = event.sections
  if (first === undefined) return []
  return [by(event, { _tag: "DraftRevision", sections: [first, ...others], reasons: event.reasons })]
}

/** Every command that may have led to an event of a covenant. */
export const covenantAsked = (parts: Parts, state: Covenant, event: CovenantEvent): ReadonlyArray<Ask> => {
  switch (event._tag) {
    case "CovenantOpened":
      return opening(event)
    case "RevisionDrafted":
      return drafting(event)
    case "DraftAbandoned":
      return [by(event, { _tag: "AbandonDraft", reason: event.reason })]
    case "CommentsOpened":
      return [offering(state, event)]
    case "CommentRecorded": {
      const { clause, comment, receivedOn, text } = event
      return [by(event, { _tag: "RecordComment", comment, clause, text, receivedOn })]
    }
    case "CommentDisposed": {
      const { clauses, comment, disposition, reason } = event
      return [by(event, { _tag: "DisposeComment", comment, disposition, reason, clauses })]
    }
    case "CommentsClosed":
      return [by(event, { _tag: "CloseComments" })]
    case "LegalityChecked":
      return [checking(state, event)]
    case "DraftSubmitted":
      return submitting(parts, state, event)
    case "VersionAdopted":
      return adopting(parts, state, event)
    case "DraftReturned":
      return returning(parts, state, event)
    default:
      return ofVersions(parts, state, event)
  }
}
