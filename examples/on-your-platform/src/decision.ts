import { ballotSubject } from "@jinlin/core/ballot"
import type { DeliberationCommand, Voter } from "@jinlin/core/deliberation"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { zhHans } from "@jinlin/messages/zh-hans"
import { registerHtml, stepRegisterOf } from "@jinlin/registers"
import type { ActorClaim, CommandRequest, Jinlin, Outcome } from "jinlin"
import { presider, proposer, secretary, voterOf } from "./people.ts"
import { tenant } from "./requests.ts"

const matter = "bicycle-shed"

/** A command to the matter; the id is made of what it is about, so that it may be sent again. */
const ask = (jinlin: Jinlin, id: string, { actor, command }: { actor: ActorClaim; command: DeliberationCommand }) =>
  jinlin.execute({ ...{ tenant, id: `${matter}-${id}`, process: "deliberation", subject: matter }, actor, command })

// #region put-forward
/** Puts a matter forward. Its plan is the charter's list of today, step by step; `text` is the digest of what is decided on. */
export const putForward = async (jinlin: Jinlin, text: `sha-256:${string}`) => {
  const plan = jinlin.plan({ tenant, list: "twice" })
  if (!plan.ok) return plan
  const command = { _tag: "OpenMatter", title: "A shed for bicycles", about: null, text, plan: plan.value } as const
  return ask(jinlin, "open", { actor: proposer, command })
}
// #endregion put-forward

/** Everybody who may vote, one head each: your platform knows them. */
const roll = ["home-1", "home-2", "home-3", "home-4", "home-5"].map(
  (voter): Voter => ({ voter, person: `p-${voter}`, heads: 1, area: 0, kind: null }),
)

/** One of the two sittings: its step, its day, and how it votes. */
export interface Sitting {
  readonly step: "sound-out" | "decide"
  readonly sitsOn: CivilDate
  readonly mode: "open" | "secret"
}

// #region sit
/** Calls the owners, days before, and enters who may vote. */
export const call = async (jinlin: Jinlin, { sitsOn, step }: Sitting): Promise<Outcome> => {
  const command = { _tag: "CallStep", step, set: "owners-by-heads", sitsOn, urgent: null } as const
  const called = await ask(jinlin, `call-${step}`, { actor: presider, command })
  const [first, ...others] = roll
  if (!called.ok || first === undefined) return called
  return ask(jinlin, `roll-${step}`, { actor: secretary, command: { _tag: "EnterRoll", voters: [first, ...others] } })
}

/** Opens the vote on the day of the sitting, for that day. From here on roll and rules stand. */
export const openVote = (jinlin: Jinlin, { mode, sitsOn, step }: Sitting): Promise<Outcome> => {
  const command = { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode, closesOn: sitsOn } as const
  return ask(jinlin, `vote-${step}`, { actor: presider, command })
}

/** A vote over the voter's own login. Of a secret one nothing but that it was cast gets into the log. */
export const vote = (
  jinlin: Jinlin,
  { mode, round, voter, choice }: Pick<Sitting, "mode"> & { round: number; voter: string; choice: "for" | "against" },
): Promise<Outcome> => {
  const request: CommandRequest<"ballot"> = {
    ...{ tenant, id: `${matter}-${round}-${voter}`, process: "ballot", actor: voterOf(voter, matter) },
    subject: ballotSubject(matter, round, voter),
    command: { _tag: mode === "open" ? "CastBallot" : "CastSecretBallot", matter, round, voter, castBy: voter, choice },
  }
  return jinlin.execute(request)
}
// #endregion sit

// #region register
/** The register of a round, as the secretary prints it. A ballot that nobody closes is closed on the day after its last one. */
export const registerOf = async (jinlin: Jinlin, round: number): Promise<string | undefined> => {
  await jinlin.settle(tenant)
  const looking = { actor: secretary, audience: "staff" } as const
  const sitting = await jinlin.views.deliberation.sitting({ tenant, subject: matter, round }, looking)
  if (!sitting.ok) return undefined
  const { entry, marks, roll: frozen, title } = sitting.value
  const around = { community: "willow", title, roll: frozen, ...(marks === null ? {} : { marks }) }
  return registerHtml(stepRegisterOf(entry, around), { messages: zhHans })
}
// #endregion register
