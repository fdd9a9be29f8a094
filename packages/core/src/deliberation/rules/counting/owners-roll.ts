import { accept, type Checked, refuse } from "../../../kernel/checked.ts"
import type { Voter } from "../../model.ts"
import { inCodeOrder } from "./code-order.ts"

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
  /** The reference under which the developer votes. No unit of others bears it. */
  readonly developer: string
}

/**
 * A unit of others bears the reference under which the developer votes, so that one place on the roll would be two voters.
 * Rule TALLY-16. Remedy: another reference for one of the two.
 */
export interface DeveloperIsUnit {
  readonly _tag: "DeveloperIsUnit"
  readonly rule: "TALLY-16"
  /** The reference that both bear. */
  readonly voter: string
  /** Whose the unit of that reference is. */
  readonly owners: ReadonlyArray<string>
  /** The units with which the developer stands under it; empty: it has none. */
  readonly stock: ReadonlyArray<string>
}

/** The units that vote with one voice. */
interface Holding {
  readonly voter: string
  readonly owners: ReadonlyArray<string>
  readonly area: number
}

const ownersOf = ({ held, owners }: OwnedUnit, developer: string): ReadonlyArray<string> =>
  held === "handed-over" ? [...new Set(owners)].toSorted(inCodeOrder) : [developer]

/** The developer alone, and nobody beside it. */
const isStock = (owners: ReadonlyArray<string>, developer: string): boolean =>
  owners.length === 1 && owners[0] === developer

/** A unit that is listed twice is taken as listed last. */
const listed = (units: ReadonlyArray<OwnedUnit>): ReadonlyArray<OwnedUnit> =>
  [...new Map(units.map((unit) => [unit.unit, unit])).values()].toSorted((a, b) => inCodeOrder(a.unit, b.unit))

/** The unit of others that bears the developer's reference, whatever else its owners have. */
const namesakeOf = (units: ReadonlyArray<OwnedUnit>, developer: string): DeveloperIsUnit | undefined => {
  const namesake = units.find(({ unit }) => unit === developer)
  const owners = namesake && ownersOf(namesake, developer)
  if (owners === undefined || isStock(owners, developer)) return undefined
  const stock = units.filter((unit) => isStock(ownersOf(unit, developer), developer)).map(({ unit }) => unit)
  return { _tag: "DeveloperIsUnit", rule: "TALLY-16", voter: developer, owners, stock }
}

/** All units of the same owners together; units whose owners nobody knows stand each alone. */
const holdingsOf = (units: ReadonlyArray<OwnedUnit>, developer: string): ReadonlyArray<Holding> => {
  const holdings = new Map<string, Holding>()
  for (const unit of units) {
    const owners = ownersOf(unit, developer)
    const key = JSON.stringify(owners.length === 0 ? unit.unit : owners)
    const before = holdings.get(key)
    const voter = isStock(owners, developer) ? developer : unit.unit
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
 * and all units of one buyer are one. The order of the units makes no difference. Refuses with `DeveloperIsUnit` where a unit
 * of others bears the developer's reference. Rule TALLY-16.
 */
export const ownersRoll = (
  units: ReadonlyArray<OwnedUnit>,
  { developer, headcount }: OwnersCounting,
): Checked<ReadonlyArray<Voter>, DeveloperIsUnit> => {
  const known = listed(units)
  const namesake = namesakeOf(known, developer)
  if (namesake !== undefined) return refuse(namesake)
  const holdings = holdingsOf(known, developer)
  const heads = headcount === "by-owner" ? headsByOwner(holdings) : new Map<string, number>()
  const voters = holdings.map(({ area, owners, voter }) => {
    const [only = null] = owners.length === 1 && voter !== developer ? owners : []
    return { voter, person: only, heads: heads.get(voter) ?? 1, area, kind: null }
  })
  return accept(voters.toSorted((a, b) => inCodeOrder(a.voter, b.voter)))
}
