import type { Claim, Release } from "@jinlin/sdk"
import { granted, refused, same } from "../asserting.ts"
import { allRows } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { commitOf } from "../writing.ts"

const claim = (scope: string, key: string, holder: string): Claim => ({ scope, key, holder })

const counted = (capacity: number, one: Claim): Claim => ({ ...one, capacity })

const taken = (scope: string, key: string, holder: string) => ({
  ...{ _tag: "ClaimTaken", rule: "STORE-5", scope, key, holder },
})

const notHeld = (scope: string, key: string, holder: string | null) => ({
  ...{ _tag: "ClaimNotHeld", rule: "STORE-5", scope, key, holder },
})

const take = ({ store, tenant }: Trial, ...claims: ReadonlyArray<Claim>) => store.commit(commitOf(tenant, { claims }))

const giveBack = ({ store, tenant }: Trial, ...releases: ReadonlyArray<Release>) =>
  store.commit(commitOf(tenant, { releases }))

const holdersIn = async ({ store, tenant }: Trial, scope: string, limit = 100) =>
  (await allRows((after) => store.readClaims(tenant, scope, { after, limit }), "claims")).map(({ holder, key }) => [
    key,
    holder,
  ])

const oneHolder: StoreTrial = {
  title: "gives a claim to one holder, and tells everybody else who has it",
  run: async (trial) => {
    await granted(take(trial, claim("booking", "hall", "a")), "a free claim")
    await refused(take(trial, claim("booking", "hall", "b")), taken("booking", "hall", "a"), "a claim that is held")
    await refused(take(trial, claim("booking", "hall", "a")), taken("booking", "hall", "a"), "one's own claim again")
    const two = [claim("booking", "court", "b"), claim("booking", "hall", "b")]
    await refused(take(trial, ...two), taken("booking", "hall", "a"), "a free claim beside one that is held")
    same(await holdersIn(trial, "booking"), [["hall", "a"]], "who has what")
  },
}

const onlyHolder: StoreTrial = {
  title: "lets nobody but the holder give a claim back, and then it is free",
  run: async (trial) => {
    await granted(take(trial, claim("booking", "hall", "a")), "a free claim")
    const hall = { scope: "booking", key: "hall" }
    await refused(giveBack(trial, { ...hall, holder: "b" }), notHeld("booking", "hall", "a"), "another's claim")
    await refused(giveBack(trial, { ...hall, holder: "A" }), notHeld("booking", "hall", "a"), "by another case")
    const nobody = { scope: "booking", key: "court", holder: "a" }
    await refused(giveBack(trial, nobody), notHeld("booking", "court", null), "a claim that nobody has")
    await granted(giveBack(trial, { ...hall, holder: "a" }), "one's own claim")
    await refused(giveBack(trial, { ...hall, holder: "a" }), notHeld("booking", "hall", null), "what was given back")
    await granted(take(trial, claim("booking", "hall", "b")), "a claim that was given back")
    same(await holdersIn(trial, "booking"), [["hall", "b"]], "who has what")
  },
}

const moves: StoreTrial = {
  title: "gives back before it takes: a claim moves, and two holders exchange theirs, in one commit",
  run: async (trial) => {
    const { store, tenant } = trial
    await granted(take(trial, claim("grid", "dwelling-1", "a"), claim("grid", "dwelling-2", "b")), "two claims")
    const exchange = commitOf(tenant, {
      releases: [claim("grid", "dwelling-1", "a"), claim("grid", "dwelling-2", "b")],
      claims: [claim("grid", "dwelling-1", "b"), claim("grid", "dwelling-2", "a")],
    })
    await granted(store.commit(exchange), "an exchange")
    same(
      await holdersIn(trial, "grid"),
      [
        ["dwelling-1", "b"],
        ["dwelling-2", "a"],
      ],
      "who has what",
    )
    await refused(store.commit(exchange), notHeld("grid", "dwelling-1", "b"), "the exchange again")
    same(
      await holdersIn(trial, "grid"),
      [
        ["dwelling-1", "b"],
        ["dwelling-2", "a"],
      ],
      "who has what after it",
    )
  },
}

const capacity: StoreTrial = {
  title: "holds no more counted claims in a scope than its capacity, and frees a place when one is given back",
  run: async (trial) => {
    const reached = (limit: number, scope = "course") => ({
      ...{ _tag: "CapacityReached", rule: "STORE-5", scope, capacity: limit },
    })
    await refused(
      take(trial, counted(0, claim("closed", "seat-1", "a"))),
      reached(0, "closed"),
      "a seat where there is none",
    )
    await granted(take(trial, counted(3, claim("course", "seat-1", "a"))), "the first of three")
    const three = ["2", "3", "4"].map((seat) => counted(3, claim("course", `seat-${seat}`, "b")))
    await refused(take(trial, ...three), reached(3), "three more where two are left")
    await granted(take(trial, ...three.slice(0, 2)), "the two that are left")
    await refused(take(trial, counted(3, claim("course", "seat-4", "c"))), reached(3), "the fourth of three")
    await refused(
      take(trial, counted(3, claim("course", "seat-1", "c"))),
      taken("course", "seat-1", "a"),
      "one that is held",
    )
    await granted(take(trial, counted(4, claim("course", "seat-4", "c"))), "one more where the scope was widened")
    await refused(take(trial, counted(2, claim("course", "seat-5", "c"))), reached(2), "one where it was narrowed")
    await granted(take(trial, counted(1, claim("Course", "seat-4", "c"))), "one in a scope of another case")
    const { store, tenant } = trial
    const places = { releases: [claim("course", "seat-1", "a")], claims: [counted(4, claim("course", "seat-9", "d"))] }
    await granted(store.commit(commitOf(tenant, places)), "the place that the same commit frees")
    same(
      (await holdersIn(trial, "course", 2)).map(([seat]) => seat),
      ["seat-2", "seat-3", "seat-4", "seat-9"],
      "seats",
    )
  },
}

const names: StoreTrial = {
  title: "keeps claims apart whose scope or key differs by case or by where one ends and the other begins",
  run: async (trial) => {
    const claims = [claim("a", "b:c", "1"), claim("a:b", "c", "2"), claim("a", "B:C", "3"), claim("A", "b:c", "4")]
    for (const one of claims) await granted(take(trial, one), `${one.scope} and ${one.key}`)
    same(
      await holdersIn(trial, "a"),
      [
        ["B:C", "3"],
        ["b:c", "1"],
      ],
      "the scope a, in the order of its keys",
    )
    same(await holdersIn(trial, "a:b"), [["c", "2"]], "the scope a:b")
    same(await holdersIn(trial, "A"), [["b:c", "4"]], "the scope A")
  },
}

const paged: StoreTrial = {
  title: "reads claims in the order of their keys by code units, page by page, and says when there is no more",
  run: async (trial) => {
    const { store, tenant } = trial
    const keys = ["k-10", "k-2", "K-3", "k_1", "k.1", "ka", "k/1", "k:1", "k@1", "k-1"]
    for (const key of keys) await granted(take(trial, claim("s", key, "h")), key)
    const inOrder = ["K-3", "k-1", "k-10", "k-2", "k.1", "k/1", "k:1", "k@1", "k_1", "ka"]
    for (const limit of [1, 3, 5, 10, 11])
      same(
        (await holdersIn(trial, "s", limit)).map(([key]) => key),
        inOrder,
        `pages of ${limit}`,
      )
    const whole = await granted(store.readClaims(tenant, "s", { limit: 10 }), "all on one page")
    same([whole.rows.length, whole.next], [10, null], "a page that just holds all")
    const part = await granted(store.readClaims(tenant, "s", { limit: 9 }), "all but one")
    same([part.rows.length, part.next === null], [9, false], "a page with one more behind it")
    same(await granted(store.readClaims(tenant, "none", { limit: 1 }), "none"), { rows: [], next: null }, "no claims")
  },
}

/** STORE-5, one after the other. */
export const claims: StoreChapter = {
  rule: "STORE-5",
  says: "a claim has one holder, and a counted scope no more than its capacity",
  trials: [oneHolder, onlyHolder, moves, capacity, names, paged],
}
