import type { StoreUnavailable } from "./failures.ts"

/** A `StoreUnavailable`. `detail` is one line for the operator, without SQL, stack, secret or content. */
export const unavailable = (kind: StoreUnavailable["kind"], detail: string): StoreUnavailable => ({
  ...{ _tag: "StoreUnavailable", rule: "STORE-13" },
  ...{ kind, detail },
})
