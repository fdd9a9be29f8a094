import type { CommitFailure, Store } from "@jinlin/sdk"
import { allOf, granted, holds, same } from "../asserting.ts"
import { allRows } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, noted, type Parts, upTo } from "../writing.ts"

/** All at once; gives who won, and what the others were told. */
const race = async (
  { tenant }: Trial,
  stores: ReadonlyArray<Store>,
  parts: (writer: number) => Parts,
): Promise<{ readonly winners: ReadonlyArray<number>; readonly told: ReadonlyArray<CommitFailure["_tag"]> }> => {
  const answers = await allOf(stores.map((store, index) => store.commit(commitOf(tenant, parts(index)))))
  return {
    winners: answers.flatMap(({ ok }, index) => (ok ? [index] : [])),
    told: answers.flatMap((answer) => (answer.ok ? [] : [answer.failure._tag])),
  }
}

const claimsIn = ({ store, tenant }: Trial, scope: string) =>
  allRows((after) => store.readClaims(tenant, scope, { after, limit: 100 }), "claims")

const own = (round: number, writer: number, stream = `own-${round}-${writer}`) => [append(stream, 0, noted(writer))]

const lastSeat: StoreTrial = {
  title: "gives the last seat to exactly one of many writers, each of whom asks for a seat of another name",
  run: async (trial) => {
    const { rounds, store, tenant, writers } = trial
    const stores = await writers()
    for (const round of upTo(rounds)) {
      const seat = (key: string, holder: string) => ({ scope: `course-${round}`, key, holder, capacity: 3 })
      await granted(store.commit(commitOf(tenant, { claims: [seat("a", "a"), seat("b", "b")] })), "two of three seats")
      const { told, winners } = await race(trial, stores, (writer) => ({
        appends: own(round, writer),
        claims: [seat(`seat-${writer}`, `w-${writer}`)],
      }))
      same(winners.length, 1, `who got the last seat in round ${round}`)
      same(new Set(told).size === 1 && told[0], "CapacityReached", "what the others are told")
      same((await claimsIn(trial, `course-${round}`)).length, 3, "seats that are taken")
      const events = await granted(store.readLog(tenant, { limit: 1000 }), "the log")
      same(events.events.length, round, "events of those who got a seat")
    }
  },
}

const severalSeats: StoreTrial = {
  title: "gives as many seats as there are, and not one more, when many writers ask at once",
  run: async (trial) => {
    const { rounds, writers } = trial
    const stores = await writers()
    const seats = Math.max(1, Math.floor(stores.length / 3))
    for (const round of upTo(rounds)) {
      const { winners } = await race(trial, stores, (writer) => ({
        claims: [{ scope: `course-${round}`, key: `seat-${writer}`, holder: `w-${writer}`, capacity: seats }],
      }))
      same(winners.length, seats, `who got a seat in round ${round}`)
      same((await claimsIn(trial, `course-${round}`)).length, seats, "seats that are taken")
    }
  },
}

const doubleBooking: StoreTrial = {
  title: "books a hall for exactly one of many writers who ask for the same hour",
  run: async (trial) => {
    const { rounds, writers } = trial
    const stores = await writers()
    for (const round of upTo(rounds)) {
      const { told, winners } = await race(trial, stores, (writer) => ({
        appends: own(round, writer),
        claims: [{ scope: "hall", key: `hour-${round}`, holder: `w-${writer}` }],
      }))
      same(winners.length, 1, `who has the hall in round ${round}`)
      same(new Set(told).size === 1 && told[0], "ClaimTaken", "what the others are told")
      const kept = (await claimsIn(trial, "hall")).filter(({ key }) => key === `hour-${round}`)
      same(
        kept.map(({ holder }) => holder),
        winners.map((writer) => `w-${writer}`),
        "who has the hall",
      )
    }
  },
}

const twoGrids: StoreTrial = {
  title: "puts a dwelling into exactly one of the grids to which many writers move it",
  run: async (trial) => {
    const { rounds, store, tenant, writers } = trial
    const stores = await writers()
    const dwelling = { scope: "dwelling", key: "d-1" }
    await granted(store.commit(commitOf(tenant, { claims: [{ ...dwelling, holder: "grid-0" }] })), "the first grid")
    let holder = "grid-0"
    for (const round of upTo(rounds)) {
      const grid = (writer: number) => `grid-${round}-${writer}`
      const { told, winners } = await race(trial, stores, (writer) => ({
        appends: own(round, writer, grid(writer)),
        releases: [{ ...dwelling, holder }],
        claims: [{ ...dwelling, holder: grid(writer) }],
      }))
      same(winners.length, 1, `who has the dwelling in round ${round}`)
      same(new Set(told).size === 1 && told[0], "ClaimNotHeld", "what the others are told")
      holder = grid(winners[0] ?? -1)
      same(await claimsIn(trial, "dwelling"), [{ ...dwelling, holder }], "in which grid it is")
      for (const writer of stores.keys()) {
        const written = (await granted(store.readStream(tenant, grid(writer)), "a grid")).length
        holds(written === (writer === winners[0] ? 1 : 0), "a grid has an event exactly if it has the dwelling")
      }
    }
  },
}

/** STORE-5, all at once. */
export const claimRaces: StoreChapter = {
  rule: "STORE-5",
  says: "and so it is when many writers ask at once",
  trials: [lastSeat, severalSeats, doubleBooking, twoGrids],
}
