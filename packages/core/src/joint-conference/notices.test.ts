import { play } from "@jinlin/testkit"
import {
  conferenceStep as at,
  conferenceAt,
  conferencePolicies,
  conferenceStories,
  someDigest,
  someResolution,
  tellConference,
} from "@jinlin/testkit/joint-conference"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type ConferenceEvent, conferencePolicyDefaults as defaults, jointConference, notices } from "./index.ts"

const everybody = [{ _tag: "AllUnits" }]
const organizers = [
  { _tag: "Post", post: "convenor" },
  { _tag: "Post", post: "secretary" },
]
const unit = (id: string) => ({ _tag: "Unit", unit: id })
const appointment = { on: "2026-03-20", minuteOfDay: 540, place: "the service centre" } as const
const said = { meeting: "spring", ...appointment }
const reason = "a typhoon"
const seat = { capacity: "member", delegate: "p-1", alternate: null, kind: "school", on: "2026-03-02" } as const
const finding = { rule: "CONFERENCE-10", holds: false, facts: {}, shortBy: 2 } as const

/** An event, the template, who is told, and the data. */
const table: ReadonlyArray<readonly [ConferenceEvent, string, ReadonlyArray<object>, object]> = [
  [
    { _tag: "UnitAdmitted", unit: "bank", ...seat },
    "unit-admitted",
    [unit("bank"), ...organizers],
    { unit: "bank", on: "2026-03-02" },
  ],
  [
    { _tag: "UnitReleased", unit: "bank", reason, on: "2026-03-02" },
    "unit-released",
    [unit("bank"), ...organizers],
    { unit: "bank", on: "2026-03-02" },
  ],
  [
    { _tag: "MemberUnitsMerged", units: ["bank", "clinic"], unit: "both", ...seat },
    "units-merged",
    [unit("both"), ...organizers],
    { unit: "both", one: "bank", other: "clinic", on: "2026-03-02" },
  ],
  [
    { _tag: "DelegateNamed", unit: "bank", delegate: "p-1", alternate: "p-2", on: "2026-03-02" },
    "delegate-named",
    organizers,
    { unit: "bank", on: "2026-03-02" },
  ],
  [
    { _tag: "ConvenorAssigned", person: "p-1", from: "2026-03-02" },
    "convenor-assigned",
    everybody,
    { from: "2026-03-02" },
  ],
  [
    { _tag: "SecretariatAppointed", body: "library", person: "p-1", on: "2026-03-02" },
    "secretariat-appointed",
    everybody,
    { body: "library" },
  ],
  [
    { _tag: "PolicyAdopted", policy: defaults, effectiveFrom: "2026-03-02" },
    "conference-policy-adopted",
    everybody,
    { effectiveFrom: "2026-03-02" },
  ],
  [
    { _tag: "MeetingScheduled", ...said, chairUnit: "clinic", noticeBefore: "2026-03-17", continues: null, agenda: [] },
    "agenda-called",
    everybody,
    said,
  ],
  [
    { _tag: "ChairUnitReplaced", meeting: "spring", before: "clinic", chairUnit: "school" },
    "chair-unit-replaced",
    [unit("school"), ...organizers],
    { meeting: "spring", unit: "school" },
  ],
  [
    { _tag: "ChairUnitReplaced", meeting: "spring", before: "clinic", chairUnit: null },
    "chair-unit-replaced",
    organizers,
    { meeting: "spring", unit: null },
  ],
  [
    { _tag: "MeetingNoticed", ...said, noticedOn: "2026-03-10", policy: defaults, roll: [] },
    "meeting-noticed",
    everybody,
    said,
  ],
  [{ _tag: "MeetingReconvened", ...said }, "meeting-reconvened", everybody, said],
  [
    { _tag: "MeetingCancelled", meeting: "spring", reason },
    "meeting-cancelled",
    everybody,
    { meeting: "spring", reason },
  ],
  [
    { _tag: "MeetingAdjourned", meeting: "spring", into: "summer" },
    "meeting-adjourned",
    everybody,
    { meeting: "spring", into: "summer" },
  ],
  [
    { _tag: "MeetingFoundInquorate", meeting: "spring", finding },
    "meeting-inquorate",
    organizers,
    { meeting: "spring", shortBy: 2 },
  ],
  [
    { _tag: "MinutesFiled", meeting: "spring", digest: someDigest(1), on: "2026-03-25" },
    "minutes-filed",
    everybody,
    { meeting: "spring" },
  ],
  [
    { _tag: "MinutesReminded", meeting: "spring", minutesBefore: "2026-03-31" },
    "minutes-late",
    organizers,
    { meeting: "spring", before: "2026-03-31" },
  ],
  [
    { _tag: "ActionClosed", resolution: "lights", evidence: someDigest(1), on: "2026-04-20" },
    "action-closed",
    organizers,
    { resolution: "lights", on: "2026-04-20" },
  ],
  [
    {
      _tag: "ActionExtended",
      resolution: "lights",
      before: "2026-04-30",
      dueOn: "2026-05-31",
      remindOn: "2026-05-28",
      reason,
    },
    "action-extended",
    everybody,
    { resolution: "lights", before: "2026-04-30", dueOn: "2026-05-31" },
  ],
  [
    { _tag: "ActionReassigned", resolution: "lights", before: "bank", unit: "clinic", reason },
    "action-reassigned",
    [unit("clinic"), unit("bank")],
    { resolution: "lights", unit: "clinic", before: "bank" },
  ],
  [
    { _tag: "ActionReminded", resolution: "lights", stage: "before-due", unit: "bank", dueOn: "2026-04-30" },
    "action-due",
    [unit("bank")],
    { resolution: "lights", unit: "bank", dueOn: "2026-04-30" },
  ],
  [
    { _tag: "ActionReminded", resolution: "lights", stage: "overdue", unit: "bank", dueOn: "2026-04-30" },
    "action-overdue",
    [unit("bank"), ...organizers],
    { resolution: "lights", unit: "bank", dueOn: "2026-04-30" },
  ],
  [
    {
      _tag: "MeetingFoundMissing",
      since: "2026-01-05",
      before: "2026-04-06",
      next: { since: "2026-01-05", before: "2026-07-06", callBefore: "2026-07-02" },
    },
    "meeting-missing",
    organizers,
    { since: "2026-01-05", before: "2026-04-06" },
  ],
  [
    { _tag: "ConferenceDissolved", reason, on: "2026-05-01" },
    "conference-dissolved",
    everybody,
    { on: "2026-05-01", reason },
  ],
]

describe("who is told", () => {
  for (const [event, template, to, data] of table)
    it(`CONFERENCE-22 ${template} tells ${to.length} of ${event._tag}`, () => {
      expect(notices(event)).toEqual([{ template, to, data }])
    })

  const voted = (approving: ReadonlyArray<string>) =>
    play(jointConference, [
      ...conferenceAt("quorate", defaults),
      at("2026-03-20", { ...someResolution, votes: { for: approving, against: [], abstain: [] } }),
    ]).history.at(-1)

  it("CONFERENCE-14 an adopted text is told to everybody, and what it asks for to the unit that is responsible", () => {
    const data = {
      meeting: "spring",
      resolution: "lights",
      item: "street-lights",
      unit: "estate-services",
      dueOn: "2026-04-30",
    }
    const event = voted(["clinic", "school", "estate-services"])
    expect(event && notices(event)).toEqual([
      { template: "resolution-adopted", to: everybody, data },
      { template: "action-assigned", to: [unit("estate-services")], data },
    ])
  })

  it("CONFERENCE-14 a lost text is told to everybody and asks for nothing", () => {
    const event = voted(["clinic"])
    expect(event && notices(event)).toEqual([
      {
        template: "resolution-lost",
        to: everybody,
        data: { meeting: "spring", resolution: "lights", item: "street-lights" },
      },
    ])
  })

  it("CONFERENCE-3 no notice holds a reference to a person, whatever happens", () => {
    const stories = fc.record({
      policy: conferencePolicies(),
      members: fc.integer({ min: 1, max: 5 }),
      moves: conferenceStories(),
    })
    fc.assert(
      fc.property(stories, (story) => {
        const written = JSON.stringify(tellConference(jointConference, story).history.flatMap(notices))
        expect(written).not.toMatch(/:delegate|:alternate|leader-|clerk-/)
      }),
      { numRuns: 60 },
    )
  })
})
