/**
 * What came of something that may fail. A failure is data, never a thrown error: a port answers, and the host process
 * goes on. Whoever throws out of a port breaks its contract.
 */
export type Answer<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

/** It went well. */
export const done = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

/** It did not, and this is why. */
export const failed = <Failure>(failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
})

/** A waiting answer. */
export type Answering<Value, Failure> = Promise<Answer<Value, Failure>>
