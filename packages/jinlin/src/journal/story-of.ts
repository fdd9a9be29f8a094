import type { Checked, Refusal } from "@jinlin/core/kernel"
import type { StoredEvent, StoreReads } from "@jinlin/sdk"
import type { Charter } from "../charter/charter.ts"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { processes } from "../hosting/processes.ts"
import { readStored } from "../shell/loading.ts"
import type { UnknownEvent } from "../shell/refusals.ts"
import type { TaskEvent } from "../tasks/task.ts"
import { happenedTo, moveOn, noHoldings, type OpenHoldings } from "./holdings.ts"
import { causeOf, metaOf, readWholeLog } from "./log.ts"
import { placeOf } from "./place.ts"
import type { Entry, Recorded, Story, StoryNotice, StoryTask } from "./story.ts"

/** A story while it is read back, event by event. */
interface Reading {
  readonly community: string
  readonly entries: Array<Entry>
  readonly notices: Array<StoryNotice>
  readonly tasks: Array<StoryTask>
  readonly holdings: OpenHoldings
}

/** An event of a stream as it was stored, with the process that it happened to. */
interface Told {
  readonly process: Hosted
  readonly subject: string
  readonly stored: StoredEvent
  readonly event: Tagged
}

const taskOf = (event: TaskEvent, moment: Recorded["moment"], community: string): ReadonlyArray<StoryTask> => {
  if (event._tag !== "TaskOpened") return []
  const { command, refusals, rule, stream } = event
  const [name = "", subject = ""] = stream.split("/")
  const process = name as Entry["process"]
  const place = placeOf({ process, subject }, community)
  return [{ ...{ moment, ...place, rule, command, process }, refusals: JSON.parse(refusals) }]
}

const readOn = (reading: Reading, told: Told): void => {
  const { event, stored, subject } = told
  const { community } = reading
  const meta = metaOf(stored)
  const { actor, grounds, moment } = meta
  const happened = happenedTo(told, event)
  if (happened === undefined) {
    if (told.process.name === "task") reading.tasks.push(...taskOf(event as TaskEvent, moment, community))
    return
  }
  const place = placeOf({ process: happened.process, subject }, community)
  const { revision } = stored
  const { conference } = place
  reading.entries.push({ ...happened, moment, conference, revision, actor, grounds, cause: causeOf(meta) })
  for (const notice of told.process.notices(event)) reading.notices.push({ moment, ...place, notice })
  moveOn(reading.holdings, told, event)
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
  const { community } = charter
  const told = { entries: [], notices: [], tasks: [] }
  const holdings = noHoldings()
  for (const stored of log) {
    const { revision, stream, type } = stored
    const [name = "", subject = ""] = stream.split("/")
    const process = processes.get(name)
    const unknown: UnknownEvent = { _tag: "UnknownEvent", rule: "SHELL-7", stream, revision, type }
    if (process === undefined) return { ok: false, refusal: unknown }
    const read = readStored(process, stored)
    if (!read.ok) return { ok: false, refusal: read.failure }
    readOn({ community, holdings, ...told }, { process, subject, stored, event: read.value })
  }
  return { ok: true, value: { charter, ...told, ...holdings, refused: [] } }
}
