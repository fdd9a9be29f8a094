import type { Conference } from "@jinlin/core/joint-conference"
import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import { presiderOf } from "@jinlin/core/reactions"
import { type Rota, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import type { Store, StoredEvent } from "@jinlin/sdk"
import * as fc from "fast-check"
import { momentAt, momentIn } from "../../src/hosting/moment.ts"
import { type Engine, load } from "../../src/shell/engine.ts"
import type { CommandRequest } from "../../src/shell/request.ts"
import { followOn } from "../../src/shell/settling.ts"
import { reactOnce } from "../../src/workers/reactor.ts"
import {
  admit,
  appoint,
  clerk,
  convenor,
  day,
  delegateOf,
  engineFor,
  found,
  grant,
  logOf,
  minute,
  openRota,
  release,
  type Scene,
  saidOf,
  sceneOn,
  start,
  toConference,
  toRota,
  units,
} from "./scene.ts"

/** One thing that somebody does, so many minutes after the beginning. */
export interface Deed {
  readonly at: number
  readonly kind: (typeof kinds)[number]
  readonly which: number
}

const kinds = [
  ...["admit", "release", "schedule", "schedule", "notice", "notice", "hold", "hold", "minutes", "close", "extend"],
  ...["skip", "swap", "decline", "substitute", "no-show", "hand-over", "interest", "merge", "delegate"],
] as const

/** Whatever may happen in so many days, in the order of time. */
export const deeds = (days: number): fc.Arbitrary<ReadonlyArray<Deed>> =>
  fc
    .array(
      fc.record({
        at: fc.integer({ min: 1, max: days * 1440 }),
        kind: fc.constantFrom(...kinds),
        which: fc.nat({ max: 1000 }),
      }),
      { minLength: 10, maxLength: 40 },
    )
    .map((list) => list.toSorted((one, other) => one.at - other.at))

interface Standing {
  readonly conference: Conference
  readonly rota: Rota
}

const standingOf = async (engine: Engine): Promise<Standing> => {
  const stateOf = async (name: string): Promise<unknown> => {
    const process = engine.processes.get(name)
    if (process === undefined) throw new Error(name)
    const read = await load(engine, { tenant: "town", process, subject: "willow" }, true)
    if (!read.ok) throw new Error(JSON.stringify(read.failure))
    return read.value.state
  }
  return {
    conference: (await stateOf("joint-conference")) as Conference,
    rota: (await stateOf("rotating-chair")) as Rota,
  }
}

const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]
const digest = `sha-256:${"7".repeat(64)}` as const
const reason = "as things are"

const presiderOn = ({ rota }: Standing, on: CivilDate): string | null => {
  const presider = presiderOf(rota, on, null)
  return presider?._tag === "Unit" ? presider.unit : null
}

/** A whole sitting, on the day to which it was called. */
const sitting = (id: string, { conference, rota }: Standing, today: CivilDate): ReadonlyArray<CommandRequest> => {
  const called = conference.meetings.find(({ on, status }) => status === "noticed" && on === today)
  if (called === undefined) return []
  const { agenda, chairUnit, meeting } = called
  const roll = conference.units.map(({ unit }) => unit)
  const chair = chairUnit === null ? convenor : delegateOf(chairUnit)
  const came = roll.map((unit) =>
    toConference(`${id}-came-${unit}`, clerk, {
      ...{ _tag: "RecordAttendance", meeting, unit, by: "delegate", person: `p-${unit}-delegate` },
    }),
  )
  const item = agenda[0]?.item ?? "no-item"
  const presider = presiderOf(rota, today, item)
  const presidedBy = presider?._tag === "Unit" ? presider.unit : null
  const votes = { for: roll, against: [], abstain: [] }
  return [
    ...came,
    toConference(`${id}-order`, chair, { _tag: "CallToOrder", meeting }),
    toConference(`${id}-adopt`, presidedBy === null ? convenor : delegateOf(presidedBy), {
      ...{ _tag: "AdoptResolution", meeting, resolution: `r-${id}`, item, textDigest: digest, presidedBy, votes },
      ...{ recused: [], responsibleUnit: roll[0] ?? "nobody", dueOn: addDays(today, 9) },
    }),
    toConference(`${id}-closing`, chair, { _tag: "CloseMeeting", meeting }),
  ]
}

const scheduling = (id: string, which: number, standing: Standing, today: CivilDate): ReadonlyArray<CommandRequest> => {
  const on = addDays(today, 2 + (which % (which % 3 === 0 ? 150 : 12)))
  const appointment = { on, minuteOfDay: 600, place: "the hall" }
  const chairUnit = presiderOn(standing, on)
  const meeting = `m-${id}`
  return [
    toConference(id, clerk, { _tag: "ScheduleMeeting", ...appointment, meeting, chairUnit }),
    toConference(`${id}-item`, clerk, {
      _tag: "AddAgendaItem",
      meeting,
      item: `i-${id}`,
      title: "a matter",
      proposedBy: standing.conference.units[0]?.unit ?? "nobody",
    }),
  ]
}

/** What a deed asks for, where things stand: much of it is refused. */
const requestsFor = (
  { kind, which }: Deed,
  id: string,
  standing: Standing,
  today: CivilDate,
): ReadonlyArray<CommandRequest> => {
  const { conference, rota } = standing
  const unit = pick(units, which) ?? "school"
  const other = pick(units, which + 1) ?? "clinic"
  const meeting = pick(conference.meetings, which)?.meeting ?? "no-meeting"
  const term = rota.serving + (which % 3)
  const resolution =
    pick(
      conference.meetings.flatMap(({ actions }) => actions),
      which,
    )?.resolution ?? "no-resolution"
  const holder = rota.terms.find(({ ordinal }) => ordinal === term)?.unit ?? "school"
  switch (kind) {
    case "admit":
      return [admit(unit, id)]
    case "release":
      return [release(unit, id)]
    case "merge":
      return [
        toConference(id, convenor, {
          _tag: "MergeMemberUnits",
          units: [unit, other],
          into: unit,
          delegate: `p-${unit}-delegate`,
          alternate: null,
        }),
      ]
    case "delegate":
      return [
        toConference(
          id,
          { login: `${unit}-head`, post: "unit-head", within: unit },
          { _tag: "NameDelegate", unit, delegate: `p-${unit}-delegate`, alternate: null },
        ),
      ]
    case "schedule":
      return scheduling(id, which, standing, today)
    case "notice":
      return conference.meetings
        .filter(({ status }) => status === "scheduled")
        .slice(0, 2)
        .map(({ meeting: name }, place) => toConference(`${id}-${place}`, clerk, { _tag: "GiveNotice", meeting: name }))
    case "hold":
      return sitting(id, standing, today)
    case "minutes":
      return [toConference(id, clerk, { _tag: "FileMinutes", meeting, digest })]
    case "close":
      return [toConference(id, clerk, { _tag: "CloseAction", resolution, evidence: digest })]
    case "extend":
      return [toConference(id, convenor, { _tag: "ExtendAction", resolution, dueOn: addDays(today, 20), reason })]
    case "skip":
      return [toRota(id, delegateOf(holder), { _tag: "SkipTurn", term, reason })]
    case "decline":
      return [toRota(id, delegateOf(holder), { _tag: "DeclineTurn", term, reason })]
    case "swap":
      return [toRota(id, delegateOf(holder), { _tag: "SwapTurns", first: term, second: term + 1 })]
    case "substitute":
      return [toRota(id, convenor, { _tag: "NameSubstitute", unit: null })]
    case "no-show":
      return [toRota(id, convenor, { _tag: "RecordNoShow", term: rota.serving })]
    case "hand-over":
      return [toRota(id, clerk, { _tag: "HandOverChair", term: rota.handOver?.term ?? 1, record: digest })]
    default:
      return [toRota(id, delegateOf(unit), { _tag: "DeclareInterest", item: `i-${which}`, unit })]
  }
}

const rotaPolicy = {
  ...rotaPolicyDefaults,
  ...{
    order: { _tag: "Listed" },
    term: { _tag: "Months", count: 1 },
    movedTurns: "vacant",
    vacancyDays: 3,
    handOverDays: 5,
  },
} as const
const conferencePolicy = {
  ...conferencePolicyDefaults,
  ...{ noticeDays: 1, agendaDays: 0, meetingMonths: 1, minutesDays: 3, actionReminderDays: 2 },
}

const setting = (): ReadonlyArray<CommandRequest> => {
  const rota = openRota(["school", "clinic", "court"])
  return [
    { ...found, command: { ...found.command, policy: conferencePolicy } as typeof found.command },
    ...[appoint, admit("school"), admit("clinic"), admit("court")],
    { ...rota, command: { ...rota.command, policy: rotaPolicy } as typeof rota.command },
  ]
}

/** Ten o'clock of the first day to which a meeting is called, in minutes after the beginning; now, where there is none. */
const meetingMinute = ({ conference }: Standing, now: number): number => {
  const [first] = conference.meetings
    .filter(({ status }) => status === "noticed")
    .map(({ on }) => (momentIn("Asia/Shanghai", on, 600).instant - start) / minute)
    .toSorted((one, other) => one - other)
  return first ?? now
}

/** How the time of a story passes. */
export interface Timekeeping {
  /** When the timekeeper ticks, in minutes after the beginning. */
  readonly ticks: ReadonlyArray<number>
  /** What a tick is; the shell's own settling unless it is given. */
  readonly tick?: (scene: Scene) => Promise<void>
}

const settled = async ({ jinlin }: Scene): Promise<void> => {
  const inTheWay = await jinlin.settle("town")
  if (inTheWay.length > 0) throw new Error(JSON.stringify(inTheWay))
}

/** What came of a story: what was said to each request, and every stream as it was told, without when it was written. */
export interface Came {
  readonly said: ReadonlyArray<string>
  readonly streams: Readonly<Record<string, ReadonlyArray<unknown>>>
}

const toldIn = (log: ReadonlyArray<StoredEvent>): Came["streams"] => {
  const streams: Record<string, Array<unknown>> = {}
  for (const { body, meta, revision, stream, type } of log) {
    const { written: _, ...rest } = JSON.parse(meta)
    streams[stream] ??= []
    streams[stream].push({ revision, type, body: JSON.parse(body), meta: rest })
  }
  return streams
}

/** Lets a story pass on a store: deeds at their times, ticks at theirs, the reactor after each deed. At the end all is settled. */
export const letPass = async (
  store: Store,
  story: ReadonlyArray<Deed>,
  { tick = settled, ticks }: Timekeeping,
): Promise<Came> => {
  const scene = await sceneOn(store)
  const engine = engineFor(store, scene.clock)
  await grant(scene, ...setting())
  await followOn(engine, "town")
  const said: Array<string> = []
  const waiting = ticks.toSorted((one, other) => one - other)
  let now = 0
  const passTo = async (minutes: number): Promise<void> => {
    now = Math.max(now, minutes)
    while ((waiting[0] ?? Number.POSITIVE_INFINITY) <= now) {
      scene.clock.set(start + (waiting.shift() ?? 0) * minute)
      await tick(scene)
    }
    scene.clock.set(start + now * minute)
  }
  // What is asked depends on where things stand: whoever asks something sees what fell due, and a late timekeeper does not show.
  const look = async (index: number): Promise<void> => {
    const id = `look-${index}`
    await scene.jinlin.execute(index % 2 === 0 ? release("nobody", id) : toRota(id, clerk, { _tag: "CloseRota" }))
  }
  for (const [index, deed] of story.entries()) {
    await passTo(deed.at)
    await look(index)
    if (deed.kind === "hold") {
      await passTo(meetingMinute(await standingOf(engine), now))
      await look(index)
    }
    const today = momentAt("Asia/Shanghai", scene.clock.now()).civilDate
    for (const request of requestsFor(deed, `d-${index}`, await standingOf(engine), today)) {
      said.push(`${request.id} ${saidOf(await scene.jinlin.execute(request))}`)
      while ((await reactOnce(engine, "town")).events > 0);
    }
  }
  scene.clock.set(start + 300 * day)
  await settled(scene)
  return { said, streams: toldIn(await logOf(store)) }
}
