import { canonicalJson } from "../kernel/canonical-json.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { liesWithin } from "./precedence.ts"
import type { CharterRefusal } from "./refusals.ts"
import type { PackId, RulePack } from "./rule-pack.ts"
import { compareTexts } from "./text-order.ts"

interface Dated {
  readonly from?: CivilDate | null | undefined
  readonly to?: CivilDate | null | undefined
}

/** Whether a day lies in a half-open period; an end that is not there is no end. Rule CHARTER-2. */
export const holdsOn = ({ from, to }: Dated, day: CivilDate): boolean =>
  (from === undefined || from === null || from <= day) && (to === undefined || to === null || day < to)

/** Whether a pack is in force on a day. */
export const isInForce = ({ effectiveFrom, effectiveTo }: RulePack, day: CivilDate): boolean =>
  holdsOn({ from: effectiveFrom, to: effectiveTo }, day)

/** `cn.urc-law@2026-01-01` is a version of `cn.urc-law`. */
export const lawOf = (pack: PackId): string => pack.slice(0, Math.max(pack.lastIndexOf("@"), 0))

/** The packs that hold on a day, and everything that stands against them. */
export interface PacksInForce {
  readonly packs: ReadonlyArray<RulePack>
  readonly refusals: ReadonlyArray<CharterRefusal>
}

const sorted = (texts: Iterable<string>): ReadonlyArray<string> => [...new Set(texts)].sort(compareTexts)

const namesOf = (packs: ReadonlyArray<RulePack>): ReadonlyArray<PackId> => sorted(packs.map(({ pack }) => pack))

const textOf = (pack: RulePack): string => {
  const text = canonicalJson(pack)
  return text.ok ? text.value : pack.pack
}

const twice = (shelf: ReadonlyArray<RulePack>, pack: PackId): boolean => {
  const named = shelf.filter((one) => one.pack === pack)
  return named.length > 1 && new Set(named.map(textOf)).size > 1
}

const unknown = (shelf: ReadonlyArray<RulePack>, pack: PackId): CharterRefusal => {
  const known = namesOf(shelf)
  const versions = known.filter((one) => lawOf(one) === lawOf(pack))
  return { _tag: "PackUnknown", rule: "CHARTER-1", pack, known: versions.length > 0 ? versions : known }
}

/** The named versions of one law on a day. */
const ofLaw = (shelf: ReadonlyArray<RulePack>, named: ReadonlyArray<RulePack>, day: CivilDate): PacksInForce => {
  const packs = named.filter((pack) => isInForce(pack, day))
  if (packs.length === 1) return { packs, refusals: [] }
  if (packs.length > 1)
    return {
      packs: packs.slice(-1),
      refusals: [{ _tag: "VersionsOverlap", rule: "CHARTER-2", packs: namesOf(packs), day }],
    }
  const law = lawOf(named[0]?.pack ?? "")
  const inForce = namesOf(shelf.filter((pack) => lawOf(pack.pack) === law && isInForce(pack, day)))
  return { packs, refusals: [{ _tag: "PackNotInForce", rule: "CHARTER-2", packs: namesOf(named), day, inForce }] }
}

/** Law of two places of which neither lies in the other. A profile of another place may be borrowed. */
const apart = (packs: ReadonlyArray<RulePack>): ReadonlyArray<CharterRefusal> => {
  const local = packs.filter(({ rank }) => rank !== "profile").toSorted((a, b) => compareTexts(a.pack, b.pack))
  return local.flatMap((one, index) =>
    local
      .slice(index + 1)
      .filter(({ jurisdiction }) => !liesWithin(one.jurisdiction, jurisdiction))
      .map((other) => ({
        _tag: "PlacesApart" as const,
        rule: "CHARTER-3" as const,
        packs: [one.pack, other.pack] as const,
        places: [one.jurisdiction, other.jurisdiction] as const,
      })),
  )
}

/** The packs that a charter names, as they hold on a day. Rules CHARTER-1, CHARTER-2, CHARTER-3. */
export const packsOn = (named: ReadonlyArray<PackId>, shelf: ReadonlyArray<RulePack>, day: CivilDate): PacksInForce => {
  const names = sorted(named)
  const missing = names.filter((name) => !shelf.some(({ pack }) => pack === name))
  const doubled = names.filter((name) => twice(shelf, name))
  const found = names.flatMap((name) => shelf.filter(({ pack }) => pack === name).slice(0, 1))
  const laws = sorted(found.map(({ pack }) => lawOf(pack)))
  const held = laws.map((law) =>
    ofLaw(
      shelf,
      found.filter(({ pack }) => lawOf(pack) === law),
      day,
    ),
  )
  const packs = held.flatMap((one) => one.packs)
  return {
    packs,
    refusals: [
      ...missing.map((pack) => unknown(shelf, pack)),
      ...doubled.map((pack): CharterRefusal => ({ _tag: "PackTwice", rule: "CHARTER-1", pack })),
      ...held.flatMap((one) => one.refusals),
      ...apart(packs),
    ],
  }
}
