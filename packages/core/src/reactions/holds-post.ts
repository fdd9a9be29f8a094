import { type Conference, convenorOn, unitOf } from "../joint-conference/index.ts"
import type { Actor } from "../kernel/authority.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"

/**
 * Whether the record of a conference says that this person holds that post on that day (REACTION-8). `unrecorded`: the
 * record says nothing of it, and whoever keeps the users of the platform must know: the post of another body, the staff of
 * the secretariat, or any post while no conference is kept.
 */
export const holdsPost = (
  conference: Conference,
  { person, post, within }: Extract<Actor, { readonly _tag: "Post" }>,
  on: CivilDate,
): "holds" | "does-not" | "unrecorded" => {
  if (conference.status !== "active") return "unrecorded"
  const answer = (isHolder: boolean) => (isHolder ? "holds" : "does-not")
  switch (post) {
    case "convenor":
      return answer(convenorOn(conference, on) === person)
    case "secretary":
      return conference.secretariat?.body === within ? "unrecorded" : "does-not"
    case "delegate":
      return answer(unitOf(conference, within)?.delegate === person)
    case "alternate":
      return answer(unitOf(conference, within)?.alternate === person)
    default:
      return "unrecorded"
  }
}
