import { type AuthorityTable, type Circumstances, posts } from "@jinlin/core/kernel"
import { refuse } from "@jinlin/core/kernel/arithmetic"
import type { TextCommand, TextRecord } from "./text-record.ts"

/** Who asks, and by the record of which conference they hold their post. */
interface TextCircumstances extends Circumstances {
  readonly record: string
}

/** Whoever serves or convenes a body keeps its texts; only they black anything out, and of no other body (TEXT-RECORD-3). */
const keepers = ["convenor", "secretary"]
export const authority: AuthorityTable<TextCommand, TextRecord, TextCircumstances> = {
  RecordText: posts("TEXT-RECORD-3", ...keepers, "delegate", "alternate"),
  RecordRedaction: (actor, command, { conference }, around) =>
    conference === null || conference === around.record
      ? posts("TEXT-RECORD-3", ...keepers)(actor, command, conference, around)
      : refuse({ _tag: "Forbidden", rule: "TEXT-RECORD-3", command: command._tag, allowed: keepers }),
}
