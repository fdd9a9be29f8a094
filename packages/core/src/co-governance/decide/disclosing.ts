import { object, unless } from "../../kernel/decider.ts"
import type { DisclosureFact } from "../circumstances.ts"
import type { Disclosed } from "../model.ts"
import { corrects, type Disclosable, disclosable, type Enough, isEnough, mayLink } from "../rules/index.ts"
import {
  type CoGovernanceDecision,
  type Command,
  mustStandAt,
  type Objection,
  quiet,
  type Standing,
} from "./standing.ts"

const knownOf = ({ around }: Standing, disclosure: string): DisclosureFact | undefined =>
  around.disclosures?.find((known) => known.disclosure === disclosure)

/**
 * What is linked must have been disclosed, as it stands at this moment: the disclosure was not corrected since, still proves
 * what is to be disclosed, and is posted or over as asked (COGOVERNANCE-12).
 */
export const mustBeDisclosed = (what: Disclosed, enough: Enough, standing: Standing): Objection => {
  const link = standing.matter.disclosures[what]
  const missing = { _tag: "DisclosureMissing", rule: "COGOVERNANCE-12", what } as const
  const nothing = { ends: null, supersededBy: null, openObjections: 0 }
  if (link === null) return { ...missing, disclosure: null, status: "unlinked", ...nothing }
  const { disclosure } = link
  const fact = knownOf(standing, disclosure)
  if (fact === undefined) return { ...missing, disclosure, status: "unknown", ...nothing }
  const { ends, openObjections, status, supersededBy } = fact
  const evidence = { ends, openObjections, supersededBy }
  if (link.lapsed) return { ...missing, disclosure, status: "lapsed", ...evidence }
  if (isEnough(fact, enough, standing.around.now)) return undefined
  return { ...missing, disclosure, status, ...evidence }
}

/** It is of this matter, proves this very document and was posted when there was something to disclose (COGOVERNANCE-14). */
const mustDisclose = (
  { disclosure, what }: Command<"LinkDisclosure">,
  fact: DisclosureFact,
  { document, earliest }: Disclosable,
): ReadonlyArray<Objection> => {
  const { from, ofThisMatter, proves, status, supersededBy } = fact
  const isPosted = status === "posted" || status === "completed"
  return [
    ofThisMatter && fact.what === what
      ? undefined
      : { _tag: "LinkOfAnother", rule: "COGOVERNANCE-14", disclosure, what },
    proves === document
      ? undefined
      : { _tag: "LinkProvesAnother", rule: "COGOVERNANCE-14", disclosure, proves, must: document },
    isPosted ? undefined : { _tag: "LinkNotPosted", rule: "COGOVERNANCE-14", disclosure, status, supersededBy },
    from === null || from >= earliest
      ? undefined
      : { _tag: "LinkTooEarly", rule: "COGOVERNANCE-14", disclosure, from, earliest },
  ]
}

/** A disclosure counts from now on: the first one, or one that corrects the one that counted (COGOVERNANCE-15). */
export const link = (command: Command<"LinkDisclosure">, standing: Standing): CoGovernanceDecision => {
  const { matter: state, today: on } = standing
  const { disclosure, what } = command
  const to = disclosable(state, what)
  if (to === undefined) return object({ _tag: "NothingToDisclose", rule: "COGOVERNANCE-14", what })
  const stage = mayLink(state, what) ? undefined : mustStandAt(state, "resolved", "implementing", "implemented")
  if (stage !== undefined) return object(stage)
  const linked = state.disclosures[what]
  if (linked?.disclosure === disclosure && !linked.lapsed) return quiet
  const fact = knownOf(standing, disclosure)
  if (fact === undefined) return object({ _tag: "LinkedDisclosureUnknown", rule: "COGOVERNANCE-14", disclosure })
  const correction: Objection =
    linked === null || corrects(linked, fact)
      ? undefined
      : { _tag: "LinkIsNoCorrection", rule: "COGOVERNANCE-15", disclosure, linked: linked.disclosure }
  const { from, proves } = fact
  const instead = linked?.disclosure ?? null
  return unless([...mustDisclose(command, fact, to), correction], () =>
    from === null ? [] : [{ _tag: "DisclosureLinked", what, disclosure, proves, from, instead, on }],
  )
}
