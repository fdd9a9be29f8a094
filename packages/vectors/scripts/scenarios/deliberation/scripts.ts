import type { DeliberationCommand } from "@jinlin/core/deliberation"
import type { Script } from "../lines.ts"
import { nobody, opening } from "./arranging.ts"
import { amended, fourStepsPassed } from "./four-steps.ts"
import { heard, law } from "./law-changes.ts"
import { owners, passed, short, silence } from "./owners.ts"
import { annulled, full, limits, roll } from "./roll.ts"
import { secret } from "./secret.ts"
import { raising, unknown, unsaid } from "./subjects.ts"
import type { MatterLine } from "./telling.ts"

/** The scenarios of a matter that are written by hand. */
export const matterScripts: ReadonlyArray<Script<DeliberationCommand, MatterLine>> = [
  { name: "four-steps", says: "A matter passes its four steps.", lines: fourStepsPassed },
  { name: "amended", says: "A text is amended, goes back, and is rejected.", lines: amended },
  { name: "opening", says: "How a matter is put forward, called and called off.", lines: opening },
  { name: "nobody", says: "Bodies that are heard, and nobody who decides.", lines: nobody },
  { name: "roll", says: "The roll, recusals, proxies, presence and extensions.", lines: roll },
  { name: "limits", says: "What a roll can hold, and what hands and papers cannot say.", lines: limits },
  { name: "full-roll", says: "A roll that is nearly full.", lines: full },
  { name: "annulled", says: "Ballots that end without a result.", lines: annulled },
  { name: "owners", says: "Ballots of every kind, by heads and area.", lines: owners },
  { name: "owners-passed", says: "Owners, exactly at their thresholds.", lines: passed },
  { name: "owners-short", says: "Owners, one short and then rejected.", lines: short },
  { name: "silence", says: "Silence, where a clause is named for it.", lines: silence },
  { name: "secret", says: "A ballot whose choices lie in a box.", lines: secret },
  { name: "law", says: "The law changes between call and decision.", lines: law },
  { name: "subject", says: "What a matter is about, and which rules decide that.", lines: raising },
  { name: "subject-unsaid", says: "A matter of which nobody said what it is about.", lines: unsaid },
  { name: "subject-unknown", says: "A matter about something that no law names.", lines: unknown },
  { name: "heard", says: "A body that is heard, under a law that changed.", lines: heard },
]
