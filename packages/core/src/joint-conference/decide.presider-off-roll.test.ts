import { given, on, play } from "@jinlin/testkit"
import { conferenceAt } from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import { conferencePolicyDefaults, jointConference } from "./index.ts"

const actor = { _tag: "System", rule: "CONFERENCE-21" } as const
const { history, state } = play(jointConference, conferenceAt("quorate", conferencePolicyDefaults))
const [meeting] = state.meetings
const present = meeting?.attendance.map(({ unit }) => unit) ?? []

describe("CONFERENCE-13 a rota that names a unit which came after the notice", () => {
  const ballot = (presidedBy: string | null) =>
    ({
      _tag: "AdoptResolution",
      meeting: meeting?.meeting ?? "",
      resolution: "r-new",
      item: meeting?.agenda[0]?.item ?? "",
      textDigest: `sha-256:${"1".repeat(64)}`,
      presidedBy,
      recused: [],
      votes: { for: present, against: [], abstain: [] },
      responsibleUnit: present[0] ?? "",
      dueOn: "2026-06-30",
    }) as const
  const put = (presidedBy: string | null, unit: string) =>
    given(jointConference, history).when(ballot(presidedBy), {
      actor,
      now: on(meeting?.on ?? "2026-03-20", 700),
      presider: { _tag: "Unit", unit },
    })

  it("CONFERENCE-13 cannot bind the meeting: its own chair presides", () => {
    expect(put(meeting?.chairUnit ?? null, "newcomer").refusals).toEqual([])
  })

  it("CONFERENCE-13 binds it as before when the unit is on the frozen roll", () => {
    const other = present.find((unit) => unit !== meeting?.chairUnit) ?? ""
    expect(put(meeting?.chairUnit ?? null, other).refusals).toMatchObject([{ _tag: "AnotherPresides" }])
  })
})
