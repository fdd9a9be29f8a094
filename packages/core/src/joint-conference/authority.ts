import type { Actor, AuthorityRule, AuthorityTable } from "../kernel/authority.ts"
import { posts } from "../kernel/authority.ts"
import { refuse } from "../kernel/checked.ts"
import type { ConferenceCircumstances } from "./circumstances.ts"
import type { ConferenceCommand } from "./commands.ts"
import type { Conference, Seat } from "./model.ts"
import { convenorOn, speakerFor, unitOf } from "./rules/index.ts"

type Tag = ConferenceCommand["_tag"]
type Of<Named extends Tag> = Extract<ConferenceCommand, { readonly _tag: Named }>
type Holder = Extract<Actor, { readonly _tag: "Post" }>

/** What a rule looks at: the command, the conference, and the day. */
interface Asked<Command> {
  readonly command: Command
  readonly conference: Conference
  readonly around: ConferenceCircumstances
}

/** Somebody who may: the post that must be held, and what the conference itself knows about who holds it. */
interface Who<Command> {
  readonly post: string
  readonly is: (holder: Holder, asked: Asked<Command>) => boolean
}

/** The body above: the subdistrict for a community's conference, the district for a subdistrict's. It names who convenes. */
const superior: Who<unknown> = { post: "superior", is: () => true }

/** The convenor of the day, by the conference's own record (CONFERENCE-2). */
const convenor: Who<unknown> = {
  post: "convenor",
  is: ({ person }, { around, conference }) => convenorOn(conference, around.now.civilDate) === person,
}

/** Whoever is secretary within the body that serves the conference. */
const secretary: Who<unknown> = {
  post: "secretary",
  is: ({ within }, { conference }) => conference.secretariat?.body === within,
}

/** The secretary, typing for somebody who may, and saying so. */
const onBehalf: Who<unknown> = {
  post: "secretary",
  is: (holder, asked) => secretary.is(holder, asked) && holder.onBehalfOf !== undefined,
}

const speaksWith = (seat: Seat | undefined, { person, post, within }: Holder): boolean =>
  seat?.unit === within && (post === "delegate" ? seat.delegate : seat.alternate) === person

/** The delegate or the alternate of a unit, by the roll as it stands. */
const spokesmen = <Command>(unitIn: (asked: Asked<Command>) => string | undefined): ReadonlyArray<Who<Command>> =>
  ["delegate", "alternate"].map((post) => ({
    post,
    is: (holder, asked) => speaksWith(unitOf(asked.conference, unitIn(asked) ?? ""), holder),
  }))

/** Who speaks in a sitting for the unit that presides: the person who came for it and counts (CONFERENCE-13). */
const presiding = <Command extends { readonly meeting: string }>(
  unitIn: (asked: Asked<Command>, chairUnit: string | null) => string | null,
): ReadonlyArray<Who<Command>> =>
  ["delegate", "alternate"].map((post) => ({
    post,
    is: ({ person, within }, asked) => {
      const meeting = asked.conference.meetings.find((known) => known.meeting === asked.command.meeting)
      if (meeting === undefined || meeting.frozen === null) return false
      const { frozen } = meeting
      return unitIn(asked, meeting.chairUnit) === within && speakerFor({ ...meeting, frozen }, within) === person
    },
  }))

const system = "system"

/** A row: any of these may, or, where it says so, the timekeeper and the reactor. */
const only =
  <Command extends ConferenceCommand>(
    who: ReadonlyArray<Who<Command>>,
    ...others: ReadonlyArray<typeof system>
  ): AuthorityRule<Command, Conference, ConferenceCircumstances> =>
  (actor, command, conference, around) => {
    const allowed = [...new Set(who.map(({ post }) => post)), ...others]
    const asked = { command, conference, around }
    const known = actor._tag === "System" || who.some(({ is, post }) => post === actor.post && is(actor, asked))
    if (known) return posts("CONFERENCE-21", ...allowed)(actor, command, conference, around)
    return refuse({ _tag: "Forbidden", rule: "CONFERENCE-21", command: command._tag, allowed })
  }

const arranging = only<ConferenceCommand>([convenor, secretary])
const reminding = only<ConferenceCommand>([convenor, secretary], system)
const chairOf = (_asked: unknown, chairUnit: string | null) => chairUnit

/** Who may do what to a conference. A command without a row does not compile. */
export const authority: AuthorityTable<ConferenceCommand, Conference, ConferenceCircumstances> = {
  FoundConference: only([superior]),
  AdoptPolicy: only([convenor]),
  AssignConvenor: only([superior]),
  AppointSecretariat: only([convenor]),
  AdmitUnit: only([convenor]),
  ReleaseUnit: only([convenor]),
  MergeMemberUnits: only([convenor]),
  NameDelegate: only<Of<"NameDelegate">>([
    { post: "unit-head", is: ({ within }, { command }) => command.unit === within },
    onBehalf,
  ]),
  ScheduleMeeting: arranging,
  ReplaceChairUnit: reminding,
  AddAgendaItem: only<Of<"AddAgendaItem">>([
    ...spokesmen<Of<"AddAgendaItem">>(({ command }) => command.proposedBy),
    convenor,
    secretary,
  ]),
  WithdrawAgendaItem: only<Of<"WithdrawAgendaItem">>([
    ...spokesmen<Of<"WithdrawAgendaItem">>(
      ({ command, conference }) =>
        conference.meetings
          .find((known) => known.meeting === command.meeting)
          ?.agenda.find((known) => known.item === command.item)?.proposedBy,
    ),
    convenor,
    onBehalf,
  ]),
  GiveNotice: arranging,
  CancelMeeting: only([convenor]),
  RecordAttendance: arranging,
  CallToOrder: only<Of<"CallToOrder">>([...presiding(chairOf), convenor]),
  AdjournMeeting: arranging,
  ReconveneMeeting: only([convenor]),
  AdoptResolution: only<Of<"AdoptResolution">>([
    ...presiding<Of<"AdoptResolution">>(({ command }) => command.presidedBy),
    {
      post: convenor.post,
      is: (holder, asked) => asked.command.presidedBy === null && convenor.is(holder, asked),
    },
  ]),
  CloseMeeting: only<Of<"CloseMeeting">>([...presiding(chairOf), convenor]),
  FileMinutes: arranging,
  RemindMinutes: reminding,
  CloseAction: arranging,
  ExtendAction: only([convenor]),
  ReassignAction: only([convenor]),
  RemindAction: reminding,
  NoteMissingMeeting: reminding,
  DissolveConference: only([superior]),
}

/**
 * Which commands decide: they bind others by the will of whoever gives them. The rest arrange, record and follow up. No
 * command that decides is ever granted to a secretary, on nobody's behalf (CONFERENCE-20).
 */
export const decides: { readonly [Command in ConferenceCommand["_tag"]]: boolean } = {
  FoundConference: true,
  AdoptPolicy: true,
  AssignConvenor: true,
  AppointSecretariat: true,
  AdmitUnit: true,
  ReleaseUnit: true,
  MergeMemberUnits: true,
  NameDelegate: false,
  ScheduleMeeting: false,
  ReplaceChairUnit: false,
  AddAgendaItem: false,
  WithdrawAgendaItem: false,
  GiveNotice: false,
  CancelMeeting: true,
  RecordAttendance: false,
  CallToOrder: true,
  AdjournMeeting: false,
  ReconveneMeeting: true,
  AdoptResolution: true,
  CloseMeeting: true,
  FileMinutes: false,
  RemindMinutes: false,
  CloseAction: false,
  ExtendAction: true,
  ReassignAction: true,
  RemindAction: false,
  NoteMissingMeeting: false,
  DissolveConference: true,
}
