import { given, play } from "@jinlin/testkit"
import {
  conferenceStep as at,
  conferenceAt,
  membersArriving,
  someDigest,
  someResolution,
} from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import { conferencePolicyDefaults, jointConference, missingFrom } from "./index.ts"

describe("scenarios", () => {
  it("CONFERENCE-10 CONFERENCE-17 a quarterly meeting, from its notice to the last thing that it resolved", () => {
    // #region a-quarterly-meeting
    const before = play(jointConference, conferenceAt("scheduled", conferencePolicyDefaults)).history
    const meeting = "spring"
    const { history, refused, state } = play({ ...jointConference, initial: given(jointConference, before).state }, [
      // Three full days must lie between the notice and the 20th: the 16th is the last day for it.
      at("2026-03-16", { _tag: "GiveNotice", meeting }),
      // Four of five members come, each in the person of its delegate; more than half are enough.
      ...membersArriving(4),
      at("2026-03-20", { _tag: "CallToOrder", meeting }),
      // Three of the four present vote for it, and the clinic, whose turn it is, presides.
      at("2026-03-20", someResolution, 600),
      at("2026-03-20", { _tag: "CloseMeeting", meeting }, 660),
      // The secretary files the minutes, and the unit that is responsible shows that it was done.
      at("2026-03-27", { _tag: "FileMinutes", meeting, digest: someDigest(2) }),
      at("2026-04-20", { _tag: "CloseAction", resolution: "lights", evidence: someDigest(3) }),
    ])

    expect(refused).toEqual([])
    expect(history.map((event) => event._tag)).toEqual([
      "MeetingNoticed",
      ...["AttendanceRecorded", "AttendanceRecorded", "AttendanceRecorded", "AttendanceRecorded"],
      "MeetingFoundQuorate",
      "ResolutionAdopted",
      "MeetingHeld",
      "MinutesFiled",
      "ActionClosed",
      "MeetingSettled",
    ])
    expect(state.closed).toEqual([{ meeting: "spring", on: "2026-03-20", outcome: "settled", resolutions: ["lights"] }])
    // #endregion a-quarterly-meeting
    expect(state.meetings).toEqual([])
    expect(missingFrom(state)).toBe("2026-06-17")
  })

  it("CONFERENCE-16 an inquorate meeting is put off to a new one", () => {
    // #region an-inquorate-meeting
    const noticed = play(jointConference, conferenceAt("noticed", conferencePolicyDefaults)).history
    const { history, refused, state } = play({ ...jointConference, initial: given(jointConference, noticed).state }, [
      // Two of five come, and a third unit only watches: it is an observer and never counts.
      ...membersArriving(2),
      at("2026-03-20", {
        _tag: "RecordAttendance",
        meeting: "spring",
        unit: "newspaper",
        by: "delegate",
        person: "newspaper:delegate",
      }),
      at("2026-03-20", { _tag: "CallToOrder", meeting: "spring" }),
      // Nothing can be resolved, and the meeting cannot be declared quorate after all.
      at("2026-03-20", someResolution),
      at("2026-03-20", {
        _tag: "AdjournMeeting",
        meeting: "spring",
        into: "spring-again",
        on: "2026-03-30",
        minuteOfDay: 540,
        place: "the service centre",
        chairUnit: "clinic",
      }),
    ])

    expect(history.find((event) => event._tag === "MeetingFoundInquorate")?.finding).toMatchObject({
      holds: false,
      facts: { count: 2, of: 5, needed: 3 },
      shortBy: 1,
    })
    expect(refused).toMatchObject([
      [{ _tag: "AdoptResolution" }, [{ _tag: "StepOrder", expected: ["quorate"], got: "inquorate" }]],
    ])
    expect(state.meetings).toMatchObject([
      { meeting: "spring-again", status: "scheduled", on: "2026-03-30", agenda: [{ item: "street-lights" }] },
    ])
    // #endregion an-inquorate-meeting
    expect(state.closed).toEqual([{ meeting: "spring", on: "2026-03-20", outcome: "adjourned", resolutions: [] }])
  })
})
