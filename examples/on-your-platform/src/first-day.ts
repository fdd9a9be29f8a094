import type { Jinlin, PlacedRefusal } from "jinlin"
import { convenor } from "./people.ts"
import { admit, found, openRota, swap, tenant } from "./requests.ts"

/** Somebody to whom lines are shown. */
type Say = (...words: ReadonlyArray<unknown>) => void

const willow = { tenant, subject: "willow" }

/** Founds a conference with its rota, and looks at both. Told again it gives the same answers, and nothing is written twice. */
export const firstDay = async (jinlin: Jinlin, say: Say): Promise<void> => {
  // #region execute
  const founded = await jinlin.execute(found)
  if (!founded.ok) return tellRefusals(jinlin, founded.refusals, say)
  say("founded:", founded.value.stream, "at revision", founded.value.revision)
  // #endregion execute

  // #region after
  const since = await jinlin.views.jointConference.convenors(willow, { after: founded.value.position })
  // #endregion after
  const [term] = since.ok ? since.value.rows : []
  if (term === undefined) return
  for (const request of [admit("school"), admit("clinic"), openRota(term.from)]) {
    const outcome = await jinlin.execute(request)
    if (!outcome.ok) tellRefusals(jinlin, outcome.refusals, say)
  }

  // #region refused
  const swapped = await jinlin.execute(swap)
  if (!swapped.ok) tellRefusals(jinlin, swapped.refusals, say)
  // #endregion refused
  await look(jinlin, say)
}

// #region describe
/** Says in two languages what was refused, why, and what would make it pass. */
const tellRefusals = (jinlin: Jinlin, refusals: ReadonlyArray<PlacedRefusal>, say: Say): void => {
  for (const refusal of refusals)
    for (const language of ["zh-Hans", "en"] as const) {
      const { remedy, what } = jinlin.describe(refusal, { tenant, language })
      say(`${refusal._tag} (${refusal.rule}):`, what, remedy)
    }
}
// #endregion describe

const look = async ({ views }: Jinlin, say: Say): Promise<void> => {
  // #region views
  const forAll = await views.jointConference.roster(willow)
  const forStaff = await views.jointConference.roster(willow, { actor: convenor, audience: "staff" })
  if (forAll.ok) for (const { delegate, unit } of forAll.value.rows) say("everybody sees:", unit, delegate)
  if (forStaff.ok) for (const { delegate, unit } of forStaff.value.rows) say("staff see:", unit, delegate)
  // #endregion views

  // #region pages
  let cursor: string | null = null
  do {
    const page = await views.rotatingChair.terms(willow, { page: { size: 2, ...(cursor === null ? {} : { cursor }) } })
    if (!page.ok) return
    for (const { from, unit } of page.value.rows) say("term:", from, unit)
    cursor = page.value.next
  } while (cursor !== null)
  // #endregion pages
}
