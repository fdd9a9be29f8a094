import {
  type ConferenceEvent,
  type ConvenorTerm,
  convenors,
  convenorsFor,
  type MeetingCard,
  type Membership,
  meetingBoard,
  personFor,
  type ResolutionEntry,
  resolutionRegister,
  roster,
} from "@jinlin/core/joint-conference"
import type { Projection } from "@jinlin/core/kernel"
import { type RotaEvent, rotatingChair, type Tenure, type Term, tenures } from "@jinlin/core/rotating-chair"
import type { TaskEvent } from "../tasks/task.ts"
import { type HostedView, listView } from "./hosted-view.ts"
import { ballotPapers, matterCards, matterRegister } from "./matters.ts"
import {
  coGovernanceCards,
  covenantCards,
  covenantComments,
  disclosureBoard,
  disclosureStaff,
} from "./public-matters.ts"

const everybody = ["public", "parties", "staff", "auditor"] as const
const office = ["staff", "auditor"] as const

/** Every term that was published, as it stood last: terms that are over leave the state, and stay here. */
interface TermBook {
  readonly rota: typeof rotatingChair.initial
  readonly terms: ReadonlyArray<Term>
}

/** One task as people see it. */
export interface TaskCard {
  readonly status: "open" | "closed"
  readonly post: string
  readonly within: string
  readonly conference: string
  readonly stream: string
  readonly command: string
  readonly rule: string
  readonly refusals: string
  readonly event: string | null
  readonly on: string
  readonly remark: string | null
}

const taskBoard: Projection<ReadonlyArray<TaskCard>, TaskEvent> = {
  initial: [],
  evolve: (cards, event) => {
    if (event._tag === "TaskClosed") return cards.map((card) => ({ ...card, status: "closed", remark: event.remark }))
    const { _tag, ...opened } = event
    return [{ ...opened, status: "open", remark: null }]
  },
}

const placeIn = (terms: ReadonlyArray<Term>, next: ReadonlyArray<Term>): ReadonlyArray<Term> => {
  const book = new Map(terms.map((term) => [term.ordinal, term]))
  for (const term of next) book.set(term.ordinal, term)
  return [...book.values()].toSorted((one, other) => one.ordinal - other.ordinal)
}

const termBook: HostedView<Term> = {
  ...{ name: "rotating-chair.terms", process: rotatingChair.process, version: "1", audiences: everybody },
  initial: { rota: rotatingChair.initial, terms: [] } satisfies TermBook,
  evolve: (view, event) => {
    const { rota, terms } = view as TermBook
    const next = rotatingChair.evolve(rota, event as RotaEvent)
    return { rota: next, terms: next.terms === rota.terms ? terms : placeIn(terms, next.terms) }
  },
  rowsOf: (view) => (view as TermBook).terms,
  memory: (view) => (view as TermBook).rota,
  from: (terms, rota) => ({ rota, terms }),
  show: (term) => term,
}

/** What people look at, by the process it belongs to. Its rows are the rows of the pages that are answered. */
export const viewTable = {
  jointConference: {
    /** Every meeting, with where it stands. */
    meetings: listView<MeetingCard, ConferenceEvent>({
      ...{ name: "joint-conference.meetings", process: "joint-conference", version: "1", audiences: everybody },
      projection: meetingBoard,
    }),
    /** Every text that was put to the vote, and what became of it. */
    resolutions: listView<ResolutionEntry, ConferenceEvent>({
      ...{ name: "joint-conference.resolutions", process: "joint-conference", version: "1", audiences: everybody },
      projection: resolutionRegister,
    }),
    /** Who belonged to the conference, and when. The public sees no person. */
    roster: listView<Membership, ConferenceEvent>({
      ...{ name: "joint-conference.roster", process: "joint-conference", version: "1", audiences: everybody },
      projection: roster,
      show: (rows, audience) =>
        rows.map((row) => ({
          ...row,
          delegate: personFor(audience, row.delegate),
          alternate: personFor(audience, row.alternate),
        })),
    }),
    /** Who convened, and when. The public sees no person. */
    convenors: listView<ConvenorTerm, ConferenceEvent>({
      ...{ name: "joint-conference.convenors", process: "joint-conference", version: "1", audiences: everybody },
      projection: convenors,
      show: convenorsFor,
    }),
  },
  rotatingChair: {
    /** Every term with all the reasons why its unit has it. */
    terms: termBook,
    /** Who held the chair, and when. */
    tenures: listView<Tenure, RotaEvent>({
      ...{ name: "rotating-chair.tenures", process: "rotating-chair", version: "1", audiences: everybody },
      projection: tenures,
    }),
  },
  deliberation: {
    /** Every matter, with where each of its steps stands. */
    matters: matterCards,
    /** The register of every sitting of a matter. The public and the parties see numbers, and no names. */
    register: matterRegister,
  },
  ballot: {
    /** What arrived of each voter; how an open ballot was cast is shown to others only when it is closed. */
    papers: ballotPapers,
  },
  disclosure: {
    /** What is up where until when, with objections and answers as digests. It names no people. */
    board: disclosureBoard,
    /** What stands in the way of it, for those who serve it. */
    staff: disclosureStaff,
  },
  coGovernance: {
    /** Every matter with two deliberations, with where everything of it stands. */
    board: coGovernanceCards,
  },
  covenant: {
    /** Every covenant with its draft and its versions. */
    board: covenantCards,
    /** Every comment, with what was made of it and why. */
    comments: covenantComments,
  },
  task: {
    /** What was left to a person. */
    tasks: listView<TaskCard, TaskEvent>({
      ...{ name: "task.tasks", process: "task", version: "1", audiences: office },
      belongsTo: ({ stream }, conference) => stream.split("/")[1] === conference,
      projection: taskBoard,
    }),
  },
} as const

/** Every view that is kept. */
export const hostedViews: ReadonlyArray<HostedView> = Object.values(viewTable).flatMap(
  (views): ReadonlyArray<HostedView> => Object.values(views) as ReadonlyArray<HostedView>,
)
