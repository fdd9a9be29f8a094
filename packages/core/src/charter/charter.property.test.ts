import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Community, shuffled, someCommunity, someDay } from "../../test/charter/arbitraries.ts"
import { choice, own } from "../../test/charter/samples.ts"
import { type CharterRefusal, diffRules, resolve } from "./index.ts"
import type { Resolved } from "./resolved.ts"
import { isAllowed } from "./value-order.ts"

const runs = { numRuns: 200 }

const anyDay = fc.record({ community: someCommunity, day: someDay })

/** The community after doing what a refusal says would help; null: it says nothing that a charter could do. */
const remedied = ({ packs, rules }: Community, refusal: CharterRefusal): Community => {
  const without = (...names: ReadonlyArray<string>): Community => ({
    packs,
    rules: { ...rules, packs: rules.packs.filter((name) => !names.includes(name)) },
  })
  const choosing = (key: string, ...values: ReadonlyArray<ReturnType<typeof own>>): Community => ({
    packs,
    rules: { ...rules, choices: [...rules.choices.filter((one) => one.key !== key), ...values] },
  })
  switch (refusal._tag) {
    case "PackUnknown":
    case "PackTwice":
      return without(refusal.pack)
    case "PackNotInForce": {
      const dropped = without(...refusal.packs)
      return { packs, rules: { ...dropped.rules, packs: [...dropped.rules.packs, ...refusal.inForce.slice(0, 1)] } }
    }
    case "VersionsOverlap":
      return without(...refusal.packs.slice(1))
    case "PlacesApart":
      return without(refusal.packs[1])
    case "BelowFloor":
    case "AboveCeiling":
    case "NotExact":
      return choosing(refusal.key, own(refusal.key, refusal.allowed))
    case "IncomparableValues":
      return refusal.from === "own"
        ? choosing(refusal.key, own(refusal.key, refusal.bound.value))
        : without(refusal.from)
    case "PackWeakens":
      return without(refusal.weaker.pack)
    case "PacksContradict":
      return without(refusal.one.pack, refusal.other.pack)
    case "DefaultsDisagree":
      return choosing(refusal.key, own(refusal.key, refusal.one.value))
    case "ChoicesOverlap":
      return choosing(refusal.key)
    case "ClauseMissing":
      return choosing(refusal.key, own(refusal.key, choice(refusal.choice, "article 12 of the rules of procedure")))
    case "RangeEmpty": {
      const { least, most } = refusal
      const dropped = without(...[least, most].map(({ from }) => (from === "own" ? "" : from)))
      const choices = rules.choices.filter(({ key }) => key !== least.key && key !== most.key)
      const isOwn = least.from === "own" || most.from === "own"
      return isOwn ? { packs, rules: { ...rules, choices } } : dropped
    }
    case "StepListUnknown":
      return { packs, rules: { ...rules, uses: rules.uses.filter((list) => list !== refusal.list) } }
    case "StepListTwice": {
      const stepLists = rules.stepLists.filter(({ list }) => list !== refusal.list)
      return { packs, rules: { ...rules, stepLists, uses: rules.uses.filter((list) => list !== refusal.list) } }
    }
  }
}

const ofOwn: ReadonlySet<string> = new Set(["BelowFloor", "AboveCeiling", "NotExact"])

/** What a refusal is about, so that one knows whether it is still there: of a choice the rule alone, else all of it. */
const subject = (refusal: CharterRefusal): string => {
  if ("key" in refusal && (ofOwn.has(refusal._tag) || ("from" in refusal && refusal.from === "own")))
    return JSON.stringify([refusal._tag, refusal.key])
  const { inForce, known, ...said }: CharterRefusal & { readonly inForce?: unknown; readonly known?: unknown } = refusal
  return JSON.stringify(said)
}

describe("resolving, whatever the charter", () => {
  it("CHARTER-4 the order of packs, rules and choices makes no difference", () => {
    const both = anyDay.chain(({ community, day }) =>
      fc.record({ day: fc.constant(day), community: fc.constant(community), other: shuffled(community) }),
    )
    fc.assert(
      fc.property(both, ({ community, day, other }) => {
        expect(resolve(other.rules, other.packs, day)).toEqual(resolve(community.rules, community.packs, day))
      }),
      runs,
    )
  })

  it("CHARTER-5 what stands keeps every bound that is on it", () => {
    fc.assert(
      fc.property(anyDay, ({ community, day }) => {
        const resolved = resolve(community.rules, community.packs, day)
        const rules = resolved.ok ? resolved.value.rules : []
        for (const { bounds, value } of rules)
          for (const held of bounds) expect(isAllowed(value, held.bound, held.value)).toEqual({ ok: true, value: true })
      }),
      runs,
    )
  })

  it("CHARTER-7 doing what a refusal says makes it go away", () => {
    fc.assert(
      fc.property(anyDay, ({ community, day }) => {
        const resolved = resolve(community.rules, community.packs, day)
        if (resolved.ok) return
        for (const refusal of resolved.refusal) {
          const mended = remedied(community, refusal)
          const again = resolve(mended.rules, mended.packs, day)
          const left = again.ok ? [] : again.refusal.map(subject)
          expect(left).not.toContain(subject(refusal))
        }
      }),
      { numRuns: 400 },
    )
  })

  it("CHARTER-7 doing everything that refusals say, as often as they say something, ends in rules that stand", () => {
    fc.assert(
      fc.property(anyDay, ({ community, day }) => {
        let mended = community
        for (let round = 0; round < 40; round += 1) {
          const resolved = resolve(mended.rules, mended.packs, day)
          if (resolved.ok) return
          mended = remedied(mended, resolved.refusal[0])
        }
        expect.fail("still refused after forty remedies")
      }),
      runs,
    )
  })
})

/** What a list of changes makes of rules. */
const patched = (before: Resolved, after: Resolved): Resolved["rules"] => {
  const rules = new Map(before.rules.map((rule) => [rule.key, rule] as const))
  for (const change of diffRules(before, after)) {
    if (change._tag === "RuleRemoved") rules.delete(change.key)
    if (change._tag === "RuleAdded" || change._tag === "RuleChanged") rules.set(change.key, change.after)
  }
  return [...rules.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const resolvable = anyDay
  .map(({ community, day }) => resolve(community.rules, community.packs, day))
  .filter((resolved) => resolved.ok)
  .map((resolved) => (resolved.ok ? resolved.value : undefined))
  .filter((resolved) => resolved !== undefined)

describe("differences, whatever the rules", () => {
  it("CHARTER-13 of a charter to itself there is none", () => {
    fc.assert(
      fc.property(resolvable, (resolved) => {
        expect(diffRules(resolved, structuredClone(resolved))).toEqual([])
      }),
      runs,
    )
  })

  it("CHARTER-13 a difference is enough to come from one to the other, directly and by way of a third", () => {
    fc.assert(
      fc.property(resolvable, resolvable, resolvable, (a, b, c) => {
        expect(patched(a, c)).toEqual(c.rules)
        expect(patched({ ...b, rules: patched(a, b) }, c)).toEqual(c.rules)
      }),
      runs,
    )
  })

  it("CHARTER-13 what is stricter one way is looser the other way", () => {
    const turned = {
      stricter: "looser",
      looser: "stricter",
      other: "other",
      "bound-changed": "bound-changed",
      "same-value": "same-value",
    } as const
    const changes = (before: Resolved, after: Resolved) =>
      diffRules(before, after).flatMap((change) =>
        change._tag === "RuleChanged" ? [[change.key, change.change] as const] : [],
      )
    fc.assert(
      fc.property(resolvable, resolvable, (a, b) => {
        expect(changes(b, a)).toEqual(changes(a, b).map(([key, change]) => [key, turned[change]]))
      }),
      runs,
    )
  })
})
