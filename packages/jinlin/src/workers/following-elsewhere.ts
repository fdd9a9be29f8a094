import { type CoGovernance, type CoGovernanceEvent, coGovernance } from "@jinlin/core/co-governance"
import { type Covenant, type CovenantEvent, covenant } from "@jinlin/core/covenant"
import { deliberation, type MatterStanding } from "@jinlin/core/deliberation"
import { type Disclosure, type DisclosureEvent, disclosure } from "@jinlin/core/disclosure"
import type { Refusal } from "@jinlin/core/kernel"
import { decisionFollows, outcomeFollows, postingFollows } from "@jinlin/core/reactions"
import { type Answer, done } from "@jinlin/sdk"
import { attachedScope } from "../hosting/co-governance.ts"
import { submittedScope } from "../hosting/covenants.ts"
import { standingFold } from "../hosting/disclosures.ts"
import type { FollowUp } from "../hosting/follow.ts"
import type { Tagged, Which } from "../hosting/hosted.ts"
import { type Engine, load } from "../shell/engine.ts"

type Follows = ReadonlyArray<FollowUp> | { readonly failure: Refusal }

/** The stream of an event. */
interface Where extends Which {
  readonly tenant: string
}

/** The events that are followed in another stream than that of the same subject. */
const concerning: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  [deliberation.process, ["MatterDecided", "MatterRejected", "MatterWithdrawn"]],
  [coGovernance.process, ["DeliberationAttached"]],
  [covenant.process, ["DraftSubmitted"]],
  [disclosure.process, ["DisclosurePosted"]],
])

/** Whether an event of a process may have to be followed elsewhere; most need no more than this look. */
export const concerns = (process: string, event: string): boolean => concerning.get(process)?.includes(event) === true

const stateOf = async <State>(
  engine: Engine,
  { process: name, subject, tenant }: Where,
  as?: typeof standingFold,
): Promise<Answer<State | undefined, Refusal>> => {
  const process = engine.processes.get(name)
  if (process === undefined) return done(undefined)
  const read = await load(engine, { tenant, process, subject, as }, true)
  return read.ok ? done(read.value.state as State) : read
}

/** The subject of the one stream of a process that holds a scope. */
const holderOf = async (
  { store }: Engine,
  tenant: string,
  scope: string,
): Promise<Answer<string | undefined, Refusal>> => {
  const page = await store.readClaims(tenant, scope, { limit: 1 })
  if (!page.ok) return page
  return done(page.value.rows[0]?.holder.split("/")[1])
}

const standingOf = (
  engine: Engine,
  { tenant }: Where,
  matter: string,
): Promise<Answer<MatterStanding | undefined, Refusal>> =>
  stateOf(engine, { tenant, process: deliberation.process, subject: matter }, standingFold)

/** What follows for a matter of co-governance or a covenant, where one of them has this matter of deliberation. */
interface Held {
  readonly process: string
  readonly subject: string
  readonly matter: string
}

const afterMatter = async (engine: Engine, where: Where, { matter, process, subject }: Held): Promise<Follows> => {
  const standing = await standingOf(engine, where, matter)
  const holder = await stateOf(engine, { ...where, process, subject })
  if (!standing.ok) return { failure: standing.failure }
  if (!holder.ok) return { failure: holder.failure }
  if (standing.value === undefined || holder.value === undefined) return []
  const known = { matter, standing: standing.value }
  const followUps =
    process === covenant.process
      ? decisionFollows(known, holder.value as Covenant)
      : outcomeFollows(known, holder.value as CoGovernance)
  return followUps.map((follow): FollowUp => ({ ...follow, process, subject }))
}

/** A matter of deliberation has ended: whoever has it is found by the claim. Rules REACTION-13, REACTION-14. */
const afterEnd = async (engine: Engine, where: Where): Promise<Follows> => {
  const { subject: matter, tenant } = where
  const follows: Array<FollowUp> = []
  const scopes = [
    [coGovernance.process, attachedScope(matter)],
    [covenant.process, submittedScope(matter)],
  ] as const
  for (const [process, scope] of scopes) {
    const holder = await holderOf(engine, tenant, scope)
    if (!holder.ok) return { failure: holder.failure }
    if (holder.value === undefined) continue
    const after = await afterMatter(engine, where, { process, subject: holder.value, matter })
    if ("failure" in after) return after
    follows.push(...after)
  }
  return follows
}

/** A disclosure was put up. Rule REACTION-15. */
const afterPosting = async (engine: Engine, where: Where, event: DisclosureEvent): Promise<Follows> => {
  const own = await stateOf<Disclosure>(engine, where)
  if (!own.ok) return { failure: own.failure }
  if (own.value === undefined) return []
  const { matter } = own.value
  const { process } = coGovernance
  const of =
    matter === null ? done(undefined) : await stateOf<CoGovernance>(engine, { ...where, process, subject: matter })
  if (!of.ok) return { failure: of.failure }
  return postingFollows(event, {
    posted: { disclosure: where.subject, state: own.value },
    coGovernance: of.value ?? coGovernance.initial,
  }).map((follow): FollowUp => ({ ...follow, process }))
}

/** What follows from an event in streams of other subjects, where all of them stand now. */
export const followsElsewhere = async (engine: Engine, where: Where, event: Tagged): Promise<Follows> => {
  switch (where.process) {
    case deliberation.process:
      return afterEnd(engine, where)
    case coGovernance.process: {
      const attached = event as CoGovernanceEvent
      const { process, subject } = where
      return attached._tag === "DeliberationAttached"
        ? afterMatter(engine, where, { process, subject, matter: attached.matter })
        : []
    }
    case covenant.process: {
      const submitted = event as CovenantEvent
      const { process, subject } = where
      return submitted._tag === "DraftSubmitted"
        ? afterMatter(engine, where, { process, subject, matter: submitted.matter })
        : []
    }
    case disclosure.process:
      return afterPosting(engine, where, event as DisclosureEvent)
    default:
      return []
  }
}
