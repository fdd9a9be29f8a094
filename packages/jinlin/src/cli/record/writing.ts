import { join } from "node:path"
import type { Refusal } from "@jinlin/core/kernel"
import { type Language, messagesFor, type Names } from "@jinlin/messages"
import { type PublicRecord, recordHtml, recordText } from "@jinlin/public-record"
import { type Answer, done, failed } from "@jinlin/sdk"
import { type Charter, namesIn } from "../../charter/charter.ts"
import type { Linked, Recordable } from "../../publishing/linked.ts"
import { makeRecord } from "../../publishing/making.ts"
import type { Outcome } from "../faults.ts"
import { type Place, writeText } from "../files.ts"
import type { RecordSource } from "./source.ts"

/** Where a record goes, and in which languages its pages are written. */
export interface RecordPlace {
  readonly folder: Place
  readonly languages: ReadonlyArray<Language>
}

/** The languages of the pages where none is asked for. */
export const bothLanguages: ReadonlyArray<Language> = ["zh-Hans", "en"]

/** A record of something in a log; no vault is asked, and nothing is shown that no disclosure shows. */
export const recordFrom = async (source: RecordSource, of: Recordable): Promise<Answer<PublicRecord, Refusal>> => {
  const { charter, linked, tenant } = source
  const made = await makeRecord(source, { ...of, tenant, linked, community: charter.community })
  return made.ok ? done(made.value.record) : failed(made.failure)
}

/** The names of a charter, and what it calls its lists of steps. */
const namesFor = (charter: Charter, language: Language): Names => {
  const name = namesIn(charter, language)
  return (id) => {
    const title = charter.rules?.stepLists.find(({ list }) => list === id)?.title
    const known = name(id)
    return known !== id || title === undefined ? known : title[language === "en" ? "en" : "zh-Hans"]
  }
}

/** Writes a record: a page in each language, and the file that anybody recomputes it from. */
export const writeRecord = (
  { charter }: Pick<RecordSource, "charter">,
  record: PublicRecord,
  { folder, languages }: RecordPlace,
): Outcome<Place> => {
  const pages = languages.map((language): readonly [string, string] => [
    `record.${language}.html`,
    recordHtml(record, { messages: messagesFor(language), names: namesFor(charter, language) }),
  ])
  for (const [name, text] of [["record.json", recordText(record)] as const, ...pages]) {
    const written = writeText({ path: join(folder.path, name), name: `${folder.name}/${name}` }, text)
    if (!written.ok) return written
  }
  return { ok: true, value: folder }
}

/** The folder of a record below another one: the id of its matter, with its process where several have that id. */
export const folderFor = ({ found }: Linked, below: Place, { id, of }: Recordable): Place => {
  const isAlone = found.filter((one) => one.id === id).length === 1
  const name = encodeURIComponent(isAlone ? id : `${of}.${id}`)
  return { path: join(below.path, name), name: `${below.name}/${name}` }
}

/** Everything of which there is a record of its own: a deliberation that is part of another matter is in the record of that. */
const onTheirOwn = ({ attached, found, submitted }: Linked): ReadonlyArray<Recordable> => {
  const within = new Set([...attached.values(), ...submitted.values()].flatMap((matters) => [...matters]))
  return found.filter(({ id, of }) => of !== "deliberation" || !within.has(id))
}

/** How many records were written, and of how many matters none could be. */
export interface RecordsWritten {
  readonly records: number
  readonly refused: number
}

/** Writes the record of everything in a log that has one of its own. */
export const writeRecords = async (source: RecordSource, place: RecordPlace): Promise<Outcome<RecordsWritten>> => {
  const counts = { records: 0, refused: 0 }
  for (const of of onTheirOwn(source.linked)) {
    const record = await recordFrom(source, of)
    counts[record.ok ? "records" : "refused"] += 1
    if (!record.ok) continue
    const folder = folderFor(source.linked, place.folder, of)
    const written = writeRecord(source, record.value, { ...place, folder })
    if (!written.ok) return written
  }
  return { ok: true, value: counts }
}
