import { type ConferenceEvent, jointConference } from "@jinlin/core/joint-conference"
import type { RuleId } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { chairFollowsConference, conferenceFollowsChair } from "@jinlin/core/reactions"
import { type RotaEvent, rotatingChair } from "@jinlin/core/rotating-chair"
import type { Standing } from "../journal/story.ts"
import type { Tagged } from "./hosted.ts"

/** A command of another process that follows from an event. */
export interface FollowUp {
  readonly process: string
  /** Which one of it; absent: the one of the same subject. */
  readonly subject?: string
  readonly rule: RuleId
  readonly command: Tagged
}

/** The processes whose events are followed by commands elsewhere. */
export const followed: ReadonlySet<string> = new Set([jointConference.process, rotatingChair.process])

/** What follows from an event of one process, where both stand now. */
export const followUps = (
  process: string,
  event: Tagged,
  { conference, rota, today }: Standing & { readonly today: CivilDate },
): ReadonlyArray<FollowUp> =>
  process === jointConference.process
    ? chairFollowsConference(event as ConferenceEvent, rota).map((one) => ({ ...one, process: rotatingChair.process }))
    : conferenceFollowsChair(event as RotaEvent, rota, { conference, today }).map((one) => ({
        ...one,
        process: jointConference.process,
      }))
