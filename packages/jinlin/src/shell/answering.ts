import { kindOf } from "../workers/contained.ts"
import { execute, type Office, type Outcome } from "./execute.ts"
import type { Cancelled, UnexpectedFault } from "./refusals.ts"

export type { Cancelled, UnexpectedFault } from "./refusals.ts"

const cancelled: Cancelled = { _tag: "Cancelled", rule: "SHELL-11" }

/** Told from what else may be thrown. */
class Cancelling extends Error {}

/** Waits for a turn for as long as anybody wants it: what is called off while it waits is not begun. Rule SHELL-11. */
const waiting =
  (office: Office, signal: AbortSignal): Office["inTurn"] =>
  async (name, work) => {
    const settled = new AbortController()
    const calledOff = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new Cancelling()), { once: true, signal: settled.signal })
    })
    const turn = office.inTurn(name, () => {
      if (signal.aborted) return Promise.reject(new Cancelling())
      settled.abort()
      return work()
    })
    try {
      return await Promise.race([turn, calledOff])
    } finally {
      settled.abort()
    }
  }

/** Carries out a command, and whatever happens answers. Rules SHELL-11, SHELL-12. */
export const answering = async (office: Office, request: unknown, signal?: AbortSignal): Promise<Outcome> => {
  try {
    if (signal?.aborted === true) return { ok: false, refusals: [cancelled] }
    return await execute(
      signal === undefined ? office : { ...office, signal, inTurn: waiting(office, signal) },
      request,
    )
  } catch (thrown) {
    if (thrown instanceof Cancelling) return { ok: false, refusals: [cancelled] }
    const fault: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: kindOf(thrown) }
    return { ok: false, refusals: [fault] }
  }
}
