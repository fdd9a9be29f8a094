import {
  type CoGovernanceCard,
  type CoGovernanceEvent,
  coGovernanceBoard,
  coGovernance as coGovernanceProcess,
} from "@jinlin/core/co-governance"
import {
  type CommentLine,
  type CovenantCard,
  type CovenantEvent,
  commentSheet,
  covenant as covenantProcess,
  versionBoard,
} from "@jinlin/core/covenant"
import {
  type Disclosure,
  type DisclosureCard,
  type DisclosureEvent,
  type DisclosureTasks,
  disclosure as disclosureProcess,
  publicCard,
  staffCard,
} from "@jinlin/core/disclosure"
import type { Projection } from "@jinlin/core/kernel"
import type { Tagged } from "../hosting/hosted.ts"
import { type HostedView, type Keeper, listView } from "./hosted-view.ts"

const everybody = ["public", "parties", "staff", "auditor"] as const
const office = ["staff", "auditor"] as const

/** Who serves a disclosure: its own body's discloser and secretary, whoever checks, and the body that oversees. Rule VIEW-8. */
const ofDisclosure: Keeper = {
  process: disclosureProcess.process,
  subjectOf: ({ subject }) => subject,
  ownPosts: [],
  posts: { staff: ["discloser", "secretary", "checker", "overseer"] },
  within: ({ state }) => {
    const { preparedBy } = state as Disclosure
    return preparedBy === null ? [] : [preparedBy.within]
  },
  includes: ({ actor, state }, { audience }) => {
    if (audience !== "staff") return false
    const { preparedBy } = state as Disclosure
    if (actor.post === "checker" || actor.post === "overseer") return true
    return (actor.post === "discloser" || actor.post === "secretary") && preparedBy?.within === actor.within
  },
}

/** What is for everybody alike: nobody needs to be told from anybody else. */
const ofEverybody = (process: string): Keeper => ({
  ...{ process, subjectOf: ({ subject }: { readonly subject?: string }) => subject, ownPosts: [], posts: {} },
  includes: () => false,
})

/** A view of one row, folded from the state of its process. */
const cardOfState = <Card, State, Event extends Tagged>(definition: {
  readonly name: string
  readonly audiences: HostedView["audiences"]
  readonly keptBy: Keeper
  readonly of: {
    readonly process: string
    readonly initial: State
    readonly evolve: (state: State, event: Event) => State
  }
  readonly cardOf: (state: State) => Card | null
}): HostedView<Card> => {
  const { audiences, cardOf, keptBy, name, of } = definition
  return {
    ...{ name, audiences, keptBy, version: "1", process: of.process, initial: of.initial },
    evolve: (state, event) => of.evolve(state as State, event as Event),
    rowsOf: (state) => {
      const card = cardOf(state as State)
      return card === null ? [] : [card]
    },
    memory: (state) => state,
    from: (_rows, state) => state,
    show: (card) => card,
  }
}

/** A view of one row that is the projection itself; null before anything happened. */
const boardOf = <Card, Event extends Tagged>(
  name: string,
  process: string,
  board: Projection<Card | null, Event>,
): HostedView<Card> => ({
  ...{ name, process, version: "1", audiences: everybody, keptBy: ofEverybody(process), initial: board.initial },
  evolve: (card, event) => board.evolve(card as Card | null, event as Event),
  rowsOf: (card) => (card === null ? [] : [card as Card]),
  memory: () => null,
  from: ([card = null]) => card,
  show: (card) => card,
})

/** What stands where until when, with objections and answers. It names no people. */
export const disclosureBoard: HostedView<DisclosureCard> = cardOfState<DisclosureCard, Disclosure, DisclosureEvent>({
  ...{ name: "disclosure.board", audiences: everybody, keptBy: ofEverybody(disclosureProcess.process) },
  of: disclosureProcess,
  cardOf: publicCard,
})

/** What stands in the way of a disclosure, for those who serve it. */
export const disclosureStaff: HostedView<DisclosureTasks> = cardOfState<DisclosureTasks, Disclosure, DisclosureEvent>({
  ...{ name: "disclosure.staff", audiences: office, keptBy: ofDisclosure },
  of: disclosureProcess,
  cardOf: (state) => (state.status === "unprepared" ? null : staffCard(state)),
})

/** Every matter with two deliberations, with where everything of it stands. */
export const coGovernanceCards: HostedView<CoGovernanceCard> = boardOf<CoGovernanceCard, CoGovernanceEvent>(
  "co-governance.board",
  coGovernanceProcess.process,
  coGovernanceBoard,
)

/** Every covenant with its draft and its versions. */
export const covenantCards: HostedView<CovenantCard> = boardOf<CovenantCard, CovenantEvent>(
  "covenant.board",
  covenantProcess.process,
  versionBoard,
)

/** Every comment on a covenant, with what was made of it and why. */
export const covenantComments: HostedView<CommentLine> = listView<CommentLine, CovenantEvent>({
  ...{ name: "covenant.comments", process: covenantProcess.process, version: "1", audiences: everybody },
  keptBy: ofEverybody(covenantProcess.process),
  projection: commentSheet,
})
