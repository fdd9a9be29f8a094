import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import * as fc from "fast-check"
import { conferencePolicies } from "./policies.ts"

type Tag = ConferenceCommand["_tag"]
type Of<Named extends Tag> = Extract<ConferenceCommand, { readonly _tag: Named }>

const pool = (name: string, size: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: size }).map((number) => `${name}-${number}`)
const digests = fc.integer({ min: 0, max: 9 }).map((digit) => `sha-256:${String(digit).repeat(64)}` as const)
const orNobody = (ids: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(ids, { nil: null })

const units = pool("unit", 5)
const people = pool("person", 12)
const meetings = pool("meeting", 4)
const items = pool("item", 4)
const resolutions = pool("resolution", 5)
const reason = fc.constant("for good reasons")

const commandsAround = (today: CivilDate): { readonly [Named in Tag]: fc.Arbitrary<Omit<Of<Named>, "_tag">> } => {
  const days = fc.integer({ min: -40, max: 120 }).map((days) => addDays(today, days))
  const appointment = {
    on: days,
    minuteOfDay: fc.constantFrom(0, 540, 870, 1439),
    place: fc.constant("the meeting room"),
  }
  const spoken = { delegate: people, alternate: orNobody(people) }
  const votes = fc.record({
    for: fc.array(units, { maxLength: 5 }),
    against: fc.array(units, { maxLength: 3 }),
    abstain: fc.array(units, { maxLength: 2 }),
  })
  return {
    FoundConference: fc.record({
      level: fc.constantFrom("community", "subdistrict"),
      convenor: people,
      policy: conferencePolicies(),
    }),
    AdoptPolicy: fc.record({ policy: conferencePolicies(), effectiveFrom: days }),
    AssignConvenor: fc.record({ person: people, from: days }),
    AppointSecretariat: fc.record({ body: fc.oneof(pool("body", 2), units), person: people }),
    AdmitUnit: fc.record({
      unit: units,
      kind: pool("kind", 3),
      capacity: fc.constantFrom("member", "observer"),
      ...spoken,
    }),
    ReleaseUnit: fc.record({ unit: units, reason }),
    MergeMemberUnits: fc.record({ units: fc.tuple(units, units), into: units, ...spoken }),
    NameDelegate: fc.record({ unit: units, ...spoken }),
    ScheduleMeeting: fc.record({ ...appointment, meeting: meetings, chairUnit: orNobody(units) }),
    ReplaceChairUnit: fc.record({ meeting: meetings, chairUnit: orNobody(units) }),
    AddAgendaItem: fc.record({ meeting: meetings, item: items, title: fc.constant("a matter"), proposedBy: units }),
    WithdrawAgendaItem: fc.record({ meeting: meetings, item: items }),
    GiveNotice: fc.record({ meeting: meetings }),
    CancelMeeting: fc.record({ meeting: meetings, reason }),
    RecordAttendance: fc.record({
      meeting: meetings,
      unit: units,
      by: fc.constantFrom("delegate", "alternate"),
      person: people,
    }),
    CallToOrder: fc.record({ meeting: meetings }),
    AdjournMeeting: fc.record({ ...appointment, meeting: meetings, into: meetings, chairUnit: orNobody(units) }),
    ReconveneMeeting: fc.record({ ...appointment, meeting: meetings }),
    AdoptResolution: fc.record({
      meeting: meetings,
      resolution: resolutions,
      item: items,
      textDigest: digests,
      presidedBy: orNobody(units),
      recused: fc.array(units, { maxLength: 2 }),
      votes,
      responsibleUnit: units,
      dueOn: days,
    }),
    CloseMeeting: fc.record({ meeting: meetings }),
    FileMinutes: fc.record({ meeting: meetings, digest: digests }),
    RemindMinutes: fc.record({ meeting: meetings }),
    CloseAction: fc.record({ resolution: resolutions, evidence: digests }),
    ExtendAction: fc.record({ resolution: resolutions, dueOn: days, reason }),
    ReassignAction: fc.record({ resolution: resolutions, unit: units, reason }),
    RemindAction: fc.record({ resolution: resolutions, stage: fc.constantFrom("before-due", "overdue") }),
    NoteMissingMeeting: fc.constant({}),
    DissolveConference: fc.record({ reason }),
  }
}

/**
 * Any command to a joint conference, well formed and mostly out of place, over small pools of ids and days around `today`.
 * `tags` narrows it to some kinds.
 */
export const conferenceCommands = (
  options: { readonly today?: CivilDate; readonly tags?: ReadonlyArray<ConferenceCommand["_tag"]> } = {},
): fc.Arbitrary<ConferenceCommand> => {
  const all = commandsAround(options.today ?? "2026-03-02")
  const tags = options.tags ?? (Object.keys(all) as ReadonlyArray<Tag>)
  return fc.oneof(
    ...tags.map((_tag) =>
      (all[_tag] as fc.Arbitrary<object>).map((fields) => ({ _tag, ...fields }) as ConferenceCommand),
    ),
  )
}
