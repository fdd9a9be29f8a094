import type { Entry } from "../journal/story.ts"

/** Events that people tell in one line: one event, or several of one kind that belong together. Never empty. */
export interface Bunch {
  readonly first: Entry
  readonly entries: ReadonlyArray<Entry>
}

/** Whose events these are: of a conference with its rota, or of one matter, covenant or disclosure. */
const threadOf = (entry: Entry): string => {
  switch (entry.process) {
    case "joint-conference":
    case "rotating-chair":
      return `conference ${entry.conference}`
    case "deliberation":
      return `matter ${entry.matter}`
    case "co-governance":
      return `co-governance ${entry.coGovernance}`
    case "covenant":
      return `covenant ${entry.covenant}`
    case "disclosure":
      return `disclosure ${entry.disclosure}`
  }
}

/** What events must agree in to be told together; undefined: this kind of event is told alone. */
const bondOf = (entry: Entry): string | undefined => {
  const { conference, moment } = entry
  const { civilDate: day, instant } = moment
  if (entry.process === "deliberation")
    return entry.event._tag === "RollEntered" ? `${entry.event._tag} ${entry.event.round} ${day}` : undefined
  const { event } = entry
  switch (event._tag) {
    case "UnitAdmitted":
      return `${event._tag} ${conference} ${day} ${event.capacity}`
    case "AttendanceRecorded":
      return `${event._tag} ${conference} ${day} ${event.meeting}`
    case "UnitSeated":
    case "TermPublished":
      return `${event._tag} ${conference} ${instant}`
    default:
      return undefined
  }
}

/**
 * The events of a story in their order, those that say the same thing of one kind put together: the units admitted on one
 * day, who came to one meeting, the seats of a rota, the terms published at once, the parts of a roll. Events of another
 * conference or matter in between part nothing.
 */
export const bunchesOf = (entries: ReadonlyArray<Entry>): ReadonlyArray<Bunch> => {
  const bunches: Array<{ first: Entry; entries: Array<Entry> }> = []
  const latest = new Map<string, { bond: string | undefined; bunch: { entries: Array<Entry> } }>()
  for (const entry of entries) {
    const bond = bondOf(entry)
    const thread = threadOf(entry)
    const before = latest.get(thread)
    if (bond !== undefined && before?.bond === bond) before.bunch.entries.push(entry)
    else {
      const bunch = { first: entry, entries: [entry] }
      bunches.push(bunch)
      latest.set(thread, { bond, bunch })
    }
  }
  return bunches
}
