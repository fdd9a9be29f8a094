import { readFileSync } from "node:fs"
import { type Charter, type JournalFile, readCharter, runJournal, type Story } from "../src/index.ts"

const here = new URL("small-story/", import.meta.url)

/** The charter of a small community with five units, as its file holds it. */
export const smallCharterText = (): string => readFileSync(new URL("charter.json", here), "utf8")

/** That charter, read. */
export const smallCharter = (): Charter => {
  const read = readCharter(JSON.parse(smallCharterText()))
  if (read.ok) return read.value
  throw new Error(`the charter of the small story has faults: ${JSON.stringify(read.refusal)}`)
}

/** Its journal of half a year, as a CSV. */
export const smallJournal = (): string => readFileSync(new URL("journal.csv", here), "utf8")

/** A journal from CSV text. */
export const csv = (content: string): JournalFile => ({ format: "csv", content })

/** A journal that must run, told. */
export const storyOf = (charter: Charter, file: JournalFile): Story => {
  const told = runJournal(charter, file)
  if (told.ok) return told.value
  throw new Error(`the journal of a test is refused: ${JSON.stringify(told.refusal)}`)
}

/** The small story, told. */
export const smallStory = (): Story => storyOf(smallCharter(), csv(smallJournal()))
