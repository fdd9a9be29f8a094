import type { UnexpectedFault } from "../shell/answering.ts"
import type { Engine } from "../shell/engine.ts"
import { kindOf } from "../workers/contained.ts"
import type { Desk } from "./admit.ts"
import type { HostedView } from "./hosted-view.ts"
import { type Projector, projectorOf } from "./projector.ts"
import { look } from "./query.ts"
import type { Answered, Looking, ViewParams } from "./question.ts"
import { hostedViews, viewTable } from "./table.ts"

type RowOf<View> = View extends HostedView<infer Row> ? Row : never

/** Asks a view: for a page of it, as an audience. */
export type Asking<Row> = (params: ViewParams, looking?: Looking) => Promise<Answered<Row>>

/** The views of every process, each to be asked: `views.rotatingChair.terms({ tenant, subject })`. */
export type Views = {
  readonly [Process in keyof typeof viewTable]: {
    readonly [View in keyof (typeof viewTable)[Process]]: Asking<RowOf<(typeof viewTable)[Process][View]>>
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
  const asking = (view: HostedView): Asking<unknown> => {
    const projector = projectors.get(view.name) ?? projectorOf(engine, view)
    return async (params, looking) => {
      try {
        return await look(desk, { view, projector }, { params, looking })
      } catch (thrown) {
        const fault: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: kindOf(thrown) }
        return { ok: false, refusals: [fault] }
      }
    }
  }
  const views = Object.fromEntries(
    Object.entries(viewTable).map(([process, table]) => [
      process,
      Object.fromEntries(Object.entries(table).map(([name, view]) => [name, asking(view as HostedView)])),
    ]),
  ) as Views
  const project = async (tenant: string): Promise<number> => {
    let events = 0
    for (const projector of projectors.values()) events += (await projector.turn(tenant)).events
    return events
  }
  return { views, project }
}
