import { type Answer, type CapacityReached, type Claim, type ClaimTaken, done, failed, type Release } from "@jinlin/sdk"
import type { Held, Ledger } from "./ledger.ts"
import type { Planner } from "./plan.ts"

/** What a commit would change in one scope: null takes a claim away. */
type Draft = Map<string, Map<string, Held | null>>

const draftOf = (draft: Draft, scope: string): Map<string, Held | null> => {
  const changed = draft.get(scope) ?? new Map<string, Held | null>()
  draft.set(scope, changed)
  return changed
}

const heldIn = (ledger: Ledger, draft: Draft, { key, scope }: Release): Held | null => {
  const changed = draft.get(scope)?.get(key)
  return changed === undefined ? (ledger.claims.get(scope)?.get(key) ?? null) : changed
}

const countedIn = (ledger: Ledger, draft: Draft, scope: string): number => {
  const changed = draft.get(scope) ?? new Map<string, Held | null>()
  let counted = 0
  for (const [key, held] of ledger.claims.get(scope) ?? []) if (held.counted && !changed.has(key)) counted += 1
  for (const held of changed.values()) if (held?.counted) counted += 1
  return counted
}

const claimed = (ledger: Ledger, draft: Draft, claim: Claim): Answer<Held, ClaimTaken | CapacityReached> => {
  const { capacity, holder, key, scope } = claim
  const held = heldIn(ledger, draft, claim)
  if (held !== null) return failed({ _tag: "ClaimTaken", rule: "STORE-5", scope, key, holder: held.holder })
  if (capacity !== undefined && countedIn(ledger, draft, scope) >= capacity)
    return failed({ _tag: "CapacityReached", rule: "STORE-5", scope, capacity })
  return done({ holder, counted: capacity !== undefined })
}

const write = (ledger: Ledger, draft: Draft): void => {
  for (const [scope, changed] of draft) {
    const held = ledger.claims.get(scope) ?? new Map<string, Held>()
    for (const [key, claim] of changed) {
      if (claim === null) held.delete(key)
      else held.set(key, claim)
    }
    ledger.claims.set(scope, held)
  }
}

/** What is given back, and after it what is taken. Rule STORE-5. */
export const planClaims: Planner = (ledger, { claims = [], releases = [] }) => {
  const draft: Draft = new Map()
  for (const release of releases) {
    const { holder, key, scope } = release
    const held = heldIn(ledger, draft, release)
    if (held?.holder !== holder)
      return failed({ _tag: "ClaimNotHeld", rule: "STORE-5", scope, key, holder: held?.holder ?? null })
    draftOf(draft, scope).set(key, null)
  }
  for (const claim of claims) {
    const taken = claimed(ledger, draft, claim)
    if (!taken.ok) return taken
    draftOf(draft, claim.scope).set(claim.key, taken.value)
  }
  return done(() => write(ledger, draft))
}
