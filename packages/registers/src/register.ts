import type { CitedFinding, Messages, Names, TallyData, WeightData } from "@jinlin/messages"

/** A voter of the roll, by references alone. Every `Voter` of `@jinlin/core` is one. */
export interface RegisterVoter {
  readonly voter: string
  readonly person: string | null
  readonly heads: number
  /** Exclusive floor area in whole square centimetres. */
  readonly area: number
}

/** What the counted ballot of a voter says; `secret`: that one was cast, and nothing else. */
export type RegisterMark = "for" | "against" | "abstain" | "void" | "secret"

/** A voter with a reason: of a recusal, of a ballot that was not counted, of a paper that says nothing. */
export interface VoterWithReason {
  readonly voter: string
  readonly reason: string
}

/** What in a register can tell one voter from another. */
export interface RegisterNames {
  readonly present: ReadonlyArray<string>
  readonly recusals: ReadonlyArray<VoterWithReason>
  readonly proxies: ReadonlyArray<{ readonly voter: string; readonly by: string }>
  readonly setAside: ReadonlyArray<VoterWithReason>
  readonly votes: {
    readonly for: ReadonlyArray<string>
    readonly against: ReadonlyArray<string>
    readonly abstain: ReadonlyArray<string>
    readonly void: ReadonlyArray<VoterWithReason>
  } | null
  readonly onBehalfOf: string | null
}

/** What everybody may see of a sitting. Every `RegisterEntry` and every `RegisterSheet` of `@jinlin/core` is one. */
export interface SittingData {
  readonly round: number
  readonly step: string
  readonly body: string
  /** The subject of the matter as rule packs name it; null: nothing that a law assigns. */
  readonly about: string | null
  readonly set: string
  readonly packs: ReadonlyArray<string>
  readonly calledOn: string
  readonly sitsOn: string
  readonly urgent: string | null
  readonly text: string
  readonly revision: number
  readonly motion:
    | { readonly _tag: "Adopt" }
    | { readonly _tag: "Amend"; readonly text: string }
    | { readonly _tag: "Return"; readonly to: string }
    | null
  readonly mode: string | null
  readonly openedOn: string | null
  readonly closesOn: string | null
  readonly extensions: number
  readonly result: string
  readonly decidedOn: string | null
  readonly shouldAttend: WeightData
  readonly didAttend: WeightData
  readonly tally: TallyData | null
  /** Whether how many chose what is not told, because few voted secretly; `tally` is then null. Rule REGISTER-2. */
  readonly withheld?: boolean | undefined
  readonly findings: ReadonlyArray<CitedFinding>
  readonly flips: ReadonlyArray<{ readonly change: string; readonly voters: number }>
  readonly lawChange: CitedFinding | null
  readonly wentTo: string | null
  readonly opinion: string | null
  readonly favours: boolean | null
  readonly because: string | null
}

/** One sitting of a matter, ready to be written as a register. */
export interface StepRegister {
  /** The community, by its id. */
  readonly community: string
  /** The title of the matter. */
  readonly title: string
  readonly sitting: SittingData
  /** Null: numbers alone, for everybody's eyes; then `roll` and `marks` are left out too. Rule REGISTER-2. */
  readonly names: RegisterNames | null
  /** How many ballots were not counted, by reason; for registers without names. */
  readonly setAsideCounts?: ReadonlyArray<{ readonly reason: string; readonly ballots: number }> | undefined
  /** The roll as it was frozen. */
  readonly roll?: ReadonlyArray<RegisterVoter> | undefined
  /**
   * What each voter's counted ballot says, as `countBallots` of the rules gives it. Without it, what a clerk took down; where
   * voters cast ballots of their own, the register then says that they are not listed.
   */
  readonly marks?: ReadonlyMap<string, RegisterMark> | undefined
  /** Whose signatures are asked for: codes of `term.signature`. Without it presider, secretary, teller and scrutineer. */
  readonly signatures?: ReadonlyArray<string> | undefined
}

/** In which language, and by which display names. The log holds references alone, so that names come from the host. */
export interface RegisterReader {
  readonly messages: Messages
  /** The display name of a voter, a person or a community; without it ids stand as they are. */
  readonly names?: Names | undefined
}
