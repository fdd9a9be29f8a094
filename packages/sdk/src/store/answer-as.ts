import type { Answer, Answering } from "../answer.ts"
import { failed } from "../answer.ts"
import type { StoreUnavailable } from "./failures.ts"
import { unavailable } from "./unavailable.ts"

const isUnavailable = (failure: unknown): failure is StoreUnavailable =>
  typeof failure === "object" && failure !== null && "_tag" in failure && failure._tag === "StoreUnavailable"

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown)

/**
 * A method of a port that never throws, and whose `StoreUnavailable` says by name where it comes from. Of what was thrown
 * only the kind is told, since its message may repeat what was handed in.
 */
export const answerAs =
  <Asked extends ReadonlyArray<unknown>, Value, Failure>(
    name: string,
    method: (...asked: Asked) => Answering<Value, Failure>,
  ) =>
  async (...asked: Asked): Promise<Answer<Value, Failure | StoreUnavailable>> => {
    const said = (
      kind: StoreUnavailable["kind"],
      detail: string,
    ): { readonly ok: false; readonly failure: StoreUnavailable } =>
      failed(unavailable(kind, `[jinlin] [${name}] ${detail}`))
    try {
      const answer = await method(...asked)
      if (answer.ok || !isUnavailable(answer.failure) || answer.failure.detail.startsWith("[jinlin]")) return answer
      return said(answer.failure.kind, answer.failure.detail)
    } catch (thrown) {
      return said("failed", `threw ${nameOf(thrown)}`)
    }
  }
