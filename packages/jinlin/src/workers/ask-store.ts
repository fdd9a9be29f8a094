import { type Answer, failed, type StoreUnavailable } from "@jinlin/sdk"
import { kindOf } from "./contained.ts"

/** Asks a store. One that breaks its contract and throws is one that cannot be used now: nothing is thrown on. */
export const askStore = async <Value, Failure>(
  ask: () => Promise<Answer<Value, Failure>>,
): Promise<Answer<Value, Failure | StoreUnavailable>> => {
  try {
    return await ask()
  } catch (thrown) {
    return failed({ _tag: "StoreUnavailable", rule: "STORE-13", kind: "failed", detail: `threw ${kindOf(thrown)}` })
  }
}
