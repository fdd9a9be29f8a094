import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { BallotMode } from "../../kernel/decision-rules.ts"
import type { Finding } from "../../kernel/finding.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { DeliberationEvent } from "../events.ts"
import type { Flip, Motion, NamedVotes, ProxyVote, Recusal, SetAside, Tally, Weight } from "../model.ts"
import { type Assembled, assemble, attended, nobody, recusedOnRoll } from "./attendance.ts"

/** What came of a sitting: `open` while it is not over; `rejected` and `returned-lost`: it lost, and the plan says what follows. */
export type RegisterResult =
  | "open"
  | "passed"
  | "amended"
  | "returned"
  | "lost"
  | "rejected"
  | "returned-lost"
  | "heard"
  | "cancelled"
  | "annulled"

/** The register of one sitting: who should have come and did, what was put to the vote, what came of it and why. */
export interface RegisterEntry {
  readonly round: number
  readonly step: string
  readonly body: string
  /** What the matter is about, as the packs name it; null: nothing that a law assigns. */
  readonly about: string | null
  /** The set of rules by which it was judged, and the packs that they come from. */
  readonly set: string
  readonly packs: ReadonlyArray<string>
  readonly calledOn: CivilDate
  readonly sitsOn: CivilDate
  readonly urgent: string | null
  /** The digest of the text that lay before it. */
  readonly text: string
  readonly revision: number
  readonly motion: Motion | null
  readonly mode: BallotMode | null
  readonly openedOn: CivilDate | null
  readonly closesOn: CivilDate | null
  readonly closedOn: CivilDate | null
  readonly extensions: number
  readonly result: RegisterResult
  readonly decidedOn: CivilDate | null
  /** Those entitled to take part, and those who did; area in whole square centimetres. */
  readonly shouldAttend: Weight
  readonly didAttend: Weight
  /** The two in heads, as `20/30`; null: nobody is on the roll. */
  readonly ratio: string | null
  readonly tally: Tally | null
  /** Those who were not for it, and papers that said nothing; void is what was cast and is not valid. */
  readonly dissent: {
    readonly against: Weight
    readonly abstain: Weight
    readonly void: Weight
    readonly silent: Weight
  } | null
  readonly findings: ReadonlyArray<Finding>
  readonly flips: ReadonlyArray<Flip>
  readonly lawChange: Finding | null
  /** Where the matter went, if it did not go on to the next step. */
  readonly wentTo: string | null
  /** Of a body that is heard: its opinion as a document, and whether it would have the matter go on. */
  readonly opinion: string | null
  readonly favours: boolean | null
  readonly because: string | null
  /** Ballots that were not counted, by voter and reason. */
  readonly setAside: ReadonlyArray<SetAside>
  readonly recusals: ReadonlyArray<Recusal>
  readonly proxies: ReadonlyArray<ProxyVote>
  readonly present: ReadonlyArray<string>
  /** Votes as they were taken down by name. */
  readonly votes: NamedVotes | null
  /** For whom a clerk typed. */
  readonly onBehalfOf: string | null
  /** The digest of the signed register. */
  readonly register: string | null
}

/** The registers of a matter, with what they are made from: its subject, its text and its steps. */
export interface StepRegister {
  readonly about: string | null
  readonly text: string
  readonly revision: number
  readonly bodies: { readonly [step: string]: string }
  /** Who stands on the roll of the sitting that is not over. */
  readonly assembled: Assembled
  readonly entries: ReadonlyArray<RegisterEntry>
}

type Of<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>
type Decided = Of<"StepPassed" | "StepLost" | "TextAmended" | "MatterReturned">

const none: Weight = { heads: 0, area: 0 }

const begun = (register: StepRegister, event: Of<"StepCalled">): RegisterEntry => {
  const { calledOn, round, rules, sitsOn, step, urgent } = event
  return {
    ...{
      round,
      step,
      body: register.bodies[step] ?? step,
      about: register.about,
      set: rules.set,
      packs: rules.packs,
      calledOn,
      sitsOn,
      urgent,
    },
    ...{ text: register.text, revision: register.revision, motion: null, mode: null },
    ...{ openedOn: null, closesOn: null, closedOn: null, extensions: 0, result: "open", decidedOn: null },
    ...{ shouldAttend: none, didAttend: none, ratio: null, tally: null, dissent: null },
    ...{ findings: [], flips: [], lawChange: null, wentTo: null, opinion: null, favours: null, because: null },
    ...{ setAside: [], recusals: [], proxies: [], present: [], votes: null, onBehalfOf: null, register: null },
  }
}

const ratioOf = (should: Weight, did: Weight): string | null =>
  should.heads === 0 ? null : `${did.heads}/${should.heads}`

const resultOf = (event: Decided): Pick<RegisterEntry, "result" | "wentTo"> => {
  switch (event._tag) {
    case "StepPassed":
      return { result: "passed", wentTo: null }
    case "TextAmended":
      return { result: "amended", wentTo: event.restartsAt }
    case "MatterReturned":
      return { result: "returned", wentTo: event.to }
    case "StepLost":
      if (event.consequence._tag === "Returned") return { result: "returned-lost", wentTo: event.consequence.to }
      return { result: event.consequence._tag === "Rejected" ? "rejected" : "lost", wentTo: null }
  }
}

const dissentOf = ({ abstain, against, cast, silent, valid }: Tally): RegisterEntry["dissent"] => ({
  against,
  abstain,
  void: { heads: cast.heads - valid.heads, area: cast.area - valid.area },
  silent,
})

const decided = (event: Decided): Partial<RegisterEntry> => {
  const { judgement, lawChange, motion, on, packs, revision, set, text } = event
  const { findings, flips, setAside, tally } = judgement
  return {
    ...{ text, revision, motion, set, packs, lawChange, decidedOn: on, tally, findings, flips, setAside },
    ...{ shouldAttend: tally.entitled, didAttend: tally.present, ratio: ratioOf(tally.entitled, tally.present) },
    dissent: dissentOf(tally),
    ...resultOf(event),
  }
}

/** What an event changes in the register of its sitting. */
const changes = (event: DeliberationEvent): Partial<RegisterEntry> => {
  switch (event._tag) {
    case "BallotOpened": {
      const { closesOn, mode, motion, openedOn } = event.ballot
      return { closesOn, mode, motion, openedOn }
    }
    case "BallotClosed":
      return { closedOn: event.on }
    case "VotesRecorded":
      return { votes: event.votes, onBehalfOf: event.onBehalfOf }
    case "CountsRecorded":
      return { onBehalfOf: event.onBehalfOf }
    case "StepRebased":
      return { set: event.rules.set, packs: event.rules.packs }
    case "OpinionRecorded": {
      const { favours, lawChange, on, opinion, reason } = event
      return { result: "heard", opinion, favours, because: reason, lawChange, decidedOn: on }
    }
    case "CallCancelled":
      return { result: "cancelled", because: event.reason, decidedOn: event.on }
    case "BallotAnnulled":
      return { result: "annulled", because: event.reason, decidedOn: event.on }
    case "RegisterFiled":
      return { register: event.register }
    case "StepPassed":
    case "StepLost":
    case "TextAmended":
    case "MatterReturned":
      return decided(event)
    default:
      return {}
  }
}

/** What changes who is assembled; other events leave the lists as they are. */
const assembledIn = (
  { result }: RegisterEntry,
  { after, before }: { readonly before: Assembled; readonly after: Assembled },
): Partial<RegisterEntry> => {
  if (result !== "open" || before === after) return {}
  const { did, should } = attended(after)
  const { present, proxies } = after
  const sameRecusals = before.recusals === after.recusals && (before.roll === after.roll || after.recusals.length === 0)
  const recusals = sameRecusals ? {} : { recusals: recusedOnRoll(after) }
  return { shouldAttend: should, didAttend: did, ratio: ratioOf(should, did), present, proxies, ...recusals }
}

const noted = (register: StepRegister, event: Extract<DeliberationEvent, { readonly round: number }>): StepRegister => {
  const assembled = assemble(register.assembled, event)
  const entries = register.entries.map((entry) => {
    if (entry.round !== event.round) return entry
    const extensions = entry.extensions + (event._tag === "BallotExtended" ? 1 : 0)
    const closesOn = event._tag === "BallotExtended" ? event.closesOn : entry.closesOn
    return {
      ...entry,
      extensions,
      closesOn,
      ...assembledIn(entry, { before: register.assembled, after: assembled }),
      ...changes(event),
    }
  })
  const amended = event._tag === "TextAmended" ? { text: event.newText, revision: register.revision + 1 } : {}
  return { ...register, ...amended, assembled, entries }
}

/** The register of every sitting of a matter, in order. */
export const stepRegister: Projection<StepRegister, DeliberationEvent> = {
  initial: { about: null, text: "", revision: 0, bodies: {}, assembled: nobody, entries: [] },
  evolve: (register, event) => {
    switch (event._tag) {
      case "MatterOpened": {
        const bodies = Object.fromEntries(event.plan.steps.map(({ body, step }) => [step, body]))
        return { ...register, about: event.about, text: event.text, revision: 1, bodies }
      }
      case "StepCalled":
        return { ...register, assembled: nobody, entries: [...register.entries, begun(register, event)] }
      case "MatterDecided":
      case "MatterRejected":
      case "MatterWithdrawn":
        return register
      default:
        return noted(register, event)
    }
  },
}
