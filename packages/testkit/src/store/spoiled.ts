import type { Commit, CommitFailure } from "@jinlin/sdk"
import type { Ground } from "./everything.ts"
import { append, noted } from "./writing.ts"

/** A part that cannot be, and what is answered then. */
export interface Spoiled {
  readonly because: string
  readonly failure: Pick<CommitFailure, "_tag" | "rule">
  readonly parts: (ground: Ground) => Partial<Commit>
}

const held = { scope: "seat", key: "given-back" }

/** A fault of every kind, in the order in which a store looks. */
export const spoiled: ReadonlyArray<Spoiled> = [
  {
    because: "a name that is none",
    failure: { _tag: "InvalidName", rule: "STORE-7" },
    parts: () => ({ audit: [{ kind: "not a name", body: "{}" }] }),
  },
  {
    because: "a command's id that has other content",
    failure: { _tag: "IdempotencyConflict", rule: "STORE-3" },
    parts: () => ({ idempotency: { key: "ground", content: "other", answer: "" } }),
  },
  {
    because: "a lease that was lost",
    failure: { _tag: "LeaseLost", rule: "STORE-9" },
    parts: ({ token }) => ({ fence: { lease: "worker", token: token + 1 } }),
  },
  {
    because: "a stream that moved",
    failure: { _tag: "VersionConflict", rule: "STORE-2" },
    parts: () => ({ appends: [append("whole", 0, noted("x")), append("ground", 1, noted("x"))] }),
  },
  {
    because: "a guarded stream that moved",
    failure: { _tag: "VersionConflict", rule: "STORE-4" },
    parts: () => ({ guards: [{ stream: "ground", revision: 1 }] }),
  },
  {
    because: "a claim that is given back by another",
    failure: { _tag: "ClaimNotHeld", rule: "STORE-5" },
    parts: () => ({ releases: [{ ...held, holder: "another" }] }),
  },
  {
    because: "a claim that is held",
    failure: { _tag: "ClaimTaken", rule: "STORE-5" },
    parts: () => ({ releases: [], claims: [{ ...held, holder: "another" }] }),
  },
  {
    because: "a scope that is full",
    failure: { _tag: "CapacityReached", rule: "STORE-5" },
    parts: () => ({ claims: [{ scope: "course", key: "one", holder: "a", capacity: 0 }] }),
  },
  {
    because: "a checkpoint that stands elsewhere",
    failure: { _tag: "CheckpointMoved", rule: "STORE-12" },
    parts: ({ position }) => ({ checkpoints: [{ name: "reader", from: null, to: position }] }),
  },
  {
    because: "a position that was never given",
    failure: { _tag: "InvalidCursor", rule: "STORE-6" },
    parts: ({ position }) => ({ checkpoints: [{ name: "reader", from: position, to: "made-up" }] }),
  },
  {
    because: "a delivery that was not taken",
    failure: { _tag: "UnknownDelivery", rule: "STORE-10" },
    parts: () => ({ settlements: [{ id: "never", outcome: { _tag: "Delivered" } }] }),
  },
  {
    because: "a choice that the box does not have",
    failure: { _tag: "BallotRefused", rule: "STORE-15" },
    parts: () => ({
      ballots: [
        { _tag: "Cast", box: "box", choice: "yes" },
        { _tag: "Cast", box: "box", choice: "perhaps" },
      ],
    }),
  },
]
