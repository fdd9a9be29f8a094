import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Finding } from "../../kernel/finding.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { ConferenceEvent } from "../events.ts"
import type { Presided, Votes } from "../model.ts"

/** One text that was put to the vote, with its result and what became of it. It names units and no people. */
export interface ResolutionEntry {
  readonly resolution: string
  readonly meeting: string
  readonly item: string
  readonly on: CivilDate
  readonly textDigest: string
  readonly result: "adopted" | "lost"
  readonly presided: Presided
  readonly recused: ReadonlyArray<string>
  readonly votes: Votes
  readonly quorum: Finding
  readonly majority: Finding
  readonly responsibleUnit: string
  readonly dueOn: CivilDate
  /** When what it asked for was done, and the digest of the evidence; null while it is open, and for what was lost. */
  readonly closedOn: CivilDate | null
  readonly evidence: string | null
}

type Put = Extract<ConferenceEvent, { readonly _tag: "ResolutionAdopted" | "ResolutionLost" }>

const entered = (event: Put): ResolutionEntry => ({
  resolution: event.resolution,
  meeting: event.meeting,
  item: event.item,
  on: event.on,
  textDigest: event.textDigest,
  result: event._tag === "ResolutionAdopted" ? "adopted" : "lost",
  presided: event.presided,
  recused: event.recused,
  votes: event.votes,
  quorum: event.quorum,
  majority: event.majority,
  responsibleUnit: event.responsibleUnit,
  dueOn: event.dueOn,
  closedOn: null,
  evidence: null,
})

const change = (
  register: ReadonlyArray<ResolutionEntry>,
  resolution: string,
  next: Partial<ResolutionEntry>,
): ReadonlyArray<ResolutionEntry> =>
  register.map((entry) => (entry.resolution === resolution ? { ...entry, ...next } : entry))

const merged = (
  register: ReadonlyArray<ResolutionEntry>,
  event: Extract<ConferenceEvent, { readonly _tag: "MemberUnitsMerged" }>,
): ReadonlyArray<ResolutionEntry> =>
  register.map((entry) =>
    isOpen(entry) && event.units.includes(entry.responsibleUnit) ? { ...entry, responsibleUnit: event.unit } : entry,
  )

const isOpen = ({ closedOn, result }: ResolutionEntry): boolean => result === "adopted" && closedOn === null

/** Every text that was put to the vote, in order (CONFERENCE-14). */
export const resolutionRegister: Projection<ReadonlyArray<ResolutionEntry>, ConferenceEvent> = {
  initial: [],
  evolve: (register, event) => {
    switch (event._tag) {
      case "ResolutionAdopted":
      case "ResolutionLost":
        return [...register, entered(event)]
      case "ActionExtended":
        return change(register, event.resolution, { dueOn: event.dueOn })
      case "ActionReassigned":
        return change(register, event.resolution, { responsibleUnit: event.unit })
      case "ActionClosed":
        return change(register, event.resolution, { closedOn: event.on, evidence: event.evidence })
      case "MemberUnitsMerged":
        return merged(register, event)
      default:
        return register
    }
  },
}

/** One thing to be done, for a unit's list. */
export interface OpenAction {
  readonly resolution: string
  readonly unit: string
  readonly dueOn: CivilDate
  readonly isOverdue: boolean
}

/** What is still to be done on a day, what is due first above. */
export const actionList = (register: ReadonlyArray<ResolutionEntry>, today: CivilDate): ReadonlyArray<OpenAction> =>
  register
    .filter(isOpen)
    .map(({ dueOn, resolution, responsibleUnit: unit }) => ({ resolution, unit, dueOn, isOverdue: dueOn < today }))
    .toSorted((one, other) => (one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1))
