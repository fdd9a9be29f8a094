import type { Jinlin, PlacedRefusal } from "jinlin"
import { convenor } from "./people.ts"
import { admit, found, openRota, swap, tenant } from "./requests.ts"

/** Somebody to whom lines are shown. */
type Say = (...words: ReadonlyArray<unknown>) => void

type Refusals = ReadonlyArray<PlacedRefusal>

const willow = { tenant, subject: "willow" }

/** Founds a conference with its rota, and looks at both. Told again it gives the same answers, and nothing is written twice. */
export const firstDay = async (jinlin: Jinlin, say: Say): Promise<void> => {
  // #region execute
  const founded = await jinlin.execute(found)
  if (!founded.ok) return tellRefusals(jinlin, founded.refusals, say)
  const { position, revision, stream } = founded.value
  say("founded:", stream, "at revision", revision)
  // #endregion execute

  const since = await jinlin.views.jointConference.convenors(willow, { after: position })
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
/** What was refused and why, and what would make it pass. */
const tellRefusals = ({ describe }: Jinlin, refusals: Refusals, say: Say) => {
  for (const refusal of refusals)
    for (const language of ["zh-Hans", "en"] as const) {
      const { remedy, what } = describe(refusal, { tenant, language })
      say(`${refusal._tag} (${refusal.rule}):`, what, remedy)
    }
}
// #endregion describe

const look = async ({ views }: Jinlin, say: Say): Promise<void> => {
  // #region views
  const { roster } = views.jointConference
  const asStaff = { audience: "staff", actor: convenor } as const

  const all = await roster(willow)
  const staff = await roster(willow, asStaff)
  // #endregion views
  if (all.ok) for (const { delegate, unit } of all.value.rows) say("everybody sees:", unit, delegate)
  if (staff.ok) for (const { delegate, unit } of staff.value.rows) say("staff see:", unit, delegate)

  // #region pages
  const { terms } = views.rotatingChair
  let page = await terms(willow, { page: { size: 2 } })
  while (page.ok) {
    const { next: cursor, rows } = page.value
    for (const { from, unit } of rows) say("term:", from, unit)
    if (cursor === null) break
    page = await terms(willow, { page: { size: 2, cursor } })
  }
  // #endregion pages
}
