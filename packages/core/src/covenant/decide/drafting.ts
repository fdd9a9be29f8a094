import { object, unless } from "../../kernel/decider.ts"
import { digestOfSections } from "../../kernel/sections.ts"
import type { CovenantCircumstances } from "../circumstances.ts"
import type { Covenant } from "../model.ts"
import { canBeFollowed, clauseNamedTwice, sameClauses, undisposed } from "../rules/index.ts"
import {
  answerable,
  type Command,
  type CovenantDecision,
  changeableIn,
  type Objection,
  quiet,
  type Standing,
} from "./standing.ts"

/** Only what was repealed is followed, by a covenant of the same kind and body (COVENANT-22). */
const mustBeFollowed = (
  { after, kind }: Command<"OpenCovenant">,
  within: string,
  { predecessor }: CovenantCircumstances,
): Objection => {
  if (after === undefined || canBeFollowed(predecessor ?? null, { after, kind, within })) return undefined
  const known = predecessor?.covenant === after ? predecessor : { kind: null, within: null, repealedFrom: null }
  const { repealedFrom } = known
  return {
    ...{ _tag: "NothingToFollow", rule: "COVENANT-22", after, repealedFrom },
    ...{ kind: known.kind, within: known.within },
  }
}

/** Somebody begins a covenant of one kind; what it says comes with its first draft (COVENANT-1, COVENANT-22). */
export const open = (
  command: Command<"OpenCovenant">,
  { status }: Covenant,
  around: CovenantCircumstances,
): CovenantDecision => {
  const { actor, now, predecessor } = around
  const { after, kind, title } = command
  if (status !== "unopened") return object({ _tag: "CovenantAlreadyOpened", rule: "COVENANT-1", status })
  if (actor._tag === "System") return object({ _tag: "OpenerMissing", rule: "COVENANT-1", allowed: ["drafter"] })
  const { within } = actor
  return unless([mustBeFollowed(command, within, around)], () => {
    const notBefore = after === undefined ? null : (predecessor?.repealedFrom ?? null)
    return [{ _tag: "CovenantOpened", kind, title, within, after: after ?? null, notBefore, on: now.civilDate }]
  })
}

const clausesMustHaveNames = ({ sections }: Command<"DraftRevision">): Objection => {
  const clause = clauseNamedTwice(sections)
  return clause === undefined ? undefined : { _tag: "ClauseNamedTwice", rule: "COVENANT-2", clause }
}

/** Reasons come to stand with a text that is as it was before: that alone is something new to say. */
const saysNothingNew = ({ reasons, sections }: Command<"DraftRevision">, { draft }: Covenant): boolean =>
  draft !== null &&
  sameClauses(sections, draft.sections) &&
  reasons.every(({ clause, reason }) => draft.reasons.some((one) => one.clause === clause && one.reason === reason))

/** The whole text as it shall be from now on; where nothing is being drafted, a draft begins with it (COVENANT-2). */
export const revise = (command: Command<"DraftRevision">, standing: Standing): CovenantDecision => {
  const { around, covenant, today: on } = standing
  const { draft, drafts, versions } = covenant
  if (saysNothingNew(command, covenant)) return quiet
  const found = changeableIn(standing)
  if (draft !== null && !found.ok) return object(found.refusal)
  const { reasons, sections } = command
  return unless([clausesMustHaveNames(command)], () => [
    {
      _tag: "RevisionDrafted",
      draft: draft?.draft ?? drafts + 1,
      revision: (draft?.revision ?? 0) + 1,
      base: draft === null ? (versions.at(-1)?.version ?? null) : draft.base,
      sections,
      document: digestOfSections(sections),
      reasons,
      by: answerable(around.actor),
      on,
    },
  ])
}

/**
 * Give the draft up, as long as no body has it and it does not lie open; whoever commented on it is answered first (COVENANT-2,
 * COVENANT-5).
 */
export const abandon = ({ reason }: Command<"AbandonDraft">, standing: Standing): CovenantDecision => {
  const found = changeableIn(standing)
  if (!found.ok) return object(found.refusal)
  const { comments, draft } = found.value
  const open = undisposed(comments)
  const waiting: Objection =
    open.length === 0 ? undefined : { _tag: "CommentsUndisposed", rule: "COVENANT-5", comments: open }
  return unless([waiting], () => [{ _tag: "DraftAbandoned", draft, reason, on: standing.today }])
}
