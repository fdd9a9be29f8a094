import type { CitationData } from "@jinlin/messages"
import type { RecordVotes } from "../paper/read-register.ts"
import type { RegisterVoter, SittingData } from "../register.ts"
import type { FormKind } from "./form-code.ts"

/** What every form says of itself. */
export interface FormSubject {
  /** The community, by its id. */
  readonly community: string
  /** The matter, the disclosure or the covenant, by its id. */
  readonly of: string
  /** The title of the matter or of the covenant. */
  readonly title: string
  readonly step: string
  /** Round, preparation, draft or version. */
  readonly number: number
  /** The digest of the document. */
  readonly document: string
}

/** A step of a matter whose body is to be called. */
export interface CallAwaited extends FormSubject {
  readonly body: string
  /** The sets of rules under which it may sit. */
  readonly sets: ReadonlyArray<string>
}

/** A sitting that has been called and is not over. Days are `YYYY-MM-DD`. */
export interface SittingAwaited extends FormSubject {
  readonly body: string
  readonly set: string
  /** 1 for the text of the opening, and one more with each amendment. */
  readonly revision: number
  readonly calledOn: string
  readonly sitsOn: string
  readonly urgent: string | null
  /** Full days that must lie between call and sitting, neither counted. */
  readonly notice: { readonly days: number; readonly citation: CitationData }
  /** Whoever may take part; recused voters are not among them. */
  readonly roll: ReadonlyArray<Pick<RegisterVoter, "voter" | "person">>
  /** Who was taken down as present already. */
  readonly present: ReadonlyArray<string>
  readonly presentCount: number | null
  readonly motion: SittingData["motion"]
  /** Null: the ballot is not open yet. */
  readonly mode: string | null
  /** The ways of voting that its rules allow. */
  readonly modes: ReadonlyArray<string>
  readonly isClosed: boolean
  readonly closesOn: string | null
  /** Whether its votes stand in the log already. */
  readonly isCounted: boolean
}

/** A disclosure that is to be put up, or stands. */
export interface DisclosureAwaited extends FormSubject {
  readonly matter: string
  readonly channels: ReadonlyArray<string>
  /** For how many days it stands; null: its rules are frozen when it is first posted, and nobody handed them in. */
  readonly period: { readonly days: number; readonly citation: CitationData } | null
  readonly from: string | null
  readonly lastDay: string | null
  readonly postings: ReadonlyArray<{ readonly channel: string; readonly place: string; readonly on: string }>
  /** Objections that stand in the log. */
  readonly objections: ReadonlyArray<string>
  /** The digest of the public record, as it may be printed on the sheet. */
  readonly recordDigest: string | null
}

/** A draft of a covenant that lies open for comments. */
export interface CommentsAwaited extends FormSubject {
  readonly covenantKind: string
  readonly round: number
  readonly openedOn: string
  readonly until: string
  readonly clauses: ReadonlyArray<string>
  /** Comments that stand in the log. */
  readonly comments: ReadonlyArray<string>
}

/** A version of a covenant that was decided and is to be filed. */
export interface FilingAwaited extends FormSubject {
  readonly covenantKind: string
  readonly decidedOn: string
  readonly lastDay: string | null
  readonly citation: CitationData
  /** The receipt that stands in the log; null: none. */
  readonly filed: string | null
}

/** A subject with the kind of form that it is printed on. */
export type Formed<Subject, Kind extends FormKind> = Kind extends FormKind ? Subject & { readonly kind: Kind } : never

/** A form that practice fills by hand, and what it is printed from. */
export type StepForm =
  | Formed<CallAwaited, "call">
  | Formed<SittingAwaited, "sign-in" | "headcount" | "votes" | "tally">
  | Formed<DisclosureAwaited, "posting" | "objection">
  | Formed<CommentsAwaited, "comment">
  | Formed<FilingAwaited, "filing">

/** Forms of a kind. */
export type StepFormOf<Kind extends FormKind> = Extract<StepForm, { readonly kind: Kind }>

/** The commands that forms become, as `@jinlin/core` has them. Days are `YYYY-MM-DD`, digests `sha-256:…`. */
export type FormCommand =
  | {
      readonly _tag: "CallStep"
      readonly step: string
      readonly set: string
      readonly sitsOn: string
      readonly urgent: string | null
    }
  | { readonly _tag: "RecordAttendance"; readonly present: readonly [string, ...ReadonlyArray<string>] }
  | { readonly _tag: "RecordHeadcount"; readonly present: number }
  | RecordVotes
  | {
      readonly _tag: "RecordCounts"
      readonly for: number
      readonly against: number
      readonly abstain: number
      readonly void: number
    }
  | {
      readonly _tag: "PostDisclosure"
      readonly channel: string
      readonly place: string
      readonly on: string
      readonly evidence: string
    }
  | {
      readonly _tag: "RaiseObjection"
      readonly objection: string
      readonly text: string
      readonly receivedOn: string
      readonly evidence: string
    }
  | {
      readonly _tag: "RecordComment"
      readonly comment: string
      readonly clause: string | null
      readonly text: string
      readonly receivedOn: string
    }
  | {
      readonly _tag: "FileVersion"
      readonly version: number
      readonly receipt: string
      readonly with: string
      readonly on: string
    }
