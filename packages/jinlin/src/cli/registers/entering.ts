import { digestOfBytes } from "@jinlin/core/kernel"
import { type FormRead, type FormRefusal, readStepForm, type StepForm, stepFormNumber } from "@jinlin/registers"
import type { TextSection } from "@jinlin/sdk"
import { namesIn } from "../../charter/charter.ts"
import { commitmentOf, digestOver } from "../../texts/commitments.ts"
import { salted } from "../../texts/salts.ts"
import { refusalBlocks } from "../blocks.ts"
import { readBytes } from "../files.ts"
import { named } from "../places.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { storeFault } from "../store.ts"
import { awaitedFor, streamFor } from "./awaited.ts"
import { type Command, complain } from "./log.ts"
import type { LogAtHand } from "./writing.ts"

/** A file that was read by itself, and its name. */
export interface PaperFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Words of a form as the document that a host keeps: the log holds its digest alone. */
interface KeptWords {
  readonly digest: string
  readonly sections: ReadonlyArray<TextSection>
}

/**
 * Whether a file is a form of a step, as its first line says. A register of votes bears a number of its own, which
 * `readPaperRegister` reads. Rule REGISTERS-4.
 */
export const isStepForm = (bytes: Uint8Array): boolean => {
  const number = stepFormNumber(bytes)
  if (number.ok) return true
  const [first] = number.refusal
  return first._tag === "FormUnreadable" && !first.got.includes("@roll-")
}

const refuse = (
  { given, voice }: Command,
  file: string,
  refusal: readonly [FormRefusal, ...ReadonlyArray<FormRefusal>],
): ExitCode => {
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(refusalBlocks(refusal, { file, voice, width, command: "paper" }))
  return 1
}

const tell = (
  { given, voice }: Command,
  file: string,
  {
    documents,
    read,
  }: { readonly read: Extract<FormRead, { readonly ok: true }>; readonly documents: Array<KeptWords> },
): ExitCode => {
  const { entries, kind, of, sheet, typedBy } = read
  const commands = entries.map(({ command, on, onBehalfOf }) => ({ command, onBehalfOf, on }))
  given.stdout.write(`${JSON.stringify({ to: streamFor(kind, of), sheet, commands, documents }, null, 2)}\n`)
  const signatures = entries.reduce((sum, entry) => sum + entry.signatures, 0)
  const said = { file, commands: entries.length, typedBy, signatures, sheet }
  given.stderr.write(`${voice.say("journal.paper.entered", said)}\n`)
  const remarks = entries.flatMap((entry) => entry.remarks)
  for (const remark of remarks) given.stderr.write(`  ${voice.say("journal.paper.remark", { ...remark })}\n`)
  return 0
}

/** Keeps words as a document of one section with a salt, and gives its digest; nothing that could be one where there is none. */
const wordsKept =
  (documents: Array<KeptWords>) =>
  (words: string): string => {
    const sections = salted([{ name: "words", text: words }])
    const committed: Array<{ readonly name: string; readonly commitment: string }> = []
    for (const section of sections) {
      const commitment = commitmentOf(section)
      if (!commitment.ok) return ""
      committed.push({ name: section.name, commitment: commitment.value })
    }
    const digest = digestOver(committed)
    if (!digest.ok) return ""
    documents.push({ digest: digest.value, sections })
    return digest.value
  }

const hold = (
  command: Command,
  { bytes, file }: PaperFile,
  { forms, log, sheet }: { readonly forms: ReadonlyArray<StepForm>; readonly log: LogAtHand; readonly sheet: string },
): ExitCode => {
  const documents: Array<KeptWords> = []
  const names = namesIn(log.charter, command.voice.language)
  const read = readStepForm(bytes, forms, { sheet, names, documentOf: wordsKept(documents) })
  return read.ok ? tell(command, file, { read, documents }) : refuse(command, file, read.refusal)
}

/**
 * Reads a form of a step, held against what the log awaits, and prints its commands; the digest is that of the scan which `--scan`
 * names, else that of the file itself. Rule REGISTERS-4.
 */
export const enterForm = async (command: Command, log: LogAtHand, paper: PaperFile): Promise<ExitCode> => {
  const { asked, folder } = command
  const scan = asked.given.get("scan")
  const scanned = scan === undefined ? undefined : readBytes(named(folder, scan), folder)
  if (scanned !== undefined && !scanned.ok) return complain(command, scanned.fault)
  const number = stepFormNumber(paper.bytes)
  if (!number.ok) return refuse(command, paper.file, number.refusal)
  const awaited = await awaitedFor(log, number.value.of)
  if (!awaited.ok) return complain(command, storeFault(awaited.failure, named(folder, asked.given.get("store") ?? "")))
  const sheet = digestOfBytes(scanned?.value ?? paper.bytes)
  return hold(command, paper, { forms: awaited.value.forms, log, sheet })
}
