import { kindOf } from "../workers/contained.ts"
import { execute, type Office, type Outcome } from "./execute.ts"

/** The caller no longer wanted it before it was begun; nothing was done. Rule SHELL-11. */
export interface Cancelled {
  readonly _tag: "Cancelled"
  readonly rule: "SHELL-11"
}

/** A port broke its contract and threw, or we have a fault. Whether the command was written is not known: send it again under its id. Rule SHELL-12. */
export interface UnexpectedFault {
  readonly _tag: "UnexpectedFault"
  readonly rule: "SHELL-12"
  /** The kind of what was thrown, without its message. */
  readonly detail: string
}

const cancelled: Cancelled = { _tag: "Cancelled", rule: "SHELL-11" }

/** Told from what else may be thrown. */
class Cancelling extends Error {}

/** Carries out a command, and whatever happens answers. Rules SHELL-11, SHELL-12. */
export const answering = async (office: Office, request: unknown, signal?: AbortSignal): Promise<Outcome> => {
  const inTurn: Office["inTurn"] = (name, work) =>
    office.inTurn(name, () => (signal?.aborted === true ? Promise.reject(new Cancelling()) : work()))
  try {
    if (signal?.aborted === true) return { ok: false, refusals: [cancelled] }
    return await execute(signal === undefined ? office : { ...office, inTurn }, request)
  } catch (thrown) {
    if (thrown instanceof Cancelling) return { ok: false, refusals: [cancelled] }
    const fault: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: kindOf(thrown) }
    return { ok: false, refusals: [fault] }
  }
}
