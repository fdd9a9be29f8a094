import { type Covenant, type CovenantEvent, covenant, type Draft } from "@jinlin/core/covenant"
import {
  accountedFor,
  cameInTime,
  canBeFiledOn,
  clauseNamedTwice,
  commentsAreOver,
  daysLate,
  missingClauses,
  openOrders,
  takeOver,
  unaccounted,
  undisposed,
  wrongEndOfComments,
} from "@jinlin/core/covenant/rules"
import { digestOfSections } from "@jinlin/core/kernel"
import { digestIn } from "../canonical/digests.ts"
import type { PublicCovenant, PublicCovenantEvent } from "../model/histories.ts"
import type { PublicRecord } from "../model/record.ts"
import { type Check, type CheckName, checkOf, notChecked, type Unchecked } from "./check.ts"

type Parts = PublicRecord["parts"]
type Of<Tag extends PublicCovenantEvent["_tag"]> = Extract<PublicCovenantEvent, { readonly _tag: Tag }>

const restored = (event: PublicCovenantEvent): CovenantEvent =>
  event._tag === "RevisionDrafted" ? { ...event, by: null } : event

/** Each change since the text was last offered has its reason on record, but for what a body amended itself (COVENANT-6, COVENANT-9). */
const isAccountedFor = (
  draft: Draft,
  orders: Covenant["orders"],
  { corrects, document, matter }: Of<"DraftSubmitted">,
): boolean => {
  if (draft.returned.some((one) => one.matter === matter && one.text === document)) return true
  const { asked, stated } = accountedFor(
    draft,
    orders.filter(({ order }) => corrects.includes(order)),
  )
  return unaccounted(draft.round?.offered ?? [], draft.sections, new Set([...asked, ...stated])).length === 0
}

/** What a submitted text needs: comments over and settled, the clauses that were asked for, and a finding that it conforms (COVENANT-5, 7, 8). */
const isSubmittable = ({ draft, orders, versions }: Covenant, event: Of<"DraftSubmitted">): boolean => {
  if (draft === null || draft.round === null || draft.round.closedOn === null) return false
  const { comments, legality, sections } = draft
  if (!isAccountedFor(draft, orders, event)) return false
  const isSettled = undisposed(comments).length === 0
  const hasClauses = missingClauses(event.required, sections).length === 0
  const conforms = legality?.document === event.document && legality.conforms
  const answered = openOrders(orders, versions, event.on).every(({ order }) => event.corrects.includes(order))
  return isSettled && hasClauses && conforms && answered && draft.document === event.document
}

/** The deliberation of the record decided this text under this set, on that day (COVENANT-10). */
const isDecidedAs = (
  { deliberations }: Parts,
  {
    decidedOn,
    document,
    matter,
    set,
  }: { readonly decidedOn: string; readonly document: string; readonly matter: string; readonly set: string },
): boolean => {
  const known = deliberations.find(({ content }) => content.matter === matter)?.content
  if (known === undefined) return true
  const last = known.sittings.findLast(({ result }) => result === "passed")
  return known.status === "decided" && known.text === document && known.endedOn === decidedOn && last?.rules.set === set
}

const isAdoption = (parts: Parts, { draft }: Covenant, event: Of<"VersionAdopted">): boolean => {
  const submission = draft?.submission
  const isSubmitted = submission?.matter === event.matter && submission.document === event.document
  return isSubmitted && event.decidedOn >= submission.since && isDecidedAs(parts, event)
}

/** It takes over on a day that is neither before its decision nor in the past, and ends what it must (COVENANT-11, COVENANT-12). */
const isInForce = (
  { versions }: Covenant,
  { ends, from, on, overtaken, version }: Of<"VersionBroughtIntoForce">,
): boolean => {
  const known = versions.find((one) => one.version === version)
  if (known === undefined || known.overtaken || from < known.decidedOn || from < on) return false
  const before = versions.filter((one) => one.version < version)
  return digestIn(takeOver(before, from)) === digestIn({ ends, overtaken })
}

const isFiled = ({ versions }: Covenant, { filing, on, version }: Of<"VersionFiled">): boolean => {
  const known = versions.find((one) => one.version === version)
  return (
    known !== undefined && canBeFiledOn(known, filing.on, on) && filing.lateDays === daysLate(known.filing, filing.on)
  )
}

const isText = ({ document, sections }: Of<"RevisionDrafted">): boolean =>
  digestOfSections(sections) === document && clauseNamedTwice(sections) === undefined

const isRound = ({ draft }: Covenant, { days, document, on, round }: Of<"CommentsOpened">): boolean =>
  draft?.document === document && round.openedOn === on && wrongEndOfComments(on, round.until, days) === undefined

const isComment = ({ draft }: Covenant, { on, receivedOn, round }: Of<"CommentRecorded">): boolean =>
  draft?.round?.round === round && cameInTime(draft.round, receivedOn, on)

/** What is asked of an event where it stands; nothing: it needs nothing but its place. */
const askedOf = (
  parts: Parts,
  state: Covenant,
  event: PublicCovenantEvent,
): readonly [CheckName, boolean] | undefined => {
  switch (event._tag) {
    case "RevisionDrafted":
      return ["covenant-text", isText(event)]
    case "CommentsOpened":
      return ["covenant-comments", isRound(state, event)]
    case "CommentRecorded":
      return ["covenant-comments", isComment(state, event)]
    case "CommentsClosed":
      return ["covenant-comments", state.draft?.round != null && commentsAreOver(state.draft.round, event.on)]
    case "DraftSubmitted":
      return ["covenant-adoption", isSubmittable(state, event)]
    case "VersionAdopted":
      return ["covenant-adoption", isAdoption(parts, state, event)]
    case "CovenantRepealed":
      return ["covenant-adoption", isDecidedAs(parts, { ...event, document: event.text })]
    case "VersionBroughtIntoForce":
      return ["covenant-versions", isInForce(state, event)]
    case "VersionFiled":
      return ["covenant-versions", isFiled(state, event)]
    default:
      return undefined
  }
}

/** A covenant taken event by event: texts, comments, what was submitted and decided, versions, filing. Rule RECORD-14. */
export const covenantHolds = (parts: Parts, known: PublicCovenant): ReadonlyArray<Check> => {
  const part = "covenant"
  const checks: Array<Check> = []
  let state = covenant.initial
  let day = ""
  for (const [index, event] of known.history.entries()) {
    const facts = { entry: index + 1, event: event._tag }
    const asked = askedOf(parts, state, event)
    if (asked !== undefined) checks.push(checkOf({ check: asked[0], part }, asked[1], facts))
    if (event.on < day || (index === 0) !== (event._tag === "CovenantOpened"))
      checks.push(checkOf({ check: "days", part }, false, facts))
    day = event.on
    state = covenant.evolve(state, restored(event))
  }
  return [...checks, checkOf({ check: "ending", part }, state.status === known.status, { status: known.status })]
}

/** Matters that it names and the record does not have. */
export const covenantNotChecked = ({ covenant: pact, deliberations }: Parts): ReadonlyArray<Unchecked> => {
  const matters = new Set(deliberations.map(({ content }) => content.matter))
  const named = pact?.content.history.flatMap((event) => (event._tag === "VersionAdopted" ? [event.matter] : [])) ?? []
  return [...new Set(named)]
    .filter((matter) => !matters.has(matter))
    .map((matter) => notChecked("deliberation-missing", "covenant", { matter }))
}
