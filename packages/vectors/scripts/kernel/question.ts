import type { Checked } from "@jinlin/core/kernel/arithmetic"
import { asJson, type JsonObject } from "../json-text.ts"
import type { Case } from "../scenarios/scenario.ts"
import type { Process } from "../schemas/processes.ts"

/** A file of cases that put one question of the kernel, or of what a process is made of. */
export interface KernelFile {
  readonly process: Process | "kernel"
  readonly name: string
  /** The question: what is done with each `input`. */
  readonly asks: string
  readonly says: string
  /** What every case is asked with. */
  readonly with?: JsonObject
  readonly cases: ReadonlyArray<Case>
}

/** One input, and the sentence that says what it shows. */
export interface Put<Input> {
  readonly says: string
  readonly input: Input
}

interface Question<Input> extends Omit<KernelFile, "cases" | "process"> {
  /** The kernel, unless it is said. */
  readonly process?: Process
  readonly rules: ReadonlyArray<string>
  readonly puts: ReadonlyArray<Put<Input>>
  readonly answer: (input: Input) => JsonObject
}

/** What a reader or a check says, as a case expects it. */
export const checked = (answer: Checked<unknown, unknown>): JsonObject => {
  if (answer.ok) return { value: asJson(answer.value) }
  const { refusal } = answer
  return { refusals: asJson(Array.isArray(refusal) ? refusal : [refusal]) }
}

/** The rules that an answer names: those of its refusals, or of the steps that explain it. */
const rulesIn = (expect: JsonObject): ReadonlyArray<string> =>
  [...JSON.stringify(expect).matchAll(/"rule":"([A-Z-]+-\d+)"/g)].map(([, rule = ""]) => rule)

/** Puts a question to every input. A case is about the rules that its answer names, or else about those of the question. */
export const ask = <Input>({ answer, process, puts, rules, ...file }: Question<Input>): KernelFile => ({
  ...file,
  process: process ?? "kernel",
  cases: puts.map(({ input, says }, index) => {
    const expect = answer(input)
    const named = [...new Set(rulesIn(expect))]
    return {
      id: `${process ?? "kernel"}/${file.name}/${String(index + 1).padStart(3, "0")}`,
      says,
      rules: named.length > 0 ? named : rules,
      input: asJson(input),
      expect,
    }
  }),
})
