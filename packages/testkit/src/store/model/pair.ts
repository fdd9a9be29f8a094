import type { ModelTenant } from "./state.ts"

/** A tenant in the store and in the model, with what the store calls its positions and tokens. */
export interface Pair {
  readonly name: string
  model: ModelTenant
  /** The store's position where so many events had been appended. */
  readonly positions: Map<number, string>
  /** The store's token for each of the model's. */
  readonly tokens: Map<number, number>
}
