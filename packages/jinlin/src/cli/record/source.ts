import { existsSync } from "node:fs"
import { chinaWorkCalendar } from "@jinlin/rule-packs/calendars"
import { type Answer, type Clock, done, type Store, type TextStore } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { publishedCalendar } from "../../calendar/published-calendar.ts"
import type { Charter } from "../../charter/charter.ts"
import { momentIn } from "../../hosting/moment.ts"
import type { JournalDocument } from "../../journal/documents.ts"
import { journalDocuments } from "../../journal/read.ts"
import { standingClock } from "../../journal/standing-clock.ts"
import { tellRehearsed } from "../../journal/tell.ts"
import { type Linked, linkedIn } from "../../publishing/linked.ts"
import type { RecordPress } from "../../publishing/making.ts"
import { type Words, wordsIn } from "../../publishing/words.ts"
import { calendarFrom } from "../../shell/calendar-of.ts"
import type { Engine } from "../../shell/engine.ts"
import { engineOn } from "../../shell/engine-on.ts"
import { systemClock } from "../../workers/clock.ts"
import { formatOf, type Place, readBytes } from "../files.ts"
import { named } from "../places.ts"
import { rehearsalFor } from "../reading.ts"
import { type Command, charterNamed, complain, isExitCode, logFor } from "../registers/log.ts"
import type { ExitCode } from "../session.ts"
import { openTexts, storeFault, tenantOf } from "../store.ts"

/** A log of which records are written, with the words that are at hand. */
export interface RecordSource extends RecordPress {
  readonly charter: Charter
  readonly tenant: string
  readonly linked: Linked
}

/** Where records come from: a log, on which day it is looked at, and which words are known. */
interface Shelf {
  readonly charter: Charter
  readonly tenant: string
  readonly store: Store
  readonly clock: Clock
  readonly wordsOf: (linked: Linked) => Words
}

/** An engine that reads: it carries out no command, and so needs no law. Periods are told by the calendar that the packs have. */
const engineFor = ({ charter, clock, store }: Shelf): Engine =>
  engineOn({
    ...{ store, clock, zoneOf: () => charter.zone },
    calendarOf: calendarFrom(publishedCalendar(chinaWorkCalendar)),
  })

/** A log that is ready to be written records of. No vault is at hand here: nobody looks for names. */
export const sourceFrom = async (shelf: Shelf): Promise<Answer<RecordSource, Parameters<typeof storeFault>[0]>> => {
  const { charter, tenant, wordsOf } = shelf
  const engine = engineFor(shelf)
  const linked = await linkedIn(engine, tenant)
  if (!linked.ok) return linked
  return done({ engine, charter, tenant, linked: linked.value, words: wordsOf(linked.value), vault: undefined })
}

/** The documents that a journal writes down; none where its file cannot be read any more. */
export const documentsAt = (journal: Place, folder: string): ReadonlyArray<JournalDocument> => {
  const [format, content] = [formatOf(journal), readBytes(journal, folder)]
  return format.ok && content.ok ? journalDocuments({ format: format.value, content: content.value }) : []
}

/** The documents of a journal that a record speaks of. */
export const wordsOfJournal =
  (documents: ReadonlyArray<JournalDocument>): Words =>
  async (spoken) =>
    done(documents.filter(({ digest }) => spoken.has(digest)).map(({ sections }) => ({ sections })))

/** A clock that stands at the end of a story: nothing in a journal is of today. */
export const endOf = ({ until, zone }: Charter, events: ReadonlyArray<{ readonly instant: number }>): Clock => {
  const clock = standingClock()
  for (const { instant } of events) clock.standAt(instant)
  if (until !== undefined) clock.standAt(momentIn(zone, until, 0).instant)
  return clock
}

/** What is done with a source, which is let go of afterwards. */
type Use = (source: RecordSource) => Promise<ExitCode>

/** The charter that a command names. */
const charterOf = (command: Command): Charter | ExitCode => {
  const name = command.asked.given.get("charter")
  return name === undefined
    ? complain(command, { key: "missing-option", data: { option: "--charter" } })
    : charterNamed(command, name)
}

const withShelf = async (command: Command, shelf: Shelf, use: Use): Promise<ExitCode> => {
  const source = await sourceFrom(shelf)
  const { given } = command.asked
  const place = named(command.folder, given.get("store") ?? given.get("journal") ?? "")
  return source.ok ? use(source.value) : complain(command, storeFault(source.failure, place))
}

const fromJournal = async (command: Command, name: string, use: Use): Promise<ExitCode> => {
  const charter = charterOf(command)
  if (isExitCode(charter)) return charter
  const { folder, given, voice } = command
  const journal = named(folder, name)
  const rehearsal = rehearsalFor({ folder, given, voice, options: { partial: false }, places: { journal } }, charter)
  if (isExitCode(rehearsal)) return rehearsal
  const [store, tenant] = [openMemoryStore(), tenantOf(charter.community)]
  const told = await tellRehearsed(charter, rehearsal, { store, tenant })
  if (!told.ok)
    return told.refusal._tag === "RowsRefused" ? 1 : complain(command, storeFault(told.refusal.refusal, journal))
  const clock = endOf(
    charter,
    told.value.story.entries.map(({ moment }) => moment),
  )
  const documents = documentsAt(journal, folder)
  const wordsOf = () => wordsOfJournal(documents)
  return withShelf(command, { charter, tenant, store, clock, wordsOf }, use)
}

const fromStore = async (command: Command, use: Use): Promise<ExitCode> => {
  const name = command.asked.given.get("texts")
  const place = name === undefined ? undefined : named(command.folder, name)
  if (place !== undefined && !existsSync(place.path))
    return complain(command, { key: "file.missing", data: { file: place.name, folder: command.folder } })
  const log = await logFor(command)
  if (isExitCode(log)) return log
  let texts: TextStore | undefined
  try {
    const opened = place === undefined ? undefined : await openTexts(place)
    if (opened?.ok === false) return complain(command, opened.fault)
    texts = opened?.value
    const documents = command.asked.given
      .get("documents")
      ?.split(",")
      .filter((id) => id !== "")
    const wordsOf = (linked: Linked) => wordsIn(texts, { tenant: log.tenant, linked, documents })
    return await withShelf(command, { ...log, clock: systemClock, wordsOf }, use)
  } finally {
    await texts?.[Symbol.asyncDispose]()
    await log.store[Symbol.asyncDispose]()
  }
}

/** The log that a command names: a store, with a text store beside it or none, or a journal, which is told for this alone. */
export const withSource = (command: Command, use: Use): Promise<ExitCode> | ExitCode => {
  const { given } = command.asked
  const journal = given.get("journal")
  if (journal === undefined) return fromStore(command, use)
  const other = ["store", "tenant", "texts", "documents"].find((option) => given.has(option))
  if (other === undefined) return fromJournal(command, journal, use)
  return complain(command, { key: "record.journal-and", data: { option: `--${other}` } })
}
