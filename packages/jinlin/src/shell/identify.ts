import { type Conference, jointConference } from "@jinlin/core/joint-conference"
import type { Actor, Forbidden, Refusal } from "@jinlin/core/kernel"
import { holdsPost } from "@jinlin/core/reactions"
import type { Directory, Identity } from "@jinlin/sdk"
import { momentAt } from "../hosting/moment.ts"
import { type Engine, load } from "./engine.ts"
import type { Unauthenticated } from "./refusals.ts"
import type { ActorClaim } from "./request.ts"

/** Somebody who acts, as a person in a post. */
export type PostHolder = Extract<Actor, { readonly _tag: "Post" }>

/** Who acts; or why it is nobody who may, and who that was where the directory knows them. */
export type Identified =
  | { readonly ok: true; readonly actor: PostHolder; readonly identity: Identity }
  | { readonly ok: false; readonly refusal: Refusal; readonly claimed?: PostHolder }

/** What somebody claims, and where. */
export interface ClaimedPost {
  readonly tenant: string
  readonly conference: string
  readonly actor: ActorClaim
  /** What they want to do, for the refusal. */
  readonly command: string
  readonly instant: number
}

/** An office that the directory lists; where a body serves a conference, whoever belongs to it may be its secretary. */
const hasOffice = ({ offices, units }: Identity, { post, within }: PostHolder, { secretariat, status }: Conference) =>
  offices.some((office) => office.post === post && office.within === within) ||
  (post === "secretary" && status === "active" && secretariat?.body === within && units.includes(within))

/** A person in the post that they claim; nothing else of what was sent is taken over. */
const holderOf = ({ onBehalfOf, post, within }: ActorClaim, person: string): PostHolder => ({
  ...{ _tag: "Post", person, post, within },
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
})

/**
 * Who acts (SHELL-5): the directory says which person a login is; the record of the conference says who holds its posts; of
 * posts that are in no record the directory knows the holder. Whoever holds none is refused, with the post that was missing.
 */
export const identify = async (engine: Engine, directory: Directory, claim: ClaimedPost): Promise<Identified> => {
  const found = await directory.identify(claim.tenant, claim.actor.login)
  if (!found.ok) return { ok: false, refusal: found.failure }
  const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
  if (found.value === null) return { ok: false, refusal: nobody }
  const conference = await conferenceOf(engine, claim)
  if ("failure" in conference) return { ok: false, refusal: conference.failure }
  const identity = found.value
  const actor = holderOf(claim.actor, identity.person)
  const day = momentAt(engine.zoneOf(claim.tenant), claim.instant).civilDate
  const recorded = holdsPost(conference.state, actor, day)
  if (recorded === "holds" || (recorded === "unrecorded" && hasOffice(identity, actor, conference.state)))
    return { ok: true, actor, identity }
  const forbidden: Forbidden = { _tag: "Forbidden", rule: "SHELL-5", command: claim.command, allowed: [actor.post] }
  return { ok: false, refusal: forbidden, claimed: actor }
}

/** The conference by whose record posts are held. */
export const conferenceOf = async (
  engine: Engine,
  { conference, tenant }: { readonly tenant: string; readonly conference: string },
): Promise<{ readonly state: Conference } | { readonly failure: Refusal }> => {
  const process = engine.processes.get(jointConference.process)
  if (process === undefined) return { state: jointConference.initial }
  const read = await load(engine, { tenant, process, subject: conference }, true)
  return read.ok ? { state: read.value.state as Conference } : { failure: read.failure }
}
