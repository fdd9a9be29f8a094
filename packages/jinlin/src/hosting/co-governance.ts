import * as coGovernance from "@jinlin/core/co-governance"
import { deliberation } from "@jinlin/core/deliberation"
import { type Disclosure, disclosure } from "@jinlin/core/disclosure"
import { deliberationFact, disclosureFact } from "@jinlin/core/reactions"
import { handle } from "./ask.ts"
import { matterIn, standingFold } from "./disclosures.ts"
import { host } from "./host.ts"
import type { Hosted, Which } from "./hosted.ts"

type Command = coGovernance.CoGovernanceCommand
type State = coGovernance.CoGovernance

/** A matter of deliberation is attached to one of co-governance at most: whoever holds this has it. Rule SHELL-24. */
export const attachedScope = (matter: string): string => `attached/${matter}`

/** The one key of a scope that only one may have. */
export const onlyKey = "only"

/** The matter of deliberation that a command names, or that is attached where it names one of the two. */
const deliberationIn = (command: Command, { deliberations }: State): string | null => {
  switch (command._tag) {
    case "AttachDeliberation":
      return command.matter
    case "RevokeResolution":
      return command.by
    case "RecordOutcome":
    case "DetachDeliberation":
      return deliberations[command.which].matter
    default:
      return null
  }
}

const linked = ({ disclosures: { decision, result } }: State): ReadonlyArray<string> =>
  [decision, result].flatMap((link) => (link === null ? [] : [link.disclosure]))

/** The disclosures that a command asks about. */
const disclosuresIn = (command: Command, state: State): ReadonlyArray<string> =>
  command._tag === "LinkDisclosure" ? [command.disclosure] : linked(state)

const lineIn = (others: ReadonlyMap<string, unknown>): ReadonlyMap<string, Disclosure> =>
  (others.get(disclosure.process) as ReadonlyMap<string, Disclosure> | undefined) ?? new Map()

const factsIn = (
  command: Command,
  { others, state, subject }: { readonly others: ReadonlyMap<string, unknown>; state: State; subject: string },
): ReadonlyArray<coGovernance.DisclosureFact> => {
  const line = lineIn(others)
  return disclosuresIn(command, state).flatMap((id) => {
    const known = line.get(id)
    return known === undefined ? [] : (disclosureFact(subject, { disclosure: id, state: known }, line) ?? [])
  })
}

const askedBefore: ReadonlyArray<Command["_tag"]> = ["LinkDisclosure", "BeginImplementation", "CloseCoGovernance"]

/** What falls due elsewhere comes first: of the matter that is asked about, and of the disclosures. */
const comesAfter = (command: Command, state: State): ReadonlyArray<Which> => {
  const matter = deliberationIn(command, state)
  const disclosures = askedBefore.includes(command._tag) ? disclosuresIn(command, state) : []
  return [
    ...(matter === null ? [] : [{ process: deliberation.process, subject: matter }]),
    ...disclosures.map((subject) => ({ process: disclosure.process, subject })),
  ]
}

/** Matters that go through two deliberations: one stream is one matter. Rules SHELL-16, SHELL-23 to SHELL-25. */
export const coGovernances: Hosted = host<State, Command, coGovernance.CoGovernanceEvent>({
  name: coGovernance.coGovernance.process,
  record: "none",
  initial: coGovernance.coGovernance.initial,
  commands: coGovernance.CoGovernanceCommand,
  events: coGovernance.CoGovernanceEvent,
  needs: coGovernance.circumstances,
  placeOf: (fact, { command, state }) => {
    if (fact.from === disclosure.process) {
      const next = (found: unknown): string | null =>
        command._tag === "LinkDisclosure" ? (found as Disclosure).corrects : null
      return { _tag: "Line", subjects: disclosuresIn(command, state), next }
    }
    const matter = deliberationIn(command, state)
    return matter === null ? undefined : { _tag: "Stream", subject: matter, as: standingFold }
  },
  peopleFor: (command) => (command._tag === "RecordAppraisal" ? command.appraisers : undefined),
  comesAfter: ({ subject }) => [{ process: coGovernance.coGovernance.process, subject }],
  comesAfterToo: ({ command, state }) => comesAfter(command, state),
  handle: (command, state, { actor, charter, memberships, now, others, subject }) => {
    const matter = deliberationIn(command, state)
    const standing = matterIn(others)
    const isKnown = matter !== null && standing.status !== "unopened"
    return handle(
      { decider: coGovernance.coGovernance, authority: coGovernance.authority },
      {
        command,
        state,
        circumstances: {
          ...{ actor, now, memberships, coGovernance: subject },
          policy: command._tag === "OpenCoGovernance" ? charter.coGovernance() : undefined,
          deliberation: isKnown ? deliberationFact(matter, standing) : null,
          disclosures: factsIn(command, { others, state, subject }),
        },
      },
    )
  },
  beside: ({ events }) => ({
    claims: events.flatMap((event) =>
      event._tag === "DeliberationAttached" ? [{ scope: attachedScope(event.matter), key: onlyKey }] : [],
    ),
    releases: events.flatMap((event) =>
      event._tag === "DeliberationDetached" ? [{ scope: attachedScope(event.matter), key: onlyKey }] : [],
    ),
  }),
  bodyOf: ({ proposer }) => proposer?.within,
  evolve: coGovernance.coGovernance.evolve,
  due: coGovernance.due,
  notices: coGovernance.notices,
})
