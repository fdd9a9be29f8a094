import type { CitationData } from "@jinlin/messages"
import type { FormAround } from "./of-state.ts"
import type { CommentsAwaited, FilingAwaited, StepForm } from "./step-forms.ts"

/** A disclosure. Every state of `@jinlin/core/disclosure` is one. */
export interface DisclosureState {
  readonly status: string
  readonly matter: string | null
  readonly what: string | null
  readonly document: string | null
  readonly preparation: number
  readonly rules: {
    readonly period: { readonly days: number; readonly citation: CitationData }
    readonly required: { readonly channels: ReadonlyArray<string> }
  } | null
  readonly postings: ReadonlyArray<{ readonly channel: string; readonly place: string; readonly on: string }>
  readonly period: { readonly from: { readonly civilDate: string }; readonly lastDay: string } | null
  readonly objections: ReadonlyArray<{ readonly objection: string }>
}

/** What the forms of a disclosure cannot take from it. */
export interface DisclosureAround extends FormAround {
  /** The title of its matter. */
  readonly title: string
  /** The rules of the day on which it is printed: they are frozen only when it is first posted. */
  readonly rules?: NonNullable<DisclosureState["rules"]> | undefined
  /** The digest of the public record, to be printed on the sheet. */
  readonly recordDigest?: string | undefined
}

/** The forms that a disclosure awaits now: where it is put up once it was checked, and what people have against it. */
export const formsOfDisclosure = (around: DisclosureAround, disclosure: DisclosureState): ReadonlyArray<StepForm> => {
  const { document, matter, objections, period, postings, preparation, status, what } = disclosure
  if (document === null || matter === null || what === null) return []
  const rules = disclosure.rules ?? around.rules ?? null
  const awaited = {
    ...{ community: around.community, of: around.of, title: around.title, document, matter },
    ...{ step: what, number: preparation, channels: rules?.required.channels ?? ["notice-board"], postings },
    ...{ period: rules?.period ?? null, from: period?.from.civilDate ?? null, lastDay: period?.lastDay ?? null },
    objections: objections.map(({ objection }) => objection),
    recordDigest: around.recordDigest ?? null,
  }
  return [
    ...(status === "checked" || status === "posted" ? [{ ...awaited, kind: "posting" } as const] : []),
    ...(status === "posted" ? [{ ...awaited, kind: "objection" } as const] : []),
  ]
}

/** A covenant. Every state of `@jinlin/core/covenant` is one. */
export interface CovenantState {
  readonly status: string
  readonly kind: string | null
  readonly title: string | null
  readonly draft: {
    readonly draft: number
    readonly phase: string
    readonly document: string
    readonly round: {
      readonly round: number
      readonly openedOn: string
      readonly until: string
      readonly offered: ReadonlyArray<{ readonly name: string }>
    } | null
    readonly comments: ReadonlyArray<{ readonly comment: string }>
  } | null
  readonly versions: ReadonlyArray<{
    readonly version: number
    readonly document: string
    readonly decidedOn: string
    readonly filing: {
      readonly required: boolean
      readonly lastDay: string | null
      readonly citation: CitationData
    }
    readonly filed: { readonly receipt: string } | null
  }>
}

/** What the forms of a covenant cannot take from it. */
export interface CovenantAround extends FormAround {
  /**
   * The digest of the clauses as they were last offered (`digestOfSections`): a draft is revised while comments on paper still come
   * in. Without it that of the draft as it is.
   */
  readonly offered?: string | undefined
}

const commentsOf = (
  { offered, ...subject }: CovenantAround & { readonly title: string; readonly covenantKind: string },
  { draft }: CovenantState,
): ReadonlyArray<CommentsAwaited> => {
  if (draft === null || draft.round === null || draft.phase === "submitted") return []
  const { comments, document, round } = draft
  return [
    {
      ...{ ...subject, step: "comments", number: draft.draft, document: offered ?? document, round: round.round },
      ...{ openedOn: round.openedOn, until: round.until },
      clauses: round.offered.map(({ name }) => name),
      comments: comments.map(({ comment }) => comment),
    },
  ]
}

/**
 * The forms that a covenant awaits now: comments on its draft until that is submitted, because one that came in while it lay open
 * may be typed later; and the receipt of each version.
 */
export const formsOfCovenant = (around: CovenantAround, covenant: CovenantState): ReadonlyArray<StepForm> => {
  const { kind, title, versions } = covenant
  if (kind === null) return []
  const subject = { community: around.community, of: around.of, title: title ?? around.of, covenantKind: kind }
  const filings = versions.map(
    ({ decidedOn, document, filed, filing, version }): FilingAwaited => ({
      ...{ ...subject, step: "filing", number: version, document, decidedOn },
      ...{ lastDay: filing.lastDay, citation: filing.citation, filed: filed?.receipt ?? null },
    }),
  )
  return [
    ...commentsOf({ ...subject, offered: around.offered }, covenant).map(
      (one) => ({ ...one, kind: "comment" }) as const,
    ),
    ...filings.map((one) => ({ ...one, kind: "filing" }) as const),
  ]
}
