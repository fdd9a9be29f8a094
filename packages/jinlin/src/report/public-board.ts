import { type CoGovernanceCard, coGovernanceBoard } from "@jinlin/core/co-governance"
import { type CommentLine, type Covenant, type CovenantCard, commentSheet, versionBoard } from "@jinlin/core/covenant"
import { type DisclosureCard, publicCard } from "@jinlin/core/disclosure"
import { type Projection, project } from "@jinlin/core/kernel"
import type { Happened, Story } from "../journal/story.ts"

type EventOf<Process extends Happened["process"]> = Extract<Happened, { readonly process: Process }>["event"]

/** The events of one stream of a process. */
const eventsIn = <Process extends "co-governance" | "covenant">(
  { entries }: Story,
  process: Process,
  subject: string,
): ReadonlyArray<EventOf<Process>> =>
  entries.flatMap((entry): ReadonlyArray<EventOf<Process>> => {
    const id =
      entry.process === "co-governance" ? entry.coGovernance : entry.process === "covenant" ? entry.covenant : ""
    return entry.process === process && id === subject ? [entry.event as EventOf<Process>] : []
  })

const cardOf = <Card, Event>(view: Projection<Card, Event>, events: ReadonlyArray<Event>): Card => project(view, events)

/** A matter that goes through two deliberations, as everybody may see it. */
export interface CoGovernanceRow {
  readonly coGovernance: string
  readonly card: CoGovernanceCard
}

/** The matters with two deliberations of a story, in the order in which they were opened. */
export const coGovernancesOf = (story: Story): ReadonlyArray<CoGovernanceRow> =>
  [...story.coGovernances.keys()].flatMap((coGovernance): ReadonlyArray<CoGovernanceRow> => {
    const card = cardOf(coGovernanceBoard, eventsIn(story, "co-governance", coGovernance))
    return card === null ? [] : [{ coGovernance, card }]
  })

/** A disclosure that was put up, as everybody may see it. */
export interface DisclosureRow {
  readonly disclosure: string
  readonly card: DisclosureCard
}

/** What was ever put up, in the order in which it was drawn up; what was not is for nobody to see yet. */
export const disclosuresOf = ({ disclosures }: Story): ReadonlyArray<DisclosureRow> =>
  [...disclosures].flatMap(([disclosure, state]): ReadonlyArray<DisclosureRow> => {
    const card = publicCard(state)
    return card === null ? [] : [{ disclosure, card }]
  })

/** A covenant with its versions and the comments on its drafts, as everybody may see it. */
export interface CovenantRow {
  readonly covenant: string
  readonly card: CovenantCard
  readonly comments: ReadonlyArray<CommentLine>
  /** The receipts of the filing, by the number of the version. */
  readonly receipts: ReadonlyMap<number, NonNullable<Covenant["versions"][number]["filed"]>>
}

/** The covenants of a story, in the order in which they were begun. */
export const covenantsOf = (story: Story): ReadonlyArray<CovenantRow> =>
  [...story.covenants].flatMap(([covenant, { versions }]): ReadonlyArray<CovenantRow> => {
    const events = eventsIn(story, "covenant", covenant)
    const card = cardOf(versionBoard, events)
    const receipts = new Map(
      versions.flatMap(({ filed, version }) => (filed === null ? [] : ([[version, filed]] as const))),
    )
    return card === null ? [] : [{ covenant, card, comments: cardOf(commentSheet, events), receipts }]
  })
