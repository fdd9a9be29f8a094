import { type Conference, jointConference } from "@jinlin/core/joint-conference"
import type { Actor, Forbidden, Refusal } from "@jinlin/core/kernel"
import { holdsPost } from "@jinlin/core/reactions"
import type { Directory, Guard, Identity } from "@jinlin/sdk"
import { momentAt } from "../hosting/moment.ts"
import { type Engine, load, streamOf } from "./engine.ts"
import { recognise } from "./recognise.ts"
import type { ActorClaim } from "./request.ts"

/** Somebody who acts, as a person in a post. */
export type PostHolder = Extract<Actor, { readonly _tag: "Post" }>

/** Who acts; or why it is nobody who may, and who that was where the directory knows them. */
export type Identified =
  | {
      readonly ok: true
      readonly actor: PostHolder
      /** The record by which the post is held, as far as it was read; undefined: no record is kept. */
      readonly heldAt: Guard | undefined
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly claimed?: PostHolder }

/** What somebody claims, and where. */
export interface ClaimedPost {
  readonly tenant: string
  /** By whose record posts are held; undefined: by no conference's. */
  readonly conference: string | undefined
  /** Posts of which the process itself says who holds them. */
  readonly ownPosts?: ReadonlyArray<string> | undefined
  readonly actor: ActorClaim
  /** What they want to do, for the refusal. */
  readonly command: string
  readonly instant: number
  /** Aborted when nobody wants to know any more. */
  readonly signal?: AbortSignal | undefined
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
 * Whether somebody whom the directory knows holds the post that they claim (SHELL-5): by the record of the conference, as the
 * store has it (`fresh`) or as it is in memory; of posts that are in no record the directory knows the holder.
 */
export const holding = async (
  engine: Engine,
  identity: Identity,
  { fresh = true, ...claim }: ClaimedPost & { readonly fresh?: boolean },
): Promise<Identified> => {
  const conference = await conferenceOf(engine, claim, fresh)
  if ("failure" in conference) return { ok: false, refusal: conference.failure }
  const { heldAt, state } = conference
  const actor = holderOf(claim.actor, identity.person)
  const day = momentAt(engine.zoneOf(claim.tenant), claim.instant).civilDate
  const recorded = holdsPost(state, actor, day)
  const isOwn = claim.ownPosts?.includes(actor.post) === true
  if (recorded === "holds" || isOwn || (recorded === "unrecorded" && hasOffice(identity, actor, state)))
    return { ok: true, actor, heldAt }
  const forbidden: Forbidden = { _tag: "Forbidden", rule: "SHELL-5", command: claim.command, allowed: [actor.post] }
  return { ok: false, refusal: forbidden, claimed: actor }
}

/**
 * Who acts (SHELL-5): the directory says which person a login is; the record of the conference says who holds its posts; of
 * posts that are in no record the directory knows the holder; a post of the process itself is taken as it is claimed, and its
 * authority compares the person. Whoever holds none is refused, with the post that was missing.
 */
export const identify = async (engine: Engine, directory: Directory, claim: ClaimedPost): Promise<Identified> => {
  const recognised = await recognise(engine.clock, directory, claim)
  return recognised.ok ? holding(engine, recognised.identity, claim) : recognised
}

/** The conference by whose record posts are held, and how far that record was read. */
export const conferenceOf = async (
  engine: Engine,
  { conference, tenant }: { readonly tenant: string; readonly conference: string | undefined },
  fresh = true,
): Promise<{ readonly state: Conference; readonly heldAt: Guard | undefined } | { readonly failure: Refusal }> => {
  const process = engine.processes.get(jointConference.process)
  if (process === undefined || conference === undefined) return { state: jointConference.initial, heldAt: undefined }
  const read = await load(engine, { tenant, process, subject: conference }, fresh)
  if (!read.ok) return { failure: read.failure }
  const { revision, state } = read.value
  return { state: state as Conference, heldAt: { stream: streamOf(process, conference), revision } }
}
