import { done } from "@jinlin/sdk"
import { awhile, type Break, hearing } from "./breaking.ts"

/** The id of a command is enough: nobody looks at its content. */
export const ignoresContent: Break = hearing((commit) => ({
  ...commit,
  idempotency: commit.idempotency && { ...commit.idempotency, content: "same" },
}))

/** The id of a command is kept before anybody knows whether it goes through. */
export const keepsFailures: Break = (store) => ({
  commit: async (commit) => {
    const answer = await store.commit(commit)
    const { at, idempotency, tenant } = commit
    if (!answer.ok && answer.failure._tag === "VersionConflict") await store.commit({ tenant, at, idempotency })
    return answer
  },
})

/** A repeat is told what it brought along, and not what was kept. */
export const newAnswer: Break = (store) => ({
  commit: async (commit) => {
    const answer = await store.commit(commit)
    return answer.ok ? done({ ...answer.value, answer: commit.idempotency?.answer ?? null }) : answer
  },
})

/** It looks whether a command is known, waits, and writes it. */
export const looksThenWrites: Break = (store) => ({
  commit: async ({ idempotency, ...commit }) => {
    if (idempotency === undefined) return store.commit(commit)
    const known = await store.readCommand(commit.tenant, idempotency.key)
    if (known.ok && known.value !== null) return store.commit({ ...commit, idempotency })
    await awhile()
    const written = await store.commit(commit)
    if (written.ok) await store.commit({ tenant: commit.tenant, at: commit.at, idempotency })
    return written.ok ? done({ ...written.value, answer: idempotency.answer }) : written
  },
})

/** It forgets what was committed at the moment itself too. */
export const forgetsTooMuch: Break = (store) => ({
  forgetCommands: (tenant, before) => store.forgetCommands(tenant, before + 1),
})

/** Whoever asks gives back what anybody holds. */
export const releasesByAnyone: Break = hearing((commit, ledgers) => ({
  ...commit,
  releases: commit.releases?.map((release) => ({
    ...release,
    holder: ledgers.get(commit.tenant)?.claims.get(release.scope)?.get(release.key)?.holder ?? release.holder,
  })),
}))

/** One more than there is room for. */
export const oneTooMany: Break = hearing((commit) => ({
  ...commit,
  claims: commit.claims?.map(({ capacity, ...claim }) =>
    capacity === undefined ? claim : { ...claim, capacity: capacity + 1 },
  ),
}))

/** What a commit takes, it takes before it gives anything back. */
export const takesFirst: Break = (store) => ({
  commit: async (commit) => {
    const { claims = [], releases = [], ...rest } = commit
    if (claims.length === 0 || releases.length === 0) return store.commit(commit)
    const { at, tenant } = commit
    const taken = await store.commit({ tenant, at, claims })
    return taken.ok ? store.commit({ ...rest, releases }) : taken
  },
})

/** It counts how much room there is, waits, and takes it. */
export const countsThenTakes: Break = (store) => ({
  commit: async (commit) => {
    const { claims = [], tenant } = commit
    for (const { capacity, scope } of claims) {
      const held = await store.readClaims(tenant, scope, { limit: 100 })
      if (capacity !== undefined && held.ok && held.value.rows.length >= capacity) return store.commit(commit)
    }
    await awhile()
    const wide = claims.map((claim) => (claim.capacity === undefined ? claim : { ...claim, capacity: 1_000 }))
    return store.commit({ ...commit, claims: wide })
  },
})

/** Scope and key are one text, with a colon between them. */
export const gluesNames: Break = (store) => {
  const glued = <Named extends { readonly scope: string; readonly key: string }>(one: Named): Named => {
    const [scope = "", ...key] = `${one.scope}:${one.key}`.split(":")
    return { ...one, scope, key: key.join(":") }
  }
  return {
    commit: (commit) =>
      store.commit({ ...commit, claims: commit.claims?.map(glued), releases: commit.releases?.map(glued) }),
  }
}
