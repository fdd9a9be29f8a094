import type { Conference, ConferenceCommand, Meeting, Seat } from "@jinlin/core/joint-conference"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Move } from "./moves.ts"

/** Where a move is made: the day, and a name that was never used. */
interface Place {
  readonly today: CivilDate
  readonly fresh: string
}

const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]
const twoBits = (bits: number, place: number): number => (bits >> (2 * (place % 8))) & 3
const someDigest = (number: number): `${string}:${string}` => `sha-256:${String(number % 10).repeat(64)}`
const reason = "as things are"

const waitingIn = (conference: Conference, ...statuses: ReadonlyArray<Meeting["status"]>): ReadonlyArray<Meeting> => {
  const fitting = conference.meetings.filter((meeting) => statuses.includes(meeting.status))
  return fitting.length > 0 ? fitting : conference.meetings
}

/** Of the meetings at this step, those of today if there are any. */
const sittingOn = (conference: Conference, today: CivilDate, status: Meeting["status"]): ReadonlyArray<Meeting> => {
  const fitting = waitingIn(conference, status)
  const ofToday = fitting.filter((meeting) => meeting.on === today)
  return ofToday.length > 0 ? ofToday : fitting
}

const peopleOf = (unit: string) => ({ delegate: `${unit}:delegate`, alternate: `${unit}:alternate` })

const ofRoll = (move: Move, conference: Conference, { fresh, today }: Place): ConferenceCommand => {
  const names = conference.units.map(({ unit }) => unit)
  const unit = pick(names, move.which) ?? "nobody"
  const other = pick(names, move.other) ?? "nobody"
  switch (move.kind) {
    case "admit":
    case "observe": {
      const capacity = move.kind === "admit" ? "member" : "observer"
      const people = move.other % 9 === 0 ? peopleOf(other) : peopleOf(fresh)
      return { _tag: "AdmitUnit", unit: move.which % 9 === 0 ? unit : fresh, kind: "school", capacity, ...people }
    }
    case "release":
      return { _tag: "ReleaseUnit", unit, reason }
    case "merge": {
      const into = move.bits % 3 === 0 ? fresh : unit
      return { _tag: "MergeMemberUnits", units: [unit, other], into, ...peopleOf(into) }
    }
    case "delegate":
      return {
        _tag: "NameDelegate",
        unit,
        delegate: `${fresh}:delegate`,
        alternate: move.other % 2 === 0 ? null : `${unit}:alternate`,
      }
    case "convenor":
      return { _tag: "AssignConvenor", person: `leader-${move.which % 4}`, from: addDays(today, (move.other % 40) - 2) }
    default:
      return {
        _tag: "AppointSecretariat",
        body: move.other % 5 === 0 ? unit : "party-organization",
        person: `clerk-${move.which % 3}`,
      }
  }
}

const ofCalling = (move: Move, conference: Conference, { fresh, today }: Place): ConferenceCommand => {
  const unit = pick(conference.units, move.other)?.unit ?? null
  const chairUnit = move.bits % 4 === 0 ? null : unit
  const ahead = move.which % 4 === 0 ? move.which % 25 : 12 + (move.which % 13)
  const appointment = { on: addDays(today, ahead), minuteOfDay: 600, place: "the hall" }
  const meeting = pick(waitingIn(conference, "scheduled"), move.which)?.meeting ?? "no-meeting"
  const inquorate = pick(waitingIn(conference, "inquorate"), move.which)?.meeting ?? "no-meeting"
  switch (move.kind) {
    case "schedule":
      return { _tag: "ScheduleMeeting", ...appointment, meeting: `meeting-${fresh}`, chairUnit }
    case "chair":
      return { _tag: "ReplaceChairUnit", meeting, chairUnit }
    case "item":
      return {
        _tag: "AddAgendaItem",
        meeting,
        item: `item-${move.bits % 5}`,
        title: "a matter",
        proposedBy: unit ?? "nobody",
      }
    case "withdraw":
      return { _tag: "WithdrawAgendaItem", meeting, item: `item-${move.bits % 5}` }
    case "notice":
      return { _tag: "GiveNotice", meeting }
    case "cancel":
      return { _tag: "CancelMeeting", meeting, reason }
    case "adjourn":
      return { _tag: "AdjournMeeting", ...appointment, meeting: inquorate, into: `meeting-${fresh}`, chairUnit }
    default:
      return { _tag: "ReconveneMeeting", ...appointment, meeting: inquorate }
  }
}

/** Two bits say how a unit comes: not at all, with its delegate, with its alternate, with both. */
const arrivals = (meeting: Meeting, roll: ReadonlyArray<Seat>, bits: number): ReadonlyArray<ConferenceCommand> =>
  roll.flatMap((seat, place) =>
    (["delegate", "alternate"] as const)
      .filter((_, bit) => (twoBits(bits, place) & (bit + 1)) !== 0)
      .map((by) => ({
        _tag: "RecordAttendance",
        meeting: meeting.meeting,
        unit: seat.unit,
        by,
        person: (by === "delegate" ? seat.delegate : seat.alternate) ?? seat.delegate,
      })),
  )

const attend = (move: Move, conference: Conference, { today }: Place): ReadonlyArray<ConferenceCommand> => {
  const meeting = pick(sittingOn(conference, today, move.which % 5 === 0 ? "quorate" : "noticed"), move.which)
  const roll = meeting?.frozen?.roll ?? conference.units
  if (meeting === undefined) return []
  if (move.kind === "meet") return arrivals(meeting, roll, move.bits)
  // Sometimes somebody comes whom the unit named after the notice.
  const seat = pick(move.bits % 3 === 0 ? conference.units : roll, move.other)
  if (seat === undefined) return []
  const by = move.bits % 2 === 0 ? "delegate" : "alternate"
  const person = move.bits % 5 === 0 ? "a-stranger" : ((by === "delegate" ? seat.delegate : seat.alternate) ?? "nobody")
  return [
    {
      _tag: "RecordAttendance",
      meeting: meeting.meeting,
      unit: move.bits % 7 === 0 ? "nobody" : seat.unit,
      by,
      person,
    },
  ]
}

const resolve = (move: Move, conference: Conference, { fresh, today }: Place): ConferenceCommand => {
  const meeting = pick(sittingOn(conference, today, "quorate"), move.which)
  const came = meeting?.attendance.map(({ unit }) => unit) ?? []
  const recused = move.other % 3 === 0 ? came.slice(0, 1) : []
  const voting = move.other % 11 === 0 ? came : came.filter((unit) => !recused.includes(unit))
  const choice = (wanted: number) => voting.filter((_, place) => twoBits(move.bits, place) === wanted)
  const chairUnit = meeting?.chairUnit ?? null
  const chairCan = chairUnit === null || (came.includes(chairUnit) && !recused.includes(chairUnit))
  const presidedBy = chairCan ? chairUnit : move.other % 2 === 0 ? null : (voting[0] ?? null)
  return {
    _tag: "AdoptResolution",
    meeting: meeting?.meeting ?? "no-meeting",
    resolution: `resolution-${fresh}`,
    item: meeting?.agenda[move.which % (meeting.agenda.length || 1)]?.item ?? "item-0",
    textDigest: someDigest(move.other),
    presidedBy,
    recused,
    votes: { for: [...choice(0), ...choice(3)], against: choice(1), abstain: choice(2) },
    responsibleUnit: pick(conference.units, move.other)?.unit ?? "nobody",
    dueOn: addDays(today, (move.other % 30) - 1),
  }
}

const ofSitting = (move: Move, conference: Conference, { today }: Place): ConferenceCommand => {
  const at = (status: Meeting["status"]) =>
    pick(sittingOn(conference, today, status), move.which)?.meeting ?? "no-meeting"
  switch (move.kind) {
    case "call":
      return { _tag: "CallToOrder", meeting: at("noticed") }
    case "close":
      return { _tag: "CloseMeeting", meeting: at("quorate") }
    case "minutes":
      return { _tag: "FileMinutes", meeting: at("held"), digest: someDigest(move.other) }
    default:
      return { _tag: "RemindMinutes", meeting: at("held") }
  }
}

const ofAction = (move: Move, conference: Conference, { today }: Place): ConferenceCommand => {
  const all = conference.meetings.flatMap(({ actions }) => actions)
  const resolution = pick(all, move.which)?.resolution ?? "no-resolution"
  switch (move.kind) {
    case "finish":
      return { _tag: "CloseAction", resolution, evidence: someDigest(move.other) }
    case "extend":
      return { _tag: "ExtendAction", resolution, dueOn: addDays(today, move.other - 5), reason }
    case "reassign":
      return { _tag: "ReassignAction", resolution, unit: pick(conference.units, move.other)?.unit ?? "nobody", reason }
    default:
      return { _tag: "RemindAction", resolution, stage: move.other % 2 === 0 ? "before-due" : "overdue" }
  }
}

/** The commands that a move means where the conference stands. */
export const commandFor = (move: Move, conference: Conference, place: Place): ReadonlyArray<ConferenceCommand> => {
  switch (move.kind) {
    case "wait":
      return []
    case "policy": {
      const policy = conference.policies[0]?.policy
      if (policy === undefined) return []
      const changed = { ...policy, noticeDays: 1 + (move.other % 7), meetingMonths: 1 + (move.which % 4) }
      return [{ _tag: "AdoptPolicy", policy: changed, effectiveFrom: addDays(place.today, (move.bits % 12) - 1) }]
    }
    case "admit":
    case "observe":
    case "release":
    case "merge":
    case "delegate":
    case "convenor":
    case "secretariat":
      return [ofRoll(move, conference, place)]
    case "meet":
    case "attend":
      return attend(move, conference, place)
    case "resolve":
      return [resolve(move, conference, place)]
    case "call":
    case "close":
    case "minutes":
    case "remind-minutes":
      return [ofSitting(move, conference, place)]
    case "finish":
    case "extend":
    case "reassign":
    case "remind":
      return [ofAction(move, conference, place)]
    case "missing":
      return [{ _tag: "NoteMissingMeeting" }]
    case "dissolve":
      return [{ _tag: "DissolveConference", reason }]
    default:
      return [ofCalling(move, conference, place)]
  }
}
