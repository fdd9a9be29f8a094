/**
 * What a reader or a rule gives back: the value that was asked for, or the reason why there is none.
 * Plain data, so that it costs nothing to those who want one rule and no Effect.
 */
export type Checked<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** The value is there. */
export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

/** The value is not there, and this is why. */
export const refuse = <Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
})
