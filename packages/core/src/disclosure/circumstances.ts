import type { Circumstances } from "../kernel/authority.ts"
import type { CalendarData } from "../kernel/calendar-schema.ts"
import type { Citation } from "../kernel/citation.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { Digest } from "../kernel/digest.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"
import type { Disclosed, DisclosureStatus, Objection } from "./model.ts"
import type { DisclosureRules } from "./policy.ts"

/** What a matter has to publish: what was decided, or what came of it. */
export interface DisclosureSubject {
  readonly matter: string
  readonly what: Disclosed
  /** The document that was decided or reported, as it stands now. */
  readonly digest: Digest
  /** The day of the decision or of the report. */
  readonly since: CivilDate
  /** The article by which this matter must be published for as long as the law says; null: there is none. */
  readonly law: Citation | null
  /** The article that says to whom a resident turns who finds it untrue or late, such as art. 35; null: there is none. */
  readonly recourse: Citation | null
}

/** In which bodies the posts are held that serve a disclosure. */
export interface DisclosureScope {
  /** The bodies of the matter, and those that publish for them: where discloser and secretary are. */
  readonly publishing: ReadonlyArray<string>
  /** Every body of the community, those included: where checker, resident and overseer are. */
  readonly community: ReadonlyArray<string>
}

/** One disclosure as others need it: what it is of, how far it is, and what was said against it. */
export interface DisclosureStanding {
  readonly disclosure: string
  readonly status: DisclosureStatus
  readonly matter: string | null
  readonly what: Disclosed | null
  readonly document: Digest | null
  readonly audience: string | null
  readonly corrects: string | null
  readonly supersededBy: string | null
  /** The body that drew it up; null: nobody has. */
  readonly within: string | null
  /** The day of its first posting, which is the one that was entered first; null: it was never up. */
  readonly postedOn: CivilDate | null
  /** Where its period ends, exclusive; null: none runs. */
  readonly end: { readonly date: CivilDate; readonly minute: number } | null
  readonly completedOn: CivilDate | null
  readonly objections: ReadonlyArray<Objection>
}

/** What a decision about a disclosure is told. */
export interface DisclosureCircumstances extends Circumstances {
  /**
   * In which bodies who acts must hold the post, besides the body that drew it up; undefined: in none. For `PrepareDisclosure`,
   * `ConfirmCheck`, `TakeDown`, `ConfirmHanging` and `RaiseObjection`.
   */
  readonly scope?: DisclosureScope | undefined
  /** The id of this disclosure. For `PrepareDisclosure` and `SupersedeDisclosure`. */
  readonly disclosure?: string | undefined
  /** What there is to publish; null: nothing yet. For `PrepareDisclosure` and `PostDisclosure`. */
  readonly subject?: DisclosureSubject | null | undefined
  /** The disclosure that this one corrects; null: there is none of this id. For `PrepareDisclosure` and `PostDisclosure`. */
  readonly corrected?: DisclosureStanding | null | undefined
  /** The disclosure that corrects this one; null: there is none of this id. For `SupersedeDisclosure`. */
  readonly correction?: DisclosureStanding | null | undefined
  /**
   * The rules of the day that the command names, from the packs and choices of the community; null: they contradict each other.
   * For `PostDisclosure`; those of today for `PrepareDisclosure`.
   */
  readonly rules?: DisclosureRules | null | undefined
  /** The work calendar. For `PostDisclosure`, `TakeDown`, `ConfirmHanging`, `RecountPeriod` and `CompleteDisclosure`. */
  readonly calendar?: CalendarData | undefined
}

/** Which bodies a matter has does not change while it is published; `PrepareDisclosure` reads them with the subject. */
const bodies = {
  fact: "scope",
  key: "matter",
  view: "bodies",
  consistency: "as-of",
  commands: ["ConfirmCheck", "TakeDown", "ConfirmHanging", "RaiseObjection"],
} as const

const ofMatter = {
  fact: "subject",
  key: "matter",
  view: "disclosable",
  consistency: "same-commit",
  commands: ["PrepareDisclosure", "PostDisclosure"],
} as const

/** The facts that a decision reads from other streams. */
export const circumstances: ReadonlyArray<NeededFact> = [
  { ...ofMatter, from: "co-governance" },
  { ...ofMatter, from: "deliberation" },
  { ...bodies, from: "co-governance" },
  { ...bodies, from: "deliberation" },
  {
    fact: "corrected",
    from: "disclosure",
    key: "corrects",
    view: "standing",
    consistency: "same-commit",
    commands: ["PrepareDisclosure", "PostDisclosure"],
  },
  {
    fact: "correction",
    from: "disclosure",
    key: "by",
    view: "standing",
    consistency: "same-commit",
    commands: ["SupersedeDisclosure"],
  },
]
