import type { Located, Refusal } from "@jinlin/core/kernel"
import type { RefusedRow } from "../journal/refusals.ts"
import type { Voice } from "../report/voice.ts"
import { wrapped } from "../report/width.ts"

/** So many faults are told one by one; of the others only how many they are. */
const mostBlocks = 100

interface Paper {
  readonly file: string
  readonly voice: Voice
  readonly width: number
  /** The command that tells it; `run` where none is named. */
  readonly command?: string
}

const isEvidence = ([name]: readonly [string, unknown]): boolean => name !== "_tag" && name !== "rule"

/** What a refusal holds, as it is: told where no text of its own says it. */
const evidenceOf = (refusal: Refusal): string =>
  Object.entries(refusal)
    .filter(isEvidence)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(", ")

const block = (place: string, refusal: Refusal, { voice, width }: Paper): string => {
  const { isStandIn, remedy, what } = voice.refusal(refusal)
  const evidence = isStandIn ? evidenceOf(refusal) : ""
  const lines = [
    voice.say("journal.what", { what, rule: refusal.rule }),
    ...(evidence === "" ? [] : [voice.say("journal.evidence", { evidence })]),
    voice.say("journal.remedy", { remedy }),
  ]
  return `${[place, ...lines.flatMap((line) => wrapped(line, width - 2).map((part) => `  ${part}`))].join("\n")}\n`
}

const limited = (blocks: ReadonlyArray<string>, voice: Voice): string => {
  const more = blocks.length - mostBlocks
  const shown = blocks.slice(0, mostBlocks).join("\n")
  return more > 0 ? `${shown}\n${voice.say("journal.more", { count: more })}\n` : shown
}

/** A block for each fault of the rows: where it stands, what is wrong, and what would mend it. */
export const rowBlocks = (rows: ReadonlyArray<RefusedRow>, paper: Paper): string => {
  const { file, voice } = paper
  const blocks = rows.map((row) => block(voice.say("journal.place.row", { ...row, file }), row.refusal, paper))
  const count = { file, count: rows.length, rows: new Set(rows.map(({ line }) => line)).size }
  return `[jinlin] [run] ${voice.say("journal.rows.refused", count)}\n\n${limited(blocks, voice)}\n`
}

/** A block for each refusal of a file of which each says itself on which line it lies. */
export const refusalBlocks = (refusals: ReadonlyArray<Refusal>, paper: Paper): string => {
  const { command = "run", file, voice } = paper
  const blocks = refusals.map((refusal) => block(file, refusal, paper))
  const first = voice.say("journal.file.refused", { file, count: refusals.length })
  return `[jinlin] [${command}] ${first}\n\n${limited(blocks, voice)}\n`
}

const fileBlocks = (key: `journal.${string}`, faults: ReadonlyArray<Located>, paper: Paper): string => {
  const { command = "run", file, voice } = paper
  const blocks = faults.map(({ path, refusal }) =>
    block(voice.say("journal.place.charter", { file, path }), refusal, paper),
  )
  return `[jinlin] [${command}] ${voice.say(key, { file, count: faults.length })}\n\n${limited(blocks, voice)}\n`
}

/** A block for each fault of a charter, with its path in the file. */
export const charterBlocks = (faults: ReadonlyArray<Located>, paper: Paper): string =>
  fileBlocks("journal.charter.refused", faults, paper)

/** A block for each fault of a rule pack, with its path in the file. */
export const packBlocks = (faults: ReadonlyArray<Located>, paper: Paper): string =>
  fileBlocks("journal.lint.pack-refused", faults, paper)
