import type { Audience, Conference } from "@jinlin/core/joint-conference"
import type { Forbidden, Refusal } from "@jinlin/core/kernel"
import type { Directory } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { conferenceOf, identify } from "../shell/identify.ts"
import type { Unauthenticated } from "../shell/refusals.ts"
import type { Question } from "./question.ts"

/** What questions are answered with. */
export interface Desk {
  readonly engine: Engine
  readonly directory: Directory
}

const staffPosts: ReadonlySet<string> = new Set(["convenor", "secretary", "superior"])
const partyPosts: ReadonlySet<string> = new Set(["delegate", "alternate", "unit-head"])
/** Posts that are in the record of no conference, and so not of one conference only. */
const postsAbove: ReadonlySet<string> = new Set(["superior", "auditor"])

/** The posts that belong to an audience. */
const postsOf = (audience: Audience): ReadonlySet<string> =>
  audience === "auditor"
    ? new Set(["auditor"])
    : audience === "staff"
      ? staffPosts
      : new Set([...partyPosts, ...staffPosts])

/**
 * Default deny: what is public is for everybody, and whatever else is asked for needs a post of that audience in the conference
 * that it is about; what is about all conferences, a post that is in none of them (VIEW-1).
 */
export const admit = async ({ directory, engine }: Desk, question: Question): Promise<Refusal | undefined> => {
  const { actor, audience, record, tenant, view } = question
  const allowed = [...postsOf(audience)].filter((post) => record !== undefined || postsAbove.has(post))
  const forbidden: Forbidden = { _tag: "Forbidden", rule: "VIEW-1", command: view.name, allowed }
  const toNobody: Forbidden = { ...forbidden, allowed: [] }
  if (!view.audiences.includes(audience)) return toNobody
  if (audience === "public") return undefined
  const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
  if (actor === undefined) return nobody
  if (!allowed.includes(actor.post)) return forbidden
  const claim = { tenant, conference: record ?? tenant, actor, command: view.name }
  const identified = await identify(engine, directory, { ...claim, instant: engine.clock.now() })
  if (!identified.ok) return identified.refusal
  if (audience !== "parties" || staffPosts.has(actor.post)) return undefined
  const kept = await conferenceOf(engine, claim)
  if ("failure" in kept) return kept.failure
  return isParty(kept.state, actor.within) ? undefined : forbidden
}

const isParty = ({ units }: Conference, unit: string): boolean => units.some((seat) => seat.unit === unit)
