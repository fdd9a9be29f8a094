import { noRules, type OwnChoice } from "@jinlin/core/charter"
import type { CoGovernanceCommand } from "@jinlin/core/co-governance"
import type { CovenantCommand } from "@jinlin/core/covenant"
import type { DeliberationCommand } from "@jinlin/core/deliberation"
import type { DisclosureCommand } from "@jinlin/core/disclosure"
import { digestOfSections, type StepPlan } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { chinaWorkCalendar } from "@jinlin/rule-packs/calendars"
import { rulePacks } from "@jinlin/rule-packs/packs"
import type { Store } from "@jinlin/sdk"
import { virtualClock } from "@jinlin/testkit/clock"
import { publishedCalendar } from "../../src/calendar/published-calendar.ts"
import { type Charter, readCharter } from "../../src/charter/charter.ts"
import { momentIn } from "../../src/hosting/moment.ts"
import type { JinlinConfig } from "../../src/shell/create.ts"
import { type ListedUser, listedDirectory } from "../../src/shell/people.ts"
import type { ActorClaim, CommandRequest } from "../../src/shell/request.ts"
import { grant, type Scene, sceneOn } from "./scene.ts"

/** The residents of the compound, who decide among themselves, and the joint conference. */
export const residents = "compound-residents"
const joint = "joint-conference"

const sets = { [residents]: "compound-residents-meeting", [joint]: "joint-conference" } as const
type Body = keyof typeof sets

const profile = "jinlin.two-deliberations-two-appraisals-two-disclosures@2025-01-01"

const stepOf = (body: Body): StepPlan => ({
  ...{ step: "meeting", body, standing: "council", sets: [sets[body]] },
  ...{ whenLost: { _tag: "Reject" }, returnsTo: [], amendedRestartsAt: null },
})

const citation = { instrument: "the compound's own rules", certainty: "our-default" } as const
const title = { "zh-Hans": "会议", en: "A meeting" }

/** The charter of the compound: its two bodies by the profile, its covenant made by its residents, and filed. */
export const compoundCharter = (...others: ReadonlyArray<OwnChoice>): Charter => {
  const yes = { _tag: "Flag", flag: true } as const
  const read = readCharter({
    ...{ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {} },
    policies: { together: { process: "co-governance", choices: { overseers: ["oversight"] } } },
    rules: {
      ...{ ...noRules, packs: [profile] },
      choices: [
        { key: `residents-covenant/made-by.${sets[residents]}`, value: yes },
        { key: "residents-covenant/filing", value: yes },
        { key: "disclosure/overseers", value: { _tag: "Choices", choices: ["oversight"] } },
        ...others,
      ],
      stepLists: ([residents, joint] as const).map((body) => ({ list: body, title, steps: [stepOf(body)], citation })),
    },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

export const holder = (login: string, post: string, within: string, units: ReadonlyArray<string> = []): ListedUser => ({
  ...{ tenant: "town", login, person: `p-${login}`, units, offices: [{ post, within }] },
})

export const people: ReadonlyArray<ListedUser> = [
  holder("mover", "proposer", residents),
  ...([residents, joint] as const).flatMap((body) => [
    holder(`${body}-chair`, "presider", body),
    holder(`${body}-scribe`, "secretary", body),
  ]),
  holder("discloser", "discloser", residents),
  holder("checker", "checker", residents),
  holder("resident", "resident", residents),
  holder("overseer", "overseer", "oversight"),
  holder("appraiser", "appraiser", "compound-party-branch"),
  holder("insider", "appraiser", "compound-party-branch", ["owners-committee"]),
  holder("drafter", "drafter", residents),
  holder("reviewer", "legal-reviewer", "street"),
  holder("auditor", "auditor", "district"),
  { ...holder("stranger", "resident", "elsewhere"), offices: [] },
]

/** Whoever holds the one office of this login. */
export const as = (login: string): ActorClaim => {
  const office = people.find((user) => user.login === login)?.offices[0]
  if (office === undefined) throw new Error(`${login} holds nothing`)
  return { login, ...office }
}

/** Milliseconds since 1970 at a time of a day in Shanghai; nine o'clock unless it is given. */
const at = (on: CivilDate, hour = 9): number => momentIn("Asia/Shanghai", on, hour * 60).instant

type PublicCommand = CoGovernanceCommand | CovenantCommand | DeliberationCommand | DisclosureCommand
type PublicProcess = "co-governance" | "covenant" | "deliberation" | "disclosure"

/** A scene with a counter: every command has an id of its own. */
export interface PublicScene extends Scene {
  /** Asks, and gives what came of it. */
  readonly ask: (
    to: `${PublicProcess}/${string}`,
    login: string,
    command: PublicCommand,
  ) => ReturnType<Scene["jinlin"]["execute"]>
  /** Asks, and must be granted. */
  readonly tell: (to: `${PublicProcess}/${string}`, login: string, command: PublicCommand) => Promise<void>
  /** Goes on to a time of a day, and lets everything happen by itself that falls due or follows. */
  readonly until: (on: CivilDate, hour?: number) => Promise<void>
}

/** The compound on a store, on 2026-01-05 at nine. */
export const compoundOn = async (store: Store, given: Partial<JinlinConfig> = {}): Promise<PublicScene> => {
  const scene = await sceneOn(store, {
    ...{ directory: listedDirectory(people), charter: compoundCharter(), packs: rulePacks },
    ...{ calendar: publishedCalendar(chinaWorkCalendar), ...given },
    clock: virtualClock(at("2026-01-05")),
  })
  let asked = 0
  const requestOf = (to: string, login: string, command: PublicCommand): CommandRequest => {
    const [process = "", subject = ""] = to.split("/")
    asked += 1
    return { tenant: "town", id: `ask-${asked}`, process, subject, command, actor: as(login) } as CommandRequest
  }
  const settle = async (): Promise<void> => {
    const left = await scene.jinlin.settle("town")
    if (left.length > 0) throw new Error(JSON.stringify(left))
  }
  return {
    ...scene,
    ask: (to, login, command) => scene.jinlin.execute(requestOf(to, login, command)),
    tell: (to, login, command) => grant(scene, requestOf(to, login, command)),
    until: async (on, hour) => {
      if (at(on, hour) > scene.clock.now()) scene.clock.set(at(on, hour))
      await settle()
    },
  }
}

const commitment = (digit: string) => `sha-256:${digit.repeat(64)}` as const

/** The sections of a text of two, told apart by a digit; the second one may be blacked out. */
const sectionsOf = (digit: string) =>
  [
    { name: "what", commitment: commitment(digit) },
    { name: "who", commitment: commitment("f") },
  ] as const

/** The text of a digit, as it is published. */
export const shownOf = (digit: string, blackedOut: ReadonlyArray<string> = []) => {
  const [what, who] = sectionsOf(digit)
  const shown = ({ name }: { readonly name: string }) => !blackedOut.includes(name)
  return [
    { ...what, shown: shown(what) },
    { ...who, shown: shown(who) },
  ] as const
}

/** The digest of that text. */
export const textOf = (digit: string) => digestOfSections(sectionsOf(digit))
export const anyDigest = (digit: string) => commitment(digit)

const roll = ["v-1", "v-2", "v-3"] as const

/** Puts a matter forward and calls the body for four days later. */
export const putForward = async (
  { tell }: PublicScene,
  matter: string,
  { body, sitsOn, text }: { readonly body: Body; readonly text: ReturnType<typeof textOf>; readonly sitsOn: CivilDate },
): Promise<void> => {
  const plan = { list: body, steps: [stepOf(body)] } as const
  await tell(`deliberation/${matter}`, "mover", { _tag: "OpenMatter", title: "a new gate", about: null, text, plan })
  const call = { _tag: "CallStep", step: "meeting", set: sets[body], sitsOn, urgent: null } as const
  await tell(`deliberation/${matter}`, `${body}-chair`, call)
  const [one, ...others] = roll.map((voter) => ({ voter, person: `p-${voter}`, heads: 1, area: 0, kind: null }))
  if (one === undefined) throw new Error("a roll of nobody")
  await tell(`deliberation/${matter}`, `${body}-scribe`, { _tag: "EnterRoll", voters: [one, ...others] })
}

/** The body sits today, and decides. */
export const decideOn = async (
  { clock, tell }: PublicScene,
  matter: string,
  { body, passes = true }: { readonly body: Body; readonly passes?: boolean },
): Promise<void> => {
  const to = `deliberation/${matter}` as const
  const chair = `${body}-chair`
  const today = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 10) as CivilDate
  await tell(to, `${body}-scribe`, { _tag: "RecordAttendance", present: [...roll] })
  await tell(to, chair, { _tag: "OpenBallot", motion: { _tag: "Adopt" }, mode: "show-of-hands", closesOn: today })
  const [for_, against] = passes ? [[...roll], []] : [[], [...roll]]
  await tell(to, chair, { _tag: "RecordVotes", for: for_, against, abstain: [], void: [] })
  await tell(to, chair, { _tag: "CloseBallot" })
  await tell(to, chair, { _tag: "DecideStep" })
}

/** Draws a disclosure up and has it checked. */
export const drawUp = async (
  { tell }: PublicScene,
  disclosure: string,
  given: {
    readonly matter: string
    readonly what?: "decision" | "result"
    readonly sections: ReturnType<typeof shownOf>
    readonly corrects?: string
  },
): Promise<void> => {
  const { corrects = null, matter, sections, what = "decision" } = given
  const prepare = { _tag: "PrepareDisclosure", matter, what, sections, corrects, audience: "residents" } as const
  await tell(`disclosure/${disclosure}`, "discloser", prepare)
  const document = digestOfSections(sections)
  await tell(`disclosure/${disclosure}`, "checker", { _tag: "ConfirmCheck", document, preparation: 1 })
}

/** An objection that was received on a day. */
export const objectingOn = (
  receivedOn: CivilDate,
  objection = "o-1",
  text: ReturnType<typeof textOf> = anyDigest("a"),
) => ({ _tag: "RaiseObjection", objection, text, receivedOn, evidence: null }) as const

/** Puts a disclosure up on the notice board. */
export const putUp = ({ tell }: PublicScene, disclosure: string, on: CivilDate): Promise<void> =>
  tell(`disclosure/${disclosure}`, "discloser", {
    ...{ _tag: "PostDisclosure", channel: "notice-board", place: "the gate", on, evidence: null },
  })

/** A matter that both bodies have decided on 2026-01-09, resolved, on that day. */
export const resolvedOn = async (store: Store, given: Partial<JinlinConfig> = {}): Promise<PublicScene> => {
  const scene = await compoundOn(store, given)
  const { tell, until } = scene
  const text = textOf("1")
  await tell("co-governance/c-1", "mover", {
    _tag: "OpenCoGovernance",
    title: "a new gate",
    combine: "both",
    touched: [],
  })
  for (const [matter, body, which] of [
    ["m-1", residents, "self-governance"],
    ["m-2", joint, "joint"],
  ] as const) {
    await putForward(scene, matter, { body, text, sitsOn: "2026-01-09" })
    await tell("co-governance/c-1", "mover", { _tag: "AttachDeliberation", which, matter })
  }
  await until("2026-01-09")
  await decideOn(scene, "m-2", { body: joint })
  await decideOn(scene, "m-1", { body: residents })
  await until("2026-01-09", 12)
  return scene
}
