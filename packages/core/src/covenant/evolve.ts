import type { CovenantEvent } from "./events.ts"
import type { Covenant, Draft, Version } from "./model.ts"

type Of<Tag extends CovenantEvent["_tag"]> = Extract<CovenantEvent, { readonly _tag: Tag }>

const onDraft = (covenant: Covenant, change: (draft: Draft) => Draft): Covenant =>
  covenant.draft === null ? covenant : { ...covenant, draft: change(covenant.draft) }

const onVersion = (covenant: Covenant, version: number, change: (known: Version) => Version): Covenant => ({
  ...covenant,
  versions: covenant.versions.map((known) => (known.version === version ? change(known) : known)),
})

/** A name is kept once, whatever comes of it again. */
const including = (names: ReadonlyArray<string>, name: string | null): ReadonlyArray<string> =>
  name === null || names.includes(name) ? names : [...names, name]

const opened = (covenant: Covenant, { after, kind, notBefore, title, within }: Of<"CovenantOpened">): Covenant => ({
  ...covenant,
  ...{ status: "open", kind, title, within, after, notBefore },
})

const revised = (covenant: Covenant, event: Of<"RevisionDrafted">): Covenant => {
  const { base, by, document, draft, reasons, revision, sections } = event
  const now = { revision, sections, document, legality: null }
  const begun: Draft = {
    ...now,
    draft,
    base,
    phase: "drafting",
    drafters: including([], by),
    round: null,
    comments: [],
    reasons,
    submission: null,
    returned: [],
  }
  if (covenant.draft === null) return { ...covenant, drafts: draft, draft: begun }
  return onDraft(covenant, (known) => ({
    ...known,
    ...now,
    drafters: including(known.drafters, by),
    reasons: [...known.reasons, ...reasons],
  }))
}

const commented = (covenant: Covenant, event: Of<"CommentRecorded">): Covenant => {
  const { clause, comment, receivedOn, round, text } = event
  return onDraft(covenant, (draft) => ({
    ...draft,
    comments: [...draft.comments, { comment, round, clause, text, receivedOn, disposed: null }],
  }))
}

const disposed = (covenant: Covenant, event: Of<"CommentDisposed">): Covenant => {
  const { clauses, comment, disposition, on, reason, round } = event
  return onDraft(covenant, (draft) => ({
    ...draft,
    comments: draft.comments.map((known) =>
      known.comment === comment ? { ...known, disposed: { disposition, reason, clauses, round, on } } : known,
    ),
  }))
}

const submitted = (covenant: Covenant, { corrects, document, matter, since }: Of<"DraftSubmitted">): Covenant => ({
  ...onDraft(covenant, (draft) => ({
    ...draft,
    phase: "submitted",
    submission: { matter, document, corrects, since },
  })),
  matters: including(covenant.matters, matter),
})

const returned = (covenant: Covenant, { because, matter, text }: Of<"DraftReturned">): Covenant =>
  onDraft(covenant, (draft) => {
    const since = draft.submission?.since
    const back = since === undefined ? [] : [{ matter, because, text, since }]
    return { ...draft, phase: "revising", submission: null, returned: [...draft.returned, ...back] }
  })

const adopted = (covenant: Covenant, event: Of<"VersionAdopted">): Covenant => {
  const { decidedOn, document, filing, matter, set, version } = event
  const { draft } = covenant
  const next: Version = {
    ...{ version, document, sections: draft?.sections ?? [], matter, set, decidedOn },
    ...{ corrects: draft?.submission?.corrects ?? [], from: null, until: null, overtaken: false },
    ...{ filing, filed: null, reminded: false },
  }
  return { ...covenant, draft: null, versions: [...covenant.versions, next] }
}

/** One version ends, others will never begin. */
const ended = (
  covenant: Covenant,
  { ends, overtaken }: Pick<Of<"CovenantRepealed">, "ends" | "overtaken">,
): Covenant => ({
  ...covenant,
  versions: covenant.versions.map((known) => {
    if (overtaken.includes(known.version)) return { ...known, from: null, until: null, overtaken: true }
    return known.version === ends?.version ? { ...known, until: ends.until } : known
  }),
})

const repealed = (covenant: Covenant, event: Of<"CovenantRepealed">): Covenant => {
  const { decidedOn, from, matter, text } = event
  const after = ended(covenant, event)
  return {
    ...after,
    status: "repealed",
    draft: null,
    matters: including(covenant.matters, matter),
    repeal: { matter, text, decidedOn, from },
  }
}

/** What a covenant becomes by an event. It cannot fail, and sees neither rules nor policy. */
export const evolve = (covenant: Covenant, event: CovenantEvent): Covenant => {
  switch (event._tag) {
    case "CovenantOpened":
      return opened(covenant, event)
    case "RevisionDrafted":
      return revised(covenant, event)
    case "DraftAbandoned":
      return { ...covenant, draft: null }
    case "CommentsOpened":
      return onDraft(covenant, (draft) => ({ ...draft, phase: "commenting", round: event.round, reasons: [] }))
    case "CommentRecorded":
      return commented(covenant, event)
    case "CommentDisposed":
      return disposed(covenant, event)
    case "CommentsClosed":
      return onDraft(covenant, (draft) => ({
        ...draft,
        phase: "revising",
        round: draft.round && { ...draft.round, closedOn: event.on },
      }))
    case "LegalityChecked": {
      const { against, conforms, document, on, opinion, under } = event
      return onDraft(covenant, (draft) => ({
        ...draft,
        legality: { document, conforms, opinion, against, under, on },
      }))
    }
    case "DraftSubmitted":
      return submitted(covenant, event)
    case "VersionAdopted":
      return adopted(covenant, event)
    case "DraftReturned":
      return returned(covenant, event)
    case "VersionBroughtIntoForce":
      return onVersion(ended(covenant, event), event.version, (known) => ({
        ...known,
        from: event.from,
        until: event.until,
      }))
    case "VersionFiled":
      return onVersion(covenant, event.version, (known) => ({ ...known, filed: event.filing }))
    case "FilingReminded":
      return onVersion(covenant, event.version, (known) => ({ ...known, reminded: true }))
    case "CorrectionOrdered":
      return { ...covenant, orders: [...covenant.orders, event.given] }
    case "OrderLifted":
      return {
        ...covenant,
        orders: covenant.orders.map((known) => (known.order === event.order ? { ...known, lifted: true } : known)),
      }
    case "CovenantRepealed":
      return repealed(covenant, event)
  }
}
