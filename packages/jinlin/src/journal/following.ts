import { type CoGovernanceEvent, coGovernance } from "@jinlin/core/co-governance"
import type { CovenantEvent } from "@jinlin/core/covenant"
import type { MatterStanding } from "@jinlin/core/deliberation"
import type { DisclosureEvent } from "@jinlin/core/disclosure"
import type { RuleId } from "@jinlin/core/kernel"
import {
  chairFollowsConference,
  conferenceFollowsChair,
  decisionFollows,
  outcomeFollows,
  postingFollows,
} from "@jinlin/core/reactions"
import { unfounded } from "../hosting/ask.ts"
import { attachedScope, onlyKey } from "../hosting/co-governance.ts"
import { submittedScope } from "../hosting/covenants.ts"
import { type Before, claimName } from "./deciding.ts"
import type { Asked } from "./row.ts"
import type { Entry } from "./story.ts"

/** A command that follows from an event, of which stream, and the rule by which it does. */
export type Followed = Asked & { readonly rule: RuleId }

/** Where all streams stand that an event may concern. */
interface Around extends Pick<Before, "claims" | "holdings"> {
  readonly told: ReadonlyMap<string, MatterStanding>
}

/** What a matter of deliberation means for the matter of co-governance that has it. Rule REACTION-13. */
const afterAttached = (subject: string, matter: string, { holdings, told }: Around): ReadonlyArray<Followed> => {
  const [standing, held] = [told.get(matter), holdings.coGovernances.get(subject)]
  if (standing === undefined || held === undefined) return []
  return outcomeFollows({ matter, standing }, held).map((one) => ({ ...one, process: "co-governance", subject }))
}

/** What a matter of deliberation means for the covenant whose draft lies with it. Rule REACTION-14. */
const afterSubmitted = (subject: string, matter: string, { holdings, told }: Around): ReadonlyArray<Followed> => {
  const [standing, held] = [told.get(matter), holdings.covenants.get(subject)]
  if (standing === undefined || held === undefined) return []
  return decisionFollows({ matter, standing }, held).map((one) => ({ ...one, process: "covenant", subject }))
}

const ends: ReadonlyArray<string> = ["MatterDecided", "MatterRejected", "MatterWithdrawn"]

/** A matter has ended: whoever has it is found by what only one may hold. */
const afterEnd = (matter: string, around: Around): ReadonlyArray<Followed> => {
  const holderOf = (scope: string) => around.claims.get(claimName({ scope, key: onlyKey }))?.split("/")[1]
  const [attached, submitted] = [holderOf(attachedScope(matter)), holderOf(submittedScope(matter))]
  return [
    ...(attached === undefined ? [] : afterAttached(attached, matter, around)),
    ...(submitted === undefined ? [] : afterSubmitted(submitted, matter, around)),
  ]
}

/** A disclosure was put up. Rule REACTION-15. */
const afterPosting = (event: DisclosureEvent, disclosure: string, { holdings }: Around): ReadonlyArray<Followed> => {
  const { coGovernances, disclosures } = holdings
  const state = disclosures.get(disclosure)
  if (state === undefined) return []
  const of = state.matter === null ? undefined : coGovernances.get(state.matter)
  const around = { posted: { disclosure, state }, coGovernance: of ?? coGovernance.initial }
  return postingFollows(event, around).map((one) => ({ ...one, process: "co-governance" }))
}

const afterCoGovernance = (event: CoGovernanceEvent, subject: string, around: Around) =>
  event._tag === "DeliberationAttached" ? afterAttached(subject, event.matter, around) : []

const afterCovenant = (event: CovenantEvent, subject: string, around: Around) =>
  event._tag === "DraftSubmitted" ? afterSubmitted(subject, event.matter, around) : []

/** What follows from an event in other streams, where all of them stand now, as the reactor of the shell sees it. Rule JOURNAL-19. */
export const followersOf = (entry: Entry, subject: string, around: Around): ReadonlyArray<Followed> => {
  const { conference, rota } = around.holdings.standings.get(subject) ?? unfounded
  const today = entry.moment.civilDate
  switch (entry.process) {
    case "joint-conference":
      return chairFollowsConference(entry.event, rota).map((one) => ({ ...one, process: "rotating-chair", subject }))
    case "rotating-chair":
      return conferenceFollowsChair(entry.event, rota, { conference, today }).map((one) => ({
        ...{ ...one, process: "joint-conference", subject },
      }))
    case "deliberation":
      return ends.includes(entry.event._tag) ? afterEnd(subject, around) : []
    case "co-governance":
      return afterCoGovernance(entry.event, subject, around)
    case "covenant":
      return afterCovenant(entry.event, subject, around)
    case "disclosure":
      return afterPosting(entry.event, subject, around)
  }
}
