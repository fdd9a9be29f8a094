import { type BallotCommand, ballotSubject } from "@jinlin/core/ballot"
import { noRules, type OwnChoice } from "@jinlin/core/charter"
import type { DeliberationCommand, DeliberationEvent } from "@jinlin/core/deliberation"
import type { BallotMode, StepPlan } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Store } from "@jinlin/sdk"
import { virtualClock } from "@jinlin/testkit/clock"
import { type Charter, readCharter } from "../../src/charter/charter.ts"
import type { JinlinConfig } from "../../src/shell/create.ts"
import { type ListedUser, listedDirectory } from "../../src/shell/people.ts"
import type { ActorClaim, CommandRequest } from "../../src/shell/request.ts"
import { day, grant, type Scene, sceneOn, start, usersOf } from "./scene.ts"

const more = (measure: "heads" | "area") =>
  ({
    _tag: "Threshold",
    threshold: {
      share: { numerator: "1", denominator: "2" },
      comparison: "more-than",
      measure,
      base: "participating",
    },
  }) as const

const count = (of: number, unit: "time" | "calendar-day" | "person") => ({ _tag: "Count", count: of, unit }) as const

/** What the owners have chosen for one set: more than half of the heads, and of the area where that counts. */
const chosen = (set: string, measures: ReadonlyArray<"heads" | "area">): ReadonlyArray<OwnChoice> => [
  ...measures.map((measure) => ({ key: `${set}/approval.${measure}`, value: more(measure) }) as const),
  { key: `${set}/ballot-modes`, value: { _tag: "Choices", choices: ["open", "secret", "show-of-hands"] } },
  { key: `${set}/quorum-counts`, value: { _tag: "Choice", choice: "participating" } },
  { key: `${set}/proxy-cap`, value: count(3, "person") },
  { key: `${set}/extension-times`, value: count(1, "time") },
  { key: `${set}/extension-days`, value: count(7, "calendar-day") },
]

/** The sets under which the owners sit: by heads alone, or by heads and area. */
export const [byHeads, byArea] = ["owners-by-heads", "owners-by-area"] as const

const citation = { instrument: "the owners' own rules", certainty: "our-default" } as const

const plan: StepPlan = {
  ...{ step: "assembly", body: "owners", standing: "owners", sets: [byHeads, byArea] },
  ...{ whenLost: { _tag: "Stay" }, returnsTo: [], amendedRestartsAt: null },
}

/** The charter of the willows with the rules of its owners, and more choices where a test asks for them. */
export const charterWith = (...others: ReadonlyArray<OwnChoice>): Charter => {
  const choices = [...chosen(byHeads, ["heads"]), ...chosen(byArea, ["heads", "area"]), ...others]
  const title = { "zh-Hans": "业主", en: "Owners" }
  const lists = [{ list: "owners", title, steps: [plan] as const, citation }]
  const rules = { ...noRules, choices, stepLists: lists }
  const read = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, policies: {}, rules })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

/** So many names of voters, `v-1` on. The person of `v-7` is `p-v-7`, who logs in as `v-7`. */
export const voters = (size: number): ReadonlyArray<string> => Array.from({ length: size }, (_, at) => `v-${at + 1}`)

const office = (login: string, post: string, within: string, tenant = "town"): ListedUser => ({
  ...{ tenant, login, person: `p-${login}`, units: [], offices: [{ post, within }] },
})

/** The people of the owners: who puts forward, presides, keeps the papers and oversees, an auditor, and so many voters. */
export const ownersOf = (size: number, tenant = "town"): ReadonlyArray<ListedUser> => [
  office("mover", "proposer", "owners-committee", tenant),
  office("chair", "presider", "owners", tenant),
  office("scribe", "secretary", "owners", tenant),
  office("other-scribe", "secretary", "committee", tenant),
  office("overseer", "overseer", "owners", tenant),
  office("other-overseer", "overseer", "oversight", tenant),
  ...voters(size).map((login) => ({ tenant, login, person: `p-${login}`, units: [], offices: [] })),
]

export const mover: ActorClaim = { login: "mover", post: "proposer", within: "owners-committee" }
export const chair: ActorClaim = { login: "chair", post: "presider", within: "owners" }
export const overseer: ActorClaim = { login: "overseer", post: "overseer", within: "owners" }
export const scribe: ActorClaim = { login: "scribe", post: "secretary", within: "owners" }
export const voterOf = (login: string, matter = "m-1"): ActorClaim => ({ login, post: "voter", within: matter })

/** A command to a matter of the owners. */
export const toMatter = (
  id: string,
  actor: ActorClaim,
  command: DeliberationCommand,
  matter = "m-1",
): CommandRequest<"deliberation"> => ({
  ...{ tenant: "town", id, process: "deliberation", subject: matter, actor, command },
})

/** A command to a ballot, put to the stream that it is for. */
const toBallot = (id: string, actor: ActorClaim, command: BallotCommand): CommandRequest<"ballot"> => ({
  ...{ tenant: "town", id, process: "ballot", actor, command },
  subject: ballotSubject(command.matter, command.round, command.voter),
})

/** What a test says of one round. */
export interface Round {
  readonly size: number
  readonly mode: BallotMode
  readonly set?: string
  readonly matter?: string
  /** Who votes for whom: `[voter, by]`. */
  readonly proxies?: ReadonlyArray<readonly [string, string]>
  readonly area?: (voter: string) => number
  readonly recused?: ReadonlyArray<string>
  /** The last day of the ballot; three days after the sitting unless it is given. */
  readonly closes?: CivilDate
}

/** The day on which the owners sit, four days after the scene begins, and the last day of their ballot. */
export const sitsOn: CivilDate = "2026-01-09"
const closesOn: CivilDate = "2026-01-12"

/** Puts a matter forward, calls the owners and enters their roll. */
export const calling = ({
  area = () => 10_000,
  matter = "m-1",
  size,
  ...round
}: Round): ReadonlyArray<CommandRequest<"deliberation">> => {
  const [one, ...others] = voters(size).map((voter) => ({
    ...{ voter, person: `p-${voter}`, heads: 1, area: area(voter), kind: null },
  }))
  if (one === undefined) throw new Error("a roll of nobody")
  const ask = (name: string, actor: ActorClaim, command: DeliberationCommand) =>
    toMatter(`${matter}-${name}`, actor, command, matter)
  return [
    ask("open", mover, {
      ...{ _tag: "OpenMatter", title: "a new gate", about: null, text: `sha-256:${"1".repeat(64)}` },
      plan: { list: "owners", steps: [plan] },
    }),
    ask("call", chair, { _tag: "CallStep", step: "assembly", set: round.set ?? byHeads, sitsOn, urgent: null }),
    ask("roll", scribe, { _tag: "EnterRoll", voters: [one, ...others] }),
    ...(round.recused ?? []).map((voter) =>
      ask(`recuse-${voter}`, scribe, { _tag: "RecuseVoter", voter, reason: "an interest" }),
    ),
    ...(round.proxies ?? []).map(([voter, by]) => ask(`proxy-${voter}`, scribe, { _tag: "GrantProxy", voter, by })),
  ]
}

/** Puts a matter forward, calls the owners and enters their roll, in a scene. */
export const callOwners = (scene: Scene, round: Round): Promise<void> => grant(scene, ...calling(round))

/** Opens the ballot on the day of the sitting, at nine. */
export const openVote = async (
  scene: Scene,
  { closes = closesOn, matter = "m-1", mode }: Pick<Round, "matter" | "mode" | "closes">,
) => {
  if (scene.clock.now() < start + 4 * day) scene.clock.set(start + 4 * day)
  const command: DeliberationCommand = { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode, closesOn: closes }
  await grant(scene, toMatter(`${matter}-vote`, chair, command, matter))
}

/** A scene of the owners on a store, with a ballot that is open. */
export const votingOn = async (store: Store, round: Round, given: Partial<JinlinConfig> = {}): Promise<Scene> => {
  const scene = await ownersOn(store, round.size, given)
  await callOwners(scene, round)
  await openVote(scene, round)
  return scene
}

/** A scene of the owners on a store, where nothing has happened yet. */
export const ownersOn = (store: Store, size: number, given: Partial<JinlinConfig> = {}): Promise<Scene> => {
  const directory = listedDirectory([...usersOf("town"), ...ownersOf(size), ...ownersOf(size, "city")])
  return sceneOn(store, { directory, charter: charterWith(), ...given, clock: virtualClock(start) })
}

/** The vote of one voter, over their own login. */
export const cast = (
  voter: string,
  choice: "for" | "against" | "abstain",
  given: {
    readonly id?: string
    readonly by?: string
    readonly secret?: boolean
    readonly matter?: string
    readonly round?: number
  } = {},
): CommandRequest<"ballot"> => {
  const { by = voter, matter = "m-1", round = 1, secret = false } = given
  const of = { matter, round, voter, castBy: by, choice }
  const command: BallotCommand = secret ? { _tag: "CastSecretBallot", ...of } : { _tag: "CastBallot", ...of }
  return toBallot(given.id ?? `cast-${matter}-${round}-${voter}-${by}`, voterOf(by, matter), command)
}

/** A paper that the secretary enters. */
export const paper = (
  voter: string,
  choice: "for" | "against" | "abstain",
  given: { readonly late?: boolean; readonly id?: string; readonly matter?: string; readonly by?: string } = {},
): CommandRequest<"ballot"> => {
  const { by = voter, late = false, matter = "m-1" } = given
  const command: BallotCommand = { _tag: "EnterPaperBallot", matter, round: 1, voter, castBy: by, choice, late }
  return toBallot(given.id ?? `paper-${matter}-${voter}-${late}`, scribe, command)
}

/** A paper that cannot be counted. */
export const voidPaper = (voter: string, matter = "m-1"): CommandRequest<"ballot"> =>
  toBallot(`void-${matter}-${voter}`, scribe, {
    _tag: "EnterVoidBallot",
    matter,
    round: 1,
    voter,
    reason: "two crosses",
  })

/** What has happened to a matter, from its stream. */
export const eventsOf = async (
  store: Store,
  stream = "deliberation/m-1",
): Promise<ReadonlyArray<DeliberationEvent>> => {
  const read = await store.readStream("town", stream)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value.map(({ body }): DeliberationEvent => JSON.parse(body))
}
