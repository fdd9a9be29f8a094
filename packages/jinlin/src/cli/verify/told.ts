import type { Data } from "@jinlin/messages"
import type { Check, Unchecked, Verification } from "@jinlin/public-record"
import type { Voice } from "../../report/voice.ts"
import { wrapped } from "../../report/width.ts"

/** To whom it is told, and how wide a line may be. */
interface Told {
  readonly file: string
  readonly voice: Voice
  readonly width: number
}

/** A text of the record's own catalogue; its key where there is none, so that a gap is seen. */
const said = (voice: Voice, key: `record.${string}`, data: Data = {}): string => voice.saying(key, data) ?? key

/** The name of a part, such as `deliberations.0`, in words. */
const partOf = (part: string, voice: Voice): string => {
  const [name = part, index] = part.split(".")
  return said(voice, `record.of.${name}`, index === undefined ? {} : { number: Number(index) + 1 })
}

const faultOf = ({ check, facts, refusal }: Check, voice: Voice): string => {
  const fault = said(voice, `record.fault.${check}`, facts)
  if (refusal === undefined) return fault
  const { remedy, what } = voice.refusal(refusal.refusal)
  const ended = said(voice, "record.line.ended", { text: fault })
  return voice.sentences([ended, what, remedy])
}

/** One line of what was looked at in a part: how much of it holds, and everything that does not. */
const ofPart = (part: string, checks: ReadonlyArray<Check>, voice: Voice): ReadonlyArray<string> => {
  const of = partOf(part, voice)
  const wrong = checks.filter(({ holds }) => !holds)
  const [kind = part] = part.split(".")
  const looked = said(voice, `record.looked.${kind}`)
  return [
    ...(wrong.length === 0 ? [`✓ ${said(voice, "record.line.check", { of, text: looked })}`] : []),
    ...wrong.map((check) => `✗ ${said(voice, "record.line.check", { of, text: faultOf(check, voice) })}`),
  ]
}

/** What is missing and needed has a mark of its own. */
const uncheckedLine = ({ facts, needed, part, unchecked }: Unchecked, voice: Voice): string =>
  `${needed ? "!" : "·"} ${said(voice, "record.line.unchecked", { of: partOf(part, voice), text: said(voice, `record.unchecked.${unchecked}`, facts) })}`

const titleOf = ({ record }: Verification, { file, voice }: Told): ReadonlyArray<string> => {
  if (record === null) return []
  const { asOf, title } = record.parts.matter.content
  return [voice.say("journal.verify.title", { file, title, asOf, digest: record.digest }), ""]
}

const summaries = {
  holds: "journal.verify.holds",
  incomplete: "journal.verify.incomplete",
  "does-not-hold": "journal.verify.fails",
} as const

/** What was looked at in a record, what does not hold, and what could not be looked at. Rule RECORD-17. */
export const verificationText = (verification: Verification, told: Told): string => {
  const { voice, width } = told
  const { checks, outcome, unchecked } = verification
  const parts = [...new Set(checks.map(({ part }) => part))]
  const wrong = checks.filter((check) => !check.holds).length
  const summed = voice.say(summaries[outcome], { count: checks.length, wrong })
  const lines = [
    ...titleOf(verification, told),
    ...parts.flatMap((part) =>
      ofPart(
        part,
        checks.filter((check) => check.part === part),
        voice,
      ),
    ),
    ...(unchecked.length === 0 ? [] : ["", voice.say("journal.verify.unchecked")]),
    ...[...unchecked.filter(({ needed }) => needed), ...unchecked.filter(({ needed }) => !needed)].map((one) =>
      uncheckedLine(one, voice),
    ),
    ...["", summed],
  ]
  return `${lines.map((line) => (line === "" ? "" : wrapped(line, width).join("\n"))).join("\n")}\n`
}
