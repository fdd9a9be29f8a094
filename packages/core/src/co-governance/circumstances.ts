import type { Circumstances } from "../kernel/authority.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { Digest } from "../kernel/digest-schema.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"
import type { Disclosed } from "./model.ts"
import type { CoGovernancePolicy } from "./policy.ts"

/** A matter of deliberation as it stands. */
export interface DeliberationFact {
  readonly matter: string
  readonly status: "unopened" | "open" | "decided" | "rejected" | "withdrawn"
  /** The digest of its text as it stands now, or as it was decided. */
  readonly text: Digest | null
  /** The body of its last step. */
  readonly body: string | null
  /** The rules under which its last step that decided has sat; null: none has yet. */
  readonly set: string | null
  readonly openedOn: CivilDate | null
  /** The day on which it was decided, rejected or taken back. */
  readonly endedOn: CivilDate | null
}

/** A disclosure as it stands. */
export interface DisclosureFact {
  readonly disclosure: string
  /** Whether it is of this matter and of no other. */
  readonly ofThisMatter: boolean
  readonly what: Disclosed
  /** The digest that it proves. */
  readonly proves: Digest
  readonly status: "unprepared" | "prepared" | "checked" | "posted" | "completed" | "superseded" | "abandoned"
  /** The day of its first posting. */
  readonly from: CivilDate | null
  /** Where its period ends, exclusive, on the wall clock of the community; null: none runs. */
  readonly ends: { readonly date: CivilDate; readonly minute: number } | null
  /** The disclosures that it corrects, the nearest first: the one it corrects, what that one corrected, and so on. */
  readonly corrects: ReadonlyArray<string>
  readonly supersededBy: string | null
  /** How many objections wait for an answer. */
  readonly openObjections: number
}

/** In which bodies and units a person holds a post or is a member. */
export interface Membership {
  readonly person: string
  readonly bodies: ReadonlyArray<string>
}

/** What a decision about a matter with two deliberations is told. */
export interface CoGovernanceCircumstances extends Circumstances {
  /** For `RevokeResolution`: the id of this very matter, by which the decided text names what it revokes. */
  readonly coGovernance?: string | undefined
  /** For `OpenCoGovernance`: what the charter of the community says today; null: it has no such matters. */
  readonly policy?: CoGovernancePolicy | null | undefined
  /** The matter that `AttachDeliberation` and `RevokeResolution` name, or that is attached where a command names one of the two. */
  readonly deliberation?: DeliberationFact | null | undefined
  /** The disclosure that `LinkDisclosure` names; those that are linked, for `BeginImplementation` and `CloseCoGovernance`. */
  readonly disclosures?: ReadonlyArray<DisclosureFact> | undefined
  /** For `RecordAppraisal`: of each appraiser, the bodies and units to which it belongs today. */
  readonly memberships?: ReadonlyArray<Membership> | undefined
}

/**
 * The facts that a decision reads from other streams. What a deliberation came to is final; whether one still runs, and which
 * disclosure counts, must be so at the moment of writing. The shell takes a claim on each matter that is attached, so that no two
 * matters of co-governance have the same one.
 */
export const circumstances: ReadonlyArray<NeededFact> = [
  {
    fact: "deliberation",
    from: "deliberation",
    key: "matter",
    view: "outcome",
    consistency: "as-of",
    commands: ["AttachDeliberation", "RecordOutcome", "RevokeResolution"],
  },
  {
    fact: "deliberation",
    from: "deliberation",
    key: "matter",
    view: "outcome",
    consistency: "same-commit",
    commands: ["DetachDeliberation"],
  },
  {
    fact: "disclosures",
    from: "disclosure",
    key: "disclosure",
    view: "standing",
    consistency: "same-commit",
    commands: ["LinkDisclosure", "BeginImplementation", "CloseCoGovernance"],
  },
]
