import { type ConferenceCommand, conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { type RotaCommand, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import type { Directory, Store, StoredEvent } from "@jinlin/sdk"
import { type VirtualClock, virtualClock } from "@jinlin/testkit/clock"
import { type Charter, readCharter } from "../../src/charter/charter.ts"
import { createJinlin, type Jinlin, type JinlinConfig } from "../../src/shell/create.ts"
import type { Engine } from "../../src/shell/engine.ts"
import { engineOn } from "../../src/shell/engine-on.ts"
import { type ListedUser, listedDirectory } from "../../src/shell/people.ts"
import type { ActorClaim, CommandRequest } from "../../src/shell/request.ts"

/** The charter of every scene: the community of the willows, in the zone of Shanghai. */
const charter: Charter = (() => {
  const read = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, policies: {} })
  if (!read.ok) throw new Error("the charter of the scene")
  return read.value
})()

/** 2026-01-05, nine o'clock in Shanghai: when every scene begins. */
export const start = Date.UTC(2026, 0, 5, 1)
export const minute = 60_000
export const day = 86_400_000

/** The units that may join, each with a delegate and an alternate whose login is the reference without `p-`. */
export const units = ["school", "clinic", "court", "market", "garden"] as const

const person = (login: string, given: Partial<ListedUser> = {}): ListedUser => ({
  ...{ tenant: "town", login, person: `p-${login}`, units: [], offices: [] },
  ...given,
})

/** The users of one tenant; the same logins mean other people in another. */
export const usersOf = (tenant: string): ReadonlyArray<ListedUser> =>
  [
    person("superior", { offices: [{ post: "superior", within: "subdistrict" }] }),
    person("auditor", { offices: [{ post: "auditor", within: "district" }] }),
    person("convenor", { units: ["subdistrict"] }),
    person("next-convenor", { units: ["subdistrict"] }),
    person("clerk", { units: ["office"] }),
    person("stranger", { units: ["elsewhere"] }),
    ...units.flatMap((unit) => [
      person(`${unit}-delegate`, { units: [unit] }),
      person(`${unit}-alternate`, { units: [unit] }),
      person(`${unit}-head`, { units: [unit], offices: [{ post: "unit-head", within: unit }] }),
    ]),
  ].map((user) => (tenant === "town" ? user : { ...user, tenant, person: `${user.person}-of-${tenant}` }))

export const superior: ActorClaim = { login: "superior", post: "superior", within: "subdistrict" }
export const auditor: ActorClaim = { login: "auditor", post: "auditor", within: "district" }
export const convenor: ActorClaim = { login: "convenor", post: "convenor", within: "subdistrict" }
export const clerk: ActorClaim = { login: "clerk", post: "secretary", within: "office" }
export const stranger: ActorClaim = { login: "stranger", post: "convenor", within: "elsewhere" }
export const delegateOf = (unit: string): ActorClaim => ({ login: `${unit}-delegate`, post: "delegate", within: unit })

type Id = string

/** A command to the conference of the willows. */
export const toConference = (
  id: Id,
  actor: ActorClaim,
  command: ConferenceCommand,
): CommandRequest<"joint-conference"> => ({
  ...{ tenant: "town", id, process: "joint-conference", subject: "willow", actor, command },
})

/** A command to its rota. */
export const toRota = (id: Id, actor: ActorClaim, command: RotaCommand): CommandRequest<"rotating-chair"> => ({
  ...{ tenant: "town", id, process: "rotating-chair", subject: "willow", actor, command },
})

export const found = toConference("found", superior, {
  _tag: "FoundConference",
  level: "community",
  convenor: "p-convenor",
  policy: conferencePolicyDefaults,
})

export const appoint = toConference("appoint", convenor, {
  _tag: "AppointSecretariat",
  body: "office",
  person: "p-clerk",
})

/** The convenor admits a unit. */
export const admit = (unit: string, id: Id = `admit-${unit}`) =>
  toConference(id, convenor, {
    _tag: "AdmitUnit",
    unit,
    kind: "school",
    capacity: "member",
    delegate: `p-${unit}-delegate`,
    alternate: `p-${unit}-alternate`,
  })

export const release = (unit: string, id: Id = `release-${unit}`) =>
  toConference(id, convenor, { _tag: "ReleaseUnit", unit, reason: "it moved away" })

/** The rota of these units, in turns of a month, from this day on. */
export const openRota = (
  rotaUnits: ReadonlyArray<string>,
  { id = "open-rota", startsOn = "2026-01-05" }: { readonly id?: Id; readonly startsOn?: CivilDate } = {},
) =>
  toRota(id, convenor, {
    _tag: "OpenRota",
    policy: { ...rotaPolicyDefaults, order: { _tag: "Listed" }, term: { _tag: "Months", count: 1 } },
    units: rotaUnits,
    startsOn,
  })

/** A meeting on this day, to be presided over by this unit. */
export const schedule = (
  meeting: string,
  { chairUnit, id = `schedule-${meeting}`, on }: { on: CivilDate; chairUnit: string | null; id?: Id },
) =>
  toConference(id, clerk, {
    ...{ _tag: "ScheduleMeeting", meeting, on, chairUnit },
    ...{ minuteOfDay: 540, place: "the hall" },
  })

/** A scene: jinlin on a store, with a clock that the test moves. */
export interface Scene {
  readonly jinlin: Jinlin
  readonly clock: VirtualClock
  readonly store: Store
}

/** Sets a scene on a store; several may be set on one store, and each has a shelf of its own. */
export const sceneOn = async (
  store: Store,
  given: Partial<Omit<JinlinConfig, "clock">> & { readonly clock?: VirtualClock } = {},
): Promise<Scene> => {
  const clock = given.clock ?? virtualClock(start)
  const directory: JinlinConfig["directory"] = listedDirectory([...usersOf("town"), ...usersOf("city")])
  const made = await createJinlin({ store, directory, charter, ...given, clock })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return { jinlin: made.value, clock, store }
}

/** The engine alone, for what jinlin does not show. */
export const engineFor = (store: Store, clock: VirtualClock): Engine =>
  engineOn({ store, clock, zoneOf: () => charter.zone })

/** A directory for a scene that is set by hand. */
export const townDirectory = (): Directory => listedDirectory([...usersOf("town"), ...usersOf("city")])

/** Carries out requests one after the other; each must be accepted. */
export const grant = async (
  { jinlin }: Pick<Scene, "jinlin">,
  ...requests: ReadonlyArray<CommandRequest>
): Promise<void> => {
  for (const request of requests) {
    const outcome = await jinlin.execute(request)
    if (!outcome.ok) throw new Error(`${request.id} was refused: ${JSON.stringify(outcome.refusals)}`)
  }
}

/** The conference, founded and served, with these member units. */
export const founding = (...members: ReadonlyArray<string>): ReadonlyArray<CommandRequest> => [
  ...[found, appoint],
  ...members.map((unit) => admit(unit)),
]

/** Everything that a tenant's log holds. */
export const logOf = async (store: Pick<Store, "readLog">, tenant = "town"): Promise<ReadonlyArray<StoredEvent>> => {
  const page = await store.readLog(tenant, { limit: 10_000 })
  if (!page.ok) throw new Error(JSON.stringify(page.failure))
  return page.value.events
}

/** What is noted of forbidden attempts. */
export const auditOf = async (store: Store, tenant = "town"): Promise<ReadonlyArray<unknown>> => {
  const page = await store.readAudit(tenant, { limit: 1000 })
  if (!page.ok) throw new Error(JSON.stringify(page.failure))
  return page.value.rows.map(({ body, kind }) => ({ kind, ...JSON.parse(body) }))
}

/** The tags of refusals, or `accepted`. */
export const saidOf = (
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusals: ReadonlyArray<{ readonly _tag: string }> },
): string => (outcome.ok ? "accepted" : outcome.refusals.map(({ _tag }) => _tag).join(" "))
