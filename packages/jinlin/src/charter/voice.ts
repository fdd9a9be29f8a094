import {
  covenantRulesOn,
  noRules,
  type PublishingLaw,
  publishingBodiesOn,
  publishingLawOn,
  publishingRulesOn,
  type RulePack,
} from "@jinlin/core/charter"
import type { CoGovernancePolicy } from "@jinlin/core/co-governance"
import type { CovenantKind, CovenantRules } from "@jinlin/core/covenant"
import type { DisclosureRules, DisclosureScope } from "@jinlin/core/disclosure"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { type Charter, coGovernancePolicyOf } from "./charter.ts"

/** What a charter and the packs at hand say on a day, beyond the rules of one set. Null: they contradict each other, or say nothing. */
export interface CharterVoice {
  /** By which rules something is published that is first put up on this day. */
  readonly publishing: (day: CivilDate) => DisclosureRules | null
  /** What a law says of publishing what was decided under these sets. */
  readonly publishingLaw: (day: CivilDate, sets: ReadonlyArray<string>) => PublishingLaw
  /** In which bodies the posts are held that serve a disclosure of a matter that has these bodies. */
  readonly publishingScope: (day: CivilDate, bodies: ReadonlyArray<string>) => DisclosureScope
  readonly covenant: (kind: CovenantKind, day: CivilDate) => CovenantRules | null
  /** How matters of co-governance are held; it is of no day. */
  readonly coGovernance: () => CoGovernancePolicy | null
}

/** A charter that says nothing of all this. */
export const voiceless: CharterVoice = {
  publishing: () => null,
  publishingLaw: () => ({ law: null, recourse: null }),
  publishingScope: (_day, bodies) => ({ publishing: bodies, community: bodies }),
  covenant: () => null,
  coGovernance: () => null,
}

/** What a charter says, asked when it is needed. Rule SHELL-23. */
export const voiceOf = (charter: Charter, packs: ReadonlyArray<RulePack> = []): CharterVoice => {
  const { rules = noRules } = charter
  return {
    publishing: (day) => {
      const found = publishingRulesOn(rules, packs, day)
      return found.ok ? found.value : null
    },
    publishingLaw: (day, sets) => publishingLawOn(rules, packs, { day, sets }),
    publishingScope: (day, bodies) => {
      const { overseers, publishers } = publishingBodiesOn(rules, packs, day)
      const publishing = [...new Set([...bodies, ...publishers])]
      return { publishing, community: [...new Set([...publishing, ...overseers, charter.community])] }
    },
    covenant: (kind, day) => {
      const found = covenantRulesOn(rules, packs, { kind, day })
      return found.ok ? found.value : null
    },
    coGovernance: () => coGovernancePolicyOf(charter),
  }
}
