import type { RuleId } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Language, Reader } from "@jinlin/messages"
import type { Entry, Story, StoryTask } from "../journal/story.ts"
import { isToldTo, namesPeople, type ReportFor, withheldIn } from "./audience.ts"
import { type Bunch, bunchesOf } from "./bunches.ts"
import { detailsOf } from "./details.ts"
import { causeOf, groundsOf, rulesOf } from "./grounds.ts"
import { rollsIn, sentenceOf, type Telling } from "./sentences.ts"
import { type Voice, voiceFor } from "./voice.ts"

/** One line of a timeline: what happened at a time, in words for one reader. Plain text: escape it where you put it into HTML. */
export interface TimelineLine {
  readonly day: CivilDate
  /** Minutes since midnight. */
  readonly minuteOfDay: number
  readonly conference: string
  /** The matter that it is about; null: it is about something else. */
  readonly matter: string | null
  /** The matter, covenant or disclosure that it is about; null: it is about a conference or its rota. */
  readonly subject: string | null
  readonly process: Entry["process"]
  /** Whether it happened, or could not and is left to a person. */
  readonly kind: "happened" | "left-to-a-person"
  /** The tag of the event, or of the command that was refused. */
  readonly tag: string
  /** How many events this line tells; 0 where nothing happened. */
  readonly events: number
  readonly text: string
  /** What set it going: a row of the journal, a day that came, an event of the other process. */
  readonly cause: string
  /** By which right it was asked for. */
  readonly grounds: string
  /** The rules that it rests on. */
  readonly rules: ReadonlyArray<RuleId>
  /** What explains it: why a unit sits in a term, what was counted for a quorum. */
  readonly details: ReadonlyArray<string>
}

/** The sentence of a line with what it is about before it, where that is not the conference at home. */
export const sentenceIn = ({ conference, subject, text }: TimelineLine, home: string, voice: Voice): string => {
  if (subject !== null) return voice.say("report.of-matter", { matter: subject, text })
  return conference === home ? text : voice.say("report.in-conference", { conference, text })
}

/** Whether two lines have one source: what was asked for once, at one moment, so that it need be said only once. */
export const isOneSource = (line: TimelineLine, other: TimelineLine | undefined): boolean =>
  other !== undefined &&
  line.day === other.day &&
  line.minuteOfDay === other.minuteOfDay &&
  line.conference === other.conference &&
  line.process === other.process &&
  line.subject === other.subject &&
  line.cause === other.cause &&
  line.grounds === other.grounds

/** What an event happened to by its id; null: to a conference or its rota. */
const subjectOf = (entry: Entry): string | null => {
  switch (entry.process) {
    case "joint-conference":
    case "rotating-chair":
      return null
    case "deliberation":
      return entry.matter
    case "co-governance":
      return entry.coGovernance
    case "covenant":
      return entry.covenant
    case "disclosure":
      return entry.disclosure
  }
}

const happened = (bunch: Bunch, around: Telling, shown: ReportFor): TimelineLine => {
  const { first } = bunch
  const { conference, event, moment, process } = first
  const text = sentenceOf(bunch, around)
  return {
    day: moment.civilDate,
    minuteOfDay: moment.minuteOfDay,
    conference,
    matter: first.process === "deliberation" ? first.matter : null,
    subject: subjectOf(first),
    process,
    kind: "happened",
    tag: event._tag,
    events: bunch.entries.length,
    text,
    cause: causeOf(bunch, around.voice),
    grounds: groundsOf(bunch, around.voice),
    rules: rulesOf(bunch),
    details: detailsOf(bunch, text, { ...around, isNamed: namesPeople(shown) }),
  }
}

const left = (
  { command, conference, coGovernance, covenant, disclosure, matter, moment, process, refusals, rule }: StoryTask,
  voice: Voice,
): TimelineLine => ({
  day: moment.civilDate,
  minuteOfDay: moment.minuteOfDay,
  conference,
  matter: matter ?? null,
  subject: matter ?? coGovernance ?? covenant ?? disclosure ?? null,
  process,
  kind: "left-to-a-person",
  tag: command,
  events: 0,
  text: voice.say("report.task", { command }),
  cause: voice.say(rule.startsWith("REACTION") ? "report.cause.reaction" : "report.cause.due", { rule }),
  grounds: voice.say("report.grounds.post", { post: "system" }),
  rules: [rule],
  details: refusals.map((refusal) => {
    const { remedy, what } = voice.refusal(refusal)
    return voice.sentences([what, remedy])
  }),
})

/**
 * A story line by line, in the order of its moments, for one reader. Events that say the same for people share a line,
 * which then says how many they are; what could not happen by itself has a line of its own. It is for those who serve the bodies
 * unless another audience is named: rolls, recusals and records of votes are told to nobody else. Rule REPORT-1.
 */
export const timeline = (
  story: Story,
  reader: Language | Reader,
  shown: ReportFor = {},
): ReadonlyArray<TimelineLine> => {
  const voice = voiceFor(story.charter, reader)
  const around = { rolls: rollsIn(story.entries), voice, withheld: withheldIn(story.entries, shown) }
  const lines = [
    ...bunchesOf(story.entries.filter((entry) => isToldTo(entry, shown))).map((bunch) => ({
      at: bunch.first.moment.instant,
      line: happened(bunch, around, shown),
    })),
    ...story.tasks.map((task) => ({ at: task.moment.instant, line: left(task, voice) })),
  ]
  return lines.toSorted((one, other) => one.at - other.at).map(({ line }) => line)
}
