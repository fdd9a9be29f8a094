import type { CoGovernance, CoGovernanceCommand } from "@jinlin/core/co-governance"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Move } from "./moves.ts"
import { revokingText, someDocument } from "./scene.ts"
import { type Surroundings, whatOf, whichOf } from "./surroundings.ts"

/** Where a move is made. */
interface Place {
  readonly state: CoGovernance
  readonly around: Surroundings
  readonly today: CivilDate
}

type Of<Tag extends CoGovernanceCommand["_tag"]> = Extract<CoGovernanceCommand, { readonly _tag: Tag }>

const reason = "as things are"

const attach = (move: Move, { around }: Place): Of<"AttachDeliberation"> => {
  const known = around.deliberations.map(({ matter }) => matter)
  const chosen = move.other % 7 === 3 ? known[move.bits % known.length] : known.at(-1)
  return { _tag: "AttachDeliberation", which: whichOf(move), matter: chosen ?? "matter-0" }
}

const link = (move: Move, { around }: Place): Of<"LinkDisclosure"> => {
  const what = whatOf(move)
  const known = around.disclosures.filter((one) => one.what === what || move.bits % 9 === 8)
  const chosen = move.other % 7 === 3 ? known[move.bits % known.length] : known.at(-1)
  return { _tag: "LinkDisclosure", what, disclosure: chosen?.disclosure ?? "notice-0" }
}

const appraise = ({ bits, other, which }: Move): Of<"RecordAppraisal"> => ({
  _tag: "RecordAppraisal",
  which: which % 2 === 0 ? "internal-bodies" : "co-building-units",
  appraisal: `appraisal-${which % 2}${other % 3}`,
  result: someDocument(8),
  by: bits % 6 === 5 ? "owners-committee" : bits % 6 === 4 ? "community-party-organization" : "compound-party-branch",
  appraised: [other % 4 === 3 ? "compound-party-branch" : "owners-committee", "property-company"],
  appraisers: [`person-${1 + (other % 4)}`],
})

const report = ({ bits, other }: Move, { today }: Place): Of<"ReportResult"> => ({
  _tag: "ReportResult",
  report: someDocument(other % 5 === 4 ? 5 : 9),
  implementedOn: addDays(today, bits % 7 === 6 ? 1 : bits % 7 === 5 ? -60 : 0),
})

/** Any matter of the surroundings that decided, the last one first. */
const revoke = ({ bits }: Move, { around }: Place): Of<"RevokeResolution"> => {
  const decided = around.deliberations.filter(({ status }) => status !== "open").map(({ matter }) => matter)
  const by = decided.toReversed()[bits % (decided.length + 1)] ?? "matter-0"
  const [first, ...others] = revokingText
  const another = [{ ...first, name: "revokes.co-governance-2" }, ...others] as const
  return { _tag: "RevokeResolution", by, sections: bits % 9 === 8 ? another : revokingText }
}

const ofEnd = (move: Move, place: Place): CoGovernanceCommand => {
  switch (move.kind) {
    case "begin":
      return { _tag: "BeginImplementation" }
    case "report":
      return report(move, place)
    case "appraise":
      return appraise(move)
    case "skip-appraisal":
      return { _tag: "SkipAppraisal", which: move.which % 2 === 0 ? "internal-bodies" : "co-building-units", reason }
    case "close":
      return { _tag: "CloseCoGovernance" }
    case "revoke":
      return revoke(move, place)
    case "open-again":
      return { _tag: "OpenCoGovernance", title: "Another", combine: "both", touched: [] }
    default:
      return { _tag: "WithdrawCoGovernance", reason }
  }
}

/** The command that a move comes to; what others do comes to none. */
export const commandFor = (move: Move, place: Place): CoGovernanceCommand | undefined => {
  const which = whichOf(move)
  switch (move.kind) {
    case "wait":
    case "end":
    case "publish":
    case "complete":
    case "object":
      return undefined
    case "attach":
      return attach(move, place)
    case "record":
      return { _tag: "RecordOutcome", which }
    case "detach":
      return { _tag: "DetachDeliberation", which, reason }
    case "touch":
      return { _tag: "DeclareTouchedUnits", units: [`unit-${1 + (move.other % 3)}`], reason }
    case "skip-joint":
      return { _tag: "SkipJoint", reason }
    case "return":
      return { _tag: "ReturnToDeliberation", which, reason }
    case "reject":
      return { _tag: "RejectCoGovernance", which, reason: move.bits % 2 === 0 ? null : reason }
    case "link":
      return link(move, place)
    default:
      return ofEnd(move, place)
  }
}
