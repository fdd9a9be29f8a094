import type { BallotPaper } from "@jinlin/core/ballot"
import type { CoGovernanceCard } from "@jinlin/core/co-governance"
import type { CommentLine, CovenantCard } from "@jinlin/core/covenant"
import type { MatterCard, RegisterSheet } from "@jinlin/core/deliberation"
import type { DisclosureCard, DisclosureTasks } from "@jinlin/core/disclosure"
import type { ConvenorTerm, MeetingCard, Membership, ResolutionEntry } from "@jinlin/core/joint-conference"
import type { Tenure, Term } from "@jinlin/core/rotating-chair"
import type { UnexpectedFault } from "../shell/answering.ts"
import type { Engine } from "../shell/engine.ts"
import { kindOf } from "../workers/contained.ts"
import type { Desk } from "./admit.ts"
import type { HostedView } from "./hosted-view.ts"
import { type Projector, projectorOf } from "./projector.ts"
import { look } from "./query.ts"
import type { Answered, Looking, ViewParams } from "./question.ts"
import { type AskingSitting, sittingAt } from "./sitting.ts"
import { hostedViews, type TaskCard, viewTable } from "./table.ts"

/** Asks a view: for a page of it, as an audience. */
export type Asking<Row> = (params: ViewParams, looking?: Looking) => Promise<Answered<Row>>

/** The views of every process, each to be asked: `views.rotatingChair.terms({ tenant, subject })`. */
export interface Views {
  readonly jointConference: {
    /** Every meeting, with where it stands. */
    readonly meetings: Asking<MeetingCard>
    /** Every text that was put to the vote, and what became of it. */
    readonly resolutions: Asking<ResolutionEntry>
    /** Who belonged to the conference, and when. The public sees no person. */
    readonly roster: Asking<Membership>
    /** Who convened, and when. The public sees no person. */
    readonly convenors: Asking<ConvenorTerm>
  }
  readonly rotatingChair: {
    /** Every term with all the reasons why its unit has it. */
    readonly terms: Asking<Term>
    /** Who held the chair, and when. */
    readonly tenures: Asking<Tenure>
  }
  readonly deliberation: {
    /** Every matter, with where each of its steps stands. */
    readonly matters: Asking<MatterCard>
    /** The register of every sitting of a matter. The public and the parties see numbers, and no names. */
    readonly register: Asking<RegisterSheet>
    /** One sitting with everything that its register is written from; for staff and auditors. */
    readonly sitting: AskingSitting
  }
  readonly ballot: {
    /** What arrived of each voter; how an open ballot was cast is shown to others only when it is closed. */
    readonly papers: Asking<BallotPaper>
  }
  readonly disclosure: {
    /** What is up where until when, with objections and answers as digests. It names no people. */
    readonly board: Asking<DisclosureCard>
    /** What stands in the way of it, for those who serve it. */
    readonly staff: Asking<DisclosureTasks>
  }
  readonly coGovernance: {
    /** Every matter with two deliberations, with where everything of it stands. */
    readonly board: Asking<CoGovernanceCard>
  }
  readonly covenant: {
    /** Every covenant with its draft and its versions. */
    readonly board: Asking<CovenantCard>
    /** Every comment, with what was made of it and why. */
    readonly comments: Asking<CommentLine>
  }
  readonly task: {
    /** What was left to a person. */
    readonly tasks: Asking<TaskCard>
  }
}

/** What a question came to; whatever a port throws is answered too. Rule SHELL-12. */
const answering = async <Answer>(ask: () => Promise<Answer>) => {
  try {
    return await ask()
  } catch (thrown) {
    const fault: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: kindOf(thrown) }
    return { ok: false, refusals: [fault] } as const
  }
}

/** The views with what folds them on. */
export interface Viewing {
  readonly views: Views
  /** Folds every view on by a page; gives how many events were taken in. */
  readonly project: (tenant: string) => Promise<number>
}

/** Views that are answered at this desk. */
export const viewing = (engine: Engine, desk: Desk): Viewing => {
  const projectors = new Map<string, Projector>(hostedViews.map((view) => [view.name, projectorOf(engine, view)]))
  const asking = <Shown, Row>(given: HostedView<Shown, Row>): Asking<Shown> => {
    const view = given as HostedView
    const projector = projectors.get(view.name) ?? projectorOf(engine, view)
    return (params, looking) =>
      answering(async () => (await look(desk, { view, projector }, { params, looking })) as Answered<Shown>)
  }
  const sitting: AskingSitting = (params, looking) => answering(() => sittingAt(desk, { params, looking }))
  const { ballot, deliberation, jointConference, rotatingChair, task } = viewTable
  const { coGovernance, covenant, disclosure } = viewTable
  const views: Views = {
    jointConference: {
      meetings: asking(jointConference.meetings),
      resolutions: asking(jointConference.resolutions),
      roster: asking(jointConference.roster),
      convenors: asking(jointConference.convenors),
    },
    rotatingChair: { terms: asking(rotatingChair.terms), tenures: asking(rotatingChair.tenures) },
    deliberation: { matters: asking(deliberation.matters), register: asking(deliberation.register), sitting },
    ballot: { papers: asking(ballot.papers) },
    disclosure: { board: asking(disclosure.board), staff: asking(disclosure.staff) },
    coGovernance: { board: asking(coGovernance.board) },
    covenant: { board: asking(covenant.board), comments: asking(covenant.comments) },
    task: { tasks: asking(task.tasks) },
  }
  const project = async (tenant: string): Promise<number> => {
    let events = 0
    for (const projector of projectors.values()) events += (await projector.turn(tenant)).events
    return events
  }
  return { views, project }
}
