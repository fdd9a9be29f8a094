// Commands as the scenarios of a rota ask for them: each takes what differs, and fills in what does not matter.
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { type RotaCommand, type RotaPolicy, rotaPolicyDefaults } from "@jinlin/core/rotating-chair"

const units = ["clinic", "school", "property"]
export const byMonths: RotaPolicy = { ...rotaPolicyDefaults, term: { _tag: "Months", count: 1 } }
const record = `sha-256:${"5".repeat(64)}` as const
export const opening = (
  startsOn: CivilDate,
  policy: RotaPolicy,
  names: ReadonlyArray<string> = units,
): RotaCommand => ({
  _tag: "OpenRota",
  policy,
  units: names,
  startsOn,
})

export const advance: RotaCommand = { _tag: "AdvanceRota" }
export const seat = (unit: string): RotaCommand => ({ _tag: "SeatUnit", unit })
export const unseat = (unit: string): RotaCommand => ({ _tag: "UnseatUnit", unit })
export const merge = (one: string, other: string, into: string): RotaCommand => ({
  _tag: "MergeUnits",
  units: [one, other],
  into,
})

export const swap = (first: number, second: number): RotaCommand => ({ _tag: "SwapTurns", first, second })
export const skip = (term: number): RotaCommand => ({ _tag: "SkipTurn", term, reason: "flood season" })
export const decline = (term: number): RotaCommand => ({ _tag: "DeclineTurn", term, reason: "no staff" })
export const noShow = (term: number): RotaCommand => ({ _tag: "RecordNoShow", term })
export const substitute = (unit: string | null): RotaCommand => ({ _tag: "NameSubstitute", unit })
export const interest = (item: string, unit: string): RotaCommand => ({ _tag: "DeclareInterest", item, unit })
export const fill = (term: number, unit: string | null = null): RotaCommand => ({ _tag: "FillVacancy", term, unit })
export const handOver = (term: number): RotaCommand => ({ _tag: "HandOverChair", term, record })
export const remind = (term: number): RotaCommand => ({ _tag: "RemindHandOver", term })
export const count = (meeting: string, heldOn: CivilDate): RotaCommand => ({ _tag: "CountMeeting", meeting, heldOn })
export const adopt = (effectiveFrom: CivilDate, policy: RotaPolicy): RotaCommand => ({
  _tag: "AdoptRotaPolicy",
  policy,
  effectiveFrom,
})

export const close: RotaCommand = { _tag: "CloseRota" }
