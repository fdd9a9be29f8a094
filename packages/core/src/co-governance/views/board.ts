import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { CoGovernanceEvent } from "../events.ts"
import type { Appraised, Disclosed, Status, Which } from "../model.ts"
import type { Combine } from "../policy.ts"

/** Where one of the two deliberations stands. `again`: it goes again, as a matter that is not attached yet. */
export interface DeliberationCard {
  readonly state: "waiting" | "running" | "decided" | "rejected" | "withdrawn" | "skipped" | "again"
  readonly matter: string | null
  readonly text: string | null
  readonly on: CivilDate | null
  /** How often it was begun. */
  readonly starts: number
}

/** Where one of the two disclosures stands. `to-correct`: what is linked does not say what holds. */
export interface DisclosureCard {
  readonly state: "none" | "linked" | "to-correct"
  readonly disclosure: string | null
  readonly from: CivilDate | null
}

/** Where one of the two appraisals stands. It names bodies and units, and none of the people who took part. */
export interface AppraisalCard {
  readonly state: "none" | "recorded" | "skipped"
  readonly result: string | null
  readonly by: string | null
  readonly appraised: ReadonlyArray<string>
  readonly because: string | null
}

/** A matter with two deliberations, two appraisals and two disclosures as everybody may see it. */
export interface CoGovernanceCard {
  readonly status: Status
  readonly title: string
  readonly combine: Combine
  readonly touched: ReadonlyArray<string>
  readonly deliberations: { readonly [One in Which]: DeliberationCard }
  /** The text that was resolved, and since when; null: none stands. */
  readonly resolution: { readonly text: string; readonly since: CivilDate } | null
  readonly begunOn: CivilDate | null
  readonly result: { readonly report: string; readonly implementedOn: CivilDate } | null
  readonly disclosures: { readonly [One in Disclosed]: DisclosureCard }
  readonly appraisals: { readonly [One in Appraised]: AppraisalCard }
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
}

type Of<Tag extends CoGovernanceEvent["_tag"]> = Extract<CoGovernanceEvent, { readonly _tag: Tag }>

const untouched: DeliberationCard = { state: "waiting", matter: null, text: null, on: null, starts: 0 }
const undisclosed: DisclosureCard = { state: "none", disclosure: null, from: null }
const unappraised: AppraisalCard = { state: "none", result: null, by: null, appraised: [], because: null }

const opened = ({ combine, on, title, touched }: Of<"CoGovernanceOpened">): CoGovernanceCard => ({
  status: "deliberating",
  title,
  combine,
  touched,
  deliberations: { "self-governance": untouched, joint: untouched },
  resolution: null,
  begunOn: null,
  result: null,
  disclosures: { decision: undisclosed, result: undisclosed },
  appraisals: { "internal-bodies": unappraised, "co-building-units": unappraised },
  openedOn: on,
  endedOn: null,
})

const deliberation = (card: CoGovernanceCard, which: Which, next: Partial<DeliberationCard>): CoGovernanceCard => ({
  ...card,
  deliberations: { ...card.deliberations, [which]: { ...card.deliberations[which], ...next } },
})

const again = { state: "again", matter: null, text: null, on: null } as const

const outcomes = { Decided: "decided", Rejected: "rejected", Withdrawn: "withdrawn" } as const

const recorded = (card: CoGovernanceCard, { outcome, which }: Of<"OutcomeRecorded">): CoGovernanceCard =>
  deliberation(card, which, {
    state: outcomes[outcome._tag],
    text: outcome._tag === "Decided" ? outcome.text : null,
    on: outcome.on,
  })

const toCorrect = (card: DisclosureCard): DisclosureCard =>
  card.state === "none" ? card : { ...card, state: "to-correct" }

/** The resolution falls, and what stood on it; the joint deliberation waits. */
const reopened = (card: CoGovernanceCard): CoGovernanceCard => ({
  ...deliberation(card, "joint", { state: "waiting", on: null }),
  status: "deliberating",
  resolution: null,
  result: null,
  disclosures: { decision: toCorrect(card.disclosures.decision), result: toCorrect(card.disclosures.result) },
  appraisals: { "internal-bodies": unappraised, "co-building-units": unappraised },
})

const reported = (card: CoGovernanceCard, { implementedOn, report }: Of<"ResultReported">): CoGovernanceCard => ({
  ...card,
  status: card.status === "implementing" ? "implemented" : card.status,
  result: { report, implementedOn },
  disclosures: { ...card.disclosures, result: toCorrect(card.disclosures.result) },
})

const appraisal = (card: CoGovernanceCard, which: Appraised, next: Partial<AppraisalCard>): CoGovernanceCard => ({
  ...card,
  appraisals: { ...card.appraisals, [which]: { ...unappraised, ...next } },
})

const ended = (card: CoGovernanceCard, status: Status, endedOn: CivilDate): CoGovernanceCard => ({
  ...card,
  status,
  endedOn,
})

const ofDeliberations = (card: CoGovernanceCard, event: CoGovernanceEvent): CoGovernanceCard => {
  switch (event._tag) {
    case "DeliberationAttached": {
      const { starts } = card.deliberations[event.which]
      return deliberation(card, event.which, { state: "running", matter: event.matter, starts: starts + 1 })
    }
    case "DeliberationDetached":
      return deliberation(card, event.which, again)
    case "OutcomeRecorded":
      return recorded(card, event)
    case "ReturnedToDeliberation":
      return event.lapsed.reduce((before, which) => deliberation(before, which, again), card)
    case "TouchedUnitsDeclared":
      return { ...card, touched: [...card.touched, ...event.units] }
    case "JointSkipped":
      return deliberation(card, "joint", { state: "skipped", on: event.on })
    case "SkipLapsed":
      return deliberation(card, "joint", { state: "waiting", on: null })
    default:
      return ofWhatFollows(card, event)
  }
}

const ofWhatFollows = (card: CoGovernanceCard, event: CoGovernanceEvent): CoGovernanceCard => {
  switch (event._tag) {
    case "ResolutionReopened":
      return reopened(card)
    case "MatterResolved":
      return { ...card, status: "resolved", resolution: { text: event.text, since: event.since } }
    case "ImplementationBegun":
      return { ...card, status: "implementing", begunOn: card.begunOn ?? event.on }
    case "ResultReported":
      return reported(card, event)
    case "DisclosureLinked": {
      const { disclosure, from, what } = event
      return { ...card, disclosures: { ...card.disclosures, [what]: { state: "linked", disclosure, from } } }
    }
    case "AppraisalRecorded": {
      const { appraised, by, result, which } = event
      return appraisal(card, which, { state: "recorded", result, by, appraised })
    }
    case "AppraisalSkipped":
      return appraisal(card, event.which, { state: "skipped", because: event.reason })
    case "CoGovernanceClosed":
      return ended(card, "closed", event.on)
    case "CoGovernanceRejected":
      return ended(card, "rejected", event.on)
    case "CoGovernanceWithdrawn":
      return ended(card, "withdrawn", event.on)
    case "ResolutionRevoked":
      return ended(card, "revoked", event.on)
    default:
      return card
  }
}

/** One matter with where everything of it stands; null before it is opened. */
export const coGovernanceBoard: Projection<CoGovernanceCard | null, CoGovernanceEvent> = {
  initial: null,
  evolve: (card, event) => {
    if (event._tag === "CoGovernanceOpened") return opened(event)
    return card === null ? null : ofDeliberations(card, event)
  },
}
