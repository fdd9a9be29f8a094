import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Script } from "../lines.ts"
import { body, empty } from "./body.ts"
import { calling } from "./calling.ts"
import { inquorate, reconvening } from "./putting-off.ts"
import { sitting } from "./sitting.ts"

/** The scenarios of a conference that are written by hand. */
export const conferenceScripts: ReadonlyArray<Script<ConferenceCommand>> = [
  { name: "body", says: "Who is in the conference, who convenes it, and a period without a meeting.", lines: body },
  { name: "calling", says: "Meetings are set, noticed and called off.", lines: calling },
  { name: "empty", says: "A conference without members.", lines: empty },
  { name: "sitting", says: "A meeting sits, resolves, and what it resolved is done.", lines: sitting },
  { name: "inquorate", says: "A meeting without a quorum is put off.", lines: inquorate },
  { name: "reconvening", says: "A meeting without a quorum is called once more.", lines: reconvening },
]
