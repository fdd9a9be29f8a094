import * as covenant from "@jinlin/core/covenant"
import { deliberation } from "@jinlin/core/deliberation"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { matterOutcome } from "@jinlin/core/reactions"
import { handle } from "./ask.ts"
import { onlyKey } from "./co-governance.ts"
import { matterIn, standingFold } from "./disclosures.ts"
import { host } from "./host.ts"
import type { Hosted } from "./hosted.ts"

type Command = covenant.CovenantCommand
type State = covenant.Covenant

/** A draft that is put to a body has its matter alone: whoever holds this has it, until the draft comes back. Rule SHELL-24. */
export const submittedScope = (matter: string): string => `submitted/${matter}`

/** The covenants of a kind that a body has follow one another: each has one place in their line. Rule SHELL-24. */
const lineScope = (within: string, kind: string): string => `covenant-of/${within}/${kind}`

/** The place after a covenant; null: the first one. */
const placeAfter = (after: string | null): string => (after === null ? "first" : `after/${after}`)

/** What only one may hold, and what is given back, by an event. */
const claimsBy = (event: covenant.CovenantEvent): ReadonlyArray<{ readonly scope: string; readonly key: string }> => {
  if (event._tag === "DraftSubmitted") return [{ scope: submittedScope(event.matter), key: onlyKey }]
  if (event._tag !== "CovenantOpened") return []
  return [{ scope: lineScope(event.within, event.kind), key: placeAfter(event.after) }]
}

/** The matter of which a covenant is told: the one that is named, or with which the draft lies. */
const matterOf = (command: Command, { draft }: State): string | null => {
  if (command._tag === "RepealCovenant" || command._tag === "SubmitDraft") return command.matter
  return command._tag === "RecordDecision" ? (draft?.submission?.matter ?? null) : null
}

/** The covenant that another is begun to follow. */
const afterIn = (command: Command): string | undefined => (command._tag === "OpenCovenant" ? command.after : undefined)

/** What a new covenant is told of the one that it follows; null: there is none. */
const predecessorIn = (command: Command, others: ReadonlyMap<string, unknown>): covenant.Predecessor | null => {
  const after = afterIn(command)
  const state = others.get(covenant.covenant.process) as State | undefined
  if (after === undefined || state === undefined || state.status === "unopened") return null
  const { kind, repeal, within } = state
  return { covenant: after, kind, within, repealedFrom: repeal?.from ?? null }
}

/** The day whose rules a command needs; undefined: it needs none. */
const dayOf = (
  { _tag }: Command,
  { outcome, today }: { readonly outcome: covenant.MatterOutcome | null; readonly today: CivilDate },
): CivilDate | undefined => {
  switch (_tag) {
    case "OpenComments":
    case "CheckLegality":
    case "SubmitDraft":
      return today
    case "RecordDecision":
    case "RepealCovenant":
      return outcome?.decidedOn ?? today
    default:
      return undefined
  }
}

/** The covenants of communities: one stream is one covenant. Rules SHELL-16, SHELL-23, SHELL-24. */
export const covenants: Hosted = host<State, Command, covenant.CovenantEvent>({
  name: covenant.covenant.process,
  record: "none",
  initial: covenant.covenant.initial,
  commands: covenant.CovenantCommand,
  events: covenant.CovenantEvent,
  needs: covenant.circumstances,
  placeOf: (fact, { command, state }) => {
    if (fact.from === covenant.covenant.process) {
      const after = afterIn(command)
      return after === undefined ? undefined : { _tag: "Stream", subject: after }
    }
    const matter = matterOf(command, state)
    return matter === null ? undefined : { _tag: "Stream", subject: matter, as: standingFold }
  },
  comesAfter: ({ subject }) => [{ process: covenant.covenant.process, subject }],
  comesAfterToo: ({ command, state }) => {
    const matter = matterOf(command, state)
    return matter === null ? [] : [{ process: deliberation.process, subject: matter }]
  },
  handle: (command, state, { actor, charter, now, others, subject }) => {
    const matter = matterOf(command, state)
    const outcome = matter === null ? null : matterOutcome(matter, matterIn(others))
    const day = dayOf(command, { outcome, today: now.civilDate })
    const rules = day === undefined || state.kind === null ? undefined : charter.covenant(state.kind, day)
    const predecessor = predecessorIn(command, others)
    return handle(
      { decider: covenant.covenant, authority: covenant.authority },
      { command, state, circumstances: { actor, now, covenant: subject, outcome, predecessor, rules } },
    )
  },
  beside: ({ events }) => ({
    claims: events.flatMap(claimsBy),
    releases: events.flatMap((event) =>
      event._tag === "DraftReturned" ? [{ scope: submittedScope(event.matter), key: onlyKey }] : [],
    ),
  }),
  bodyOf: ({ within }) => within ?? undefined,
  evolve: covenant.covenant.evolve,
  due: covenant.due,
  notices: covenant.notices,
})
