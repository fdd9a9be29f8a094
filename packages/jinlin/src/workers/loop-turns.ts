/** Why a tenant could not be looked at. */
export interface TurnFailure {
  readonly _tag: string
}

/** How one tenant of a worker stands. */
export interface TenantTurn {
  readonly tenant: string
  /** When it is looked at next, by the clock; of two at one moment, who has waited longer comes first. */
  nextAt: number
  place: number
  /** It asked for attention while it was being looked at. */
  poked: boolean
  /** How many have asked for a look of their own: the loop lets them go first. */
  byHand: number
  /** Since when it is being looked at; null: it is not. */
  runningSince: number | null
  /** How often in a row it could not be looked at, since when, and why the last time. */
  failures: number
  failingSince: number | null
  failure: TurnFailure | null
}

/** The tenants of a worker, and whose turn it is. */
export interface Turns {
  /** The turn of a tenant; one that was not known is looked at as soon as there is room. */
  readonly of: (tenant: string) => TenantTurn
  readonly all: () => ReadonlyArray<TenantTurn>
  /** Puts a tenant behind all who have waited since, to be looked at from then on. */
  readonly queue: (turn: TenantTurn, nextAt: number) => void
  /** Who is looked at next, if nobody joins: neither being looked at now, nor behind another. */
  readonly first: () => TenantTurn | undefined
  /** The clock was set back: nobody waits longer for that. */
  readonly setBack: (by: number) => void
}

const isBefore = (one: TenantTurn, other: TenantTurn): boolean =>
  one.nextAt < other.nextAt || (one.nextAt === other.nextAt && one.place < other.place)

/** No tenant yet. */
export const turns = (now: () => number): Turns => {
  const known = new Map<string, TenantTurn>()
  let places = 0
  const place = (): number => {
    places += 1
    return places
  }
  return {
    of: (tenant) => {
      const turn = known.get(tenant)
      if (turn !== undefined) return turn
      const standing = { byHand: 0, poked: false, runningSince: null, failures: 0, failingSince: null, failure: null }
      const fresh: TenantTurn = { tenant, nextAt: now(), place: place(), ...standing }
      known.set(tenant, fresh)
      return fresh
    },
    all: () => [...known.values()],
    queue: (turn, nextAt) => {
      turn.nextAt = nextAt
      turn.place = place()
    },
    first: () => {
      let first: TenantTurn | undefined
      for (const turn of known.values())
        if (turn.runningSince === null && turn.byHand === 0 && (first === undefined || isBefore(turn, first)))
          first = turn
      return first
    },
    setBack: (by) => {
      for (const turn of known.values()) turn.nextAt -= by
    },
  }
}
