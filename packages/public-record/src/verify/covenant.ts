import { type Covenant, type CovenantEvent, covenant } from "@jinlin/core/covenant"
import type { PublicCovenant, PublicCovenantEvent } from "../model/histories.ts"
import type { PublicRecord } from "../model/record.ts"
import { type Check, type CheckName, checkOf, neededIf, notChecked, type Unchecked } from "./check.ts"
import { covenantAsked } from "./covenant-asked.ts"
import { replayed } from "./replaying.ts"

type Parts = PublicRecord["parts"]
type Tag = CovenantEvent["_tag"]

const restored = (event: PublicCovenantEvent): CovenantEvent =>
  event._tag === "RevisionDrafted" ? { ...event, by: null } : event

const checks: { readonly [Named in Tag]: CheckName } = {
  CovenantOpened: "covenant-course",
  RevisionDrafted: "covenant-text",
  DraftAbandoned: "covenant-course",
  CommentsOpened: "covenant-comments",
  CommentRecorded: "covenant-comments",
  CommentDisposed: "covenant-comments",
  CommentsClosed: "covenant-comments",
  LegalityChecked: "covenant-text",
  DraftSubmitted: "covenant-adoption",
  VersionAdopted: "covenant-adoption",
  DraftReturned: "covenant-adoption",
  VersionBroughtIntoForce: "covenant-versions",
  VersionFiled: "covenant-versions",
  FilingReminded: "covenant-versions",
  CorrectionOrdered: "covenant-course",
  OrderLifted: "covenant-course",
  CovenantRepealed: "covenant-adoption",
}

const replay = (parts: Parts, { history }: PublicCovenant) =>
  replayed({
    ...{ part: "covenant", decider: covenant, history: history.map(restored), first: "CovenantOpened" },
    askedFor: (state: Covenant, event: CovenantEvent) => covenantAsked(parts, state, event),
    checkFor: (tag: Tag) => checks[tag],
  })

/** A covenant taken event by event, each as its decider decides it. Rule RECORD-14. */
export const covenantHolds = (parts: Parts, known: PublicCovenant): ReadonlyArray<Check> => {
  const { checks: looked, state } = replay(parts, known)
  const { status } = known
  return [...looked, checkOf({ check: "ending", part: "covenant" }, state.status === status, { status })]
}

/** The matters that decided a version which is or was to be in force, or that the covenant ends. */
const restingOn = (parts: Parts, known: PublicCovenant): ReadonlySet<string> => {
  const { repeal, versions } = replay(parts, known).state
  const made = versions.filter(({ overtaken }) => !overtaken).map(({ matter }) => matter)
  return new Set(repeal === null ? made : [...made, repeal.matter])
}

/** Matters, and a covenant before this one, that it names and the record does not have; on some of them a version rests, or its end. */
export const covenantNotChecked = (parts: Parts): ReadonlyArray<Unchecked> => {
  if (parts.covenant === null) return []
  const { content } = parts.covenant
  const part = "covenant"
  const resting = restingOn(parts, content)
  const matters = new Set(parts.deliberations.map((one) => one.content.matter))
  const named = content.history.flatMap((event) => ("matter" in event ? [event.matter] : []))
  const before = content.history.flatMap((event) => (event._tag === "CovenantOpened" ? (event.after ?? []) : []))
  return [
    ...[...new Set(named)]
      .filter((matter) => !matters.has(matter))
      .map((matter) => neededIf(resting.has(matter), notChecked("deliberation-missing", part, { matter }))),
    ...before.map((after) => notChecked("covenant-missing", part, { covenant: after })),
  ]
}
