import type { Audience, Conference } from "@jinlin/core/joint-conference"
import type { Forbidden, Refusal } from "@jinlin/core/kernel"
import type { Directory } from "@jinlin/sdk"
import { type Engine, load } from "../shell/engine.ts"
import { conferenceOf, identify } from "../shell/identify.ts"
import type { Unauthenticated } from "../shell/refusals.ts"
import type { ActorClaim } from "../shell/request.ts"
import type { Keeper, Viewer } from "./hosted-view.ts"
import type { Question } from "./question.ts"
import { recall } from "./recalling.ts"

/** What questions are answered with. */
export interface Desk {
  readonly engine: Engine
  readonly directory: Directory
}

const staffPosts: ReadonlySet<string> = new Set(["convenor", "secretary", "superior"])
const partyPosts: ReadonlySet<string> = new Set(["delegate", "alternate", "unit-head"])
/** Posts that are in the record of no conference, and so not of one conference only. */
const postsAbove: ReadonlySet<string> = new Set(["superior", "auditor"])

/** The posts that belong to an audience where a stream says itself who its people are. */
const keptPosts: { readonly [Of in Audience]?: ReadonlyArray<string> } = {
  parties: ["voter", "proposer"],
  staff: ["presider", "secretary"],
  auditor: ["auditor"],
}

/** The posts that belong to an audience. */
const postsOf = (audience: Audience): ReadonlySet<string> =>
  audience === "auditor"
    ? new Set(["auditor"])
    : audience === "staff"
      ? staffPosts
      : new Set([...partyPosts, ...staffPosts])

/** Whether somebody may look, and as whom; or why not. */
export type Admitted =
  | { readonly ok: true; readonly viewer: Viewer | undefined }
  | { readonly ok: false; readonly refusal: Refusal }

const denied = (refusal: Refusal): Admitted => ({ ok: false, refusal })
const welcome: Admitted = { ok: true, viewer: undefined }

/** What is asked by somebody who says who they are. */
interface Claimed {
  readonly question: Question
  readonly actor: ActorClaim
  /** The posts of the audience, for a refusal. */
  readonly allowed: ReadonlyArray<string>
}

const forbiddenTo = ({ allowed, question: { view } }: Claimed): Forbidden => ({
  ...{ _tag: "Forbidden", rule: "VIEW-1", command: view.name, allowed },
})

/** The same with the bodies in which the post would have to be held, where whoever asks holds one of them elsewhere (VIEW-6). */
const forbiddenElsewhere = (claimed: Claimed, keeper: Keeper, viewer: Viewer): Forbidden => {
  const within = claimed.allowed.includes(claimed.actor.post) ? (keeper.within?.(viewer) ?? []) : []
  return within.length === 0 ? forbiddenTo(claimed) : { ...forbiddenTo(claimed), within }
}

/** By the record of a conference; what is about all of them, by posts that are in none (VIEW-1). */
const byConference = async ({ directory, engine }: Desk, claimed: Claimed): Promise<Admitted> => {
  const { actor, question } = claimed
  const { audience, record, tenant, view } = question
  if (!claimed.allowed.includes(actor.post)) return denied(forbiddenTo(claimed))
  const claim = { tenant, conference: record ?? tenant, actor, command: view.name }
  const identified = await identify(engine, directory, { ...claim, instant: engine.clock.now() })
  if (!identified.ok) return denied(identified.refusal)
  if (audience !== "parties" || staffPosts.has(actor.post)) return welcome
  const kept = await conferenceOf(engine, claim)
  if ("failure" in kept) return denied(kept.failure)
  return isParty(kept.state, actor.within) ? welcome : denied(forbiddenTo(claimed))
}

/** By the stream that says who its people are; what is about all of them, by an auditor alone (VIEW-6). */
const byKeeper = async ({ directory, engine }: Desk, claimed: Claimed, keeper: Keeper): Promise<Admitted> => {
  const { actor, question } = claimed
  const { audience, keeper: kept, subject, tenant, view } = question
  const { ownPosts } = keeper
  const claim = { tenant, conference: undefined, ownPosts, actor, command: view.name }
  const identified = await identify(engine, directory, { ...claim, instant: engine.clock.now() })
  if (!identified.ok) return denied(identified.refusal)
  const process = engine.processes.get(keeper.process)
  const isAuditor = audience === "auditor" && actor.post === "auditor"
  if (process === undefined || (kept === undefined && !isAuditor)) return denied(forbiddenTo(claimed))
  const read = kept === undefined ? undefined : await load(engine, { tenant, process, subject: kept }, true)
  if (read?.ok === false) return denied(read.failure)
  const viewer: Viewer = { actor: identified.actor, state: read?.value.state ?? process.initial, past: [] }
  const asked = { audience, ...(subject === undefined ? {} : { subject }) }
  if (isAuditor || keeper.includes(viewer, asked)) return { ok: true, viewer }
  const { recalls } = keeper
  if (kept === undefined || recalls?.mayBe(viewer, audience) !== true)
    return denied(forbiddenElsewhere(claimed, keeper, viewer))
  const past = await recall(engine, { tenant, subject: kept, process, isLast: recalls.isLast })
  if (!past.ok) return denied(past.failure)
  const knowing: Viewer = { ...viewer, past: past.value }
  return keeper.includes(knowing, asked) ? { ok: true, viewer: knowing } : denied(forbiddenTo(claimed))
}

/**
 * Default deny: what is public is for everybody, and whatever else is asked for needs a post of that audience in the conference
 * that it is about; what is about all conferences, a post that is in none of them (VIEW-1). Where no conference says who belongs
 * to an audience, the stream does that it is about (VIEW-6).
 */
export const admit = async (desk: Desk, question: Question): Promise<Admitted> => {
  const { actor, audience, record, view } = question
  const { keptBy } = view
  const ofConference = [...postsOf(audience)].filter((post) => record !== undefined || postsAbove.has(post))
  const kept = keptBy?.posts === undefined ? keptPosts : { auditor: keptPosts.auditor, ...keptBy.posts }
  const allowed = keptBy === undefined ? ofConference : (kept[audience] ?? [])
  const toNobody: Forbidden = { _tag: "Forbidden", rule: "VIEW-1", command: view.name, allowed: [] }
  if (!view.audiences.includes(audience)) return denied(toNobody)
  if (audience === "public") return welcome
  const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
  if (actor === undefined) return denied(nobody)
  const claimed: Claimed = { question, actor, allowed }
  return keptBy === undefined ? byConference(desk, claimed) : byKeeper(desk, claimed, keptBy)
}

const isParty = ({ units }: Conference, unit: string): boolean => units.some((seat) => seat.unit === unit)
