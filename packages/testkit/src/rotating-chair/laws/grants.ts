import type { RotaCommand, RotaEvent } from "@jinlin/core/rotating-chair"
import type { MoveKind } from "../arbitraries.ts"
import type { Chapter, Told } from "../story.ts"
import { inForce, ruled } from "./in-force.ts"
import { type ChairLaw, storiesOf } from "./law.ts"
import { mustGrant } from "./must-grant.ts"

type Tag = RotaCommand["_tag"]

/** What a granted command puts on record. */
const records: { readonly [Name in Tag]?: RotaEvent["_tag"] } = {
  SwapTurns: "TurnsSwapped",
  SkipTurn: "TurnSkipped",
  DeclineTurn: "TurnDeclined",
  SeatUnit: "UnitSeated",
  UnseatUnit: "UnitUnseated",
  MergeUnits: "UnitsMerged",
  RecordNoShow: "NoShowRecorded",
  FillVacancy: "TurnMoved",
  NameSubstitute: "SubstituteNamed",
  DeclareInterest: "InterestDeclared",
  HandOverChair: "ChairHandedOver",
  RemindHandOver: "HandOverReminded",
  CountMeeting: "MeetingCounted",
}

/** A command that was granted and is not on record; a substitute that is named again need not be. */
const isMissing = ({ before, command, events }: Chapter): boolean => {
  const record = records[command._tag]
  const again = command._tag === "NameSubstitute" && before.substitute !== null
  return record !== undefined && !again && !events.some((event) => event._tag === record)
}

const wronglyAnswered = (told: Told, tags: ReadonlyArray<Tag>): string | undefined => {
  for (const { chapter, policies } of ruled(told)) {
    const { before, command, day, refused } = chapter
    const policy = inForce(policies, day)
    if (!tags.includes(command._tag) || policy === undefined) continue
    const must = mustGrant(command, { rota: before, policy, day })
    if (must === undefined) continue
    const asked = `on ${day} ${JSON.stringify(command)}`
    if (must === refused) return `${asked} ${refused ? "was refused and had to be granted" : "was granted"}`
    if (must && isMissing(chapter)) return `${asked} left no record`
  }
  return undefined
}

interface Question {
  readonly id: ChairLaw["id"]
  readonly tags: ReadonlyArray<Tag>
  readonly when: string
  readonly kinds: ReadonlyArray<MoveKind>
}

const questions: ReadonlyArray<Question> = [
  {
    id: "CHAIR-6",
    tags: ["SwapTurns"],
    when: "A swap is granted exactly when both terms are published, have not begun, and are the turns of two different units.",
    kinds: ["wait", "swap", "swap", "join", "leave", "decline"],
  },
  {
    id: "CHAIR-7",
    tags: ["SkipTurn"],
    when: "A turn is put off exactly when it is a unit's own and has not begun, somebody else is seated, and the unit owes fewer turns than the policy allows.",
    kinds: ["wait", "skip", "skip", "join", "leave", "no-show"],
  },
  {
    id: "CHAIR-16",
    tags: ["DeclineTurn"],
    when: "A turn is given up exactly when it is a unit's own and has not begun, and somebody else is seated.",
    kinds: ["wait", "decline", "decline", "join", "leave"],
  },
  {
    id: "CHAIR-12",
    tags: ["SeatUnit", "UnseatUnit"],
    when: "A unit is seated exactly when it has no seat, and leaves exactly when it has one.",
    kinds: ["wait", "join", "leave", "leave", "rejoin", "merge"],
  },
  {
    id: "CHAIR-14",
    tags: ["MergeUnits"],
    when: "Two seated units merge exactly when they are two and no third seated unit bears the new name.",
    kinds: ["wait", "merge", "merge", "join", "join", "leave"],
  },
  {
    id: "CHAIR-11",
    tags: ["RecordNoShow"],
    when: "A no-show is put on record exactly when the term serves or has just ended, was a unit's own turn, and has none on record.",
    kinds: ["wait", "wait", "no-show", "no-show", "leave", "decline"],
  },
  {
    id: "CHAIR-15",
    tags: ["FillVacancy"],
    when: "A term is filled exactly when it is published and vacant and whoever is appointed, or anybody, is seated.",
    kinds: ["wait", "fill", "fill", "decline", "leave", "join"],
  },
  {
    id: "CHAIR-9",
    tags: ["NameSubstitute", "DeclareInterest"],
    when: "A substitute is named exactly when a term serves and the unit is seated and not the chair, or another one is seated; an interest is declared exactly when the unit is seated and has not declared it.",
    kinds: ["wait", "substitute", "substitute", "interest", "interest", "leave", "join"],
  },
  {
    id: "CHAIR-17",
    tags: ["HandOverChair", "RemindHandOver"],
    when: "A hand-over is put on record exactly when one is due of a chair that somebody holds; of one that is late the chair is reminded exactly once.",
    kinds: ["wait", "remind", "remind", "remind", "hand-over", "decline", "leave"],
  },
  {
    id: "CHAIR-10",
    tags: ["CountMeeting"],
    when: "A meeting is counted exactly when terms are counted in meetings and it was held in the serving term, not after today, and was not counted in it.",
    kinds: ["wait", "meeting", "meeting", "meeting", "leave"],
  },
  {
    id: "CHAIR-20",
    tags: ["AdvanceRota"],
    when: "An open rota may be looked at on any day.",
    kinds: ["wait", "leave", "join", "meeting"],
  },
]

/** Laws on what must be granted and what must be refused, decided anew from the rota before the command. */
export const grantLaws: ReadonlyArray<ChairLaw> = questions.map(({ id, kinds, tags, when }) => ({
  id,
  says: when,
  stories: storiesOf({}, kinds),
  check: (told) => wronglyAnswered(told, tags),
}))
