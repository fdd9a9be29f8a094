import type { BallotPaper } from "@jinlin/core/ballot"
import type { CoGovernanceCard } from "@jinlin/core/co-governance"
import type { CommentLine, CovenantCard } from "@jinlin/core/covenant"
import type { MatterCard, MatterPlan, RegisterSheet } from "@jinlin/core/deliberation"
import type { DisclosureCard, DisclosureTasks } from "@jinlin/core/disclosure"
import type { ConvenorTerm, MeetingCard, Membership, ResolutionEntry } from "@jinlin/core/joint-conference"
import type { NonEmpty } from "@jinlin/core/kernel"
import type { Tenure, Term } from "@jinlin/core/rotating-chair"
import type { Store } from "@jinlin/sdk"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import type { RenderedDisclosure } from "../publishing/rendered.ts"
import type { RenderDisclosure } from "../publishing/rendering.ts"
import { type JinlinConfig, type Jinlin as Promised, createJinlin as promise } from "../shell/create.ts"
import type { Accepted } from "../shell/engine.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import type { CommandRequest, ProcessName } from "../shell/request.ts"
import type { KeepText, RedactText } from "../texts/asked.ts"
import type { ProvedText, TextDesk } from "../texts/desk.ts"
import type { Asking as PromisedAsking, Views as PromisedViews } from "../views/asking.ts"
import type { Looking, Seen, ViewParams } from "../views/question.ts"
import type { SittingRecord } from "../views/sitting.ts"
import type { TaskCard } from "../views/table.ts"

export type { JinlinConfig } from "../shell/create.ts"
export type { Accepted } from "../shell/engine.ts"

/** Refused, with every reason: the same data that the Promise side answers with. */
export class Refused extends Data.TaggedError("Refused")<{ readonly refusals: NonEmpty<PlacedRefusal> }> {
  override get message(): string {
    return `[jinlin] refused: ${this.refusals.map(({ _tag, rule }) => `${_tag} (${rule})`).join(", ")}`
  }
}

/** Asks a view: for a page of it, as an audience. */
export type Asking<Row> = (params: ViewParams, looking?: Looking) => Effect.Effect<Seen<Row>, Refused>

/** The views of every process, each to be asked; those of the Promise side. */
export interface Views {
  readonly jointConference: {
    readonly meetings: Asking<MeetingCard>
    readonly resolutions: Asking<ResolutionEntry>
    readonly roster: Asking<Membership>
    readonly convenors: Asking<ConvenorTerm>
  }
  readonly rotatingChair: { readonly terms: Asking<Term>; readonly tenures: Asking<Tenure> }
  readonly deliberation: {
    readonly matters: Asking<MatterCard>
    readonly register: Asking<RegisterSheet>
    readonly sitting: (
      ...asked: Parameters<PromisedViews["deliberation"]["sitting"]>
    ) => Effect.Effect<SittingRecord, Refused>
  }
  readonly ballot: { readonly papers: Asking<BallotPaper> }
  readonly disclosure: { readonly board: Asking<DisclosureCard>; readonly staff: Asking<DisclosureTasks> }
  readonly coGovernance: { readonly board: Asking<CoGovernanceCard> }
  readonly covenant: { readonly board: Asking<CovenantCard>; readonly comments: Asking<CommentLine> }
  readonly task: { readonly tasks: Asking<TaskCard> }
}

/** jinlin, running on a platform: the names of the Promise side, with refusals as failures. */
export interface Jinlin {
  readonly execute: <Name extends ProcessName>(request: CommandRequest<Name>) => Effect.Effect<Accepted, Refused>
  readonly views: Views
  readonly within: (store: Store) => Pick<Jinlin, "execute">
  readonly settle: (tenant: string, until?: number) => Effect.Effect<void, Refused>
  readonly texts: Texts
  /** What is published, with its words. */
  readonly publishing: {
    readonly render: (asked: RenderDisclosure) => Effect.Effect<RenderedDisclosure, Refused>
  }
  /** Workers live as long as the scope; starting and poking them waits for nothing. */
  readonly workers: Promised["workers"]
  readonly plan: (...asked: Parameters<Promised["plan"]>) => Effect.Effect<MatterPlan, Refused>
  readonly describe: Promised["describe"]
}

/** Texts, with the record of them in the log. */
export interface Texts {
  readonly keep: (text: KeepText) => Effect.Effect<Accepted, Refused>
  readonly redact: (what: RedactText) => Effect.Effect<Accepted, Refused>
  readonly read: (about: Parameters<TextDesk["read"]>[0]) => Effect.Effect<ProvedText, Refused>
}

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

/** What answers does not throw: whatever it throws all the same is a defect. An interrupted command that was not begun is not begun. */
const asking = <Value>(ask: (signal: AbortSignal) => Promise<Answer<Value>>): Effect.Effect<Value, Refused> =>
  Effect.flatMap(Effect.promise(ask), (answer) =>
    answer.ok ? Effect.succeed(answer.value) : Effect.fail(new Refused({ refusals: answer.refusals })),
  )

const asked =
  <Row>(ask: PromisedAsking<Row>): Asking<Row> =>
  (params, looking) =>
    asking(() => ask(params, looking))

const viewsOf = ({ ballot, deliberation, jointConference, rotatingChair, task, ...more }: PromisedViews): Views => ({
  jointConference: {
    meetings: asked(jointConference.meetings),
    resolutions: asked(jointConference.resolutions),
    roster: asked(jointConference.roster),
    convenors: asked(jointConference.convenors),
  },
  rotatingChair: { terms: asked(rotatingChair.terms), tenures: asked(rotatingChair.tenures) },
  deliberation: {
    matters: asked(deliberation.matters),
    register: asked(deliberation.register),
    sitting: (params, looking) => asking(() => deliberation.sitting(params, looking)),
  },
  ballot: { papers: asked(ballot.papers) },
  disclosure: { board: asked(more.disclosure.board), staff: asked(more.disclosure.staff) },
  coGovernance: { board: asked(more.coGovernance.board) },
  covenant: { board: asked(more.covenant.board), comments: asked(more.covenant.comments) },
  task: { tasks: asked(task.tasks) },
})

const executing = (jinlin: Pick<Promised, "execute">): Pick<Jinlin, "execute"> => ({
  execute: (request) =>
    asking((signal) => jinlin.execute(request, { signal })).pipe(
      Effect.withSpan("jinlin.execute", {
        attributes: { process: request.process, command: request.command._tag, tenant: request.tenant },
      }),
    ),
})

/** Starts jinlin; it is disposed of with the scope. */
export const createJinlin = (config: JinlinConfig): Effect.Effect<Jinlin, Refused, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      asking(() => promise(config)),
      (jinlin) => Effect.promise(() => jinlin[Symbol.asyncDispose]()),
    ),
    (jinlin): Jinlin => ({
      ...executing(jinlin),
      views: viewsOf(jinlin.views),
      within: (store) => executing(jinlin.within(store)),
      publishing: { render: (wanted) => asking(() => jinlin.publishing.render(wanted)) },
      texts: {
        keep: (text) => asking(() => jinlin.texts.keep(text)),
        redact: (what) => asking(() => jinlin.texts.redact(what)),
        read: (about) => asking(() => jinlin.texts.read(about)),
      },
      workers: jinlin.workers,
      plan: (asked) => asking(() => Promise.resolve(jinlin.plan(asked))),
      describe: jinlin.describe,
      settle: (tenant, until) =>
        asking(async () => {
          const [first, ...others] = await jinlin.settle(tenant, until)
          return first === undefined ? { ok: true, value: undefined } : { ok: false, refusals: [first, ...others] }
        }),
    }),
  )

/** jinlin as a service of Effect. */
export class JinlinService extends Context.Service<JinlinService, Jinlin>()("jinlin/Jinlin") {
  /** A layer that starts it, and disposes of it when the layer is let go of. */
  static readonly layer = (config: JinlinConfig): Layer.Layer<JinlinService, Refused> =>
    Layer.effect(JinlinService, createJinlin(config))
}
