import { type ConferenceCommand, type ConferencePolicy, conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Line, Script } from "./lines.ts"

type Conference = Line<ConferenceCommand>
type Of<Tag extends ConferenceCommand["_tag"]> = Extract<ConferenceCommand, { readonly _tag: Tag }>

/** No preparation for items, so that a scenario has no idle fortnight in it. */
const policy: ConferencePolicy = { ...conferencePolicyDefaults, agendaDays: 1 }
const digest = (digit: number): `${string}:${string}` => `sha-256:${String(digit).repeat(64)}`

const found = (by: ConferencePolicy = policy): ConferenceCommand => ({
  _tag: "FoundConference",
  level: "community",
  convenor: "p-convenor",
  policy: by,
})
const adopt = (effectiveFrom: CivilDate, by: ConferencePolicy): ConferenceCommand => ({
  _tag: "AdoptPolicy",
  policy: by,
  effectiveFrom,
})
const assign = (person: string, from: CivilDate): ConferenceCommand => ({ _tag: "AssignConvenor", person, from })
const secretariat = (body: string, person = "p-secretary"): ConferenceCommand => ({
  _tag: "AppointSecretariat",
  body,
  person,
})
const admit = (unit: string, capacity: "member" | "observer" = "member"): Of<"AdmitUnit"> => ({
  _tag: "AdmitUnit",
  unit,
  kind: "unit-kind",
  capacity,
  delegate: `${unit}:d`,
  alternate: `${unit}:a`,
})
const release = (unit: string): ConferenceCommand => ({ _tag: "ReleaseUnit", unit, reason: "it moves away" })
const merge = (one: string, other: string, into: string): Of<"MergeMemberUnits"> => ({
  _tag: "MergeMemberUnits",
  units: [one, other],
  into,
  delegate: `${into}:d`,
  alternate: null,
})
const name = (unit: string, delegate: string, alternate: string | null = null): ConferenceCommand => ({
  _tag: "NameDelegate",
  unit,
  delegate,
  alternate,
})
const appointment = (on: CivilDate) => ({ on, minuteOfDay: 540, place: "the meeting room" })
const schedule = (meeting: string, on: CivilDate, chairUnit: string | null = "clinic"): ConferenceCommand => ({
  _tag: "ScheduleMeeting",
  meeting,
  ...appointment(on),
  chairUnit,
})
const replace = (meeting: string, chairUnit: string | null): ConferenceCommand => ({
  _tag: "ReplaceChairUnit",
  meeting,
  chairUnit,
})
const item = (meeting: string, of: string, proposedBy = "school"): ConferenceCommand => ({
  _tag: "AddAgendaItem",
  meeting,
  item: of,
  title: "A matter",
  proposedBy,
})
const withdraw = (meeting: string, of: string): ConferenceCommand => ({ _tag: "WithdrawAgendaItem", meeting, item: of })
const notice = (meeting: string): ConferenceCommand => ({ _tag: "GiveNotice", meeting })
const cancel = (meeting: string): ConferenceCommand => ({ _tag: "CancelMeeting", meeting, reason: "a typhoon" })
const attend = (meeting: string, unit: string, by: "delegate" | "alternate" = "delegate"): Of<"RecordAttendance"> => ({
  _tag: "RecordAttendance",
  meeting,
  unit,
  by,
  person: `${unit}:${by === "delegate" ? "d" : "a"}`,
})
const call = (meeting: string): ConferenceCommand => ({ _tag: "CallToOrder", meeting })
const adjourn = (meeting: string, into: string, on: CivilDate): ConferenceCommand => ({
  _tag: "AdjournMeeting",
  meeting,
  into,
  ...appointment(on),
  chairUnit: "clinic",
})
const reconvene = (meeting: string, on: CivilDate): ConferenceCommand => ({
  _tag: "ReconveneMeeting",
  meeting,
  ...appointment(on),
})
const put = (changes: Partial<Of<"AdoptResolution">>): ConferenceCommand => ({
  _tag: "AdoptResolution",
  meeting: "spring",
  resolution: "lights-1",
  item: "lights",
  textDigest: digest(1),
  presidedBy: "clinic",
  recused: [],
  votes: { for: ["clinic", "school"], against: ["property"], abstain: [] },
  responsibleUnit: "property",
  dueOn: "2026-03-31",
  ...changes,
})
const close = (meeting: string): ConferenceCommand => ({ _tag: "CloseMeeting", meeting })
const minutes = (meeting: string): ConferenceCommand => ({ _tag: "FileMinutes", meeting, digest: digest(7) })
const remindMinutes = (meeting: string): ConferenceCommand => ({ _tag: "RemindMinutes", meeting })
const done = (resolution: string): ConferenceCommand => ({ _tag: "CloseAction", resolution, evidence: digest(8) })
const extend = (resolution: string, dueOn: CivilDate): ConferenceCommand => ({
  _tag: "ExtendAction",
  resolution,
  dueOn,
  reason: "the cable is late",
})
const reassign = (resolution: string, unit: string): ConferenceCommand => ({
  _tag: "ReassignAction",
  resolution,
  unit,
  reason: "it has the ladder",
})
const remind = (resolution: string, stage: "before-due" | "overdue"): ConferenceCommand => ({
  _tag: "RemindAction",
  resolution,
  stage,
})
const missing: ConferenceCommand = { _tag: "NoteMissingMeeting" }
const dissolve: ConferenceCommand = { _tag: "DissolveConference", reason: "the community was divided" }

/** Founded on 1 January with four members and an observer. */
const founding = (by: ConferencePolicy = policy): ReadonlyArray<Conference> => [
  { on: "2026-01-01", ask: found(by), says: "A conference is founded with its convenor." },
  { on: "2026-01-01", ask: secretariat("party-organization"), says: "A body becomes its secretary." },
  ...["clinic", "school", "property", "court"].map((unit) => ({
    on: "2026-01-01" as const,
    ask: admit(unit),
    says: `${unit} joins as a member.`,
  })),
  { on: "2026-01-01", ask: admit("newspaper", "observer"), says: "An observer joins." },
]

const body: ReadonlyArray<Conference> = [
  {
    on: "2025-12-31",
    ask: admit("clinic"),
    says: "What was never founded takes no command.",
    refused: ["ConferenceNotActive"],
  },
  ...founding(),
  { on: "2026-01-01", ask: found(), says: "A conference is founded once.", refused: ["ConferenceAlreadyFounded"] },
  { on: "2026-01-02", ask: admit("school"), says: "A unit stands on the roll once.", refused: ["UnitAlreadyAdmitted"] },
  {
    on: "2026-01-02",
    ask: { ...admit("library"), delegate: "school:a" },
    says: "A person speaks for one unit.",
    refused: ["PersonSpeaksAlready"],
  },
  {
    on: "2026-01-02",
    ask: { ...admit("library"), alternate: "library:d" },
    says: "Nobody is their own alternate.",
    refused: ["PersonSpeaksAlready"],
  },
  {
    on: "2026-01-02",
    ask: name("library", "x"),
    says: "A unit that is not there names nobody.",
    refused: ["UnitUnknown"],
  },
  { on: "2026-01-02", ask: name("school", "school:new", "school:a"), says: "A unit names another delegate." },
  { on: "2026-01-02", ask: name("school", "school:new", "school:a"), says: "Naming the same again changes nothing." },
  {
    on: "2026-01-03",
    ask: assign("p-next", "2026-01-02"),
    says: "Nobody convenes from yesterday on.",
    refused: ["AssignmentInPast"],
  },
  { on: "2026-01-03", ask: assign("p-next", "2026-02-01"), says: "Somebody convenes from a later day on." },
  {
    on: "2026-01-03",
    ask: assign("p-next", "2026-02-10"),
    says: "Who convenes on that day already is not assigned again.",
  },
  {
    on: "2026-01-03",
    ask: adopt("2026-01-02", policy),
    says: "A policy does not take effect yesterday.",
    refused: ["EffectiveTooEarly"],
  },
  { on: "2026-01-03", ask: adopt("2026-02-01", { ...policy, noticeDays: 5 }), says: "A policy takes effect later." },
  {
    on: "2026-01-04",
    ask: adopt("2026-01-31", policy),
    says: "Nor before the one adopted last.",
    refused: ["EffectiveTooEarly"],
  },
  {
    on: "2026-01-04",
    ask: merge("school", "school", "campus"),
    says: "A unit does not merge with itself.",
    refused: ["MergeNeedsTwoUnits"],
  },
  {
    on: "2026-01-04",
    ask: merge("school", "clinic", "court"),
    says: "No third unit bears the name.",
    refused: ["MergeNeedsTwoUnits", "PersonSpeaksAlready"],
  },
  {
    on: "2026-01-04",
    ask: merge("school", "library", "campus"),
    says: "Both units must be there.",
    refused: ["UnitUnknown"],
  },
  { on: "2026-01-04", ask: merge("school", "newspaper", "campus"), says: "A member and an observer become a member." },
  { on: "2026-01-05", ask: release("library"), says: "Who is not there is not released.", refused: ["UnitUnknown"] },
  { on: "2026-01-05", ask: release("court"), says: "A unit is released." },
  { on: "2026-03-28", ask: missing, says: "A meeting in March can still be called to be held by 1 April." },
  {
    on: "2026-03-29",
    ask: missing,
    says: "With three full days of notice it can be called no more: the period went by.",
  },
  { on: "2026-03-29", ask: missing, says: "That is noted once." },
  { on: "2026-04-01", ask: dissolve, says: "With no meeting open the conference is dissolved." },
  {
    on: "2026-04-02",
    ask: schedule("late", "2026-05-01"),
    says: "A dissolved conference takes no command.",
    refused: ["ConferenceNotActive"],
  },
  { on: "2026-04-02", ask: found(), says: "Nor is it founded again.", refused: ["ConferenceAlreadyFounded"] },
]

const calling: ReadonlyArray<Conference> = [
  ...founding({ ...policy, agendaDays: 10 }),
  {
    on: "2026-01-10",
    ask: schedule("spring", "2026-01-13"),
    says: "Two full days are too short for a notice of three.",
    refused: ["MeetingTooSoon"],
  },
  {
    on: "2026-01-10",
    ask: schedule("spring", "2026-01-14"),
    says: "Three full days between today and the meeting are enough.",
  },
  {
    on: "2026-01-10",
    ask: schedule("spring", "2026-02-14"),
    says: "An id names one meeting.",
    refused: ["MeetingIdTaken"],
  },
  {
    on: "2026-01-10",
    ask: schedule("other", "2026-02-14", "newspaper"),
    says: "An observer does not preside.",
    refused: ["NotAMember"],
  },
  { on: "2026-01-10", ask: item("spring", "lights"), says: "For an item it is too late.", refused: ["AgendaClosed"] },
  { on: "2026-01-10", ask: notice("spring"), says: "The last day for the notice: it freezes rules and roll." },
  { on: "2026-01-10", ask: notice("spring"), says: "A notice goes out once.", refused: ["StepOrder"] },
  { on: "2026-01-11", ask: cancel("spring"), says: "A meeting is called off before it begins." },
  { on: "2026-01-11", ask: cancel("spring"), says: "No step leads out of cancelled.", refused: ["StepOrder"] },
  { on: "2026-01-11", ask: schedule("spring", "2026-02-14"), says: "Its id stays taken.", refused: ["MeetingIdTaken"] },
  {
    on: "2026-01-11",
    ask: schedule("summer", "2026-02-20", "clinic"),
    presider: { _tag: "Unit", unit: "school" },
    says: "Where a rota is kept, it says who presides.",
    refused: ["AnotherPresides"],
  },
  {
    on: "2026-01-11",
    ask: schedule("summer", "2026-02-20", "school"),
    presider: { _tag: "Unit", unit: "school" },
    says: "The unit of the rota presides.",
  },
  {
    on: "2026-02-09",
    ask: item("summer", "lights"),
    says: "Ten full days before the meeting is the last day for items.",
  },
  {
    on: "2026-02-09",
    ask: item("summer", "lights"),
    says: "An item stands on the agenda once.",
    refused: ["ItemAlreadyOnAgenda"],
  },
  {
    on: "2026-02-09",
    ask: item("summer", "fence", "library"),
    says: "Only units of the conference and its secretary propose.",
    refused: ["UnitUnknown"],
  },
  { on: "2026-02-09", ask: item("summer", "drains", "party-organization"), says: "The secretary's body may." },
  { on: "2026-02-10", ask: item("summer", "fence"), says: "The day after is too late.", refused: ["AgendaClosed"] },
  {
    on: "2026-02-10",
    ask: withdraw("summer", "fence"),
    says: "What is not on the agenda is not withdrawn.",
    refused: ["ItemNotOnAgenda"],
  },
  { on: "2026-02-10", ask: withdraw("summer", "drains"), says: "An item is withdrawn." },
  { on: "2026-02-10", ask: replace("summer", "school"), says: "Replacing the chair by itself changes nothing." },
  {
    on: "2026-02-10",
    ask: replace("summer", "newspaper"),
    says: "An observer does not take the chair.",
    refused: ["NotAMember"],
  },
  {
    on: "2026-02-10",
    ask: replace("summer", "clinic"),
    presider: { _tag: "Convenor" },
    says: "Nor a unit where the rota leaves it to the convenor.",
    refused: ["AnotherPresides"],
  },
  { on: "2026-02-10", ask: replace("summer", "clinic"), says: "Another member takes it." },
  {
    on: "2026-02-10",
    ask: secretariat("clinic"),
    says: "Who presides does not become the secretary.",
    refused: ["SecretaryPresides"],
  },
  {
    on: "2026-02-10",
    ask: schedule("autumn", "2026-03-10", "party-organization"),
    says: "The secretary is no member and does not preside.",
    refused: ["NotAMember", "SecretaryPresides"],
  },
  {
    on: "2026-02-17",
    ask: notice("summer"),
    says: "Two full days before the meeting it is too late for the notice.",
    refused: ["NoticeTooLate"],
  },
  { on: "2026-02-17", ask: notice("winter"), says: "There is no such meeting.", refused: ["MeetingUnknown"] },
  {
    on: "2026-02-18",
    ask: dissolve,
    says: "With a meeting open nothing is dissolved.",
    refused: ["MeetingsStillOpen"],
  },
]

const empty: ReadonlyArray<Conference> = [
  { on: "2026-01-01", ask: found(), says: "A conference is founded." },
  { on: "2026-01-01", ask: admit("newspaper", "observer"), says: "An observer joins, and nobody else." },
  { on: "2026-01-05", ask: schedule("spring", "2026-01-20", null), says: "A meeting is set; the convenor presides." },
  {
    on: "2026-01-10",
    ask: notice("spring"),
    says: "Without a member nobody could ever make a quorum.",
    refused: ["NoMemberOnRoll"],
  },
]

/** A meeting on 2 March whose notice is out, with two items. */
const noticed = (by: ConferencePolicy = policy): ReadonlyArray<Conference> => [
  ...founding(by),
  { on: "2026-02-01", ask: schedule("spring", "2026-03-02"), says: "A meeting is set." },
  { on: "2026-02-01", ask: item("spring", "lights"), says: "An item is proposed." },
  { on: "2026-02-01", ask: item("spring", "drains", "court"), says: "And another." },
  { on: "2026-02-20", ask: notice("spring"), says: "The notice goes out." },
]

const sitting: ReadonlyArray<Conference> = [
  ...noticed(),
  { on: "2026-02-21", ask: admit("library"), says: "Who joins after the notice is not on the frozen roll." },
  {
    on: "2026-03-01",
    ask: attend("spring", "school"),
    says: "Nobody comes the day before.",
    refused: ["MeetingNotBegun"],
  },
  {
    on: "2026-03-02",
    ask: attend("spring", "library"),
    says: "Only a unit of the frozen roll comes.",
    refused: ["NotOnRoll"],
  },
  {
    on: "2026-03-02",
    ask: { ...attend("spring", "school"), person: "somebody" },
    says: "It comes in the person whom it named.",
    refused: ["NotTheNamedPerson"],
  },
  { on: "2026-03-02", minute: 500, ask: attend("spring", "clinic"), says: "The delegate comes before the hour." },
  { on: "2026-03-02", minute: 500, ask: attend("spring", "clinic"), says: "Noting it twice changes nothing." },
  {
    on: "2026-03-02",
    minute: 500,
    ask: attend("spring", "school", "alternate"),
    says: "An alternate comes while the delegate is absent.",
  },
  { on: "2026-03-02", minute: 500, ask: attend("spring", "newspaper"), says: "An observer comes, and does not count." },
  {
    on: "2026-03-02",
    minute: 539,
    ask: call("spring"),
    says: "A minute before its hour it does not begin.",
    refused: ["MeetingNotBegun"],
  },
  { on: "2026-03-02", minute: 539, ask: attend("spring", "property"), says: "A third member comes." },
  {
    on: "2026-03-02",
    minute: 540,
    ask: put({}),
    says: "Nothing is put before the call to order.",
    refused: ["StepOrder"],
  },
  { on: "2026-03-02", minute: 540, ask: call("spring"), says: "Three of four are more than half: there is a quorum." },
  {
    on: "2026-03-02",
    minute: 545,
    ask: put({ recused: ["school", "property"], votes: { for: ["clinic"], against: [], abstain: [] } }),
    says: "Those recused count on neither side: one of the other two is no quorum.",
    refused: ["NoQuorumForItem"],
  },
  { on: "2026-03-02", minute: 550, ask: attend("spring", "court"), says: "Late ones may come while it sits." },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ item: "fence" }),
    says: "Only what is on the agenda is resolved.",
    refused: ["ItemNotOnAgenda"],
  },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ votes: { for: ["clinic", "clinic", "newspaper"], against: [], abstain: [] } }),
    says: "Each votes once, and observers do not.",
    refused: ["AlreadyVoted", "NotPresent"],
  },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ recused: ["school"] }),
    says: "A unit with an interest does not vote.",
    refused: ["RecusedUnitVotes"],
  },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ presidedBy: "school" }),
    says: "While the chair can, nobody else presides.",
    refused: ["AnotherPresides"],
  },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ presidedBy: "newspaper" }),
    says: "Who does not count does not preside.",
    refused: ["PresiderNotPresent"],
  },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ recused: ["clinic"], votes: { for: ["school", "court"], against: [], abstain: [] } }),
    says: "A chair with an interest does not preside on it.",
    refused: ["RecusedUnitPresides"],
  },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ responsibleUnit: "newspaper" }),
    says: "Who is responsible is a member.",
    refused: ["NotAMember"],
  },
  {
    on: "2026-03-02",
    minute: 560,
    ask: put({ dueOn: "2026-03-01" }),
    says: "What is asked for is not due yesterday.",
    refused: ["DueInPast"],
  },
  {
    on: "2026-03-02",
    minute: 570,
    ask: put({}),
    says: "Two of four present are not more than half: the text is lost.",
  },
  {
    on: "2026-03-02",
    minute: 575,
    ask: put({ resolution: "lights-2" }),
    says: "A text that lost is not put again.",
    refused: ["TextAlreadyPut"],
  },
  {
    on: "2026-03-02",
    minute: 575,
    ask: put({ textDigest: digest(2) }),
    says: "An id names one resolution.",
    refused: ["ResolutionIdTaken"],
  },
  {
    on: "2026-03-02",
    minute: 580,
    ask: put({
      resolution: "lights-2",
      textDigest: digest(2),
      votes: { for: ["clinic", "school", "court"], against: ["property"], abstain: [] },
    }),
    says: "Another text is adopted by three of four.",
  },
  {
    on: "2026-03-02",
    minute: 585,
    ask: put({ resolution: "lights-3", textDigest: digest(3) }),
    says: "An item is resolved once.",
    refused: ["ItemAlreadyResolved"],
  },
  {
    on: "2026-03-02",
    minute: 590,
    presider: { _tag: "Unit", unit: "court" },
    ask: put({
      resolution: "drains-1",
      item: "drains",
      textDigest: digest(4),
      presidedBy: "court",
      recused: ["clinic"],
      votes: { for: ["school", "property", "court"], against: [], abstain: [] },
      responsibleUnit: "court",
      dueOn: "2026-03-02",
    }),
    says: "The chair has an interest: the unit that the rota names presides, and the text is adopted.",
  },
  {
    on: "2026-03-03",
    minute: 30,
    ask: attend("spring", "school"),
    says: "A meeting sits past midnight into the next day: a delegate still comes.",
  },
  {
    on: "2026-03-04",
    ask: attend("spring", "court"),
    says: "After that day nobody comes any more.",
    refused: ["MeetingDayPast"],
  },
  { on: "2026-03-04", ask: call("spring"), says: "A meeting is called to order once.", refused: ["StepOrder"] },
  { on: "2026-03-04", ask: close("spring"), says: "The meeting is closed: its minutes fall due." },
  {
    on: "2026-03-12",
    ask: remindMinutes("spring"),
    says: "On the tenth day minutes are in time.",
    refused: ["MinutesReminderNotDue"],
  },
  { on: "2026-03-13", ask: remindMinutes("spring"), says: "The day after they are asked for." },
  { on: "2026-03-14", ask: remindMinutes("spring"), says: "Once." },
  {
    on: "2026-03-14",
    ask: release("court"),
    says: "Who is responsible for something is not released.",
    refused: ["UnitHasOpenActions"],
  },
  { on: "2026-03-14", ask: remind("drains-1", "overdue"), says: "Past its due day the unit is reminded." },
  { on: "2026-03-14", ask: remind("drains-1", "overdue"), says: "Once for each stage." },
  {
    on: "2026-03-14",
    ask: extend("drains-1", "2026-03-02"),
    says: "A due day is only put off.",
    refused: ["ExtensionNotLater"],
  },
  { on: "2026-03-14", ask: extend("drains-1", "2026-03-20"), says: "It is put off: reminders begin anew." },
  {
    on: "2026-03-16",
    ask: remind("drains-1", "before-due"),
    says: "Four days before is too early.",
    refused: ["ActionReminderNotDue"],
  },
  { on: "2026-03-17", ask: remind("drains-1", "before-due"), says: "Three days before it goes out." },
  {
    on: "2026-03-20",
    ask: remind("drains-1", "overdue"),
    says: "On its due day nothing is overdue.",
    refused: ["ActionReminderNotDue"],
  },
  {
    on: "2026-03-20",
    ask: reassign("drains-1", "newspaper"),
    says: "An observer takes nothing over.",
    refused: ["NotAMember"],
  },
  { on: "2026-03-20", ask: reassign("drains-1", "court"), says: "Giving it to whom it belongs changes nothing." },
  { on: "2026-03-20", ask: reassign("drains-1", "school"), says: "Another member takes over." },
  { on: "2026-03-21", ask: merge("school", "newspaper", "campus"), says: "In a merger it goes to the new unit." },
  { on: "2026-03-22", ask: done("drains-1"), says: "It is done, with evidence." },
  { on: "2026-03-22", ask: done("drains-1"), says: "Nothing is left to be done.", refused: ["ActionNotOpen"] },
  { on: "2026-03-23", ask: minutes("spring"), says: "The minutes are filed; one resolution is still open." },
  { on: "2026-03-24", ask: done("lights-2"), says: "The last one settles the meeting." },
  { on: "2026-03-25", ask: minutes("spring"), says: "No step leads out of settled.", refused: ["StepOrder"] },
]

const inquorate: ReadonlyArray<Conference> = [
  ...noticed(),
  { on: "2026-03-02", ask: attend("spring", "clinic"), says: "One member comes." },
  { on: "2026-03-02", ask: attend("spring", "school"), says: "And another." },
  { on: "2026-03-02", ask: call("spring"), says: "Two of four are not more than half: no quorum, one is missing." },
  {
    on: "2026-03-02",
    ask: attend("spring", "court"),
    says: "Afterwards nobody is noted any more.",
    refused: ["StepOrder"],
  },
  {
    on: "2026-03-02",
    ask: reconvene("spring", "2026-03-09"),
    says: "This policy has no second call.",
    refused: ["ReconveningNotAdmitted"],
  },
  {
    on: "2026-03-02",
    ask: adjourn("spring", "spring", "2026-03-20"),
    says: "Its id is taken.",
    refused: ["MeetingIdTaken"],
  },
  {
    on: "2026-03-02",
    ask: adjourn("spring", "again", "2026-03-05"),
    says: "The new one needs its notice.",
    refused: ["MeetingTooSoon"],
  },
  {
    on: "2026-03-02",
    ask: adjourn("spring", "again", "2026-03-20"),
    says: "It is put off to a new meeting with its agenda.",
  },
  { on: "2026-03-16", ask: notice("again"), says: "The new one is noticed." },
  { on: "2026-03-21", ask: call("again"), says: "Nobody met, and the day is over.", refused: ["MeetingDayPast"] },
]

const reconvening: ReadonlyArray<Conference> = [
  ...noticed({
    ...policy,
    alternates: "never",
    reconvening: {
      quorum: {
        share: { numerator: "1", denominator: "3" },
        comparison: "at-least",
        measure: "heads",
        base: "members",
      },
      noticeDays: 1,
    },
  }),
  {
    on: "2026-03-02",
    ask: attend("spring", "clinic", "alternate"),
    says: "By this policy alternates do not count.",
    refused: ["AlternatesNotAdmitted"],
  },
  { on: "2026-03-02", ask: attend("spring", "clinic"), says: "One member comes." },
  { on: "2026-03-02", ask: call("spring"), says: "One of four is no quorum." },
  {
    on: "2026-03-02",
    ask: reconvene("spring", "2026-03-03"),
    says: "One full day must lie between.",
    refused: ["MeetingTooSoon"],
  },
  {
    on: "2026-03-02",
    ask: reconvene("spring", "2026-03-04"),
    says: "It is called once more, with a quorum of its own.",
  },
  { on: "2026-03-04", ask: attend("spring", "school"), says: "Attendance begins anew." },
  { on: "2026-03-04", ask: call("spring"), says: "One of four is less than a third." },
  {
    on: "2026-03-04",
    ask: reconvene("spring", "2026-03-10"),
    says: "It is not called a third time.",
    refused: ["AlreadyReconvened"],
  },
]

/** The scenarios of a conference that are written by hand. */
export const conferenceScripts: ReadonlyArray<Script<ConferenceCommand>> = [
  { name: "body", says: "Who is in the conference, who convenes it, and a period without a meeting.", lines: body },
  { name: "calling", says: "Meetings are set, noticed and called off.", lines: calling },
  { name: "empty", says: "A conference without members.", lines: empty },
  { name: "sitting", says: "A meeting sits, resolves, and what it resolved is done.", lines: sitting },
  { name: "inquorate", says: "A meeting without a quorum is put off.", lines: inquorate },
  { name: "reconvening", says: "A meeting without a quorum is called once more.", lines: reconvening },
]
