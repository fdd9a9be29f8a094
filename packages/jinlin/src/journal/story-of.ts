import type { Conference, ConferenceEvent } from "@jinlin/core/joint-conference"
import type { Checked, Moment, Refusal } from "@jinlin/core/kernel"
import type { Rota, RotaEvent } from "@jinlin/core/rotating-chair"
import type { StoredEvent, StoreReads } from "@jinlin/sdk"
import type { Charter } from "../charter/charter.ts"
import { noticesOf, unfounded } from "../hosting/ask.ts"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { processes } from "../hosting/processes.ts"
import { readStored } from "../shell/loading.ts"
import type { UnknownEvent } from "../shell/refusals.ts"
import type { TaskEvent } from "../tasks/task.ts"
import { causeOf, metaOf, readWholeLog } from "./log.ts"
import type { Entry, Happened, Standing, Story, StoryNotice, StoryTask } from "./story.ts"

/** A story while it is read back, event by event. */
interface Reading {
  readonly entries: Array<Entry>
  readonly notices: Array<StoryNotice>
  readonly tasks: Array<StoryTask>
  readonly standings: Map<string, Standing>
}

/** An event of a stream as it was stored, with the process that it happened to. */
interface Told {
  readonly process: Hosted
  readonly subject: string
  readonly stored: StoredEvent
  readonly event: Tagged
}

const happenedIn = ({ event, process: { name } }: Told): Happened | undefined => {
  if (name === "joint-conference") return { process: name, event: event as ConferenceEvent }
  return name === "rotating-chair" ? { process: name, event: event as RotaEvent } : undefined
}

const standingAfter = (standing: Standing, { event, process }: Told): Standing =>
  process.name === "joint-conference"
    ? { ...standing, conference: process.evolve(standing.conference, event) as Conference }
    : { ...standing, rota: process.evolve(standing.rota, event) as Rota }

const taskOf = (event: TaskEvent, moment: Moment): ReadonlyArray<StoryTask> => {
  if (event._tag !== "TaskOpened") return []
  const { command, refusals, rule, stream } = event
  const [process = "", conference = ""] = stream.split("/")
  return [
    { ...{ moment, conference, rule, command }, process: process as Entry["process"], refusals: JSON.parse(refusals) },
  ]
}

const readOn = (reading: Reading, told: Told): void => {
  const { event, stored, subject } = told
  const meta = metaOf(stored)
  const { actor, grounds, moment } = meta
  const happened = happenedIn(told)
  if (happened === undefined) {
    if (told.process.name === "task") reading.tasks.push(...taskOf(event as TaskEvent, moment))
    return
  }
  const { revision } = stored
  reading.entries.push({ ...happened, moment, conference: subject, revision, actor, grounds, cause: causeOf(meta) })
  for (const notice of noticesOf(happened)) reading.notices.push({ moment, conference: subject, notice })
  reading.standings.set(subject, standingAfter(reading.standings.get(subject) ?? unfounded, told))
}

/**
 * The story that a log tells, read from its events alone: what happened in the order of the log, who was to be told by it, what
 * was left to a person, and where all stands. The charter gives names and the last day. An event that cannot be read is
 * refused (SHELL-7), and nothing of the story is told. Rule JOURNAL-7.
 */
export const storyOf = async (
  store: Pick<StoreReads, "readLog">,
  tenant: string,
  charter: Charter,
): Promise<Checked<Story, Refusal>> => {
  const log = await readWholeLog(store, tenant)
  return log.ok ? storyIn(log.value, charter) : { ok: false, refusal: log.failure }
}

/** The story of events that were read from a log, in their order. */
export const storyIn = (log: ReadonlyArray<StoredEvent>, charter: Charter): Checked<Story, Refusal> => {
  const reading: Reading = { entries: [], notices: [], tasks: [], standings: new Map() }
  for (const stored of log) {
    const { revision, stream, type } = stored
    const [name = "", subject = ""] = stream.split("/")
    const process = processes.get(name)
    const unknown: UnknownEvent = { _tag: "UnknownEvent", rule: "SHELL-7", stream, revision, type }
    if (process === undefined) return { ok: false, refusal: unknown }
    const read = readStored(process, stored)
    if (!read.ok) return { ok: false, refusal: read.failure }
    readOn(reading, { process, subject, stored, event: read.value })
  }
  return { ok: true, value: { charter, ...reading, refused: [] } }
}
