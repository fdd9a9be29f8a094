import { join } from "node:path"
import { readDigest } from "@jinlin/core/kernel"
import { readId } from "@jinlin/core/kernel/arithmetic"
import { type Language, messagesFor } from "@jinlin/messages"
import {
  ballotPapersHtml,
  meetingNoticeHtml,
  type RegisterReader,
  type StepForm,
  stepFormCsv,
  stepFormHtml,
} from "@jinlin/registers"
import { namesIn } from "../../charter/charter.ts"
import type { Outcome } from "../faults.ts"
import { done, failed } from "../faults.ts"
import { type Place, writeText } from "../files.ts"
import { named } from "../places.ts"
import type { ExitCode } from "../session.ts"
import { storeFault } from "../store.ts"
import { type Awaited, awaitedFor } from "./awaited.ts"
import { type Command, complain } from "./log.ts"
import type { LogAtHand } from "./writing.ts"

const usual = ".out/paper"

type Files = ReadonlyArray<readonly [name: string, content: string]>

const filesOf = (form: StepForm, reader: RegisterReader, sheet: string | undefined): Files => {
  const name = `${encodeURIComponent(form.of)}.${form.kind}.${form.number}`
  return [
    [`${name}.html`, stepFormHtml(form, reader, { sheet })],
    [`${name}.csv`, stepFormCsv(form, reader, { sheet })],
  ]
}

/** What of a sitting is printed and never entered back: its notice, and the papers of its ballot. */
const sheetsOf = ({ sitting }: Awaited, reader: RegisterReader): Files => {
  if (sitting === null) return []
  const [name, papers] = [encodeURIComponent(sitting.of), ballotPapersHtml(sitting, reader)]
  const notice = [`${name}.notice.${sitting.number}.html`, meetingNoticeHtml(sitting, reader)] as const
  return papers === null ? [notice] : [notice, [`${name}.papers.${sitting.number}.html`, papers]]
}

const writeAll = (files: Files, folder: Place): Outcome<number> => {
  for (const [name, content] of files) {
    const written = writeText({ path: join(folder.path, name), name: `${folder.name}/${name}` }, content)
    if (!written.ok) return written
  }
  return done(files.length)
}

/** What is asked of a print: the number of the sheet, and the digest of the public record. */
const readAsked = ({ asked: { given } }: Command): Outcome<{ readonly sheet?: string; readonly record?: string }> => {
  const [sheet, record] = [given.get("sheet"), given.get("record-digest")]
  if (sheet !== undefined && !(readId(sheet).ok && sheet.length <= 32)) return failed("paper.bad-sheet", { sheet })
  if (record !== undefined && !readDigest(record).ok) return failed("paper.bad-digest", { digest: record })
  return done({ ...(sheet === undefined ? {} : { sheet }), ...(record === undefined ? {} : { record }) })
}

const readerFor = ({ charter }: LogAtHand, language: Language): RegisterReader => ({
  ...{ messages: messagesFor(language), names: namesIn(charter, language) },
})

/** Prints every sheet that an id awaits, as pages and as forms to type into. Rule REGISTERS-3. */
export const printFor = async (command: Command, log: LogAtHand, of: string): Promise<ExitCode> => {
  const { asked, folder, given, voice } = command
  const options = readAsked(command)
  if (!options.ok) return complain(command, options.fault)
  if (!readId(of).ok) return complain(command, { key: "paper.nothing-awaited", data: { of } })
  const awaited = await awaitedFor(log, of, options.value.record)
  if (!awaited.ok) return complain(command, storeFault(awaited.failure, named(folder, asked.given.get("store") ?? "")))
  const reader = readerFor(log, voice.language)
  const forms = awaited.value.forms.flatMap((form) => filesOf(form, reader, options.value.sheet))
  if (forms.length === 0) return complain(command, { key: "paper.nothing-awaited", data: { of } })
  const place = named(folder, asked.given.get("paper") ?? usual)
  const written = writeAll([...forms, ...sheetsOf(awaited.value, reader)], place)
  if (!written.ok) return complain(command, written.fault)
  given.stdout.write(`${voice.say("journal.paper.printed", { of, files: written.value, folder: place.name })}\n`)
  return 0
}
