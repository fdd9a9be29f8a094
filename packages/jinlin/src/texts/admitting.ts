import type { Conference } from "@jinlin/core/joint-conference"
import type { Forbidden, Refusal } from "@jinlin/core/kernel"
import { holdsPost } from "@jinlin/core/reactions"
import { momentAt } from "../hosting/moment.ts"
import { audit, type Office } from "../shell/execute.ts"
import { conferenceOf, type Identified, identify, type PostHolder } from "../shell/identify.ts"
import type { ReadText } from "./asked.ts"
import { texts as process } from "./hosted.ts"

/** Who asks, and what they ask to do. */
interface Wish {
  readonly about: ReadText
  /** A command's tag; `ReadText` for reading. */
  readonly command: string
  readonly instant: number
}

/** Notes an attempt that had no grounds, as it is noted of commands; any other refusal is not noted. Rule SHELL-5. */
export const noteAttempt = async (
  office: Office,
  { about: { actor, document, tenant }, command }: Pick<Wish, "about" | "command">,
  { person, refusal }: { readonly refusal: Refusal; readonly person: string | null },
): Promise<Refusal> => {
  const envelope = { tenant, subject: document, actor }
  if (refusal._tag === "Forbidden" || refusal._tag === "Unauthenticated")
    await audit(office, { envelope, process, command: { _tag: command } }, { refusal, person })
  return refusal
}

/** Who asks, in the post that they claim by the record of the conference that they name. */
export const admit = async (office: Office, { about, command, instant }: Wish): Promise<Identified> => {
  const { actor, conference, tenant } = about
  const identified = await identify(office.engine, office.directory, { tenant, conference, actor, command, instant })
  if (identified.ok) return identified
  const { claimed, refusal } = identified
  await noteAttempt(office, { about, command }, { refusal, person: claimed?.person ?? null })
  return identified
}

const seats = ["convenor", "secretary", "delegate", "alternate"]
const readers = [...seats, "auditor"]

/**
 * Whether a post is one of that very conference. The directory has its say before this; of a conference that is no longer
 * kept the record as it last stood must bear it out, and so the office of another body opens nothing.
 */
const isSeated = (conference: Conference, actor: PostHolder, day: ReturnType<typeof momentAt>["civilDate"]): boolean =>
  seats.includes(actor.post) && holdsPost({ ...conference, status: "active" }, actor, day) !== "does-not"

/** Whether somebody may read texts of the conference that they name; undefined: they may. Rule TEXT-RECORD-5. */
export const readingFault = async (office: Office, about: ReadText): Promise<Refusal | undefined> => {
  const { engine } = office
  const wish: Wish = { about, command: "ReadText", instant: engine.clock.now() }
  const identified = await admit(office, wish)
  if (!identified.ok) return identified.refusal
  const { actor } = identified
  if (actor.post === "auditor") return undefined
  const conference = await conferenceOf(engine, about)
  if ("failure" in conference) return conference.failure
  const day = momentAt(engine.zoneOf(about.tenant), wish.instant).civilDate
  if (isSeated(conference.state, actor, day)) return undefined
  const refusal: Forbidden = { _tag: "Forbidden", rule: "TEXT-RECORD-5", command: wish.command, allowed: readers }
  return noteAttempt(office, wish, { refusal, person: actor.person })
}
