import type { Commit, CommitFailure } from "@jinlin/sdk"
import type { Ground } from "./everything.ts"
import { append, noted } from "./writing.ts"

/** A part that cannot be, and what is answered then. */
export interface Spoiled {
  readonly because: string
  readonly tag: CommitFailure["_tag"]
  readonly parts: (ground: Ground) => Partial<Commit>
}

const held = { scope: "seat", key: "given-back" }

/** A fault of every kind, in the order in which a store looks. */
export const spoiled: ReadonlyArray<Spoiled> = [
  {
    because: "a name that is none",
    tag: "InvalidName",
    parts: () => ({ audit: [{ kind: "not a name", body: "{}" }] }),
  },
  {
    because: "a command's id that has other content",
    tag: "IdempotencyConflict",
    parts: () => ({ idempotency: { key: "ground", content: "other", answer: "" } }),
  },
  {
    because: "a lease that was lost",
    tag: "LeaseLost",
    parts: ({ token }) => ({ fence: { lease: "worker", token: token + 1 } }),
  },
  {
    because: "a stream that moved",
    tag: "VersionConflict",
    parts: () => ({ appends: [append("whole", 0, noted("x")), append("ground", 1, noted("x"))] }),
  },
  {
    because: "a guarded stream that moved",
    tag: "VersionConflict",
    parts: () => ({ guards: [{ stream: "ground", revision: 1 }] }),
  },
  {
    because: "a claim that is given back by another",
    tag: "ClaimNotHeld",
    parts: () => ({ releases: [{ ...held, holder: "another" }] }),
  },
  {
    because: "a claim that is held",
    tag: "ClaimTaken",
    parts: () => ({ releases: [], claims: [{ ...held, holder: "another" }] }),
  },
  {
    because: "a scope that is full",
    tag: "CapacityReached",
    parts: () => ({ claims: [{ scope: "course", key: "one", holder: "a", capacity: 0 }] }),
  },
  {
    because: "a checkpoint that stands elsewhere",
    tag: "CheckpointMoved",
    parts: ({ position }) => ({ checkpoints: [{ name: "reader", from: null, to: position }] }),
  },
  {
    because: "a position that was never given",
    tag: "InvalidCursor",
    parts: ({ position }) => ({ checkpoints: [{ name: "reader", from: position, to: "made-up" }] }),
  },
  {
    because: "a delivery that was not taken",
    tag: "UnknownDelivery",
    parts: () => ({ settlements: [{ id: "never", outcome: { _tag: "Delivered" } }] }),
  },
  {
    because: "a choice that the box does not have",
    tag: "BallotRefused",
    parts: () => ({
      ballots: [
        { _tag: "Cast", box: "box", choice: "yes" },
        { _tag: "Cast", box: "box", choice: "perhaps" },
      ],
    }),
  },
]
