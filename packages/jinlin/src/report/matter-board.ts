import type { DeliberationEvent, Matter } from "@jinlin/core/deliberation"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Story } from "../journal/story.ts"
import { matterEventsOf } from "./streams.ts"

type Of<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>

/** What a body decided, with everything that explains it. */
export type Decision = Of<"StepPassed" | "StepLost" | "TextAmended" | "MatterReturned">

/** One sitting of one body on a matter, from its call to what came of it. */
export interface SittingRow {
  readonly called: Of<"StepCalled">
  /** How many voters were on the roll; null: nobody was entered. */
  readonly roll: number | null
  readonly recused: ReadonlyArray<Of<"VoterRecused">>
  /** How many were recorded as present; null: nobody was. */
  readonly present: number | null
  readonly ballot: Of<"BallotOpened"> | null
  readonly extended: ReadonlyArray<Of<"BallotExtended">>
  readonly rebased: Of<"StepRebased"> | null
  readonly came: Decision | Of<"OpinionRecorded"> | Of<"CallCancelled" | "BallotAnnulled"> | null
  readonly filedOn: CivilDate | null
}

/** How a step stands at the end: done, next, not yet reached, or the one at which the matter was rejected. */
type StepStanding = "done" | "next" | "ahead" | "stopped"

/** One matter with its steps and every sitting on it. */
export interface MatterRow {
  readonly matter: string
  readonly opened: Of<"MatterOpened">
  readonly state: Matter
  /** The day on which it was decided, rejected or withdrawn; null: it is open. */
  readonly endedOn: CivilDate | null
  readonly steps: ReadonlyArray<{ readonly step: string; readonly body: string; readonly standing: StepStanding }>
  readonly sittings: ReadonlyArray<SittingRow>
}

const begun = (called: Of<"StepCalled">): SittingRow => ({
  ...{ called, roll: null, recused: [], present: null, ballot: null, extended: [], rebased: null, came: null },
  filedOn: null,
})

/** A sitting after one more event; a roll is counted as it is entered, and as it stands when the ballot opens. */
const after = (row: SittingRow, event: DeliberationEvent): SittingRow => {
  switch (event._tag) {
    case "RollEntered":
      return { ...row, roll: (row.roll ?? 0) + event.voters.length }
    case "VoterRecused":
      return { ...row, recused: [...row.recused, event] }
    case "HeadcountRecorded":
      return { ...row, present: event.present }
    case "AttendanceRecorded":
      return { ...row, present: (row.present ?? 0) + event.present.length }
    case "BallotOpened":
      return { ...row, ballot: event, roll: event.roll }
    case "BallotExtended":
      return { ...row, extended: [...row.extended, event] }
    case "StepRebased":
      return { ...row, rebased: event }
    case "RegisterFiled":
      return { ...row, filedOn: event.on }
    case "StepPassed":
    case "StepLost":
    case "TextAmended":
    case "MatterReturned":
    case "OpinionRecorded":
    case "CallCancelled":
    case "BallotAnnulled":
      return { ...row, came: event }
    default:
      return row
  }
}

const sittingsIn = (events: ReadonlyArray<DeliberationEvent>): ReadonlyArray<SittingRow> => {
  const rows = new Map<number, SittingRow>()
  for (const event of events) {
    if (event._tag === "StepCalled") rows.set(event.round, begun(event))
    else if ("round" in event) {
      const row = rows.get(event.round)
      if (row !== undefined) rows.set(event.round, after(row, event))
    }
  }
  return [...rows.values()]
}

const endOf = (events: ReadonlyArray<DeliberationEvent>) =>
  events.find(
    (event) => event._tag === "MatterDecided" || event._tag === "MatterRejected" || event._tag === "MatterWithdrawn",
  )

/** Steps are taken in their order: those before the one at which it stands are done, those that were heard included. */
const stepsOf = ({ at, plan, status }: Matter, end: ReturnType<typeof endOf>): MatterRow["steps"] => {
  const steps = plan?.steps ?? []
  const stopped = end?._tag === "MatterRejected" ? end.step : undefined
  const reached = status === "decided" ? steps.length : steps.findIndex(({ step }) => step === (stopped ?? at))
  const standingOf = (step: string, place: number): StepStanding => {
    if (place < reached) return "done"
    if (step === stopped) return "stopped"
    return step === at ? "next" : "ahead"
  }
  return steps.map(({ body, step }, place) => ({ step, body, standing: standingOf(step, place) }))
}

/** The matters of a story in the order in which they were put forward. */
export const mattersOf = (story: Story): ReadonlyArray<MatterRow> =>
  [...story.matters].flatMap(([matter, state]): ReadonlyArray<MatterRow> => {
    const events = matterEventsOf(story, matter)
    const opened = events.find((event) => event._tag === "MatterOpened")
    if (opened === undefined) return []
    const end = endOf(events)
    const endedOn = end === undefined ? null : end.on
    return [{ matter, opened, state, endedOn, steps: stepsOf(state, end), sittings: sittingsIn(events) }]
  })
