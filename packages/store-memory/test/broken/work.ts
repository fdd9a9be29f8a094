import { done, type Settlement } from "@jinlin/sdk"
import { type Break, hearing } from "./breaking.ts"

/** Whoever holds a lease and asks again gets the token that he has. */
export const sameToken: Break = (store, { ledgers }) => ({
  acquireLease: async (tenant, wish) => {
    const held = ledgers.get(tenant)?.leases.get(wish.name)
    if (held?.holder !== wish.holder) return store.acquireLease(tenant, wish)
    return done({ name: wish.name, token: held.token, until: wish.now + wish.ttl })
  },
})

/** Nobody asks who writes. */
export const noFence: Break = hearing(({ fence: _, ...commit }) => commit)

/** Somebody else may take a lease one moment too late. */
export const oneMomentMore: Break = (store) => ({
  acquireLease: (tenant, wish) => store.acquireLease(tenant, { ...wish, now: wish.now - 1, ttl: wish.ttl + 1 }),
})

/** A token begins again when its lease was given back. */
export const tokenStartsOver: Break = (store, { ledgers }) => ({
  releaseLease: async (tenant, fence) => {
    const answer = await store.releaseLease(tenant, fence)
    if (answer.ok) ledgers.get(tenant)?.leases.delete(fence.lease)
    return answer
  },
})

/** What is parked holds up its key. */
export const parkedBlocks: Break = (store, { ledgers }) => ({
  takeDeliveries: async (tenant, wish) => {
    const given = await store.takeDeliveries(tenant, wish)
    const parked = [...(ledgers.get(tenant)?.deliveries.values() ?? [])].filter(({ status }) => status === "parked")
    return given.ok ? done(given.value.filter(({ key }) => !parked.some((one) => one.key === key))) : given
  },
})

/** A start is not counted until something comes of it. */
export const startsUncounted: Break = (store, { ledgers }) => ({
  takeDeliveries: async (tenant, wish) => {
    const given = await store.takeDeliveries(tenant, wish)
    if (!given.ok) return given
    for (const { id } of given.value) {
      const kept = ledgers.get(tenant)?.deliveries.get(id)
      if (kept !== undefined) kept.starts -= 1
    }
    return done(given.value)
  },
})

/** What is taken back stands behind all that wait. */
export const redrivenLast: Break = (store, { ledgers }) => ({
  commit: async (commit) => {
    const answer = await store.commit(commit)
    const back = commit.settlements?.filter(({ outcome }) => answer.ok && outcome._tag === "Redriven") ?? []
    for (const { id } of back) {
      const queues = ledgers.get(commit.tenant)?.queues
      const kept = ledgers.get(commit.tenant)?.deliveries.get(id)
      const queue = kept && queues?.get(kept.key)
      if (kept !== undefined && queue !== undefined) queue.push(...queue.splice(queue.indexOf(kept), 1))
    }
    return answer
  },
})

/** What is in hand is given again to whoever asks. */
export const givesTwice: Break = (store, { ledgers }) => ({
  takeDeliveries: (tenant, wish) => {
    for (const kept of ledgers.get(tenant)?.deliveries.values() ?? []) if (kept.taker !== null) kept.taker = "nobody"
    return store.takeDeliveries(tenant, wish)
  },
})

/** The key of what was postponed goes on without it. */
export const postponedSteps: Break = (store, { ledgers }) => ({
  takeDeliveries: async (tenant, wish) => {
    const queues = ledgers.get(tenant)?.queues
    for (const queue of queues?.values() ?? [])
      queue.sort((one, other) => one.notBefore - other.notBefore || one.place - other.place)
    return store.takeDeliveries(tenant, wish)
  },
})

/** A delivery whose id is known takes the place of the one before. */
export const replacesKnown: Break = (store, { ledgers }) => ({
  commit: (commit) => {
    for (const { id, payload } of commit.deliveries ?? []) {
      const kept = ledgers.get(commit.tenant)?.deliveries.get(id)
      if (kept !== undefined) Object.assign(kept, { payload, key: "other" })
    }
    return store.commit(commit)
  },
})

/** Any delivery may be settled, taken or not. */
export const settlesUntaken: Break = (store, { ledgers }) => ({
  commit: (commit) => {
    const untaken = (settlement: Settlement) => ledgers.get(commit.tenant)?.deliveries.get(settlement.id)
    for (const settlement of commit.settlements ?? []) {
      const kept = untaken(settlement)
      if (kept?.status === "waiting") kept.taker ??= "nobody"
    }
    return store.commit(commit)
  },
})

/** What was settled is given again as soon as its stream lists anything. */
export const settledAgain: Break = (store, { ledgers }) => ({
  commit: (commit) => {
    for (const { stream } of commit.due ?? [])
      for (const listed of ledgers.get(commit.tenant)?.due.get(stream)?.values() ?? []) listed.settled = false
    return store.commit(commit)
  },
})

/** What was settled once is never given again. */
export const settledForEver: Break = (store) => {
  const settled = new Set<string>()
  return {
    commit: async (commit) => {
      const answer = await store.commit(commit)
      if (answer.ok)
        for (const { key, stream } of commit.dueSettled ?? []) settled.add(`${commit.tenant} ${stream} ${key}`)
      return answer
    },
    readDue: async (tenant, query) => {
      const due = await store.readDue(tenant, query)
      return due.ok ? done(due.value.filter(({ key, stream }) => !settled.has(`${tenant} ${stream} ${key}`))) : due
    },
  }
}

/** A list is put to those before it. */
export const addsLists: Break = (store, { ledgers }) => ({
  commit: (commit) =>
    store.commit({
      ...commit,
      due: commit.due?.map(({ items, stream }) => {
        const before = [...(ledgers.get(commit.tenant)?.due.get(stream)?.values() ?? [])].map(({ item }) => item)
        return { stream, items: [...items, ...before.filter(({ key }) => !items.some((one) => one.key === key))] }
      }),
    }),
})

/** It gives what is due a moment before it is. */
export const tooEarly: Break = (store) => ({
  readDue: (tenant, query) => store.readDue(tenant, { ...query, until: query.until + 1 }),
})

/** Of each key the newest comes first. */
export const newestFirst: Break = (store, { ledgers }) => ({
  takeDeliveries: (tenant, wish) => {
    for (const queue of ledgers.get(tenant)?.queues.values() ?? []) queue.sort((one, other) => other.place - one.place)
    return store.takeDeliveries(tenant, wish)
  },
})
