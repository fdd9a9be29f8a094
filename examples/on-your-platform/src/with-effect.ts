import * as Effect from "effect/Effect"
import type { CommandRequest } from "jinlin"
import { JinlinService } from "jinlin/effect"
import { tenant } from "./requests.ts"

type Request = CommandRequest<"joint-conference">

const willow = { tenant, subject: "willow" }

// #region effect
/** Founds the conference, and says since when somebody convenes it. */
export const foundWithEffect = (request: Request) =>
  Effect.gen(function* () {
    const { execute, views } = yield* JinlinService
    const { position: after } = yield* execute(request)
    const { rows } = yield* views.jointConference.convenors(willow, { after })
    return rows.map(({ from }) => `since ${from}`)
  }).pipe(Effect.catchTag("Refused", (refused) => Effect.succeed([refused.message])))
// #endregion effect
