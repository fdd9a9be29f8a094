import type { Data } from "@jinlin/messages"
import type { Voice } from "../report/voice.ts"

/** Why a command could not be carried out as it was given: the key of its text below `journal.`, and what the text speaks of. */
export interface Fault {
  readonly key: string
  readonly data: Data
}

/** What a step of a command came to. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault }

/** A step that came to something. */
export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })

/** A step that came to nothing, and why. */
export const failed = (key: string, data: Data = {}): Outcome<never> => ({ ok: false, fault: { key, data } })

/** A fault of a command as one line for a person: what, where and how to mend it, and no stack. */
export const faultLine = ({ data, key }: Fault, voice: Voice, command = "run"): string =>
  `[jinlin] [${command}] ${voice.say(`journal.${key}`, data)}\n`
