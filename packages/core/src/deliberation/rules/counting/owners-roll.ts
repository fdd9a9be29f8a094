import type { Voter } from "../../model.ts"

/** A dwelling or another part of an estate that somebody owns alone. */
export interface OwnedUnit {
  /** Its random reference. */
  readonly unit: string
  /** Exclusive floor area in whole square centimetres: as registered, else as surveyed, else as in the contract of sale. */
  readonly area: number
  /** The random references of those who own it, or have bought it. */
  readonly owners: ReadonlyArray<string>
  /** What the developer has not sold, or sold and not handed over, counts as the developer's. */
  readonly held: "handed-over" | "sold" | "unsold"
}

/** How the heads of an estate are counted, and who its developer is on the roll. */
export interface OwnersCounting {
  /** `by-unit`: a unit is a head. `by-owner`: a person who owns is a head. */
  readonly headcount: "by-unit" | "by-owner"
  readonly developer: string
}

/** The units that vote with one voice. */
interface Holding {
  readonly voter: string
  readonly owners: ReadonlyArray<string>
  readonly area: number
}

const inCodeOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const ownersOf = ({ held, owners }: OwnedUnit, developer: string): ReadonlyArray<string> =>
  held === "handed-over" ? [...new Set(owners)].toSorted(inCodeOrder) : [developer]

/** All units of the same owners together; units whose owners nobody knows stand each alone. */
const holdingsOf = (units: ReadonlyArray<OwnedUnit>, developer: string): ReadonlyArray<Holding> => {
  const holdings = new Map<string, Holding>()
  const known = [...new Map(units.map((unit) => [unit.unit, unit])).values()]
  for (const unit of known.toSorted((a, b) => inCodeOrder(a.unit, b.unit))) {
    const owners = ownersOf(unit, developer)
    const key = JSON.stringify(owners.length === 0 ? unit.unit : owners)
    const before = holdings.get(key)
    const voter = owners.length === 1 && owners[0] === developer ? developer : unit.unit
    holdings.set(key, { voter: before?.voter ?? voter, owners, area: (before?.area ?? 0) + unit.area })
  }
  return [...holdings.values()]
}

/** Each person who owns is a head once, with the smallest group in which that person owns something. */
const headsByOwner = (holdings: ReadonlyArray<Holding>): ReadonlyMap<string, number> => {
  const counted = new Set<string>()
  const heads = new Map<string, number>()
  for (const { owners, voter } of holdings.toSorted((a, b) => a.owners.length - b.owners.length)) {
    const first = owners.filter((owner) => !counted.has(owner))
    for (const owner of first) counted.add(owner)
    heads.set(voter, owners.length === 0 ? 1 : first.length)
  }
  return heads
}

/**
 * The roll of an owners' assembly. All units of the same owners are one voter with the area of all; co-owners vote through
 * one of them, who is to be named. `by-unit`: a voter is one head, since a unit is one, all of the developer's stock is one,
 * and all units of one buyer are one. The order of the units makes no difference. Rule TALLY-16.
 */
export const ownersRoll = (
  units: ReadonlyArray<OwnedUnit>,
  { developer, headcount }: OwnersCounting,
): ReadonlyArray<Voter> => {
  const holdings = holdingsOf(units, developer)
  const heads = headcount === "by-owner" ? headsByOwner(holdings) : new Map<string, number>()
  return holdings
    .map(({ area, owners, voter }) => {
      const [only = null] = owners.length === 1 && voter !== developer ? owners : []
      return { voter, person: only, heads: heads.get(voter) ?? 1, area, kind: null }
    })
    .toSorted((a, b) => inCodeOrder(a.voter, b.voter))
}
