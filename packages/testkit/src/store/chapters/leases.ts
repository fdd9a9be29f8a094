import { allOf, granted, holds, refused, same } from "../asserting.ts"
import { wholeLog } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, noted, upTo } from "../writing.ts"

const acquire = ({ store, tenant }: Trial, holder: string, now: number) =>
  store.acquireLease(tenant, { name: "relay", holder, now, ttl: 100 })

const lost = { _tag: "LeaseLost", rule: "STORE-9", lease: "relay" }

const fenceOf = (token: number, lease = "relay") => ({ lease, token })

const oneHolder: StoreTrial = {
  title: "gives a lease to one holder until it runs out, and tells the others until when",
  run: async (trial) => {
    const { store, tenant } = trial
    const first = await granted(acquire(trial, "a", 1_000), "a free lease")
    same([first.name, first.until], ["relay", 1_100], "the lease")
    holds(Number.isSafeInteger(first.token) && first.token >= 1, "a token is a whole number from 1")
    const heldByA = { _tag: "LeaseHeld", rule: "STORE-9", lease: "relay", until: 1_100 }
    for (const now of [1_000, 1_050, 1_099]) await refused(acquire(trial, "b", now), heldByA, `a held lease at ${now}`)
    await refused(acquire(trial, "A", 1_050), heldByA, "a holder of another case")
    const other = await granted(
      store.acquireLease(tenant, { name: "Relay", holder: "b", now: 1_000, ttl: 100 }),
      "a lease of another case",
    )
    same([other.name, other.until], ["Relay", 1_100], "the lease of another case")
    const second = await granted(acquire(trial, "b", 1_100), "a lease that has run out")
    same(second.until, 1_200, "until when it is held then")
    holds(second.token > first.token, "the token of the next holder must be greater")
  },
}

const growing: StoreTrial = {
  title: "gives a greater token each time, to the same holder too and after it was given back",
  run: async (trial) => {
    const { store, tenant } = trial
    const tokens = []
    for (const round of upTo(3)) tokens.push((await granted(acquire(trial, "a", round), "one's own lease")).token)
    await granted(store.releaseLease(tenant, fenceOf(tokens[2] ?? 0)), "giving it back")
    tokens.push((await granted(acquire(trial, "b", 3), "a lease that was given back")).token)
    tokens.push((await granted(acquire(trial, "c", 900), "a lease that has run out")).token)
    same(
      [...new Set(tokens)].sort((one, other) => one - other),
      tokens,
      "tokens, each greater than those before",
    )
  },
}

const renewing: StoreTrial = {
  title: "lets only the token that holds a lease renew it or give it back",
  run: async (trial) => {
    const { store, tenant } = trial
    const renew = (token: number, now: number) => store.renewLease(tenant, { fence: fenceOf(token), now, ttl: 100 })
    await refused(renew(1, 0), lost, "a lease that nobody ever held")
    const { token } = await granted(acquire(trial, "a", 0), "a lease")
    same(await granted(renew(token, 50), "holding it longer"), { name: "relay", token, until: 150 }, "the lease")
    await refused(acquire(trial, "b", 149), { _tag: "LeaseHeld", until: 150 }, "a lease that was renewed")
    await refused(renew(token + 1, 60), lost, "a token that was not given yet")
    const next = await granted(acquire(trial, "b", 150), "a lease that has run out")
    await refused(renew(token, 160), lost, "the token that was overtaken")
    await refused(store.releaseLease(tenant, fenceOf(token)), lost, "giving back what another holds")
    await granted(store.releaseLease(tenant, fenceOf(next.token)), "giving back one's own")
    await refused(store.releaseLease(tenant, fenceOf(next.token)), lost, "giving it back again")
    await refused(renew(next.token, 160), lost, "renewing what was given back")
    await granted(acquire(trial, "c", 151), "a lease that was given back")
  },
}

const fenced: StoreTrial = {
  title: "answers LeaseLost to whatever is written or taken under an older token, and changes nothing",
  run: async (trial) => {
    const { store, tenant } = trial
    const write = (expected: number, token: number, lease?: string) =>
      store.commit(commitOf(tenant, { appends: [append("a", expected, noted(token))], fence: fenceOf(token, lease) }))
    const take = (token: number) => store.takeDeliveries(tenant, { fence: fenceOf(token), now: 5, limit: 5 })
    await refused(write(0, 1), lost, "under a lease that nobody holds")
    await refused(take(1), lost, "taking under a lease that nobody holds")
    const zombie = await granted(acquire(trial, "a", 0), "the first holder")
    await granted(write(0, zombie.token), "the first holder writes")
    await refused(write(1, zombie.token, "other"), { ...lost, lease: "other" }, "under a lease of another name")
    const holder = await granted(acquire(trial, "b", 100), "the next holder")
    await refused(write(1, zombie.token), lost, "the zombie writes")
    await refused(take(zombie.token), lost, "the zombie takes")
    await refused(write(1, holder.token + 1), lost, "a token that was not given yet")
    await granted(write(1, holder.token), "the next holder writes")
    await granted(take(holder.token), "the next holder takes")
    await granted(store.releaseLease(tenant, fenceOf(holder.token)), "giving it back")
    await refused(write(2, holder.token), lost, "after it was given back")
    same((await wholeLog(store, tenant)).length, 2, "events in the log")
  },
}

const ranOut: StoreTrial = {
  title: "goes by who overtook whom and not by the clock: a lease that ran out and was not taken still writes",
  run: async (trial) => {
    const { store, tenant } = trial
    const { token } = await granted(acquire(trial, "a", 0), "a lease")
    const late = commitOf(tenant, { at: 5_000, appends: [append("a", 0, noted(1))], fence: fenceOf(token) })
    await granted(store.commit(late), "a commit after the lease has run out")
    const renewed = await granted(
      store.renewLease(tenant, { fence: fenceOf(token), now: 6_000, ttl: 1 }),
      "renewing it",
    )
    same(renewed, { name: "relay", token, until: 6_001 }, "the lease")
  },
}

const race: StoreTrial = {
  title: "gives a lease to exactly one of many who ask at once, and lets exactly its token write",
  run: async (trial) => {
    const { rounds, store, tenant, writers } = trial
    const stores = await writers()
    const ask = (one: (typeof stores)[number], index: number, now: number) =>
      one.acquireLease(tenant, { name: "relay", holder: `w-${index}`, now, ttl: 100 })
    let before = 0
    for (const round of upTo(rounds)) {
      const leases = await allOf(stores.map((one, index) => ask(one, index, round * 100)))
      const given = leases.flatMap((lease) => (lease.ok ? [lease.value.token] : []))
      same(given.length, 1, `who got the lease in round ${round}`)
      for (const lease of leases) if (!lease.ok) same(lease.failure._tag, "LeaseHeld", "what the others are told")
      const token = given[0] ?? 0
      holds(token > before, "the token must be greater than the one before")
      const stale = upTo(4).map((index) => token - (index % 2))
      const written = await allOf(
        stale.map((one, index) =>
          store.commit(
            commitOf(tenant, { appends: [append(`${round}-${index}`, 0, noted(one))], fence: fenceOf(one) }),
          ),
        ),
      )
      same(
        written.map(({ ok }) => ok),
        stale.map((one) => one === token),
        "whose token writes",
      )
      before = token
    }
  },
}

/** STORE-9. */
export const leases: StoreChapter = {
  rule: "STORE-9",
  says: "a lease has one holder and a token that only grows",
  trials: [oneHolder, growing, renewing, fenced, ranOut, race],
}
