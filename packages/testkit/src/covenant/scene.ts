import type {
  Clauses,
  CovenantCircumstances,
  CovenantCommand,
  CovenantRules,
  MatterOutcome,
} from "@jinlin/core/covenant"
import type { Actor, Citation } from "@jinlin/core/kernel"
import { digestOfSections } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { on } from "../moments.ts"

/** A command and the circumstances in which it comes: what `play` takes. */
export type Step = readonly [CovenantCommand, CovenantCircumstances]

/** What the rules of a covenant say, but for its kind and the day. */
export type CovenantRulesBody = Omit<CovenantRules, "kind" | "day">

/** A citation to hand in where any will do. */
export const sceneCitation: Citation = { instrument: "the rules of the scene", certainty: "our-default" }

/** Fifteen days of comments, a reason for what nobody asked for, the clause `lead`, filing within thirty days. */
export const plainCovenantRules: CovenantRulesBody = {
  packs: [],
  comments: { days: 15, citation: sceneCitation },
  unaskedChanges: { need: "stated-reason", citation: sceneCitation },
  requiredClauses: [{ clause: "lead", citation: sceneCitation }],
  conformity: { citation: sceneCitation },
  makers: { sets: ["residents-assembly"], citation: sceneCitation },
  filing: { required: true, withinDays: 30, citation: sceneCitation },
}

/** The rules of a residents' covenant on a day: the plain ones, but for what is said. */
export const covenantRules = (day: CivilDate, only: Partial<CovenantRulesBody> = {}): CovenantRules => ({
  kind: "residents-covenant",
  day,
  ...plainCovenantRules,
  ...only,
})

/** The digest of a document, to hand in where any will do. */
export const covenantDigest = (digit: number): `${string}:${string}` => `sha-256:${String(digit).repeat(64)}`

/** A text of clauses such as `lead:1 parking:2`: the name of each, and a digit for its words. */
export const covenantText = (first: string, ...others: ReadonlyArray<string>): Clauses => {
  const clause = (written: string): Clauses[number] => {
    const [name = "", words = "0"] = written.split(":")
    return { name, commitment: covenantDigest(Number(words)) }
  }
  return [clause(first), ...others.map(clause)]
}

/** The id of the covenant of the scene. */
const sceneCovenant = "covenant-1"

/** A text that says by the name of its first section that the covenant of the scene is repealed. */
export const repealText = covenantText(`repeals.${sceneCovenant}:3`, "why:3")

/** Who drafts in the scene, and who checks. */
export const covenantDrafter: Actor = { _tag: "Post", person: "person-1", post: "drafter", within: "community-1" }
/** Somebody else than the drafter. */
export const covenantReviewer: Actor = { _tag: "Post", person: "person-2", post: "legal-reviewer", within: "office-1" }

const actorOf = ({ _tag }: CovenantCommand): Actor => (_tag === "CheckLegality" ? covenantReviewer : covenantDrafter)

/** A command that comes on a day, from whoever may give it, with the rules of that day. */
export const covenantStep = (
  day: CivilDate,
  command: CovenantCommand,
  around: Partial<CovenantCircumstances> = {},
): Step => [
  command,
  { actor: actorOf(command), now: on(day), covenant: sceneCovenant, rules: covenantRules(day), ...around },
]

/** That a matter runs on these clauses. */
export const openMatter = (matter: string, sections: Clauses): MatterOutcome => ({
  ...{ matter, status: "open", text: digestOfSections(sections), decidedOn: null, set: null },
})

/** That a matter was decided by the residents' assembly with these clauses, but for what is said. */
export const decidedMatter = (matter: string, sections: Clauses, only: Partial<MatterOutcome> = {}): MatterOutcome => ({
  matter,
  status: "decided",
  text: digestOfSections(sections),
  decidedOn: "2026-04-10",
  set: "residents-assembly",
  ...only,
})
