import type { ConferenceEvent } from "../events.ts"
import type { Conference, Convenorship, Meeting, Unit } from "../model.ts"

type Of<Tag extends ConferenceEvent["_tag"]> = Extract<ConferenceEvent, { readonly _tag: Tag }>

/** Convenors in order of their first days; a second one for the same day takes the place of the first. */
export const insertConvenor = (
  convenors: ReadonlyArray<Convenorship>,
  { from, person }: Of<"ConvenorAssigned">,
): ReadonlyArray<Convenorship> => [
  ...convenors.filter((known) => known.from < from),
  { person, from },
  ...convenors.filter((known) => known.from > from),
]

const unitFrom = ({ alternate, capacity, delegate, kind, unit }: Unit): Unit => ({
  unit,
  capacity,
  delegate,
  alternate,
  kind,
})

/** The merged unit takes over what is open; the frozen roll of a noticed meeting stays as it was, with who presides. */
const mergeIn = (meeting: Meeting, { unit: into, units }: Of<"MemberUnitsMerged">): Meeting => {
  const renamed = (unit: string) => (units.includes(unit) ? into : unit)
  const { chairUnit } = meeting
  return {
    ...meeting,
    chairUnit: meeting.frozen === null && chairUnit !== null ? renamed(chairUnit) : chairUnit,
    agenda: meeting.agenda.map((item) => ({ ...item, proposedBy: renamed(item.proposedBy) })),
    actions: meeting.actions.map((action) => (action.closed ? action : { ...action, unit: renamed(action.unit) })),
  }
}

/** What the roll becomes by an event. */
export const evolveRoll = (
  conference: Conference,
  event: Of<"UnitAdmitted" | "UnitReleased" | "MemberUnitsMerged" | "DelegateNamed">,
): Conference => {
  const { units } = conference
  switch (event._tag) {
    case "UnitAdmitted":
      return { ...conference, units: [...units, unitFrom(event)] }
    case "UnitReleased":
      return { ...conference, units: units.filter((known) => known.unit !== event.unit) }
    case "MemberUnitsMerged": {
      const others = units.filter((known) => !event.units.includes(known.unit))
      const meetings = conference.meetings.map((meeting) => mergeIn(meeting, event))
      return { ...conference, units: [...others, unitFrom(event)], meetings }
    }
    case "DelegateNamed": {
      const { alternate, delegate, unit } = event
      return {
        ...conference,
        units: units.map((known) => (known.unit === unit ? { ...known, delegate, alternate } : known)),
      }
    }
  }
}
