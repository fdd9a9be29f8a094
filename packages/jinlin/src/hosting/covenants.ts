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

/** A matter of deliberation decides on one covenant at most: whoever holds this has it. Rule SHELL-24. */
export const submittedScope = (matter: string): string => `submitted/${matter}`

/** The matter of which the outcome is needed: the one with which the draft lies, or that is to end the covenant. */
const matterOf = (command: Command, { draft }: State): string | null => {
  if (command._tag === "RepealCovenant") return command.matter
  return command._tag === "RecordDecision" ? (draft?.submission?.matter ?? null) : null
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
  placeOf: (_fact, { command, state }) => {
    const matter = matterOf(command, state)
    return matter === null ? undefined : { _tag: "Stream", subject: matter, as: standingFold }
  },
  comesAfter: ({ subject }) => [{ process: covenant.covenant.process, subject }],
  comesAfterToo: ({ command, state }) => {
    const matter = matterOf(command, state)
    return matter === null ? [] : [{ process: deliberation.process, subject: matter }]
  },
  handle: (command, state, { actor, charter, now, others }) => {
    const matter = matterOf(command, state)
    const outcome = matter === null ? null : matterOutcome(matter, matterIn(others))
    const day = dayOf(command, { outcome, today: now.civilDate })
    const rules = day === undefined || state.kind === null ? undefined : charter.covenant(state.kind, day)
    return handle(
      { decider: covenant.covenant, authority: covenant.authority },
      { command, state, circumstances: { actor, now, outcome, rules } },
    )
  },
  beside: ({ events, state: { matters } }) => ({
    claims: events.flatMap((event) =>
      event._tag === "DraftSubmitted" && !matters.includes(event.matter)
        ? [{ scope: submittedScope(event.matter), key: onlyKey }]
        : [],
    ),
  }),
  bodyOf: ({ within }) => within ?? undefined,
  evolve: covenant.covenant.evolve,
  due: covenant.due,
  notices: covenant.notices,
})
