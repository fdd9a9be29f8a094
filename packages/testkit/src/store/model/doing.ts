import type { Commit, Committed, Store } from "@jinlin/sdk"
import { fail, granted, said, same } from "../asserting.ts"
import { type ModelCommit, modelCommit } from "./commit.ts"
import { filled, tokenOf } from "./filled.ts"
import type { Pair } from "./pair.ts"
import { modelAcquire, modelDrop, modelForget, modelRelease, modelTake } from "./rest.ts"
import type { Doing, Sketch } from "./steps.ts"

const fenceIn = ({ model, tokens }: Pair, off: number) => {
  const token = tokenOf(model, off)
  return { model: { lease: "relay", token }, store: { lease: "relay", token: tokens.get(token) ?? 1_000_000 + token } }
}

const forStore = ({ name, positions, tokens }: Pair, commit: Omit<ModelCommit, "tenant">): Commit => ({
  ...commit,
  tenant: name,
  checkpoints: commit.checkpoints?.map(({ from, name: reader, to }) => ({
    ...{ name: reader, from: from === null ? null : (positions.get(from) ?? "forged") },
    to: positions.get(to) ?? "forged",
  })),
  fence: commit.fence && { lease: "relay", token: tokens.get(commit.fence.token) ?? 1_000_000 + commit.fence.token },
})

/** The position that the store tells must be the one it told before for as many events. */
const learn = ({ positions }: Pair, head: number, { position }: Committed): void => {
  const known = head === 0 ? null : positions.get(head)
  if (known !== undefined) same(position, known, `where the log stands after ${head} events`)
  else if (position === null) fail(`no position after ${head} events`)
  else positions.set(head, position)
}

const committing = async (store: Store, pair: Pair, { now, sketch }: { now: number; sketch: Sketch }) => {
  const heads = filled(pair.model, sketch, now)
  // A checkpoint may stand only where the store told a position: between two events of one commit it told none.
  const told = (heads.checkpoints ?? []).filter(({ to }) => to < 0 || pair.positions.has(to))
  const commit = { ...heads, checkpoints: told }
  const { after, answer } = modelCommit(pair.model, { ...commit, tenant: pair.name })
  const got = await store.commit(forStore(pair, commit))
  pair.model = after
  if ("refused" in answer || !got.ok)
    return same(got.ok ? "done" : got.failure._tag, "refused" in answer ? answer.refused : "done", said(commit))
  same(
    { repeated: got.value.repeated, answer: got.value.answer },
    { repeated: answer.repeated, answer: answer.answer },
    "the answer",
  )
  learn(pair, answer.head, got.value)
}

const acquiring = async (store: Store, pair: Pair, { holder, now }: { holder: string; now: number }) => {
  const wish = { name: "relay", holder, now, ttl: 3 }
  const lease = modelAcquire(pair.model, wish)
  const got = await store.acquireLease(pair.name, wish)
  if (lease === null || !got.ok)
    return same(got.ok ? "given" : got.failure._tag, lease === null ? "LeaseHeld" : "given", "a lease")
  same(got.value.until, lease.until, "until when it is held")
  if (got.value.token <= (pair.tokens.get(lease.token - 1) ?? 0)) fail(`a token that does not grow: ${got.value.token}`)
  pair.tokens.set(lease.token, got.value.token)
}

const taking = async (store: Store, pair: Pair, { limit, now, off }: { limit: number; now: number; off: number }) => {
  const fence = fenceIn(pair, off)
  const given = modelTake(pair.model, { fence: fence.model, now, limit })
  const got = await store.takeDeliveries(pair.name, { fence: fence.store, now, limit })
  same(got.ok ? got.value : got.failure._tag, given ?? "LeaseLost", "deliveries that are given")
}

const releasing = async (store: Store, pair: Pair, off: number) => {
  const fence = fenceIn(pair, off)
  const released = modelRelease(pair.model, fence.model)
  const got = await store.releaseLease(pair.name, fence.store)
  same(got.ok ? "released" : got.failure._tag, released ? "released" : "LeaseLost", "giving a lease back")
}

/** Does one step to the store and to the model, and compares what both answer. */
export const doing = async (store: Store, pair: Pair, { now, step }: { now: number; step: Doing }): Promise<void> => {
  switch (step._tag) {
    case "Commit":
      return committing(store, pair, { now, sketch: step.sketch })
    case "Take":
      return taking(store, pair, { now, limit: step.limit, off: step.off })
    case "Acquire":
      return acquiring(store, pair, { now, holder: step.holder })
    case "Release":
      return releasing(store, pair, step.off)
    case "Forget": {
      const forgotten = modelForget(pair.model, now - step.ago)
      return same(
        await granted(store.forgetCommands(pair.name, now - step.ago), "forgetting"),
        forgotten,
        "commands forgotten",
      )
    }
    case "Drop": {
      modelDrop(pair.model, { view: "board", version: step.version })
      return same(
        await granted(store.dropView(pair.name, { view: "board", version: step.version }), "dropping"),
        null,
        "dropping",
      )
    }
    case "Reopen":
      return undefined
  }
}
