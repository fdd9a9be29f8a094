import type { Standing } from "./loading.ts"

/**
 * The streams that were read lately, as they stood. It holds nothing that was not committed, and may be behind what others
 * wrote. A commit that failed takes its stream off the shelf. Rule SHELL-9.
 */
export interface Shelf {
  readonly get: (tenant: string, stream: string) => Standing | undefined
  readonly put: (tenant: string, stream: string, standing: Standing) => void
  readonly drop: (tenant: string, stream: string) => void
}

/** A shelf for so many streams; what was not asked for the longest goes first. */
export const shelfOf = (size: number): Shelf => {
  const kept = new Map<string, Standing>()
  const key = (tenant: string, stream: string) => `${tenant} ${stream}`
  return {
    get: (tenant, stream) => {
      const name = key(tenant, stream)
      const found = kept.get(name)
      if (found !== undefined) {
        kept.delete(name)
        kept.set(name, found)
      }
      return found
    },
    put: (tenant, stream, standing) => {
      const name = key(tenant, stream)
      // A read that began before a write may end after it: what is newer stays.
      if ((kept.get(name)?.revision ?? 0) > standing.revision) return
      kept.delete(name)
      kept.set(name, standing)
      const [oldest] = kept.keys()
      if (kept.size > size && oldest !== undefined) kept.delete(oldest)
    },
    drop: (tenant, stream) => {
      kept.delete(key(tenant, stream))
    },
  }
}
