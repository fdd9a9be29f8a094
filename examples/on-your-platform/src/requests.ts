import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import type { CommandRequest } from "jinlin"
import { convenor, delegateOfSchool, officer } from "./people.ts"

export const tenant = "willow-district"

/** The conference of the community, and its rota: both are named by the conference's id. */
const about = { tenant, subject: "willow" } as const

// #region request
/** The id is yours, such as the key of a row of your own. */
export const found: CommandRequest<"joint-conference"> = {
  ...about,
  id: "found-willow",
  process: "joint-conference",
  actor: officer,
  command: {
    _tag: "FoundConference",
    level: "community",
    convenor: "p-convenor",
    policy: conferencePolicyDefaults,
  },
}
// #endregion request

export const admit = (unit: string): CommandRequest<"joint-conference"> => ({
  ...about,
  ...{ id: `admit-${unit}`, process: "joint-conference", actor: convenor },
  command: { _tag: "AdmitUnit", unit, kind: unit, capacity: "member", delegate: `p-${unit}`, alternate: null },
})

export const openRota = (startsOn: CivilDate, id = "open-rota"): CommandRequest<"rotating-chair"> => ({
  ...about,
  ...{ id, process: "rotating-chair", actor: convenor },
  command: { _tag: "OpenRota", policy: rotaPolicyDefaults, units: ["school", "clinic"], startsOn },
})

/** Terms 1 and 2 trade places: too late, once the first has begun. */
export const swap: CommandRequest<"rotating-chair"> = {
  ...about,
  ...{ id: "swap-1-2", process: "rotating-chair", actor: delegateOfSchool },
  command: { _tag: "SwapTurns", first: 1, second: 2 },
}

export const schedule = (meeting: string, on: CivilDate): CommandRequest<"joint-conference"> => ({
  ...about,
  ...{ id: `schedule-${meeting}`, process: "joint-conference", actor: convenor },
  command: { _tag: "ScheduleMeeting", meeting, on, minuteOfDay: 870, place: "the hall", chairUnit: "school" },
})
