import { type ConferenceCommand, conferencePolicyDefaults, jointConference } from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"

const convenor = { _tag: "Post", person: "p-leader", post: "convenor", within: "east-lake" } as const
const at = (day: CivilDate, command: ConferenceCommand) => [command, { actor: convenor, now: on(day) }] as const

const units = ["school", "clinic", "property"]
const founding = [
  at("2026-03-01", {
    _tag: "FoundConference",
    level: "community",
    convenor: "p-leader",
    policy: conferencePolicyDefaults,
  }),
  ...units.map((unit) =>
    at("2026-03-01", {
      _tag: "AdmitUnit",
      unit,
      kind: unit,
      capacity: "member",
      delegate: `p-${unit}`,
      alternate: null,
    }),
  ),
]

describe("the joint conference as the site shows it", () => {
  it("CONFERENCE-6 refuses a notice that is a day late, and says which day was the last", () => {
    // #region notice
    const meeting = { meeting: "spring", on: "2026-03-20", minuteOfDay: 540, place: "community hall" } as const

    const set = at("2026-03-02", { _tag: "ScheduleMeeting", ...meeting, chairUnit: "clinic" })
    const inTime = at("2026-03-16", { _tag: "GiveNotice", meeting: "spring" })
    const tooLate = at("2026-03-17", { _tag: "GiveNotice", meeting: "spring" })

    expect(play(jointConference, [...founding, set, inTime]).state.meetings[0]?.status).toBe("noticed")

    const [[, reasons] = []] = play(jointConference, [...founding, set, tooLate]).refused
    expect(reasons).toMatchObject([
      { _tag: "NoticeTooLate", rule: "CONFERENCE-6", noticeDays: 3, lastDay: "2026-03-16" },
    ])
    // #endregion notice
  })

  it("CONFERENCE-10 finds a quorum with two of three, and says how many were needed", () => {
    const steps = [
      at("2026-03-02", {
        _tag: "ScheduleMeeting",
        meeting: "spring",
        on: "2026-03-20",
        minuteOfDay: 540,
        place: "hall",
        chairUnit: null,
      }),
      at("2026-03-16", { _tag: "GiveNotice", meeting: "spring" }),
    ]
    // #region quorum
    const came = (unit: string) =>
      at("2026-03-20", { _tag: "RecordAttendance", meeting: "spring", unit, by: "delegate", person: `p-${unit}` })
    const open = at("2026-03-20", { _tag: "CallToOrder", meeting: "spring" })

    const one = play(jointConference, [...founding, ...steps, came("clinic"), open])
    expect(one.history.at(-1)).toMatchObject({ _tag: "MeetingFoundInquorate", finding: { holds: false, shortBy: 1 } })

    const two = play(jointConference, [...founding, ...steps, came("clinic"), came("school"), open])
    expect(two.history.at(-1)).toMatchObject({ _tag: "MeetingFoundQuorate", finding: { holds: true } })
    // #endregion quorum
  })
})
