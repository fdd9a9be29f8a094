import type { Commit } from "@jinlin/sdk"
import { allOf, breathe, granted, refused, same } from "../asserting.ts"
import { everything, layGround } from "../everything.ts"
import { pictureOf } from "../picture.ts"
import { type Spoiled, spoiled } from "../spoiled.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, delivery, dueItem, noon, noted, upTo } from "../writing.ts"

/** What the tenant holds under every name that the trial used. */
const picture = async ({ notebook, store, tenant }: Trial) => {
  const names = notebook.get(tenant)
  return names === undefined ? undefined : pictureOf(store, tenant, names)
}

const written: StoreTrial = {
  title: "writes every part of a commit that goes through",
  run: async (trial) => {
    const { store, tenant } = trial
    const whole = { tenant, word: "kit" }
    const ground = await layGround(store, whole)
    const answer = await granted(store.commit(everything(whole, ground)), "a commit of everything")
    same([answer.repeated, answer.answer], [false, "answer to kit"], "its answer")
    const seen = await picture(trial)
    same(
      seen?.events.map(({ body, stream }) => [stream, body]).slice(2),
      [
        ["whole", noted("kit")],
        ["ground", noted("kit 3")],
      ],
      "events",
    )
    same(seen?.head, answer.position, "the head")
    same(
      seen?.commands.map(({ answer: text, key }) => [key, text]),
      [
        ["ground", "ground of kit"],
        ["whole", "answer to kit"],
      ],
      "commands",
    )
    same(
      seen?.claims.map(({ holder, key }) => [key, holder]),
      [
        ["taken", "kit"],
        ["one", "kit"],
      ],
      "claims",
    )
    same(seen?.due, [{ stream: "whole", ...dueItem("later", noon + 9) }], "what is due")
    const shown = seen?.deliveries.map(({ at, cause, id, starts, status }) => [id, status, starts, cause, at])
    same(
      shown,
      [
        ["new", "waiting", 0, null, noon + 1],
        ["taken", "parked", 1, "kit", noon],
      ],
      "deliveries",
    )
    same(seen?.checkpoints, [{ name: "reader", position: ground.position }], "checkpoints")
    same(seen?.views, [{ view: "board", version: "1", key: "row", body: "kit" }], "rows of a view")
    same((await granted(store.readView(tenant, { view: "board", limit: 5 }), "the view")).version, "1", "what is on")
    same(
      seen?.ballots,
      [
        {
          box: "box",
          counted: [
            { choice: "yes", count: 1 },
            { choice: "no", count: 0 },
          ],
        },
      ],
      "ballots",
    )
    same(
      seen?.audit.map(({ at, body, kind }) => [kind, body, at]),
      [["looked", noted("kit"), noon + 1]],
      "audit entries",
    )
  },
}

const nothingOf = ({ because, failure, parts }: Spoiled): StoreTrial => ({
  title: `writes nothing at all of a commit that fails for ${because}`,
  run: async (trial) => {
    const { store, tenant } = trial
    const whole = { tenant, word: "kit" }
    const ground = await layGround(store, whole)
    const commit = { ...everything(whole, ground), ...parts(ground) }
    await refused(store.commit(commit), failure, because)
    const before = await picture(trial)
    same(before?.events.length, 2, "events in the log")
    same(
      before?.claims.map(({ key }) => key),
      ["given-back"],
      "claims",
    )
    same([before?.views, before?.audit, before?.due], [[], [], []], "rows of views, audit entries and what is due")
    same(
      before?.deliveries.map(({ id, status }) => [id, status]),
      [["taken", "waiting"]],
      "deliveries",
    )
    same(
      before?.commands.map(({ key }) => key),
      ["ground"],
      "commands",
    )
    same(
      before?.checkpoints.filter(({ name }) => name === "reader"),
      [{ name: "reader", position: ground.position }],
      "checkpoints",
    )
    same(
      before?.ballots.map(({ counted }) => "_tag" in counted && counted._tag),
      ["BallotRefused"],
      "the open box",
    )
    await granted(store.commit(everything(whole, ground)), "the same commit without its fault")
    const counts = await granted(store.readBallots(tenant, "box"), "the box")
    same(
      counts,
      [
        { choice: "yes", count: 1 },
        { choice: "no", count: 0 },
      ],
      "ballots of both commits",
    )
  },
})

const inOrder: StoreTrial = {
  title: "answers with the first fault in the order of the port, when several are there",
  run: async (trial) => {
    const { store, tenant } = trial
    const whole = { tenant, word: "kit" }
    const ground = await layGround(store, whole)
    const onlyOnce = new Set(["ClaimTaken", "CheckpointMoved"])
    const faults = spoiled.filter(({ failure }) => !onlyOnce.has(failure._tag))
    for (const [index, { because, failure }] of faults.entries()) {
      const parts = faults.slice(index).map((fault) => fault.parts(ground))
      const commit: Commit = Object.assign(everything(whole, ground), ...parts.reverse())
      await refused(store.commit(commit), failure, `${because}, and everything that is looked at later`)
    }
  },
}

const together: StoreTrial = {
  title: "shows nobody a delivery, a claim or a due item before the event that it was committed with",
  run: async ({ store, tenant, writers }) => {
    const stores = await writers()
    let writing = true
    const look = async (): Promise<void> => {
      while (writing) {
        const due = await granted(store.readDue(tenant, { until: noon, limit: 1000 }), "what is due")
        const waiting = await granted(store.readDeliveries(tenant, { status: "waiting", limit: 1000 }), "deliveries")
        const claims = await granted(store.readClaims(tenant, "both", { limit: 1000 }), "claims")
        const streams = [
          ...due.map(({ stream }) => stream),
          ...waiting.rows.map(({ id }) => id),
          ...claims.rows.map(({ key }) => key),
        ]
        for (const stream of new Set(streams))
          same((await granted(store.readStream(tenant, stream), "a stream")).length, 1, `events of ${stream}`)
        await breathe()
      }
    }
    const looking = look()
    const write = async (one: (typeof stores)[number], writer: number): Promise<void> => {
      for (const count of upTo(5)) {
        const stream = `s-${writer}-${count}`
        const parts = {
          ...{ appends: [append(stream, 0, noted(count))], due: [{ stream, items: [dueItem("x", noon)] }] },
          ...{ claims: [{ scope: "both", key: stream, holder: stream }], deliveries: [delivery(stream, stream)] },
        }
        await granted(one.commit(commitOf(tenant, parts)), "an event with all that belongs to it")
      }
    }
    const written = allOf(stores.map(write)).finally(() => {
      writing = false
    })
    await allOf<unknown>([written, looking])
  },
}

/** STORE-1. */
export const whole: StoreChapter = {
  rule: "STORE-1",
  says: "a commit happens as a whole or not at all",
  trials: [written, ...spoiled.map(nothingOf), inOrder, together],
}
