import { compareTexts } from "../text-order.ts"
import type { LintFinding } from "./finding.ts"
import { factsOf, pathTo, placesIn } from "./placed.ts"
import type { View } from "./view.ts"

/** What the lists of packs at hand say that a body is. */
const standingsOf = ({ packs }: View, body: string): ReadonlyArray<string> => {
  const plans = packs.flatMap(({ stepLists }) => stepLists.flatMap(({ steps }) => steps))
  return [...new Set(plans.filter((plan) => plan.body === body).map(({ standing }) => standing))].sort(compareTexts)
}

/**
 * A list of the charter's own that calls a body something else than the lists of packs do: an assembly of residents that is called a
 * council would be spared what is asked of residents. Rule LINT-25.
 */
export const bodiesMustBeNamed = (view: View): ReadonlyArray<LintFinding> =>
  placesIn(view).flatMap((placed): ReadonlyArray<LintFinding> => {
    const { body, standing } = placed.plan
    const path = pathTo(placed, "standing")
    const known = path[0] === "stepLists" ? standingsOf(view, body) : []
    if (known.length === 0 || known.includes(standing)) return []
    const facts = { ...factsOf(placed), body, standing, known: known.join(", ") }
    return [{ rule: "LINT-25", level: "warning", path, facts, citation: placed.list.citation }]
  })

/** Votes that weigh by area in a step that is none of owners: on the roll of others no area stands, and nothing would pass. Rule LINT-24. */
export const areaIsOfOwners = (view: View): ReadonlyArray<LintFinding> =>
  placesIn(view)
    .filter(({ plan }) => plan.standing !== "owners")
    .flatMap((placed) =>
      placed.plan.sets.flatMap((set, index): ReadonlyArray<LintFinding> => {
        const rules = view.setOf(set)
        if (rules === "unknown" || !rules.ok) return []
        const asked = [...rules.value.quorum, ...rules.value.approval].find(
          ({ threshold }) => threshold.measure === "area",
        )
        if (asked === undefined) return []
        const facts = { ...factsOf(placed), set, standing: placed.plan.standing }
        const path = pathTo(placed, "sets", index)
        return [{ rule: "LINT-24", level: "warning", path, facts, citation: asked.citation }]
      }),
    )
