import type { DeliberationEvent } from "@jinlin/core/deliberation"
import type { ConferenceEvent } from "@jinlin/core/joint-conference"
import type { RotaEvent } from "@jinlin/core/rotating-chair"
import type { Story } from "../journal/story.ts"

/** What happened to one joint conference. */
export const conferenceEventsOf = ({ entries }: Story, conference: string): ReadonlyArray<ConferenceEvent> =>
  entries.flatMap((entry) =>
    entry.process === "joint-conference" && entry.conference === conference ? [entry.event] : [],
  )

/** What happened to the rota of one conference. */
export const chairEventsOf = ({ entries }: Story, conference: string): ReadonlyArray<RotaEvent> =>
  entries.flatMap((entry) =>
    entry.process === "rotating-chair" && entry.conference === conference ? [entry.event] : [],
  )

/** What happened to one matter. */
export const matterEventsOf = ({ entries }: Story, matter: string): ReadonlyArray<DeliberationEvent> =>
  entries.flatMap((entry) => (entry.process === "deliberation" && entry.matter === matter ? [entry.event] : []))
