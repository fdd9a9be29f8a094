import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { CovenantEvent } from "../events.ts"
import type { Covenant, Draft } from "../model.ts"
import type { CovenantKind } from "../policy.ts"

/** The text that is being made, as everybody may see it. */
export interface DraftCard {
  readonly draft: number
  readonly phase: Draft["phase"]
  readonly revision: number
  readonly document: string
  /** The last day for comments of the last round. */
  readonly until: CivilDate | null
  readonly matter: string | null
}

/** A version: by which matter it was decided, from when until when it holds, and whether it is filed. */
export interface VersionCard {
  readonly version: number
  readonly document: string
  readonly matter: string
  readonly decidedOn: CivilDate
  readonly from: CivilDate | null
  readonly until: CivilDate | null
  readonly overtaken: boolean
  /** The last day for filing; null: it need not be filed. */
  readonly fileBy: CivilDate | null
  readonly filedOn: CivilDate | null
  readonly lateDays: number
  /** Orders to correct it that were not lifted. */
  readonly orders: ReadonlyArray<string>
}

/** A covenant as everybody may see it. */
export interface CovenantCard {
  readonly status: Covenant["status"]
  readonly kind: CovenantKind
  readonly title: string
  readonly draft: DraftCard | null
  readonly versions: ReadonlyArray<VersionCard>
  /** From this day on there is none. */
  readonly repealedFrom: CivilDate | null
}

type Of<Tag extends CovenantEvent["_tag"]> = Extract<CovenantEvent, { readonly _tag: Tag }>

const onDraft = (card: CovenantCard, change: Partial<DraftCard>): CovenantCard =>
  card.draft === null ? card : { ...card, draft: { ...card.draft, ...change } }

const onVersion = (
  card: CovenantCard,
  version: number,
  change: (known: VersionCard) => Partial<VersionCard>,
): CovenantCard => ({
  ...card,
  versions: card.versions.map((known) => (known.version === version ? { ...known, ...change(known) } : known)),
})

const revised = (card: CovenantCard, { document, draft, revision }: Of<"RevisionDrafted">): CovenantCard => {
  const begun: DraftCard = { draft, phase: "drafting", revision, document, until: null, matter: null }
  return card.draft === null ? { ...card, draft: begun } : onDraft(card, { revision, document })
}

const adopted = (card: CovenantCard, event: Of<"VersionAdopted">): CovenantCard => {
  const { decidedOn, document, filing, matter, version } = event
  const next: VersionCard = {
    ...{ version, document, matter, decidedOn, from: null, until: null, overtaken: false },
    ...{ fileBy: filing.lastDay, filedOn: null, lateDays: 0, orders: [] },
  }
  return { ...card, draft: null, versions: [...card.versions, next] }
}

const ended = (
  card: CovenantCard,
  { ends, overtaken }: Pick<Of<"CovenantRepealed">, "ends" | "overtaken">,
): CovenantCard => {
  const after = overtaken.reduce(
    (known, version) => onVersion(known, version, () => ({ from: null, until: null, overtaken: true })),
    card,
  )
  return ends === null ? after : onVersion(after, ends.version, () => ({ until: ends.until }))
}

const withoutOrder = (card: CovenantCard, order: string): CovenantCard => ({
  ...card,
  versions: card.versions.map((known) => ({ ...known, orders: known.orders.filter((one) => one !== order) })),
})

const evolveVersions = (card: CovenantCard, event: CovenantEvent): CovenantCard => {
  switch (event._tag) {
    case "VersionAdopted":
      return adopted(card, event)
    case "VersionBroughtIntoForce":
      return onVersion(ended(card, event), event.version, () => ({ from: event.from, until: event.until }))
    case "VersionFiled":
      return onVersion(card, event.version, () => ({ filedOn: event.filing.on, lateDays: event.filing.lateDays }))
    case "CorrectionOrdered":
      return onVersion(card, event.given.version, ({ orders }) => ({ orders: [...orders, event.given.order] }))
    case "OrderLifted":
      return withoutOrder(card, event.order)
    case "CovenantRepealed":
      return { ...ended(card, event), status: "repealed", draft: null, repealedFrom: event.from }
    default:
      return card
  }
}

const evolveCard = (card: CovenantCard, event: CovenantEvent): CovenantCard => {
  switch (event._tag) {
    case "RevisionDrafted":
      return revised(card, event)
    case "DraftAbandoned":
      return { ...card, draft: null }
    case "CommentsOpened":
      return onDraft(card, { phase: "commenting", until: event.round.until })
    case "CommentsClosed":
      return onDraft(card, { phase: "revising" })
    case "DraftSubmitted":
      return onDraft(card, { phase: "submitted", matter: event.matter })
    case "DraftReturned":
      return onDraft(card, { phase: "revising", matter: null })
    default:
      return evolveVersions(card, event)
  }
}

/** A covenant with its draft and all of its versions; null before it is begun. */
export const versionBoard: Projection<CovenantCard | null, CovenantEvent> = {
  initial: null,
  evolve: (card, event) => {
    if (event._tag !== "CovenantOpened") return card === null ? null : evolveCard(card, event)
    const { kind, title } = event
    return { status: "open", kind, title, draft: null, versions: [], repealedFrom: null }
  },
}
