import * as Effect from "effect/Effect"
import type { CommandRequest } from "jinlin"
import { JinlinService } from "jinlin/effect"
import { tenant } from "./requests.ts"

// #region effect
/** The same from a program in Effect: refusals are failures of one type, and the layer lets go of everything. */
export const foundWithEffect = (request: CommandRequest<"joint-conference">) =>
  Effect.gen(function* () {
    const jinlin = yield* JinlinService
    const { position } = yield* jinlin.execute(request)
    const since = yield* jinlin.views.jointConference.convenors({ tenant, subject: "willow" }, { after: position })
    return since.rows.map(({ from }) => `since ${from}`)
  }).pipe(
    Effect.catchTag("Refused", ({ refusals }) => Effect.succeed(refusals.map(({ rule }) => `refused by ${rule}`))),
  )
// #endregion effect
