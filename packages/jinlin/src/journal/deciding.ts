import type { Matter, MatterPlan } from "@jinlin/core/deliberation"
import type { Actor, DecisionRules, Grounds, Moment, Refusal } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { askConference, askRota } from "../hosting/ask.ts"
import { askMatter, lawAskedFor, planAskedFor } from "../hosting/deliberations.ts"
import type { Asked } from "./row.ts"
import type { Happened, Standing } from "./story.ts"

/** Where the streams stand that a command concerns, and which law there is. */
interface Before {
  /** The rules of a set on a day; null: there are none. */
  readonly lawOf: (set: string, day: CivilDate) => DecisionRules | null
  /** The steps of a list on a day; null: there is no such list. */
  readonly planOf: (list: string, day: CivilDate) => MatterPlan | null
  readonly standing: Standing
  readonly matter: Matter
}

/** What came of a command: what happened and where its stream stands now, or every reason against it. */
export type Decided =
  | { readonly ok: false; readonly refusals: ReadonlyArray<Refusal> }
  | ({ readonly ok: true; readonly grounds: Grounds; readonly happened: ReadonlyArray<Happened> } & (
      | { readonly standing: Standing }
      | { readonly matter: Matter }
    ))

/** Decides a command of any process where its streams stand. Writes nothing down. */
export const decideOn = (
  asked: Asked & { readonly actor: Actor; readonly now: Moment },
  { lawOf, matter, planOf, standing }: Before,
): Decided => {
  const { actor, now, process } = asked
  switch (process) {
    case "joint-conference": {
      const handled = askConference(asked.command, standing, { actor, now })
      if (!handled.ok) return handled
      const { events, grounds, state: conference } = handled
      const happened = events.map((event): Happened => ({ process, event }))
      return { ok: true, grounds, happened, standing: { ...standing, conference } }
    }
    case "rotating-chair": {
      const handled = askRota(asked.command, standing, { actor, now })
      if (!handled.ok) return handled
      const { events, grounds, state: rota } = handled
      const happened = events.map((event): Happened => ({ process, event }))
      return { ok: true, grounds, happened, standing: { ...standing, rota } }
    }
    case "deliberation": {
      const { command, subject } = asked
      const set = lawAskedFor(command, matter)
      const law = set === undefined ? null : lawOf(set, now.civilDate)
      const list = planAskedFor(command)
      const plan = list === undefined ? null : planOf(list, now.civilDate)
      // A journal holds no ballots that arrive one by one: a clerk takes down what was voted.
      const handled = askMatter(command, matter, { actor, now, law, plan, ballots: [], box: [] })
      if (!handled.ok) return handled
      const { events, grounds, state } = handled
      const happened = events.map((event): Happened => ({ process, matter: subject, event }))
      return { ok: true, grounds, happened, matter: state }
    }
  }
}
